"""So Ordered reads a judge's order, counts every date with its reasons, and runs the dispute by it."""

__version__ = "0.1.0"
