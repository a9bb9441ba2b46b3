"""Requests of a report.

Something asked is a request in our sense when somebody asks it for people's safety: the asker is
no armed or secret body and what is asked is no hostile act and no operation. What forces ask of
each other is an event with status "requested", not an appeal for protection.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.core.types import NameKind, NameMention, Request, Span, Statement
from tocsin.read.document import Document, span_of
from tocsin.read.evidence import Opinion, chance, kept_from, no_opinion
from tocsin.read.requests.addressees import PRONOUNS, addressees_of
from tocsin.read.requests.askers import asker_of, is_armed, is_by_force, speaker_name, statement_at
from tocsin.read.requests.asks import ask_text
from tocsin.read.requests.duties import request_lists
from tocsin.read.requests.frames import Frame, frames_in
from tocsin.read.requests.signs import FIRST_PERSON, Asked, is_operation, signs_of
from tocsin.read.tenor import Tenor

SENTENCES_ON = 2  # "They are asking them to …" still belongs to the request so far back


@dataclass(frozen=True, slots=True)
class Candidate:
    """An asking with the signs about it; `words` run from the asking word to the end of the ask."""

    asked: Asked
    words: Span
    signs: frozenset[str]

    def score(self, opinion: Opinion) -> float:
        """Return how likely it is a request for people's safety, 0 to 1."""
        return chance("requests", self.signs, opinion(self.words))


@dataclass(frozen=True, slots=True)
class Asking:
    """One asking sentence. `same_asked` marks addressees given by a pronoun only."""

    request: Request
    sentence: int
    same_asked: bool


def find_requests(
    document: Document,
    *,
    names: Sequence[NameMention],
    statements: Sequence[Statement],
    opinion: Opinion = no_opinion,
) -> tuple[Request, ...]:
    """Return the requests, in text order."""
    likely = [
        c
        for c in candidates(document, names, statements)
        if c.score(opinion) >= kept_from("requests")
    ]
    requests: list[Asking] = []
    for candidate in _without_overlap(likely):
        asking = _asking(candidate, document, names)
        if requests and continues(asking, requests[-1]):
            requests[-1] = merged(requests[-1], asking)
            continue
        if requests and requests[-1].sentence == asking.sentence:
            requests[-1], asking = _apart(requests[-1], asking, candidate.words.start)
        requests.append(asking)
    return tuple(asking.request for asking in requests if asking.request.asks)


def candidates(
    document: Document, names: Sequence[NameMention], statements: Sequence[Statement]
) -> Iterator[Candidate]:
    """Yield everything that is asked in prose by nobody armed, in text order."""
    appealing, tenor = _is_appeal(document), Tenor.of(document)
    forces = [name.span for name in names if name.kind is NameKind.FORCE]
    for index, phrase in enumerate(document.phrases):
        for frame in frames_in(phrase):
            statement, asker = statement_at(frame.cue, statements), asker_of(frame)
            if is_by_force(asker, statement, forces) or _is_none(frame, asker):
                continue
            asked = Asked(
                document=document,
                frame=frame,
                sentence=index,
                addressees=addressees_of(frame.heads, frame.asked, names),
                statement=statement,
                asker=asker,
                appealing=appealing,
            )
            words = Span(frame.cue.idx, span_of(frame.last).end)
            yield Candidate(asked, words, frozenset(signs_of(asked, tenor)))


def _is_none(frame: Frame, asker: Token | None) -> bool:
    """Return whether it is no asking for safety: denied, to a private person, or armed for harm."""
    private = request_lists().no_duty_bearers
    denied = frame.form != "order" and any(child.dep_ == "neg" for child in frame.cue.lefts)
    harmful = is_armed(asker) and any(is_operation(thing) for thing in frame.asked)
    return denied or harmful or any(head.lemma_.lower() in private for head in frame.heads)


def _is_appeal(document: Document) -> bool:
    """Return whether the report speaks to somebody in its own voice: a letter, an appeal."""
    if not document.phrases:
        return False
    pleading = request_lists().pleading
    opening = document.phrases[0]
    addressed = opening[0].lower_ in ("to", "dear") or opening.text.rstrip().endswith(",")
    return addressed or any(
        token.lemma_.lower() in pleading and token.i and token.nbor(-1).lower_ in FIRST_PERSON
        for phrase in document.phrases
        for token in phrase
    )


def _without_overlap(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those inside an earlier one: "ask the Guard to let them"."""
    kept: list[Candidate] = []
    for candidate in found:
        if not kept or not kept[-1].words.overlaps(candidate.words):
            kept.append(candidate)
    return kept


def _asking(candidate: Candidate, document: Document, names: Sequence[NameMention]) -> Asking:
    asked, frame = candidate.asked, candidate.asked.frame
    same_asked = bool(frame.heads) and all(head.lower_ in PRONOUNS for head in frame.heads)
    request = Request(
        asked_by=speaker_name(asked, names),
        asked_of=() if same_asked else tuple(one.name for one in asked.addressees),
        asks=tuple(dict.fromkeys(ask_text(thing) for thing in frame.asked)),
        span=document.sentences[asked.sentence],
        statements=(asked.statement.id,) if asked.statement is not None else (),
    )
    return Asking(request, asked.sentence, same_asked)


def _apart(before: Asking, asking: Asking, at: int) -> tuple[Asking, Asking]:
    """Return two askings of one sentence, each with its own part of it."""
    first, second = before.request, asking.request
    return (
        replace(before, request=replace(first, span=Span(first.span.start, at))),
        replace(asking, request=replace(second, span=Span(at, second.span.end))),
    )


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
        statements=tuple(dict.fromkeys(first.statements + second.statements)),
    )
    return Asking(request, asking.sentence, before.same_asked)
