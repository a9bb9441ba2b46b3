"""Shared by all tests."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run, and no time limit on one: the first loads the language model.
settings.register_profile("tocsin", derandomize=True, deadline=None)
settings.load_profile("tocsin")
