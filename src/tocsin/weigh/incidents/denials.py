"""Denials that name no deed of their own: "the brigade denied that its men took part"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tocsin.core.ids import EventId
from tocsin.core.types import Event, Polarity, Reading, Stance, Statement
from tocsin.ontology.gravity import gravity_lists
from tocsin.weigh.naming import telling_words
from tocsin.weigh.origins.bodies import speaker_of

REACH_SENTENCES = 8  # a denial stands in the article's own story, not under the next heading


def denials_of_actors(readings: Sequence[Reading]) -> Mapping[EventId, tuple[Statement, ...]]:
    """Return, by event, the statements in which an attributed actor denies its part.

    Such a denial is set against the nearest hostile event told before it of which the one who
    denies is an attributed actor.
    """
    found: dict[EventId, list[Statement]] = defaultdict(list)
    for reading in readings:
        for statement, event in _denied_deeds(reading):
            found[event.id].append(statement)
    return {event: tuple(statements) for event, statements in found.items()}


def _denied_deeds(reading: Reading) -> Iterator[tuple[Statement, Event]]:
    carrying = {event.statement for event in reading.events if _is_deed(event)}
    for statement in reading.statements:
        if statement.stance is not Stance.DENIES or statement.id in carrying:
            continue
        told = _deeds_before(statement, reading)
        if told:
            yield statement, max(told, key=lambda event: (event.sentence, event.trigger))


def _deeds_before(statement: Statement, reading: Reading) -> list[Event]:
    speaker = telling_words(speaker_of(statement, reading))
    if not speaker or not statement.content_spans:
        return []
    start = statement.content_spans[0].start
    said_in = sum(sentence.start <= start for sentence in reading.sentences) - 1
    return [
        event
        for event in reading.events
        if 0 <= said_in - event.sentence <= REACH_SENTENCES
        and event.trigger.start < start
        and _is_deed(event)
        and event.polarity is Polarity.AFFIRMED
        and any(speaker <= telling_words(actor.canonical) for actor in event.actors)
    ]


def _is_deed(event: Event) -> bool:
    lists = gravity_lists()
    return event.type in lists.mass | lists.lethal | lists.removal | lists.coercive
