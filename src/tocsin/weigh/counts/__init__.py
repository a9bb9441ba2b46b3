"""Counts: tolls side by side, and one estimate beside them."""
