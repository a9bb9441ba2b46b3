"""One mention of people as a group, before mentions are merged."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.core.types import Count, Part, Span
from tocsin.read.groups.people import PeopleWord


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleMention:
    """A noun phrase for many people.

    `words` is the phrase without its number; `keys` are the folded proper names that tell it from
    others, `nations` those that only name a country; `place` is the place it is put in.
    `signs` speak for and against its people being at risk; `exposure` counts the signs of danger
    around it; `definite` marks one that refers back. `dead` marks victims counted in a toll: they
    are no longer at risk.
    """

    span: Span
    head: str
    kind: PeopleWord
    words: str
    size: Count | None
    keys: frozenset[str]
    nations: frozenset[str]
    place: str | None
    parts: tuple[Part, ...]
    exposure: int
    signs: frozenset[str]
    definite: bool
    dead: bool
