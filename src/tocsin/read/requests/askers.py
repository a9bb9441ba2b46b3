"""Who asks: the subject of the asking word, or whoever's statement holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

from tocsin.core.types import NameMention, Span, Statement
from tocsin.read.document import span_of
from tocsin.read.requests.duties import request_lists
from tocsin.read.requests.frames import Frame
from tocsin.read.requests.signs import FIRST_PERSON, Asked

VERB_FORMS = frozenset({"verb", "wish"})
CLIMB_LIMIT = 4
MOST_CHILDREN = 40
ARTICLES = frozenset({"the", "a", "an"})


def asker_of(frame: Frame) -> Token | None:
    """Return the head of the phrase that says who asks, None where the sentence does not."""
    if frame.form == "noun":
        return _holder(frame.cue)
    if frame.form not in VERB_FORMS:
        return None
    verb = frame.cue
    for _ in range(CLIMB_LIMIT):
        children = list(islice(verb.children, MOST_CHILDREN))
        if any(child.dep_ == "nsubjpass" for child in children):
            return _agent(children)
        subject = next((child for child in children if child.dep_ == "nsubj"), None)
        if subject is not None:
            return subject
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head == verb:
            return None
        verb = verb.head
    return None


def _agent(children: Sequence[Token]) -> Token | None:
    agents = [child for child in children if child.dep_ == "agent" or child.lower_ == "by"]
    return next((noun for agent in agents for noun in agent.rights if noun.dep_ == "pobj"), None)


def _holder(noun: Token) -> Token | None:
    """Return whose request it is: "their appeal", "the request of the council"."""
    for child in islice(noun.children, MOST_CHILDREN):
        if child.dep_ == "poss":
            return child
        if child.lower_ in ("of", "from", "by"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    verb = noun.head
    return next((c for c in islice(verb.lefts, MOST_CHILDREN) if c.dep_ == "nsubj"), None)


def statement_at(cue: Token, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement that the asking word opens, else the innermost that holds it."""
    at = span_of(cue)
    for statement in statements:
        if any(span.overlaps(at) for span in statement.cue_spans):
            return statement
    holding = [s for s in statements if any(span.overlaps(at) for span in s.content_spans)]
    return min(holding, key=_length, default=None)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content_spans)


def speaker_name(asked: Asked, names: Sequence[NameMention]) -> str:
    """Return who asks, as the report names them; "" where it does not say."""
    statement, asker = asked.statement, asked.asker
    opens = statement is not None and any(
        span.overlaps(span_of(asked.frame.cue)) for span in statement.cue_spans
    )
    own = asker is None or asker.lower_ in FIRST_PERSON
    if statement is not None and (opens or own) and statement.speaker:
        return statement.speaker
    if own:
        return asked.document.report.byline or ""
    assert asker is not None  # noqa: S101  (an asker of one's own is handled above)
    mention = next((name for name in names if name.span.overlaps(span_of(asker))), None)
    return mention.canonical if mention is not None else _words(asker)


def _words(asker: Token) -> str:
    doc = asker.doc
    first = asker.left_edge.i
    while first < asker.i and doc[first].lower_ in ARTICLES:
        first += 1
    return " ".join(doc[first : asker.i + 1].text.split())


def is_by_force(asker: Token | None, statement: Statement | None, forces: Sequence[Span]) -> bool:
    """Return whether the asker is a named force: what it asks for is an operation."""
    own = asker is None or asker.lower_ in FIRST_PERSON
    spans = statement.speaker_spans if own and statement is not None else ()
    if asker is not None and not own:
        spans = (span_of(asker), *(span_of(noun) for noun in _belongs_to(asker)))
    return any(force.overlaps(span) for force in forces for span in spans)


def _belongs_to(asker: Token) -> Iterator[Token]:
    """Yield what the asker is part of: the Guard of "men of the Interior Guard"."""
    for child in islice(asker.rights, MOST_CHILDREN):
        if child.lower_ in ("of", "from"):
            yield from (noun for noun in child.rights if noun.dep_ == "pobj")


def is_armed(asker: Token | None) -> bool:
    """Return whether the asker's noun is one for bodies that act by force or in secret."""
    return asker is not None and asker.lemma_.lower() in request_lists().armed_bodies
