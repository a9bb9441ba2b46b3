"""Requests of a report.

Something asked is a request in our sense when the asker is no armed or secret body, at least one
of those asked bears a duty or authority, and what is asked is no hostile act and no operation.
What forces ask of each other is an event with status "requested", not an appeal for protection.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from tocsin.core.types import NameKind, NameMention, Request, Span, Stance, Statement
from tocsin.read.attribution.cues import cue_list
from tocsin.read.document import Document
from tocsin.read.requests.addressees import PRONOUNS, addressed_heads, addressees_of
from tocsin.read.requests.asks import ask_text, asked_things
from tocsin.read.requests.duties import request_lists

ASKING_STANCES = frozenset({Stance.APPEALS, Stance.DEMANDS})
ENDINGS = frozenset({"stop", "cease", "end", "halt", "refrain", "avoid", "prevent"})
SENTENCES_ON = 2  # "They are asking them to …" still belongs to the request so far back


@dataclass(frozen=True, slots=True)
class Asking:
    """One asking sentence. `same_asked` marks addressees given by a pronoun only."""

    request: Request
    sentence: int
    same_asked: bool


def find_requests(
    document: Document, *, names: Sequence[NameMention], statements: Sequence[Statement]
) -> tuple[Request, ...]:
    """Return the requests, in text order."""
    requests: list[Asking] = []
    for asking in askings(document, names, statements):
        if requests and continues(asking, requests[-1]):
            requests[-1] = merged(requests[-1], asking)
        elif not asking.same_asked:
            requests.append(asking)
    return tuple(asking.request for asking in requests if asking.request.asks)


def askings(
    document: Document, names: Sequence[NameMention], statements: Sequence[Statement]
) -> Iterator[Asking]:
    """Yield each asking statement that is no operation, in text order."""
    starts = [token.idx for token in document.doc]
    for statement in statements:
        if statement.stance not in ASKING_STANCES or is_armed(statement, names):
            continue
        cue = cue_token(document.doc, starts, statement)
        asking = asking_of(document, names, statement, cue) if cue is not None else None
        if asking is not None:
            yield asking


def asking_of(
    document: Document, names: Sequence[NameMention], statement: Statement, cue: Token
) -> Asking | None:
    """Return what the cue asks of whom; None if nobody asked bears a duty."""
    asked = asked_things(cue)
    if any(is_operation(thing) for thing in asked):
        return None
    heads = addressed_heads(cue, asked)
    same_asked = bool(heads) and all(head.lower_ in PRONOUNS for head in heads)
    addressees = () if same_asked else addressees_of(heads, asked, names)
    if not same_asked and not any(addressee.bears_duty for addressee in addressees):
        return None
    sentence = document.sentence_of(cue.idx)
    if sentence is None:
        return None
    request = Request(
        asked_by=statement.speaker,
        asked_of=tuple(addressee.name for addressee in addressees),
        asks=tuple(dict.fromkeys(ask_text(thing) for thing in asked)),
        span=document.sentences[sentence],
        statements=(statement.id,),
    )
    return Asking(request, sentence, same_asked)


def cue_token(doc: Doc, starts: Sequence[int], statement: Statement) -> Token | None:
    """Return the asking word of the statement's cue."""
    asking = request_lists().asking
    for span in statement.cue_spans:
        for token in doc[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if token.lemma_.lower() in asking:
                return token
    return None


def is_armed(statement: Statement, names: Sequence[NameMention]) -> bool:
    """Return whether the asker is a force, or a body that works in secret."""
    spans = statement.speaker_spans
    kinds = {name.kind for name in names if any(name.span.overlaps(span) for span in spans)}
    kinds |= {name.kind for name in names if name.canonical == statement.speaker}
    words = statement.speaker.lower().split()
    return NameKind.FORCE in kinds or (bool(words) and words[-1].rstrip("s") in armed_heads())


def armed_heads() -> frozenset[str]:
    """Return the heads of armed bodies, for phrases without a name."""
    return request_lists().armed_bodies


def is_operation(thing: Token) -> bool:
    """Return whether the asked thing is a hostile act or an operation."""
    harmful = cue_list().hostile_verbs | request_lists().operations
    caused = [child for child in thing.rights if child.dep_ in {"ccomp", "xcomp"}]
    return any(token.lemma_.lower() in harmful for token in (thing, *caused)) and not is_stopped(
        thing
    )


def is_stopped(thing: Token) -> bool:
    """Return whether the act is asked to end or not to happen."""
    return thing.lemma_.lower() in ENDINGS or any(child.dep_ == "neg" for child in thing.lefts)


def continues(asking: Asking, before: Asking) -> bool:
    """Return whether an asking goes on with the request before it."""
    if asking.sentence - before.sentence > SENTENCES_ON:
        return False
    if asking.request.asked_by != before.request.asked_by:
        return False
    return asking.same_asked or asking.request.asked_of == before.request.asked_of


def merged(before: Asking, asking: Asking) -> Asking:
    """Return the request with what the later sentence adds."""
    first, second = before.request, asking.request
    request = replace(
        first,
        asks=tuple(dict.fromkeys(first.asks + second.asks)),
        span=Span(first.span.start, max(first.span.end, second.span.end)),
        statements=first.statements + second.statements,
    )
    return Asking(request, asking.sentence, before.same_asked)
