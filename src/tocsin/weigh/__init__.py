"""Weigh: what many reports say, folded to incidents and independent origins."""

from tocsin.weigh.weigh import weigh

__all__ = ["weigh"]
