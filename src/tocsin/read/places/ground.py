"""Toponyms of a report, grounded."""

from __future__ import annotations

import math
from collections.abc import Mapping

from tocsin.core.ports import Gazetteer
from tocsin.core.types import PlaceAlternative, PlaceMention
from tocsin.read.document import Document
from tocsin.read.places.contradiction import unground_contradicted
from tocsin.read.places.folding import fold_name
from tocsin.read.places.named import containers_of, full_names
from tocsin.read.places.recognise import find_toponyms
from tocsin.read.places.resolve import Choice, choose_places
from tocsin.read.places.toponyms import Toponym
from tocsin.read.places.vicinity import with_vicinities

MOST_CERTAIN = 0.92  # of all scores: right names over the sum of scores, on LGL and TR-News


def ground_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the toponyms and adjectival forms of the prose, in order, each placed if it can be."""
    toponyms = find_toponyms(document, gazetteer)
    unground_contradicted(toponyms)
    choices = choose_places(toponyms)
    full = full_names(toponyms)
    within = containers_of(toponyms, choices, full)
    mentions = [
        _mention(toponym, choices, full, within.get(index), document.report.text)
        for index, toponym in enumerate(toponyms)
    ]
    return with_vicinities(mentions, document.report.text)


def _mention(
    toponym: Toponym,
    choices: Mapping[str, Choice],
    full: Mapping[str, str],
    within: int | None,
    text: str,
) -> PlaceMention:
    choice = choices.get(toponym.key) if toponym.candidates else None
    words = toponym.span.within(text)
    certainty = MOST_CERTAIN / (1.0 + math.exp(-toponym.evidence))
    return PlaceMention(
        span=toponym.span,
        text=words,
        name=_name(words, choice) if choice else full.get(toponym.key, words),
        place=choice.place if choice else None,
        within=None if choice else within,
        score=round(certainty * (choice.share if choice else 1.0), 3),
        alternatives=tuple(
            PlaceAlternative(place=place, score=round(certainty * share, 3))
            for place, share in (choice.rivals if choice else ())
        ),
    )


def _name(words: str, choice: Choice) -> str:
    """Return the place's name: the report's spelling where it differs by marks alone."""
    place = choice.place
    if place.feature.startswith(("PPL", "ADM")) and fold_name(words) == fold_name(place.name):
        return words
    return place.name
