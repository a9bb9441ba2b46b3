"""Claims told by words alone ("hold weapons"), and what is said against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tocsin.core.ids import ReportId
from tocsin.core.types import ContradictionKind, Reading, Statement
from tocsin.weigh.copies.shingles import prose_text
from tocsin.weigh.families import claims
from tocsin.weigh.grouping import Grouping
from tocsin.weigh.naming import telling_words
from tocsin.weigh.relations.gists import gist_of, share_names
from tocsin.weigh.relations.relation import Relation, contradiction, support

NEGATED = re.compile(
    r"\b(?:no|not|never|neither|nor|without|n[o’']t)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ClaimMade:
    """One statement that affirms or denies a claim about somebody."""

    topic: str
    affirmed: bool
    statement: Statement
    reading: Reading
    about: frozenset[str]


def disputed_claims(readings: Sequence[Reading]) -> list[list[ClaimMade]]:
    """Return the claims that some affirm and others deny, grouped by whom they are about."""
    made = [claim for reading in readings for claim in _claims_in(reading)]
    made.sort(key=lambda claim: (claim.reading.report.id, claim.statement.id, claim.topic))
    joined: Grouping[tuple[str, str]] = Grouping()
    for claim in made:
        for word in claim.about:
            joined.join((claim.topic, claim.reading.report.id), (claim.topic, word))
    grouped: dict[tuple[str, str], list[ClaimMade]] = {}
    for claim in made:
        root = joined.root((claim.topic, claim.reading.report.id))
        grouped.setdefault(root, []).append(claim)
    return [group for group in grouped.values() if len({claim.affirmed for claim in group}) > 1]


def relation_of_claims(one: Reading, other: Reading) -> Iterator[Relation]:
    """Yield what two reports' claims on one topic and place are to one another."""
    shared = share_names(gist_of(one), gist_of(other))
    if not shared:
        return
    mine, theirs = (dict(_told(prose_text(reading.report))) for reading in (one, other))
    for topic in sorted(mine.keys() & theirs.keys()):
        if mine[topic] == theirs[topic]:
            yield support(f"{topic}: both say so of {', '.join(sorted(shared))}")
        else:
            yield contradiction(ContradictionKind.DENIAL, f"{topic}: one affirms it, one denies it")


def _claims_in(reading: Reading) -> Iterator[ClaimMade]:
    about = _groups_named(reading)
    for statement in _innermost(reading):
        content = " ".join(s.within(reading.report.text) for s in statement.content_spans)
        for topic, affirmed in _told(content):
            yield ClaimMade(topic, affirmed, statement, reading, about)


def _innermost(reading: Reading) -> Iterator[Statement]:
    """Yield the statements that hold no other statement: the ones that make a claim."""
    outer = {statement.within for statement in reading.statements}
    spoken = [statement for statement in reading.statements if statement.id not in outer]
    yield from spoken
    for statement in reading.narration:
        covered = (
            span.overlaps(s)
            for one in spoken
            for span in one.content_spans
            for s in statement.content_spans
        )
        if not any(covered):
            yield statement


def _groups_named(reading: Reading) -> frozenset[str]:
    words: set[str] = set()
    for group in reading.groups:
        words |= telling_words(group.name) | telling_words(group.place or "")
    return frozenset(words)


def _told(content: str) -> Iterator[tuple[str, bool]]:
    for topic, affirmed, denied in _patterns():
        if denied.search(content):
            yield topic, False
        else:
            found = affirmed.search(content)
            if found:
                yield topic, NEGATED.search(content[: found.start()]) is None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (claim.topic, _any_phrase(claim.affirmed), _any_phrase(claim.denied)) for claim in claims()
    )


def _any_phrase(phrases: Sequence[str]) -> re.Pattern[str]:
    ways = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)


def claim_reports(group: Sequence[ClaimMade]) -> tuple[ReportId, ...]:
    """Return the reports in which the claim is made or denied, each once."""
    return tuple(dict.fromkeys(claim.reading.report.id for claim in group))
