"""Readings of a verb as a cue: each kind of complement it takes, with where the content lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.attribution.extent import around, cue_of, stretch, under
from tocsin.read.attribution.sources import agent_of, source_of, speaker_spans

ADDRESSED = frozenset({"dobj", "dative"})
ADDRESSING = frozenset({"to", "on", "upon", "with"})  # before whom an appeal is made to
FOLLOWS_OBJECT = frozenset({"prep", "xcomp", "oprd", "ccomp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """One reading: `frame` names the kind of complement as the cue list does."""

    frame: str
    source: Token | None
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def complements_of(verb: Token) -> Iterator[Complement]:
    """Yield the readings of the verb, the surest first; none for a verb without complement."""
    if any(child.dep_ == "nsubjpass" for child in verb.lefts):
        yield from passive_complements(verb)
        return
    clause = clause_of(verb)
    if clause is not None:
        yield reading(verb, frame_of(clause), clause_content(verb, clause))
        return
    inserted = inserted_content(verb)
    if inserted:
        yield reading(verb, "that", inserted)
        return
    yield from nominal_complements(verb)


def reading(
    verb: Token, frame: str, content: tuple[Span, ...], *, until: Token | None = None
) -> Complement:
    """Return the complement with the verb's own speaker and cue."""
    source = source_of(verb)
    return Complement(
        frame=frame,
        source=source,
        speaker=speaker_spans(source, without=verb),
        cue=cue_of(verb, until=until),
        content=content,
    )


def clause_of(verb: Token) -> Token | None:
    """Return the head of the clause that the verb takes, finite before infinitive."""
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}]
    finite = [clause for clause in clauses if clause.dep_ == "ccomp"]
    return next(iter(finite + clauses), None) or detached_clause(verb) or asked_clause(verb)


def asked_clause(verb: Token) -> Token | None:
    """Return the infinitive after the addressee ("appealed to the Council to send observers")."""
    addressees = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ADDRESSING]
    for child in verb.rights:
        if addressees and child.dep_ == "advcl" and child.i > addressees[0].i:
            return child if frame_of(child) == "to do" else None
    return None


def detached_clause(verb: Token) -> Token | None:
    """Return a "that" clause that the parse hung on a noun between ("said in a letter that")."""
    for child in verb.rights:
        if child.dep_ not in {"prep", "npadvmod", "dobj", "dative"}:
            continue
        nouns = [child, *child.rights]
        for noun in nouns:
            for clause in noun.rights:
                if clause.dep_ in {"acl", "relcl"} and opens_with_that(clause):
                    return clause
    return None


def opens_with_that(clause: Token) -> bool:
    """Return whether the clause begins with the conjunction "that"."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)


def frame_of(clause: Token) -> str:
    """Return the frame of a clause: "that", "whether", "to do", "ing" or "as"."""
    lefts = list(clause.lefts)
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in lefts):
        return "to do"
    if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in lefts):
        return "whether"
    if clause.pos_ not in {"VERB", "AUX"}:
        return "that" if clause.dep_ == "ccomp" and any(c.pos_ == "VERB" for c in lefts) else "as"
    if clause.tag_ == "VBG" and not any(child.dep_ == "aux" for child in lefts):
        return "ing"
    return "that"


def clause_content(verb: Token, clause: Token) -> tuple[Span, ...]:
    """Return the clause, from the object asked on where there is one ("urged them to go")."""
    if frame_of(clause) in {"to do", "as"}:
        objects = [c for c in verb.rights if c.dep_ in ADDRESSED and c.i < clause.i]
        if objects:
            return stretch(verb.doc, objects[0].left_edge.i, clause.right_edge.i)
    if clause.dep_ == "advcl":
        to = next(child for child in clause.lefts if child.lower_ == "to")
        return stretch(verb.doc, to.i, clause.right_edge.i)
    if clause.i < verb.i:
        return stretch(verb.doc, clause.left_edge.i, min(clause.right_edge.i, verb.i - 1))
    return under(clause)


def inserted_content(verb: Token) -> tuple[Span, ...]:
    """Return what stands around an inserted cue ("twelve, the ministry said, had died")."""
    if verb.dep_ == "parataxis":
        return around(verb.head, verb)
    return ()


def nominal_complements(verb: Token) -> Iterator[Complement]:
    """Yield the readings of a verb with an object or a preposition."""
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    for child in verb.rights:
        if child.dep_ == "prep" and not objects:
            content = stretch(verb.doc, child.i + 1, child.right_edge.i)
            follower = next((c for c in verb.rights if c.i > child.i and c.dep_ == "xcomp"), None)
            if follower is not None:
                content = stretch(verb.doc, child.i + 1, follower.right_edge.i)
            if content:
                until = child if child.i - verb.i <= 2 else None
                yield reading(verb, child.lower_, content, until=until)
    if objects:
        first = objects[0].left_edge.i
        figure = next((c for c in verb.rights if c.i > objects[0].i and gives_number(c)), None)
        if figure is not None:
            yield reading(verb, "object figure", stretch(verb.doc, first, figure.right_edge.i))
        yield reading(verb, "object", stretch(verb.doc, first, object_end(verb, objects[0])))


def object_end(verb: Token, noun: Token) -> int:
    """Return the last token of the object and of what completes it ("of …", "as …")."""
    last = noun.right_edge.i
    for child in verb.rights:
        if (
            child.i > noun.i
            and child.dep_ in FOLLOWS_OBJECT
            and child.lower_ in {"of", "as", "for"}
        ):
            last = max(last, child.right_edge.i)
    return last


def gives_number(preposition: Token) -> bool:
    """Return whether the phrase says a figure ("put the toll at 19", "up to 19")."""
    return preposition.lower_ in {"at", "to", "up", "down"} and any(
        (child.dep_ == "pobj" and child.pos_ == "NUM")
        or (child.lower_ == "to" and gives_number(child))
        for child in preposition.rights
    )


def passive_complements(verb: Token) -> Iterator[Complement]:
    """Yield the readings of a passive ("is said to have fled", "was accused of theft")."""
    subject = next(child for child in verb.lefts if child.dep_ == "nsubjpass")
    clause = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"}), None)
    about = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"of", "as"}), None)
    if clause is not None and frame_of(clause) == "that":
        yield reading(verb, "passive that", under(clause))
    elif clause is not None:
        yield reading(verb, "passive to do", under(subject) + under(clause))
    elif about is not None:
        yield reading(verb, "passive " + about.lower_, under(subject) + under(about))
    else:
        by = "passive by" if agent_of(verb) is not None else "passive"
        yield reading(verb, by, under(subject))
