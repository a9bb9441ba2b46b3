"""Toponyms of a report, grounded in a gazetteer."""

from tocsin.read.places.ground import ground_places

__all__ = ["ground_places"]
