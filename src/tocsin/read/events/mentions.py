"""Names, places and times of a report by the token they cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.core.types import NameMention, PlaceMention, Span, TimeMention
from tocsin.read.document import Document


@dataclass(frozen=True, slots=True)
class Mentions:
    """What stands at a token: index of a place or time, or the name itself."""

    names: dict[int, NameMention]
    places: dict[int, int]
    times: dict[int, int]
    all_places: Sequence[PlaceMention]
    all_times: Sequence[TimeMention]
    text: str

    def country_of_place(self, index: int) -> str | None:
        """Return the ISO alpha-3 country in which a place mention lies."""
        mention = self.all_places[index]
        if mention.place is not None:
            return mention.place.country
        if mention.within is None or mention.within == index:
            return None
        outer = self.all_places[mention.within].place
        return outer.country if outer is not None else None


def index_mentions(
    document: Document,
    names: Sequence[NameMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> Mentions:
    """Return the mentions by token."""
    name_at = {
        token: names[index] for token, index in _cover(document, [n.span for n in names]).items()
    }
    return Mentions(
        name_at,
        _cover(document, [place.span for place in places]),
        _cover(document, [time.span for time in times]),
        places,
        times,
        document.report.text,
    )


def _cover(document: Document, spans: Sequence[Span]) -> dict[int, int]:
    covered: dict[int, int] = {}
    order = sorted(range(len(spans)), key=lambda index: spans[index])
    position = 0
    doc = document.doc
    for index in order:
        while position < len(doc) and doc[position].idx + len(doc[position]) <= spans[index].start:
            position += 1
        inside = position
        while inside < len(doc) and doc[inside].idx < spans[index].end:
            covered.setdefault(inside, index)
            inside += 1
    return covered
