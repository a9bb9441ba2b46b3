"""The report's own count of people for its main incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.core.types import Count, Event, Polarity, Toll
from tocsin.core.types.toll import NO_TOLL
from tocsin.read.casualty_facts import CasualtyFact, Harm, find_casualty_facts
from tocsin.read.document import Document
from tocsin.read.encoder.schema import TOLL_CLASSES
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.passage_codes import is_short

SMALL_COUNTS = range(len(TOLL_CLASSES) - 1)  # what the model's classes tell apart
COUNTED = 5.0  # how much likelier the count that the words give is than one they do not
SHOOTING = frozenset({"shoot", "shot", "shooting", "gunfire", "gunshot", "gunman", "gunmen"})
LEAD_SENTENCES = 12  # swept 3–40 on 400 GVA train articles: flat from 6 to 20, worse below


def count_toll(document: Document, events: Sequence[Event]) -> Toll:
    """Return the report's toll for its main incident; nothing counted gives an empty toll.

    Totals beat their parts, and later and larger counts beat earlier ones. People said to be shot
    count as injured unless as many are said to have died.
    """
    facts = [
        fact
        for fact in find_casualty_facts(document, Tree.of(document.doc))
        if fact.sentence < LEAD_SENTENCES
    ]
    killed = _killed(facts)
    injured = _injured(facts, killed)
    if _is_of_a_shooting(document):
        killed = _weighed(killed, facts, document.marks.opening_passage("killed"))
        injured = _weighed(injured, facts, document.marks.opening_passage("injured"))
    toll = replace(NO_TOLL, killed=killed, injured=injured)
    return _with_event_counts(toll, events)


def _weighed(
    counted: Count | None, facts: Sequence[CasualtyFact], chances: Mapping[str, float]
) -> Count | None:
    """Return the count that the words and the model's reading of the opening agree on best.

    The model was trained on reports of single shootings and knows small numbers only; a larger
    count of the words stands, and an open one. A count that only the model gives has no wording.
    """
    if counted is not None and (counted.point is None or counted.point >= len(SMALL_COUNTS)):
        return counted
    stated = {number_of(fact.count): fact.count for fact in facts} | {number_of(counted): counted}
    weights = {
        number: chances[str(number)] * (COUNTED if number == number_of(counted) else 1.0)
        for number in SMALL_COUNTS
    }
    best = max(weights, key=lambda number: weights[number])
    if best in stated:
        return stated[best]
    return Count(low=best, high=best, as_reported="") if best else None


def _is_of_a_shooting(document: Document) -> bool:
    """Return whether the model's counts were trained on such reports: a shooting at length."""
    opening = document.phrases[:LEAD_SENTENCES]
    shot = any(word_set(token) & SHOOTING for phrase in opening for token in phrase)
    return shot and not is_short(document)


def number_of(count: Count | None) -> int:
    """Return the least number of a count, 0 where there is none."""
    return (count.low or 0) if count is not None else 0


def _of(facts: Iterable[CasualtyFact], harm: Harm) -> list[Count]:
    return [fact.count for fact in facts if fact.harm is harm]


def _killed(facts: Sequence[CasualtyFact]) -> Count | None:
    others = largest(_of(facts, Harm.KILLED))
    own = _of(facts, Harm.SELF_KILLED)
    if not own:
        return others
    if others is None or not others.low:
        return own[0]
    return shifted(others, 1)


def _injured(facts: Sequence[CasualtyFact], killed: Count | None) -> Count | None:
    hurt = largest(_of(facts, Harm.INJURED))
    hit = largest(_of(facts, Harm.HIT))
    dead = (killed.low or 0) if killed is not None else 0
    if hit is not None and _of(facts, Harm.SELF_KILLED):
        dead = max(dead - 1, 0)  # who shot himself is not among those he shot
    left = shifted(hit, -dead) if hit is not None and (hit.low or 0) > dead else None
    if hurt is None or not hurt.low:
        return left or hurt
    if dead == 1 and hurt.point == 1 and not _said_together(facts):
        return left  # the one person hurt is the one who died
    return largest([count for count in (hurt, left) if count is not None])


def _said_together(facts: Sequence[CasualtyFact]) -> bool:
    """Return whether one sentence counts both dead and injured."""
    dead = {fact.sentence for fact in facts if fact.harm is Harm.KILLED}
    return any(fact.harm is Harm.INJURED and fact.sentence in dead for fact in facts)


def largest(counts: Sequence[Count]) -> Count | None:
    """Return the count with the greatest least number, the later one among equals."""
    known = [count for count in counts if count.low is not None]
    if not known:
        return counts[-1] if counts else None
    return max(reversed(known), key=lambda count: count.low or 0)


def shifted(count: Count, by: int) -> Count:
    """Return the count with that many people more."""
    return Count(
        low=None if count.low is None else max(count.low + by, 0),
        high=None if count.high is None else max(count.high + by, 0),
        as_reported=count.as_reported,
    )


def _with_event_counts(toll: Toll, events: Sequence[Event]) -> Toll:
    affirmed = [event.toll for event in events if event.polarity is Polarity.AFFIRMED]
    return replace(
        toll,
        detained=largest([t.detained for t in affirmed if t.detained is not None]),
        displaced=largest([t.displaced for t in affirmed if t.displaced is not None]),
        at_risk=largest([t.at_risk for t in affirmed if t.at_risk is not None]),
    )
