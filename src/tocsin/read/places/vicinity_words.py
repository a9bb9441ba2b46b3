"""Wording beside a name that points elsewhere than at the place itself, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.ontology.tables import read_table

_POINT = r"(?P<point>(?:north|south|east|west)(?:[ -]?(?:north|south|east|west)){0,2})"
_ASIDE = r"(?:\s*\([^()]{1,25}\))?"  # "20 kilometers (12 miles) north of"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class VicinityWords:
    """The patterns of `ontology/vicinity.yaml`: all but the last two end where a name starts.

    `telling` are the words without one of which no pattern fits.
    """

    offset: re.Pattern[str]
    part: re.Pattern[str]
    direction: re.Pattern[str]
    outskirts: re.Pattern[str]
    near: re.Pattern[str]
    between: re.Pattern[str]
    outskirts_after: re.Pattern[str]
    joined: re.Pattern[str]
    points: Mapping[str, float]
    units: Mapping[str, float]
    numbers: Mapping[str, float]
    relations: frozenset[str]
    telling: frozenset[str]

    def may_tell(self, before: str) -> bool:
        """Return whether the words before a name hold one that a pattern needs."""
        return not self.telling.isdisjoint(_WORD.findall(before.lower()))

    def bearing(self, match: re.Match[str]) -> float | None:
        """Return the degrees from north that the match tells, None for no compass point."""
        return self.points.get(re.sub(r"[\s-]", "", (match["point"] or "").lower()))

    def distance_km(self, match: re.Match[str]) -> float:
        """Return the distance that the match tells."""
        said = " ".join(match["number"].lower().split())
        amount = self.numbers.get(said)
        unit = self.units[" ".join(match["unit"].lower().split())]
        return unit * (float(said.replace(",", "")) if amount is None else amount)


@cache
def vicinity_words() -> VicinityWords:
    """Return the patterns, made once a process."""
    table = read_table("vicinity")
    name = rf"(?:\s+the)?(?:\s+(?:{_any(table['generic'])})(?:\s+of)?)?,?\s+$"
    far = rf"(?:{_any([*table['units'], *table['ways']])})(?:\s+(?:away|due))?\s+"
    number = rf"\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,3}})?|{_any(table['numbers'])}"
    outskirts, aside = _any(table["outskirts"]), rf"(?:\s+(?:away|due|to\s+the))?{_ASIDE}"
    return VicinityWords(
        offset=_pattern(
            rf"(?<![\w.,])(?P<words>(?P<number>{number})[\s-]*(?P<unit>{_any(table['units'])})\b"
            rf"\.?{aside}(?:\s+{_POINT})?\s+(?:of|from|outside)){name}"
        ),
        part=_pattern(
            rf"(?<!\w)(?P<words>(?:(?<!to )the\s+{_POINT}(?:ern\s+part)?s?\s+of"
            rf"|(?P<adjective>{_POINT.replace('point', 'side')}(?:ern)?|(?P<centre>central))))"
            r"(?:\s+the)?\s+$"
        ),
        direction=_pattern(
            rf"(?<!\w)(?P<words>(?P<far>{far})?(?:to\s+the\s+)?{_POINT}\s+of){name}"
        ),
        outskirts=_pattern(rf"(?<!\w)(?P<words>(?:{outskirts})\s+(?:of|to)){name}"),
        near=_pattern(rf"(?<!\w)(?P<words>{_any(table['near'])}){name}"),
        between=_pattern(rf"(?P<lead>\w+)?\s+(?P<words>between){name}"),
        outskirts_after=_pattern(rf"(?:['’]s)?\s+(?P<words>(?:\w+\s+)?(?:{outskirts}))\b"),
        joined=_pattern(rf",?\s+and{name.removesuffix('$')}"),
        points=table["points"],
        units=table["units"],
        numbers=table["numbers"],
        relations=frozenset(table["relations"]),
        telling=_telling(table),
    )


def _telling(table: Mapping[str, Any]) -> frozenset[str]:
    """Return the first words of the wordings, the compass points whole and as adjectives."""
    first = {words.split()[0] for words in (*table["near"], *table["outskirts"], *table["units"])}
    points = {form for name in table["points"] for form in (name, f"{name}ern")}
    return frozenset(first | points | {"between", "central"})


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any(wordings: Iterable[str]) -> str:
    """Return a pattern for any of the wordings, the longest first, however they are spaced."""
    ranked = sorted(map(str, wordings), key=len, reverse=True)
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in ranked)
