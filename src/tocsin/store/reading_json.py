"""Readings as JSON for the store's own use, and back, without loss."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from tocsin.core.types import Reading

READING_VERSION = 2
"""Raised when the reader's output changes: adding a report again then reads it again."""

NOT_YET_READ = 0
"""The version of a report that is kept unread, whose reader failed or that triage set aside."""


def reading_to_json(reading: Reading) -> str:
    """Return the reading as JSON."""
    return _adapter().dump_json(reading, exclude_defaults=True).decode("utf-8")


def reading_from_json(stored: str) -> Reading:
    """Return the reading that the JSON holds."""
    return _adapter().validate_json(stored)


@cache
def _adapter() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)
