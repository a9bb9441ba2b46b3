"""The actor table: bodies and offices known by name, in a file that an analyst can extend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import combining, normalize

from tocsin.core.types import NameKind
from tocsin.ontology.tables import parse_table


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
    """Return the actors of the tables that ship with Tocsin: bodies, then office-holders."""
    tables = files("tocsin.ontology")
    bodies = parse_actors(tables.joinpath("actors.yaml").read_text("utf-8"))
    return bodies + parse_office_holders(tables.joinpath("office_holders.yaml").read_text("utf-8"))


def parse_actors(table: str) -> tuple[Actor, ...]:
    """Return the actors of a YAML table. Raises: KeyError or ValueError on a wrong row.

    >>> parse_actors("- {name: Karsh Monitor, kind: organisation, sector: NGO}")[0].sector
    'NGO'
    """
    rows: Iterable[Mapping[str, Any]] = parse_table(table) or ()
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


def parse_office_holders(table: str) -> tuple[Actor, ...]:
    """Return the heads of state and government of a YAML table, by country.

    >>> [holder.spellings for holder in parse_office_holders("XTV: [Anton Véssel*]")]
    [('Anton Véssel', 'Anton Vessel', 'Véssel', 'Vessel')]
    """
    rows: Mapping[str, Iterable[str]] = parse_table(table) or {}
    return tuple(_office_holder(name, country) for country, names in rows.items() for name in names)


def _office_holder(starred_name: str, country: str) -> Actor:
    name = starred_name.removesuffix("*")
    known_by = (name, name.split()[-1]) if starred_name != name else (name,)
    spellings = (form for spelling in known_by for form in (spelling, _without_marks(spelling)))
    return Actor(
        name=name,
        spellings=tuple(dict.fromkeys(spellings)),
        kind=NameKind.PERSON,
        country=country,
        sector="GOV",
        public=True,
    )


def _without_marks(text: str) -> str:
    return "".join(c for c in normalize("NFKD", text) if not combining(c))
