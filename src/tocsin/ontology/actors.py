"""The actor table: bodies and offices known by name, in a file that an analyst can extend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tocsin.core.types import NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One bearer. `spellings` holds its name first; `public` marks a person who may be named."""

    name: str
    spellings: tuple[str, ...]
    kind: NameKind
    country: str | None = None
    sector: str | None = None
    public: bool = False


@cache
def known_actors() -> tuple[Actor, ...]:
    """Return the actors of the table that ships with Tocsin."""
    return parse_actors(files("tocsin.ontology").joinpath("actors.yaml").read_text("utf-8"))


def parse_actors(table: str) -> tuple[Actor, ...]:
    """Return the actors of a YAML table. Raises: KeyError or ValueError on a wrong row.

    >>> parse_actors("- {name: Karsh Monitor, kind: organisation, sector: NGO}")[0].sector
    'NGO'
    """
    rows: Iterable[Mapping[str, Any]] = yaml.safe_load(table) or ()
    return tuple(_actor(row) for row in rows)


def _actor(row: Mapping[str, Any]) -> Actor:
    spellings = dict.fromkeys((row["name"], *row.get("also", ())))
    return Actor(
        name=row["name"],
        spellings=tuple(spellings),
        kind=NameKind(row["kind"]),
        country=row.get("country"),
        sector=row.get("sector"),
        public=bool(row.get("public", False)),
    )
