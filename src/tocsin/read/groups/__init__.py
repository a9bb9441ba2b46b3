"""Groups at risk: who is exposed to harm, how many, where."""

from tocsin.read.groups.find import find_groups

__all__ = ["find_groups"]
