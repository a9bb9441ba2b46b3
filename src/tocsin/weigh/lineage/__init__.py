"""Lineage: the way a statement took, and what rests on it."""
