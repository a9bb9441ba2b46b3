"""Toponyms recognised in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tocsin.core.ports import Gazetteer
from tocsin.read.document import Document
from tocsin.read.places.cues import PlaceCues, place_cues
from tocsin.read.places.evidence import ENOUGH, setting_of, weigh_evidence
from tocsin.read.places.lookup import known_names
from tocsin.read.places.toponyms import Toponym
from tocsin.read.places.unknown_names import echoes_of, unknown_names

SAME_NAME_GAIN = 1.2  # the name is surely a place elsewhere in the document
SURE = 2.0
DOUBTFUL = -0.8  # below it no other mention helps: "Paris" in "Paris Dorn"
_PUT_IN = re.compile(r"\s*(?:,|\(|,?(?: an?| the)?(?: \w+){0,2} in(?: the)?|,? in(?: the)?)\s*")
LONGEST_LINK = 30  # characters: ", a small town in the " has 22


def find_toponyms(document: Document, gazetteer: Gazetteer) -> list[Toponym]:
    """Return the toponyms in order, known ones and names that only the text knows.

    They are those of the prose, and the known ones of datelines.
    """
    setting = setting_of(document)
    text = document.report.text
    named = [*document.datelines, *document.phrases]
    known = [name for phrase in named for name in known_names(phrase, text, gazetteer)]
    known.sort(key=lambda toponym: toponym.span)
    for toponym in known:
        _note_wording(toponym)
    _link_containers(known, document)
    for toponym in known:
        toponym.evidence = weigh_evidence(toponym, setting)
    _share_evidence(known)
    kept = [toponym for toponym in known if toponym.evidence >= ENOUGH]
    unknown = unknown_names(document, kept, setting)
    kept = _apart(kept, unknown)
    kept = _apart(kept, echoes_of(document, unknown, kept, setting))
    _link_containers(kept, document)
    return kept


def _apart(known: Sequence[Toponym], unknown: Sequence[Toponym]) -> list[Toponym]:
    """Return both in order; a known name inside the name of a site is part of that."""
    taken = {i for toponym in unknown for i in range(toponym.first.i, toponym.last.i + 1)}
    free = [t for t in known if t.first.i not in taken and t.last.i not in taken]
    return sorted([*free, *unknown], key=lambda toponym: toponym.span)


def _note_wording(toponym: Toponym) -> None:
    cues = place_cues()
    toponym.adjective = toponym.key in cues.adjectives or toponym.characters is not None
    toponym.wanted = _kind_beside(toponym, cues)


def _kind_beside(toponym: Toponym, cues: PlaceCues) -> str | None:
    """Return the feature that a generic word beside the name asks for."""
    last, first = toponym.last, toponym.first
    own_word = cues.kinds.get(last.lower_) if last is not first else None
    if own_word:
        return own_word
    if last.i + 1 < len(last.doc):
        after = cues.kinds.get(last.nbor(1).lower_)
        if after and not toponym.adjective and last.nbor(1).pos_ in {"NOUN", "PROPN"}:
            return after
    if first.i > 1 and first.nbor(-1).lower_ == "of":
        return cues.kinds.get(first.nbor(-2).lower_)
    return None


def _link_containers(toponyms: Iterable[Toponym], document: Document) -> None:
    """Note which name each is put in: "Halvik, Dessin", "Ninefold, a town in Dessin"."""
    text = document.report.text
    for toponym, follower in pairwise(toponyms):
        start, end = toponym.span.end, follower.span.start
        if toponym.adjective or follower.adjective or not 0 < end - start <= LONGEST_LINK:
            continue
        if _PUT_IN.fullmatch(text, start, end):
            toponym.container = follower


def _share_evidence(toponyms: Sequence[Toponym]) -> None:
    """Let sure mentions of a name vouch for the others in the document."""
    sure = {toponym.key for toponym in toponyms if toponym.evidence >= SURE}
    for toponym in toponyms:
        if toponym.key in sure and DOUBTFUL <= toponym.evidence < SURE:
            toponym.evidence += SAME_NAME_GAIN
