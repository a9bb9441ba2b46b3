"""Toponyms recognised in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.ports import Gazetteer
from tocsin.core.types import Span
from tocsin.read.document import Document
from tocsin.read.places.cues import PlaceCues, place_cues
from tocsin.read.places.evidence import ENOUGH, Setting, setting_of, weigh_evidence
from tocsin.read.places.folding import fold_name
from tocsin.read.places.lookup import is_capitalised, known_names
from tocsin.read.places.toponyms import Toponym

SAME_NAME_GAIN = 1.2  # the name is surely a place elsewhere in the document
SURE = 2.0
NAMED_EVIDENCE = 1.2  # a name that the parser calls a place and no gazetteer holds
NAMED_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAMED = 6  # tokens; longer ones are run-on headlines


def find_toponyms(document: Document, gazetteer: Gazetteer) -> list[Toponym]:
    """Return the toponyms of the prose in order: those known, and names that only the text knows."""
    setting = setting_of(document)
    known = [
        toponym for phrase in document.phrases for toponym in _in_sentence(phrase, gazetteer)
    ]
    for toponym in known:
        toponym.evidence = weigh_evidence(toponym, setting)
    _share_evidence(known)
    kept = [toponym for toponym in known if toponym.evidence >= ENOUGH]
    named = list(_named_places(document, kept, setting))
    kept = [t for t in kept if not any(n.span.covers(t.span) for n in named if n.site)] + named
    return sorted(kept, key=lambda toponym: toponym.span)


def _in_sentence(phrase: Phrase, gazetteer: Gazetteer) -> list[Toponym]:
    toponyms = list(known_names(phrase, gazetteer))
    cues = place_cues()
    for toponym in toponyms:
        toponym.phrase = phrase
        toponym.adjective = toponym.key in cues.adjectives
        toponym.wanted = _kind_beside(toponym, cues)
    for toponym, follower in zip(toponyms, toponyms[1:], strict=False):
        if _holds(toponym, follower):
            toponym.container = follower
    return toponyms


def _holds(toponym: Toponym, follower: Toponym) -> bool:
    """Return whether only a comma stands between, as in "Halvik, Dessin", or a bracket."""
    between = follower.first.i - toponym.last.i
    if toponym.adjective or follower.adjective or between != 2:
        return False
    return toponym.last.nbor(1).text in {",", "("}


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


def _share_evidence(toponyms: Sequence[Toponym]) -> None:
    """Let sure mentions of a name vouch for the others in the document."""
    sure = {toponym.key for toponym in toponyms if toponym.evidence >= SURE}
    for toponym in toponyms:
        if toponym.key in sure and toponym.evidence < SURE:
            toponym.evidence += SAME_NAME_GAIN


def _named_places(
    document: Document, known: Sequence[Toponym], setting: Setting
) -> Iterator[Toponym]:
    taken = [toponym.span for toponym in known]
    for entity in document.doc.ents:
        if entity.label_ not in NAMED_LABELS:
            continue
        tokens = _trimmed(entity)
        if not tokens or len(tokens) > LONGEST_NAMED or not _is_name(tokens, setting):
            continue
        site = tokens[-1].lower_ in place_cues().sites or tokens[0].lower_ in place_cues().sites
        span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
        overlapped = [other for other in taken if other.overlaps(span)]
        if overlapped and not (site and len(tokens) > 1):
            continue
        if document.sentence_of(span.start) is None:
            continue
        yield Toponym(
            first=tokens[0],
            last=tokens[-1],
            key=fold_name(span.within(document.report.text)),
            candidates=(),
            evidence=NAMED_EVIDENCE,
            site=site,
        )


def _trimmed(entity: Phrase) -> list[Token]:
    """Return the entity's tokens without article, possessive or loose punctuation."""
    tokens = list(entity)
    while tokens and not is_capitalised(tokens[0]):
        tokens.pop(0)
    while tokens and not (is_capitalised(tokens[-1]) or tokens[-1].lower_ in place_cues().sites):
        tokens.pop()
    return tokens


def _is_name(tokens: list[Token], setting: Setting) -> bool:
    cues = place_cues()
    key = fold_name(" ".join(token.text for token in tokens))
    if len(key) < 3 or key in cues.never or any("\n" in token.text for token in tokens):
        return False
    if len(tokens) == 1:
        token = tokens[0]
        common = token.pos_ != "PROPN" or key in cues.homographs or key in cues.sites
        return not (common or token.lower_ in setting.surnames or key in cues.abbreviated)
    previous = tokens[0].nbor(-1) if tokens[0].i else None
    return not (previous is not None and previous.lower_.rstrip(".") in cues.titles)


