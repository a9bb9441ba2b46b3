"""How surely a known name stands for a place here, from the parse and the words around it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.places.cues import PlaceCues, place_cues
from tocsin.read.places.folding import fold_name
from tocsin.read.places.lookup import is_capitalised
from tocsin.read.places.toponyms import Toponym

# Decades of odds, set by hand on half of LGL and TR-News and checked on the other half.
ENOUGH = 1.0
LABELS_WHOLE = {"GPE": 2.2, "LOC": 1.6, "NORP": 0.6, "FAC": 1.0, "ORG": 0.6, "PERSON": 0.0}
LABELS_PART = {"GPE": 1.4, "LOC": 1.4, "NORP": 0.6, "FAC": 0.9, "ORG": 0.7, "PERSON": -2.5}
UNLABELLED = 0.0
OTHER_LABEL = -0.5
PEOPLE_PLURAL = -3.0  # "Ostrelis" are persons, not the country
SURNAME_COST = 2.2
TITLE_COST = 3.0
HOMOGRAPH_COST = 1.7
NOT_A_NAME_COST = 1.2  # the parser sees no proper noun or adjective
RUN_ON_COST = 1.2  # a capitalised neighbour outside the name: "Paris Dorn"
CONTAINED_GAIN = 2.2  # ", Dessin" follows
KIND_GAIN = 1.5
ABBREVIATION_COST = 3.0
SENTENCE_START_COST = 0.4
BESIDE_GAIN = 1.2  # "Halvik police", "a Brenmark man"
CONSTITUENCY_GAIN = 2.0  # "D-Halvik": a legislator's party and seat
ALIAS_COST = 0.5  # the gazetteer has it only as another name
ACRONYM_COST = 2.5  # and it is written as an acronym
LONGEST_ACRONYM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the whole document tells: entity of each token, and last words of persons' names."""

    entities: Mapping[int, Phrase]
    surnames: frozenset[str]


def setting_of(document: Document) -> Setting:
    """Return the entities by token index and the surnames of the document."""
    entities = {token.i: entity for entity in document.doc.ents for token in entity}
    surnames = {
        part.text.lower()
        for entity in document.doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1 and not _is_cut(entity)
        for part in list(entity)[1:]
        if part.text[:1].isupper() and len(part.text) > 1
    }
    return Setting(entities=entities, surnames=frozenset(surnames))


def _is_cut(entity: Phrase) -> bool:
    """Return whether a comma or dash shows that the entity is no one name."""
    return any(token.is_punct and token.text not in {".", "'", "’"} for token in entity)


def weigh_evidence(toponym: Toponym, setting: Setting) -> float:
    """Return the decades of odds that the name stands for a place here."""
    cues = place_cues()
    return (
        _label(toponym, setting)
        + _fame(toponym)
        + _before(toponym, cues)
        + _after(toponym, cues)
        + _word(toponym, setting, cues)
        + _bearing(toponym)
    )


def _label(toponym: Toponym, setting: Setting) -> float:
    entity = setting.entities.get(toponym.first.i) or setting.entities.get(toponym.last.i)
    if entity is None:
        return UNLABELLED
    whole = _core_start(entity) >= toponym.first.i and _core_end(entity) <= toponym.last.i
    table = LABELS_WHOLE if whole else LABELS_PART
    return table.get(entity.label_, OTHER_LABEL)


def _core_start(entity: Phrase) -> int:
    return entity.start + (1 if entity[0].lower_ == "the" and len(entity) > 1 else 0)


def _core_end(entity: Phrase) -> int:
    last = entity[-1]
    return last.i - (1 if last.lower_ in {"'s", "’s"} and len(entity) > 1 else 0)


def _fame(toponym: Toponym) -> float:
    best = toponym.candidates[0]
    if best.feature in {"PCLI", "CONT"} or best.is_picked:
        return 2.0
    if best.feature in {"RGN", "PPLC"} and not best.bulk:
        return 1.2
    people = max(place.population for place in toponym.candidates[:5])
    fame = min(1.5, max(-1.0, 0.6 * (math.log10(people + 1) - 4.5)))
    return fame + (0.5 if best.feature == "ADM1" else 0.0)


def _bearing(toponym: Toponym) -> float:
    """Return the cost of a name that places have only as another name."""
    best = toponym.candidates[0]
    if best.feature in {"PCLI", "CONT", "RGN"} or toponym.adjective or best.is_picked:
        return 0.0
    borne = any(fold_name(place.name) == toponym.key for place in toponym.candidates[:5])
    if borne or toponym.key in place_cues().abbreviated:
        return 0.0
    text = toponym.first.text
    return -(ACRONYM_COST if text.isupper() and len(text) <= LONGEST_ACRONYM else ALIAS_COST)


def _before(toponym: Toponym, cues: PlaceCues) -> float:
    first = toponym.first
    if first.i == 0:
        return -SENTENCE_START_COST
    previous = first.nbor(-1)
    if previous.lower_ == "the" and previous.i > 0:
        previous = previous.nbor(-1)
    if previous.text == "-" and previous.i > 0 and previous.nbor(-1).text in {"D", "R"}:
        return CONSTITUENCY_GAIN
    word = previous.lower_.rstrip(".")
    if word in cues.titles and previous.text[:1].isupper():
        return -TITLE_COST
    if word in cues.locative:
        return cues.locative[word]
    if first.is_sent_start:
        return -SENTENCE_START_COST
    runs_on = is_capitalised(previous) and previous.pos_ == "PROPN" and not previous.is_sent_start
    return -RUN_ON_COST if runs_on and previous.lower_ not in cues.sites else 0.0


def _after(toponym: Toponym, cues: PlaceCues) -> float:
    last = toponym.last
    gain = KIND_GAIN if toponym.wanted else 0.0
    if toponym.container is not None:
        return gain + CONTAINED_GAIN
    if last.i + 1 >= len(last.doc):
        return gain
    follower = last.nbor(1)
    if follower.lower_ in cues.person_verbs:
        return gain - 0.3
    if follower.lower_ in cues.beside and not toponym.adjective:
        return gain + BESIDE_GAIN
    if toponym.adjective or follower.lower_ in cues.kinds or follower.lower_ in cues.sites:
        return gain
    return gain - (RUN_ON_COST if is_capitalised(follower) and follower.pos_ == "PROPN" else 0.0)


def _word(toponym: Toponym, setting: Setting, cues: PlaceCues) -> float:
    cost = 0.0
    if toponym.key in cues.peoples:
        cost += PEOPLE_PLURAL
    if toponym.key in cues.homographs:
        cost -= HOMOGRAPH_COST
    if toponym.last.lower_ in setting.surnames and len(toponym.key.split()) == 1:
        cost -= SURNAME_COST
    if toponym.key in cues.abbreviated and not _stands_as_abbreviation(toponym.first):
        cost -= ABBREVIATION_COST
    if toponym.last.pos_ not in {"PROPN", "ADJ"} and not toponym.adjective:
        cost -= NOT_A_NAME_COST
    return cost


def _stands_as_abbreviation(token: Token) -> bool:
    """Return whether it follows a name and a comma ("Halvik, KY"), or is dotted within ("N.Y.")."""
    after_name = token.i > 1 and token.nbor(-1).text == "," and is_capitalised(token.nbor(-2))
    return after_name or "." in token.text[:-1]
