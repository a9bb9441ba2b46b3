"""Names with their kinds: candidates of every sort, settled and joined."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from tocsin.core.types import NameKind, NameMention, PlaceMention
from tocsin.read.document import Document, span_of
from tocsin.read.names.candidate import Candidate, longest_apart
from tocsin.read.names.countries import find_acting_countries
from tocsin.read.names.entities import find_bodies
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.join import join_bearers
from tocsin.read.names.known import find_known
from tocsin.read.names.peoples import find_peoples
from tocsin.read.names.persons import byline_persons, find_persons
from tocsin.read.names.phrases import find_phrases


def find_names(document: Document, places: Sequence[PlaceMention]) -> tuple[NameMention, ...]:
    """Return the named persons and bodies of the prose, in order, joined by canonical name."""
    grounds = Grounds.of(document, places)
    candidates = longest_apart(
        [
            *find_known(document),
            *find_phrases(document, grounds),
            *find_persons(document, grounds),
            *find_bodies(document, grounds),
            *find_peoples(document, grounds),
            *find_acting_countries(document, grounds),
        ]
    )
    authors = byline_persons(document.report.byline)
    joined = join_bearers(candidates, document.doc, authors=authors)
    return tuple(_mention(candidate, document.doc) for candidate in joined)


def _mention(candidate: Candidate, doc: Doc) -> NameMention:
    phrase = candidate.phrase(doc)
    return NameMention(
        span=span_of(phrase),
        text=phrase.text,
        kind=candidate.kind,
        canonical=candidate.canonical or phrase.text,
        country=candidate.country,
        sector=candidate.sector,
        private=candidate.kind is NameKind.PERSON and not candidate.public,
    )
