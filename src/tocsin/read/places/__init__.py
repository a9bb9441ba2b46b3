"""Toponyms of a report, grounded in a gazetteer."""
