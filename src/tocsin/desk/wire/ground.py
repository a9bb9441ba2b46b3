"""Imported ground as its JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tocsin.desk.wire.line import SCHEMA, Json

if TYPE_CHECKING:
    from tocsin.read.places.imported.grounds import Ground


def ground_json(ground: Ground) -> Json:
    """Return what is known of the ground."""
    return {"schema": SCHEMA, **asdict(ground)}
