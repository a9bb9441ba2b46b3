"""Names, places and times of a report by the token they cover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import NameMention, PlaceMention, Span, TimeMention
from tocsin.read.document import Document


@dataclass(frozen=True, slots=True)
class Positions:
    """Tokens in text order with their offsets, searched by halving."""

    tokens: list[int]
    offsets: list[int]

    def nearest(self, token: Token, phrase: Phrase) -> int | None:
        """Return the position in the sentence nearest to the token, None where there is none."""
        cut = bisect_left(self.tokens, token.i)
        beside = self.tokens[max(cut - 1, 0) : cut + 1]
        inside = [index for index in beside if phrase.start <= index < phrase.end]
        return min(inside, key=lambda index: abs(index - token.i), default=None)

    def first_between(self, start: int, end: int) -> int | None:
        """Return the first position whose offset lies in the span."""
        cut = bisect_left(self.offsets, start)
        found = cut < len(self.offsets) and self.offsets[cut] < end
        return self.tokens[cut] if found else None


@dataclass(frozen=True, slots=True)
class Mentions:
    """What stands at a token: index of a place or time, or the name itself."""

    names: dict[int, NameMention]
    places: dict[int, int]
    times: dict[int, int]
    all_places: Sequence[PlaceMention]
    all_times: Sequence[TimeMention]
    text: str
    located: Positions
    dated: Positions

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
    doc = document.doc
    starts = [token.idx for token in doc]
    named = _cover(document, [name.span for name in names], starts)
    name_at = {token: names[index] for token, index in named.items()}
    place_at = _cover(document, [place.span for place in places], starts)
    time_at = _cover(document, [time.span for time in times], starts)
    located = [token for token in place_at if _is_location(doc[token])]
    dated = [token for token, index in time_at.items() if times[index].when is not None]
    return Mentions(
        name_at,
        place_at,
        time_at,
        places,
        times,
        document.report.text,
        _positions(document, located),
        _positions(document, dated),
    )


def _positions(document: Document, tokens: Sequence[int]) -> Positions:
    order = sorted(tokens)
    return Positions(order, [document.doc[token].idx for token in order])


def _is_location(token: Token) -> bool:
    return token.pos_ != "ADJ" and token.dep_ not in ("nsubj", "poss", "amod")


def _cover(document: Document, spans: Sequence[Span], starts: Sequence[int]) -> dict[int, int]:
    """Return, for each token that a span touches, the first span that does; tokens by start."""
    covered: dict[int, int] = {}
    for index in sorted(range(len(spans)), key=lambda index: spans[index]):
        span = spans[index]
        token = max(bisect_right(starts, span.start) - 1, 0)
        while token < len(starts) and starts[token] < span.end:
            if document.doc[token].idx + len(document.doc[token]) > span.start:
                covered.setdefault(token, index)
            token += 1
    return covered
