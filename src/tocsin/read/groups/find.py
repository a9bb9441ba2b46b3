"""Groups at risk, from their merged mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.core.types import (
    Count,
    Event,
    GroupAtRisk,
    Part,
    PlaceMention,
    Report,
    Span,
    group_id,
)
from tocsin.ontology.exposure import exposure_words
from tocsin.read.document import Document
from tocsin.read.evidence import Opinion, chance, kept_from, no_opinion
from tocsin.read.groups.mention import PeopleMention
from tocsin.read.groups.mentions import find_people
from tocsin.read.groups.merge import Gathering, gather

LIVING_THERE = frozenset({"residents", "inhabitants", "people", "population"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """People of whom a report speaks, with the signs about them over all their mentions."""

    gathering: Gathering
    signs: frozenset[str]

    def score(self, opinion: Opinion) -> float:
        """Return how likely they are a group at risk, 0 to 1."""
        told = max((opinion(span) for span in _spans(self.gathering.mentions)), default=0.0)
        return chance("groups", self.signs, told)


def find_groups(
    document: Document,
    *,
    events: Sequence[Event],
    places: Sequence[PlaceMention],
    opinion: Opinion = no_opinion,
) -> tuple[GroupAtRisk, ...]:
    """Return the groups at risk, the likeliest first."""
    scored = [(c.score(opinion), c) for c in candidates(document, events, places)]
    at_risk = [(score, c) for score, c in scored if score >= kept_from("groups")]
    at_risk.sort(key=lambda pair: -pair[0])
    groups = [_group(candidate.gathering, document.report) for _, candidate in at_risk]
    return tuple({group.id: group for group in reversed(groups)}.values())[::-1]


def candidates(
    document: Document, events: Sequence[Event], places: Sequence[PlaceMention]
) -> Iterator[Candidate]:
    """Yield the people of whom the report speaks, in order of their first named mention."""
    gatherings = gather(find_people(document, events, places))
    first = min((g.mentions[0].span for g in gatherings), default=None)
    largest = max((_largest(g) for g in gatherings), default=0)
    for gathering in gatherings:
        signs = {sign for mention in gathering.mentions for sign in mention.signs}
        signs |= {"first_told"} if gathering.mentions[0].span == first else set()
        signs |= {"largest"} if largest and _largest(gathering) == largest else set()
        yield Candidate(gathering, frozenset(signs))


def _largest(gathering: Gathering) -> int:
    sizes = [m.size.low or m.size.high or 0 for m in gathering.mentions if m.size]
    return max(sizes, default=0)


def _group(gathering: Gathering, report: Report) -> GroupAtRisk:
    name = _name(gathering.mentions)
    size = _size(gathering.mentions)
    return GroupAtRisk(
        id=group_id(report.id, name),
        name=name,
        place=_place(gathering.mentions),
        low=size.low if size else None,
        high=size.high if size else None,
        as_reported=size.as_reported if size else "",
        of_which=_parts(gathering.mentions),
        spans=_spans(gathering.mentions),
    )


def _name(mentions: Sequence[PeopleMention]) -> str:
    """Return who they are and where they live: "Mirrun people, residents of Lindral Camp"."""
    placed = [m.words for m in mentions if m.place is not None and _names_place(m)]
    other = [m.words for m in mentions if not _names_place(m) and (m.keys or m.nations)]
    parts = [part for part in (_commonest(other), max(placed, key=len, default="")) if part]
    if parts:
        return ", ".join(parts)
    name, place = _commonest([m.words for m in mentions]), _place(mentions)
    if place is None or not _is_shelter(place):
        return name
    return f"{name} {'of' if name.casefold() in LIVING_THERE else 'in'} {place}"


def _is_shelter(place: str) -> bool:
    return bool(exposure_words().shelters & set(place.casefold().split()))


def _names_place(mention: PeopleMention) -> bool:
    place = (mention.place or "").casefold().split()
    return any(word in mention.words.casefold().split() for word in place)


def _commonest(names: Sequence[str]) -> str:
    """Return the name used most; of equals the longest, then the first."""
    counts = Counter(name.casefold() for name in names)
    return max(names, key=lambda name: (counts[name.casefold()], len(name)), default="")


def _place(mentions: Iterable[PeopleMention]) -> str | None:
    """Return where they are: the camp they live in before the street they were met in."""
    named = [mention.place for mention in mentions if mention.place]
    full = [place for place in named if len(place.split()) > 1]
    shelters = [place for place in full if _is_shelter(place)]
    return _commonest(shelters or full or named) or None


def _size(mentions: Iterable[PeopleMention]) -> Count | None:
    """Return the largest size given; one in people goes before one in families."""
    sizes = [mention.size for mention in mentions if mention.size]
    return max(sizes, key=lambda size: (size.low or 0, size.high or 0), default=None)


def _parts(mentions: Iterable[PeopleMention]) -> tuple[Part, ...]:
    by_name: dict[str, Part] = {}
    for mention in mentions:
        for part in mention.parts:
            by_name.setdefault(part.name, part)
    return tuple(by_name.values())


def _spans(mentions: Iterable[PeopleMention]) -> tuple[Span, ...]:
    return tuple(sorted({mention.span for mention in mentions}))
