"""Source cards: every outlet, author and speaker, with the grade and the party it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.core.ids import ReportId
from tocsin.core.types import (
    NameMention,
    Party,
    Reading,
    Reliability,
    Report,
    Source,
    SourceKind,
    source_id,
)
from tocsin.weigh.naming import folded, fuller_names, is_unnamed
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.origins.credits import agency_of
from tocsin.weigh.origins.parties import (
    ACTOR_ROLE,
    GROUP_ROLE,
    STATE_SECTORS,
    Side,
    sides_of,
    stated_party,
)

NO_RECORD = "cannot be judged: no record yet"

_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)

Key = tuple[SourceKind, str]


@dataclass(frozen=True, slots=True)
class Register:
    """The source cards of a set of readings, found by kind and name."""

    cards: Mapping[Key, Source]
    fuller: Mapping[str, str]

    def card(self, kind: SourceKind, name: str) -> Source | None:
        """Return the card of a source under any of its names."""
        key = folded(name)
        return self.cards.get((kind, self.fuller.get(key, key) if key else key))

    def is_outlet(self, name: str) -> bool:
        """Return whether a report of the set came out under that name."""
        return (SourceKind.OUTLET, folded(name)) in self.cards


@dataclass(slots=True)
class _Found:
    name: str
    texts: dict[str, None]
    reports: set[ReportId]
    mention: NameMention | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    kind: SourceKind
    name: str
    report: Report
    mention: NameMention | None = None


def register_sources(readings: Sequence[Reading]) -> Register:
    """Return the source cards of the readings; a source has no record yet, so grade F."""
    named = list(_named_sources(readings))
    fuller = fuller_names(folded(one.name) for one in named if one.kind is SourceKind.SPEAKER)
    found: dict[Key, _Found] = {}
    for one in named:
        key = folded(one.name)
        key = fuller.get(key, key)
        entry = found.setdefault((one.kind, key), _Found(one.name, {}, set()))
        entry.name = _better_name(entry.name, one.name)
        entry.texts.setdefault(one.report.text)
        entry.reports.add(one.report.id)
        entry.mention = entry.mention or one.mention
    sides = sides_of(readings)
    return Register({key: _card(key, entry, sides) for key, entry in found.items()}, fuller)


def author_of(byline: str) -> str:
    """Return the author's name of a byline.

    >>> author_of("By Mara Kett")
    'Mara Kett'
    """
    return _BY.sub("", byline).strip()


def _named_sources(readings: Sequence[Reading]) -> Iterator[_Named]:
    for reading in readings:
        report = reading.report
        mentions = _mentions_by_name(reading)
        for outlet in dict.fromkeys((report.outlet, agency_of(report))):
            if outlet:
                yield _Named(SourceKind.OUTLET, outlet, report)
        if report.byline:
            author = author_of(report.byline)
            yield _Named(SourceKind.AUTHOR, author, report, mentions.get(folded(author)))
        for statement in reading.statements:
            speaker = speaker_of(statement, reading)
            if speaker and not is_unnamed(speaker):
                yield _Named(SourceKind.SPEAKER, speaker, report, mentions.get(folded(speaker)))


def _mentions_by_name(reading: Reading) -> dict[str, NameMention]:
    found: dict[str, NameMention] = {}
    for mention in reading.names:
        found.setdefault(folded(mention.canonical), mention)
        found.setdefault(folded(mention.text), mention)
    return found


def _better_name(one: str, other: str) -> str:
    return max(one, other, key=lambda name: (len(folded(name)), name))


def _card(key: Key, entry: _Found, sides: Sequence[Side]) -> Source:
    kind, _ = key
    mention = entry.mention
    party = _own_party(entry, sides, outlet=kind is SourceKind.OUTLET) or stated_party(
        entry.name, sorted(entry.texts), sides
    )
    return Source(
        id=source_id(kind, key[1]),
        kind=kind,
        name=entry.name,
        reliability=Reliability.F,
        reason=NO_RECORD,
        party=party,
        private=kind is SourceKind.SPEAKER and mention is not None and mention.private,
    )


def _own_party(entry: _Found, sides: Sequence[Side], *, outlet: bool) -> Party | None:
    """Return the side that the source is itself, or serves as an office of the same state."""
    name = folded(entry.name)
    for side in sides:
        label = folded(side.label)
        inside = " " in label and _names(label, name)
        group = side.role == GROUP_ROLE and " " in name and _names(name, label)
        if label == name or (not outlet and (inside or group)):
            return Party(of=entry.name, role=side.role, evidence=side.evidence or entry.name)
    mention = entry.mention
    if outlet or mention is None or mention.sector not in STATE_SECTORS:
        return None
    for side in sides:
        acts = side.role == ACTOR_ROLE and side.sector in STATE_SECTORS
        if acts and _same_state(mention.country, side, entry.reports):
            return Party(of=side.label, role="office of the same state", evidence=side.evidence)
    return None


def _same_state(country: str | None, side: Side, reports: set[ReportId]) -> bool:
    """Return whether an office is of the side's state: it names none itself, or the same one.

    An office of a country that is known is not of a side whose country is not: the envoys of a
    foreign state are no party for standing in one report with "the regime".
    """
    if country:
        return country == side.country
    return bool(reports & side.reports)


def _names(inner: str, outer: str) -> bool:
    return f" {inner} " in f" {outer} "
