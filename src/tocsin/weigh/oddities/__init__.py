"""Oddities: days and counts that cannot be right, noted and never dropped."""
