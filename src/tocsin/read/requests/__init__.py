"""Requests: who asks whom for what."""

from tocsin.read.requests.find import find_requests

__all__ = ["find_requests"]
