"""Named persons and bodies of a report."""

from tocsin.read.names.find import find_names

__all__ = ["find_names"]
