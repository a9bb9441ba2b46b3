"""Triggers that the model finds where the lexicon has no word for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.ontology.event_types import event_types
from tocsin.read.document import Document
from tocsin.read.encoder.schema import OUTSIDE, ROLES
from tocsin.read.encoder.spans import Marked, role_spans
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import Surroundings, word_set
from tocsin.read.events.lexicon import Frame, trigger_lexicon
from tocsin.read.events.passage_codes import SURE_CLASS, cameo_class, is_short
from tocsin.read.events.triggers import INACTION, Trigger
from tocsin.read.span_index import SpanIndex

SURE_TRIGGER: Final = 0.7  # lower ones fire on plain news: "shot a film", "it was dark"
SURE_TYPE: Final = 0.6
# Of a word that the lexicon lists, in whatever frame, less is asked in a text about violence.
# On gold/train, the weights the same: recall .57 to .62, precision .68, types right .86 to .855.
LIKELY_TRIGGER: Final = 0.5
LIKELY_TYPE: Final = 0.4
BY_LEXICON: Final = 10.0  # how much likelier the lexicon makes the types it has the word under
MOST_TYPES: Final = 3  # a word listed under more tells nothing: "be", "take"
RELEVANT: Final = 0.5
WEIGHT: Final = 0.8  # rank of a learned trigger among the lexicon's (0.5–1)
LIKELY_WEIGHT: Final = 0.4  # of one that the model alone would not be sure of


def with_learned(document: Document, known: Sequence[Trigger]) -> list[Trigger]:
    """Return the lexicon's triggers and the model's, in text order."""
    found = [*known, *learned_triggers(document, known)]
    if not found and is_short(document) and (about := passage_trigger(document)) is not None:
        found.append(about)
    return sorted(found, key=lambda trigger: trigger.token.i)


def learned_triggers(document: Document, known: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield triggers of the model that overlap none of the known, in text order."""
    taken = SpanIndex((number, (trigger.span,)) for number, trigger in enumerate(known))
    told = {(trigger.sentence, trigger.frame.type_name) for trigger in known}
    whole = Span(0, len(document.doc.text))
    about_violence = document.marks.passage("relevant", whole)["yes"] >= RELEVANT
    least = LIKELY_TRIGGER if about_violence else SURE_TRIGGER
    for marked in role_spans(document.marks, "trigger", least):
        kind = None if taken.touching(marked.span) else _kind_of(document, marked, about_violence)
        trigger = _trigger(document, marked.span, kind) if kind is not None else None
        if trigger is not None and _peak(document, marked.pieces) <= SURE_TRIGGER:
            trigger = replace(trigger, frame=replace(trigger.frame, weight=LIKELY_WEIGHT))
        if trigger is not None and (trigger.sentence, kind) not in told:
            yield trigger


def _kind_of(document: Document, marked: Marked, about_violence: bool) -> str | None:
    """Return the type of a marked trigger, None where model and lexicon leave it too unsure."""
    chances = document.marks.trigger(marked.span)["event_type"]
    listed = _listed_types(document, marked.span) if about_violence else frozenset()
    weights = {name: chances[name] * (BY_LEXICON if name in listed else 1) for name in chances}
    kind = max(weights, key=lambda name: weights[name])
    if kind in listed:
        return kind if weights[kind] >= LIKELY_TYPE * sum(weights.values()) else None
    sure = chances[kind] >= SURE_TYPE and _peak(document, marked.pieces) > SURE_TRIGGER
    return kind if sure else None


def _listed_types(document: Document, span: Span) -> frozenset[str]:
    """Return the types under which the lexicon has a word of the span, unless a frame forbids it.

    Inaction is left out: its words are the common ones, "come" and "send".
    """
    phrase = document.doc.char_span(span.start, span.end, alignment_mode="expand") or ()
    sentence = document.sentence_of(span.start)
    if sentence is None:
        return frozenset()
    tree, around = Tree.of(document.doc), _words_of(document, sentence)
    types = {name for token in phrase for name in _types_of(token, tree, around)}
    return frozenset() if len(types) > MOST_TYPES else frozenset(types) - {INACTION}


def _words_of(document: Document, sentence: int) -> frozenset[str]:
    return frozenset(word for token in document.phrases[sentence] for word in word_set(token))


def _types_of(token: Token, tree: Tree, words: frozenset[str]) -> Iterator[str]:
    """Yield the types of the token's frames that forbid nothing that stands in its sentence."""
    lexicon = trigger_lexicon()
    around = Surroundings(token, tree, words)
    for word in sorted(word_set(token)):
        verb = lexicon.verb_forms.get(word, word)
        frames = lexicon.verbs if _is_verbal(token) else lexicon.nouns
        for frame in frames.get(verb if _is_verbal(token) else word, ()):
            forbidding = tuple(part for part in frame.conditions if part.forbids)
            if around.holds(replace(frame, conditions=forbidding)):
                yield frame.type_name


def passage_trigger(document: Document) -> Trigger | None:
    """Return what a short report is about where neither lexicon nor model has a trigger.

    It is the verb likeliest to be one, with the likeliest type of the class that the class head
    is sure of; None where it is not sure, or where it would raise violence in a text that the
    model does not hold relevant.
    """
    whole = Span(0, len(document.doc.text))
    chances = document.marks.passage("cameo", whole)
    sure = max(chances, key=lambda name: chances[name])
    verbs = [token for token in document.tokens() if token.pos_ == "VERB"]
    if chances[sure] < SURE_CLASS or not verbs:
        return None
    verb = max(verbs, key=lambda token: _chance_of_trigger(document, token))
    span = Span(verb.idx, verb.idx + len(verb.text))
    kinds = document.marks.trigger(span)["event_type"]
    relevant = document.marks.passage("relevant", whole)["yes"] >= RELEVANT
    fitting = [
        kind.name
        for kind in event_types().values()
        if cameo_class(kind.codes.cameo) == sure and (relevant or not kind.violent)
    ]
    best = max(fitting, key=lambda name: kinds[name], default=None)
    return _trigger(document, span, best) if best is not None else None


def _chance_of_trigger(document: Document, token: Token) -> float:
    return _peak(document, document.marks.pieces_in(Span(token.idx, token.idx + len(token.text))))


def _peak(document: Document, pieces: slice) -> float:
    inside = 1 - document.marks.roles[pieces, ROLES.index("trigger"), OUTSIDE]
    return float(inside.max()) if len(inside) else 0.0


def _trigger(document: Document, span: Span, kind: str) -> Trigger | None:
    phrase = document.doc.char_span(span.start, span.end, alignment_mode="expand")
    sentence = document.sentence_of(span.start)
    if phrase is None or sentence is None or phrase.root.lemma_ == "be":
        return None  # "it was cold": a bare "was" tells no deed
    head = phrase.root
    frame = Frame(kind, (head.lemma_.lower(),), _is_verbal(head), (), WEIGHT)
    words = _words_of(document, sentence)
    return Trigger(head, head, frame, sentence, words)


def _is_verbal(head: Token) -> bool:
    return head.pos_ in {"VERB", "AUX"}
