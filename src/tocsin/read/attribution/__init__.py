"""Statements: who says what, on whose word."""

from tocsin.read.attribution.attribute import find_statements

__all__ = ["find_statements"]
