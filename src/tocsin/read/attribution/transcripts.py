"""Statements of interviews and headlines: a name, a colon, and what the name says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.core.types import Span, Stance
from tocsin.read.attribution.cues import cue_list
from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.quotations import Quotations
from tocsin.read.document import Document

TURN = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: (?:of |the |de |al-)?[A-Z][\w.’'-]*){0,4})(?P<colon>:)\s+(?=\S)"
)
LONGEST_TURN_NAME = 50  # characters; a longer stretch before a colon is a sentence, not a name
FEWEST_WORDS_SAID = 3
TURN_SCORE = 0.8  # share right on PolNeAR's training part


def turn_drafts(document: Document, quotations: Quotations) -> Iterator[Draft]:
    """Yield a draft for each paragraph that opens with a name and a colon."""
    text = quotations.text
    for paragraph in quotations.paragraphs:
        turn = TURN.match(text, paragraph.start, paragraph.start + LONGEST_TURN_NAME)
        if turn is None or turn["name"].lower() in cue_list().labels:
            continue
        content = Span(turn.end(), paragraph.end)
        name = document.doc.char_span(*turn.span("name"), alignment_mode="expand")
        if len(content.within(text).split()) < FEWEST_WORDS_SAID or name is None:
            continue
        if document.sentence_of(turn.start()) is None:
            continue
        yield Draft(
            at=turn.start("colon"),
            source=name[-1],
            speaker=(Span(*turn.span("name")),),
            cue=(Span(*turn.span("colon")),),
            content=(content,),
            stance=Stance.ASSERTS,
            score=TURN_SCORE,
        )
