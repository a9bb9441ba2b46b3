"""Coming dates that matter: what is due, and what may set something off."""

from tocsin.read.deadlines.find import find_deadlines

__all__ = ["find_deadlines"]
