"""One reading from those of a long report's pieces: offsets, indices and ids of the whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, cast, get_type_hints

from tocsin.core.ids import StatementId
from tocsin.core.types import (
    Deadline,
    Event,
    GroupAtRisk,
    PlaceMention,
    Reading,
    Report,
    Span,
    Statement,
    event_id,
    statement_id,
)
from tocsin.core.types.toll import NO_TOLL
from tocsin.read.bearers import with_bearers

T = TypeVar("T")
StatementIds = dict[StatementId, StatementId]


def rejoined(report: Report, pieces: Sequence[tuple[int, Reading]]) -> Reading:
    """Return the reading of the whole report; each piece comes with the offset it starts at.

    Ids are what the whole text gives them. The toll is that of the first piece that has one:
    reports tell their main incident first. Groups of one name and deadlines of one wording and
    day are one; a person's family name stands for who bears it in another piece.
    """
    readings = with_bearers([reading for _, reading in pieces])
    placed: list[Reading] = []
    sentences = places = 0
    for (start, _), reading in zip(pieces, readings, strict=True):
        placed.append(_placed(reading, report, start, sentences=sentences, places=places))
        sentences += len(reading.sentences)
        places += len(reading.places)
    return Reading(
        report=report,
        sentences=_all("sentences", placed),
        times=_all("times", placed),
        places=_all("places", placed),
        names=_all("names", placed),
        statements=_all("statements", placed),
        narration=_all("narration", placed),
        events=_all("events", placed),
        toll=next((one.toll for one in placed if not one.toll.is_empty), NO_TOLL),
        groups=_one_for_each_name(chain.from_iterable(one.groups for one in placed)),
        deadlines=_one_for_each_day(chain.from_iterable(one.deadlines for one in placed)),
        requests=_all("requests", placed),
    )


def _all(layer: str, readings: Iterable[Reading]) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(map(attrgetter(layer), readings)))


def _placed(piece: Reading, report: Report, start: int, *, sentences: int, places: int) -> Reading:
    """Return a piece's reading as part of the whole, which has so many of each before it."""
    layers = {name: moved(getattr(piece, name), start) for name in _layers()}
    moved_piece = replace(piece, **layers)
    ids = {
        before.id: statement_id(report.id, after.content_spans, after.speaker)
        for before, after in zip(piece.all_statements, moved_piece.all_statements, strict=True)
    }
    return replace(
        moved_piece,
        places=tuple(_reindexed(one, places) for one in moved_piece.places),
        statements=tuple(_renamed(one, ids) for one in moved_piece.statements),
        narration=tuple(_renamed(one, ids) for one in moved_piece.narration),
        events=tuple(_event(one, report, ids, sentences, places) for one in moved_piece.events),
        deadlines=tuple(
            replace(one, sentence=one.sentence + sentences, statements=_known(one.statements, ids))
            for one in moved_piece.deadlines
        ),
        requests=tuple(
            replace(one, statements=_known(one.statements, ids)) for one in moved_piece.requests
        ),
    )


@cache
def _layers() -> tuple[str, ...]:
    """Return the fields of a reading that hold spans of its text, its report apart."""
    return tuple(name for name in _fields_with_spans(Reading) if name != "report")


def _reindexed(mention: PlaceMention, before: int) -> PlaceMention:
    within, around = mention.within, mention.vicinity
    if around is not None and around.other is not None:
        around = replace(around, other=around.other + before)
    return replace(mention, within=None if within is None else within + before, vicinity=around)


def _renamed(statement: Statement, ids: StatementIds) -> Statement:
    within = statement.within
    return replace(statement, id=ids[statement.id], within=None if within is None else ids[within])


def _event(event: Event, report: Report, ids: StatementIds, sentences: int, places: int) -> Event:
    return replace(
        event,
        id=event_id(report.id, event.type, event.trigger),
        sentence=event.sentence + sentences,
        statement=ids[event.statement],
        place=None if event.place is None else event.place + places,
    )


def _known(statements: Iterable[StatementId], ids: StatementIds) -> tuple[StatementId, ...]:
    return tuple(ids[one] for one in statements)


def _one_for_each_name(groups: Iterable[GroupAtRisk]) -> tuple[GroupAtRisk, ...]:
    """Return the groups, those of one name as one: the first size told, the spans of all."""
    kept: dict[str, GroupAtRisk] = {}
    for group in groups:
        first = kept.setdefault(group.id, group)
        if first is not group:
            sized = group if first.low is None and first.high is None else first
            kept[group.id] = replace(
                sized, place=first.place or group.place, spans=(*first.spans, *group.spans)
            )
    return tuple(kept.values())


def _one_for_each_day(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return the deadlines, those of one day, kind and wording once."""
    kept: dict[tuple[object, ...], Deadline] = {}
    for deadline in deadlines:
        kept.setdefault((deadline.date, deadline.kind, deadline.what.casefold()), deadline)
    return tuple(kept.values())


def moved(value: T, by: int) -> T:
    """Return the value with every span in it `by` characters further on.

    Shapes: dataclasses and tuples are walked; whatever can hold no span stays as it is.
    """
    return cast(T, _moved(value, by))


def _moved(value: Any, by: int) -> Any:
    kind: type = type(value)
    if kind is Span:
        return Span(value.start + by, value.end + by)
    if kind is tuple:
        return tuple(_moved(part, by) for part in value)
    names = _fields_with_spans(kind)
    if not names:
        return value
    return replace(value, **{name: _moved(getattr(value, name), by) for name in names})


@cache
def _fields_with_spans(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass in which a span can lie; none for any other type."""
    if not dataclasses.is_dataclass(kind) or kind is Span:
        return ()
    hints = get_type_hints(kind)
    return tuple(
        field.name for field in dataclasses.fields(kind) if _may_hold_span(hints[field.name])
    )


def _may_hold_span(hint: Any) -> bool:
    if isinstance(hint, type) and not getattr(hint, "__args__", None):
        return hint is Span or bool(_fields_with_spans(hint))
    return any(_may_hold_span(part) for part in getattr(hint, "__args__", ()))
