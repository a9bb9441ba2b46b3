"""Assess: situations with their indicators, level and confidence."""

from tocsin.assess.situations import assess

__all__ = ["assess"]
