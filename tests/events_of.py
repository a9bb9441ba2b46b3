"""Events of a fictional text, read with its places, names and a given set of statements."""

from __future__ import annotations

from collections.abc import Sequence

from parsed_scene import parsed, places_of
from tocsin.core.types import Event, Span, Stance, Statement, statement_id
from tocsin.read.events import find_events
from tocsin.read.names import find_names
from tocsin.read.times import find_times

# A report of its length is read sentence by sentence; a shorter one is coded as one passage.
REST = "\nIt was cold.\nIt was late.\nIt was dark.\nIt was quiet.\nIt was over."


def events_of(text: str, statements: Sequence[Statement] = ()) -> tuple[Event, ...]:
    """Return the events of the text in text order."""
    return events_and_narration(text, statements)[0]


def events_and_narration(
    text: str, statements: Sequence[Statement] = ()
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """Return the events and the narration that carries them."""
    document = parsed(text + REST)
    places = places_of(text)
    return find_events(
        document,
        names=find_names(document, places),
        places=places,
        times=find_times(document),
        statements=statements,
    )


def top_of(text: str) -> Event:
    """Return the event that ranks first."""
    return max(events_of(text), key=lambda event: event.score)


def one(text: str, type_name: str) -> Event:
    """Return the text's only event of the type."""
    (event,) = [event for event in events_of(text) if event.type == type_name]
    return event


def statement_about(text: str, content: str, stance: Stance = Stance.ASSERTS) -> Statement:
    """Return a statement of an officer whose content is the given words of the text."""
    start = text.index(content)
    spans = (Span(start, start + len(content)),)
    report = parsed(text).report.id
    return Statement(
        id=statement_id(report, spans, "an officer"),
        report=report,
        speaker_spans=(),
        cue_spans=(),
        content_spans=spans,
        stance=stance,
        chain=("an officer",),
        speaker="an officer",
    )
