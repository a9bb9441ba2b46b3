"""Statements carried by nouns, adjectives and prepositions: "according to", "X's claim that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.core.types import Span, Stance
from tocsin.read.attribution.cues import Cue, CueList
from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.extent import around, cue_of, stretch, under
from tocsin.read.attribution.sources import speaker_spans, subject_of
from tocsin.read.attribution.verbs import frame_of

ACCORDING_SCORE = 0.75  # share right on PolNeAR's training part
BASED_SCORE = 0.6


def according_drafts(token: Token) -> Iterator[Draft]:
    """Yield the draft of "according to X" or "in the words of X" at its first token."""
    if token.lower_ == "according" and token.i + 1 < len(token.doc):
        yield from prepositional(token, last=1, score=ACCORDING_SCORE)
    elif token.lower_ == "in" and token.doc[token.i : token.i + 4].text.lower() == (
        "in the words of"
    ):
        yield from prepositional(token, last=3, score=ACCORDING_SCORE)


def prepositional(token: Token, *, last: int, score: float) -> Iterator[Draft]:
    """Yield the draft of a preposition that ends `last` tokens on; its object speaks."""
    doc, end = token.doc, token.i + last
    noun = next((t for t in doc[end + 1 : token.right_edge.i + 1] if t.dep_ == "pobj"), None)
    if noun is None or end >= len(doc) or not (doc[end].lower_ == "to" or last > 1):
        return
    yield from comment_drafts(token, noun, last=end, score=score)


def comment_drafts(token: Token, noun: Token, *, last: int, score: float) -> Iterator[Draft]:
    """Yield the draft of a phrase that says on whose word its clause stands.

    The cue runs from the phrase's head to the token `last`; the noun speaks.
    """
    head = clause_head(token)
    content = around(head, token) if head != token else ()
    if content:
        yield Draft(
            at=token.idx,
            source=noun,
            speaker=speaker_spans(noun),
            cue=stretch(token.doc, token.i, last),
            content=content,
            stance=Stance.ASSERTS,
            score=score,
        )


def clause_head(token: Token) -> Token:
    """Return the head of the clause that the phrase comments on."""
    head = token.head
    for _ in range(6):
        if head.pos_ in {"VERB", "AUX"} or head.head == head:
            break
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"} and token.i < head.head.i:
        head = head.head
    return head


def based_drafts(token: Token, cues: CueList) -> Iterator[Draft]:
    """Yield the draft of "based on information received from X" at "based"."""
    if token.lower_ != "based" or not any(c.lower_ in {"on", "upon"} for c in token.rights):
        return
    preposition = next(c for c in token.rights if c.lower_ in {"on", "upon"})
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in cues.documents:
        return
    yield from comment_drafts(token, noun, last=preposition.i, score=BASED_SCORE)


def noun_drafts(token: Token, cues: CueList) -> Iterator[Draft]:
    """Yield the draft of a noun with its clause or object ("their claim that …")."""
    cue = cues.nouns.get(token.lemma_.lower())
    if cue is None or token.pos_ not in {"NOUN", "PROPN"}:
        return
    for child in token.rights:
        frame = noun_frame(child)
        content = noun_content(child)
        if frame in cue.frames and content:
            giver = giver_of(token)
            through = child.i if child.dep_ == "prep" else token.i
            yield noun_draft(token, cue, frame, giver, content, through)
            return


def noun_draft(
    token: Token, cue: Cue, frame: str, giver: Token | None, content: tuple[Span, ...], last: int
) -> Draft:
    """Return the draft of a nominal cue."""
    return Draft(
        at=token.idx,
        source=giver,
        speaker=speaker_spans(giver),
        cue=stretch(token.doc, token.i, last if last - token.i <= 2 else token.i),
        content=content,
        stance=cue.stance,
        score=cue.frames[frame],
    )


def noun_frame(child: Token) -> str:
    """Return the frame of a noun's complement: "that", "to do" or its preposition."""
    if child.dep_ in {"acl", "relcl", "ccomp"}:
        marks = {c.lower_ for c in child.lefts if c.dep_ in {"mark", "aux"}}
        if "that" in marks:
            return "that"
        return "to do" if "to" in marks else ""
    return child.lower_ if child.dep_ == "prep" else ""


def noun_content(child: Token) -> tuple[Span, ...]:
    """Return the content that the complement holds."""
    if child.dep_ == "prep":
        return stretch(child.doc, child.i + 1, child.right_edge.i)
    return under(child)


def giver_of(token: Token) -> Token | None:
    """Return who gives the statement: its possessor, "by X", or the subject of its verb."""
    for child in token.lefts:
        if child.dep_ == "poss":
            return child
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((noun for noun in child.rights if noun.dep_ == "pobj"), None)
    if token.dep_ == "dobj":
        return subject_of(token.head)
    return None


def adjective_drafts(token: Token, cues: CueList) -> Iterator[Draft]:
    """Yield the draft of an adjective with its clause ("they are confident that …")."""
    cue = cues.adjectives.get(token.lemma_.lower())
    if cue is None or token.dep_ not in {"acomp", "ROOT", "conj"} or token.pos_ != "ADJ":
        return
    clause = next((c for c in token.rights if c.dep_ in {"ccomp", "xcomp"}), None)
    if clause is None or frame_of(clause) not in cue.frames:
        return
    verb = token.head
    source = subject_of(verb)
    if source is None:
        return
    yield Draft(
        at=token.idx,
        source=source,
        speaker=speaker_spans(source),
        cue=cue_of(verb, until=token),
        content=under(clause),
        stance=cue.stance,
        score=cue.frames[frame_of(clause)],
    )
