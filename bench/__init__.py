"""Measurements: what a user waits for, in ratios taken in one run on one machine."""
