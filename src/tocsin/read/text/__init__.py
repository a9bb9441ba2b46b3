"""Reports from captures of every kind that Tocsin takes in."""

from tocsin.read.text.reports import extract

__all__ = ["extract"]
