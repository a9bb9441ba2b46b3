"""A reading as lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.types import Event, Participant, Reading, Statement
from tocsin.desk.cli.terminal import one_line
from tocsin.warn.redaction import quote_of
from tocsin.warn.wording import toll_words, type_words, when_words

QUOTE_CHARACTERS = 240


def reading_words(reading: Reading, *, marked: frozenset[str] = frozenset()) -> str:
    """Return what a report says of itself and what was read from it.

    Statements and events whose id is in `marked` bear a ">".
    """
    sections = [
        ("Statements", [_statement(one, reading, marked) for one in reading.statements]),
        ("Events", [_event(one, reading, marked) for one in reading.events]),
        ("Groups at risk", list(_groups(reading))),
        ("Deadlines", [f"  - {one.date} {one_line(one.what)}" for one in reading.deadlines]),
        ("Requests", list(_requests(reading))),
    ]
    lines = list(_head(reading))
    for title, body in sections:
        if body:
            lines += [f"{title}:", *body]
    return "\n".join(lines) + "\n"


def _head(reading: Reading) -> Iterator[str]:
    report = reading.report
    yield one_line(report.title or "No title")
    day = report.published.isoformat() if report.published else "no date"
    facts = (report.outlet, report.byline, day, report.language, report.public_id)
    yield one_line(" · ".join(fact for fact in facts if fact))
    yield f"sha256 {report.sha256}"
    if reading.unread:
        yield one_line(f"Unread: {reading.unread}.")
    for note in report.notes:
        yield one_line(f"Note: {note}")


def _statement(statement: Statement, reading: Reading, marked: frozenset[str]) -> str:
    said = " … ".join(quote_of(reading, span) for span in statement.content_spans)
    voices = " › ".join(statement.chain) or statement.speaker or "unnamed"
    mark = ">" if statement.id in marked else "-"
    return (
        f"  {mark} {one_line(voices)} {statement.stance.value}: “{_short(said)}” [{statement.id}]"
    )


def _event(event: Event, reading: Reading, marked: frozenset[str]) -> str:
    denied = ", denied" if event.polarity.value == "denied" else ""
    parts = [f"{type_words(event.type)} ({event.status.value}{denied})"]
    if event.actors:
        parts.append(f"by {_names(event.actors)}")
    if event.targets:
        parts.append(f"against {_names(event.targets)}")
    if event.place is not None:
        parts.append(f"at {reading.places[event.place].name}")
    if event.time is not None:
        parts.append(when_words(event.time))
    if not event.toll.is_empty:
        parts.append(toll_words(event.toll))
    sentence = _short(quote_of(reading, reading.sentences[event.sentence]))
    mark = ">" if event.id in marked else "-"
    return f"  {mark} {one_line(', '.join(parts))}: “{sentence}” [{event.id}]"


def _names(participants: tuple[Participant, ...]) -> str:
    return ", ".join(dict.fromkeys(participant.text for participant in participants))


def _groups(reading: Reading) -> Iterator[str]:
    for group in reading.groups:
        parts = [group.name, group.as_reported]
        parts += [f"of which {part.as_reported} {part.name}" for part in group.of_which]
        parts += [f"at {group.place}"] if group.place else []
        yield f"  - {one_line(', '.join(part for part in parts if part))}"


def _requests(reading: Reading) -> Iterator[str]:
    for request in reading.requests:
        asked = ", ".join(request.asked_of) or "unnamed"
        yield f"  - {one_line(f'{request.asked_by} asks {asked}: ' + '; '.join(request.asks))}"


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= QUOTE_CHARACTERS else f"{line[:QUOTE_CHARACTERS].rstrip()}…"
