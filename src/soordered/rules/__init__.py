"""Norms as values: the closed vocabularies, timing, rules, rulebooks, precedence and conflicts."""
