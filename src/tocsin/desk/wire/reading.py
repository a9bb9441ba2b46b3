"""A reading as its JSON object."""

from __future__ import annotations

from typing import Protocol

from tocsin.core.types import (
    Event,
    NameMention,
    Participant,
    PlaceAlternative,
    PlaceMention,
    Reading,
    Span,
    Statement,
    TimeMention,
    Triage,
    Vicinity,
)
from tocsin.desk.wire.line import SCHEMA, Json, known
from tocsin.desk.wire.parts import (
    deadline_json,
    group_json,
    instant_json,
    request_json,
    span_json,
    spans_json,
    time_json,
    toll_json,
)
from tocsin.warn.bearers import is_label


def reading_json(reading: Reading, *, text: bool = False) -> Json:
    """Return the reading in the form of docs/interfaces.md; `text` adds the report's text.

    Mask the reading first: what it holds is what is written.
    """
    report = reading.report
    return {
        **_report_json(reading),
        **({"text": report.text} if text else {}),
        "sentences": spans_json(reading.sentences),
        "times": [_time_mention_json(time) for time in reading.times],
        "places": [_place_json(place) for place in reading.places],
        "names": [_name_json(name) for name in reading.names],
        "statements": [statement_json(statement) for statement in reading.statements],
        "narration": [statement_json(statement) for statement in reading.narration],
        "events": [event_json(event) for event in reading.events],
        **({} if reading.toll.is_empty else {"toll": toll_json(reading.toll)}),
        "groups": [group_json(group) for group in reading.groups],
        "deadlines": [deadline_json(deadline) for deadline in reading.deadlines],
        "requests": [request_json(request) for request in reading.requests],
        **known(
            url=report.url,
            published_known=report.published_known.value if report.published_known else None,
            unread=reading.unread,
            triage=_triage_json(reading.triage) if reading.triage else None,
            notes=list(report.notes) or None,
        ),
    }


def _triage_json(triage: Triage) -> Json:
    return {
        "score": round(triage.score, 4),
        "threshold": triage.threshold,
        "read": triage.is_read,
    }


def _report_json(reading: Reading) -> Json:
    report = reading.report
    return {
        "schema": SCHEMA,
        "id": report.public_id,
        "sha256": report.sha256,
        "title": report.title,
        "outlet": report.outlet,
        "byline": report.byline,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
    }


def _time_mention_json(time: TimeMention) -> Json:
    when = time.when
    return {
        **span_ends(time),
        "type": time.type.value,
        "value": time.value,
        **known(
            earliest=instant_json(when.earliest) if when else None,
            latest=instant_json(when.latest) if when else None,
        ),
    }


def _place_json(mention: PlaceMention) -> Json:
    place = mention.place
    return {
        **span_ends(mention),
        "name": mention.name,
        "geonames_id": place.geonames_id if place else None,
        "lon": place.lon if place else None,
        "lat": place.lat if place else None,
        "country": place.country if place else None,
        "feature": place.feature if place else None,
        "uncertainty_km": mention.uncertainty_km,
        "score": round(mention.score, 4),
        "alternatives": [_alternative_json(other) for other in mention.alternatives],
        **known(
            admin1=place.admin1 if place else None,
            within=mention.within,
            vicinity=_vicinity_json(mention.vicinity) if mention.vicinity else None,
            whosonfirst_id=place.whosonfirst_id if place else None,
            source=(place.source or None) if place else None,
        ),
    }


def _alternative_json(other: PlaceAlternative) -> Json:
    place = other.place
    return {
        "geonames_id": place.geonames_id,
        "name": place.name,
        "lon": place.lon,
        "lat": place.lat,
        "country": place.country,
        "score": round(other.score, 4),
        **known(
            admin1=place.admin1,
            feature=place.feature,
            whosonfirst_id=place.whosonfirst_id,
            source=place.source or None,
        ),
    }


def _vicinity_json(around: Vicinity) -> Json:
    return {
        "kind": around.kind.value,
        "lon": round(around.lon, 5),
        "lat": round(around.lat, 5),
        "uncertainty_km": around.uncertainty_km,
        "span": span_json(around.span),
        **known(other=around.other),
    }


def _name_json(name: NameMention) -> Json:
    return {
        **span_ends(name),
        "kind": name.kind.value,
        "canonical": name.canonical,
        "masked": is_label(name.text),
        **known(country=name.country, sector=name.sector),
    }


def statement_json(statement: Statement) -> Json:
    """Return who says what, in what stance, through whom."""
    return {
        "id": statement.id,
        "speaker": spans_json(statement.speaker_spans),
        "cue": spans_json(statement.cue_spans),
        "content": spans_json(statement.content_spans),
        "stance": statement.stance.value,
        "chain": list(statement.chain),
        **known(said_by=statement.speaker or None, within=statement.within),
    }


def event_json(event: Event) -> Json:
    """Return the event with its codes, parties, place, time and toll."""
    instrument = event.instrument
    return {
        "id": event.id,
        "type": event.type,
        "plover": event.codes.plover,
        "cameo": event.codes.cameo,
        "acled": event.codes.acled,
        "ucdp": event.codes.ucdp,
        "status": event.status.value,
        "polarity": event.polarity.value,
        "trigger": span_json(event.trigger),
        "sentence": event.sentence,
        "actors": [_participant_json(actor) for actor in event.actors],
        "targets": [_participant_json(target) for target in event.targets],
        **known(
            instrument=span_ends(instrument) if instrument else None,
            place=event.place,
            time=time_json(event.time) if event.time else None,
            toll=None if event.toll.is_empty else toll_json(event.toll),
            statement=event.statement,
        ),
        "score": round(event.score, 4),
    }


def _participant_json(participant: Participant) -> Json:
    return {
        **span_ends(participant),
        "kind": participant.kind.value,
        **known(
            canonical=participant.canonical or None,
            country=participant.country,
            sector=participant.sector,
        ),
    }


class _Mention(Protocol):
    @property
    def span(self) -> Span: ...
    @property
    def text(self) -> str: ...


def span_ends(mention: _Mention) -> Json:
    """Return where a mention stands and what it says."""
    return {"start": mention.span.start, "end": mention.span.end, "text": mention.text}
