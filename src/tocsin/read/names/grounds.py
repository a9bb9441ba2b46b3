"""Which tokens of a report stand in a place name, and in which country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.core.types import PlaceMention
from tocsin.read.document import Document

SETTLEMENTS = ("PPL", "ADM", "PCL")  # GeoNames: towns, districts, countries
COUNTRY_FEATURES = ("PCL", "TERR")  # GeoNames: independent and dependent political entities


@dataclass(frozen=True, slots=True)
class Grounds:
    """Place mentions by token index."""

    by_token: dict[int, PlaceMention]
    places: Sequence[PlaceMention]

    @classmethod
    def of(cls, document: Document, places: Sequence[PlaceMention]) -> Grounds:
        """Return the tokens of the document that the place mentions cover."""
        by_token: dict[int, PlaceMention] = {}
        for place in places:
            phrase = document.doc.char_span(
                place.span.start, place.span.end, alignment_mode="expand"
            )
            for token in phrase or ():
                by_token[token.i] = place
        return cls(by_token, places)

    def holds(self, token: int) -> bool:
        """Return whether the token stands in a place name."""
        return token in self.by_token

    def country_among(self, tokens: Iterable[int]) -> str | None:
        """Return the country of the first token that lies in one."""
        for token in tokens:
            place = self.by_token.get(token)
            if place is not None and (country := self.country_of(place)):
                return country
        return None

    def country_of(self, mention: PlaceMention) -> str | None:
        """Return the country a mention is, or lies in."""
        if mention.place is not None:
            return mention.place.country
        if mention.within is not None and mention.within < len(self.places):
            around = self.places[mention.within].place
            return around.country if around else None
        return None

    def is_country(self, token: int) -> bool:
        """Return whether the token stands in the name of a country."""
        mention = self.by_token.get(token)
        place = mention.place if mention else None
        return place is not None and place.feature.startswith(COUNTRY_FEATURES)

    def is_settlement(self, start: int, end: int) -> bool:
        """Return whether the tokens are wholly the name of a town or district."""
        mentions = [self.by_token.get(token) for token in range(start, end)]
        placed = [mention.place for mention in mentions if mention is not None and mention.place]
        return len(placed) == end - start and all(
            place.feature.startswith(SETTLEMENTS) for place in placed
        )
