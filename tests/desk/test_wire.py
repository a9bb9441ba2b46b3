"""The JSON forms: designed keys in their order, every id resolvable, every key documented."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from factories import Page
from tocsin.core.ids import SituationId
from tocsin.core.types import (
    Assessment,
    Brief,
    Confidence,
    Evidence,
    Level,
    LitIndicator,
    NameKind,
    NameMention,
    Reading,
    Reason,
    Rejected,
    Request,
    Situation,
    Warning,
    WarningSentence,
    WarningState,
)
from tocsin.desk.wire import as_line, brief_json, reading_json
from tocsin.warn.redaction import masked
from tocsin.weigh import weigh

DOC = Path(__file__).parents[2] / "docs" / "interfaces.md"

READING_KEYS = (
    "schema id sha256 title outlet byline published language text sentences times places names "
    "statements narration events groups deadlines requests"
)
EVENT_KEYS = (
    "id type plover cameo acled ucdp status polarity trigger sentence actors targets place time "
    "toll statement score"
)


def page() -> Page:
    text = (
        "Soldiers killed 12 people in Halvik. Joren Pell denied it. "
        "Residents of Lindral Camp fear an attack."
    )
    built = Page(text, title="Pell on Halvik", byline="Tala Orsk")
    denial = built.says("Joren Pell", "denied it")
    built.event(
        "kill", "killed", actors=["Soldiers"], targets=["people"], place="Halvik", killed=12,
        day=date(2031, 4, 9),
    )  # fmt: skip
    built.event("armed_attack", "attack", statement=denial)
    built.group("Residents of Lindral Camp", place="Halvik", size=2600)
    return built


def reading() -> Reading:
    built = page()
    span = built.span("Joren Pell")
    name = NameMention(
        span=span, text="Joren Pell", kind=NameKind.PERSON, canonical="Joren Pell", private=True
    )
    request = Request(
        asked_by="Joren Pell",
        asked_of=("the President",),
        asks=("protect the camp",),
        span=span,
        statements=(built.statements[0].id,),
    )
    report = dataclasses.replace(built.report, given_id="doc 7")
    return dataclasses.replace(built.reading(), report=report, names=(name,), requests=(request,))


def brief() -> Brief:
    one = reading()
    event = one.events[0]
    evidence = Evidence(
        statement=event.statement,
        report=one.report.id,
        span=event.trigger,
        quote="Soldiers killed 12 people; Pell denied it",
        event=event.id,
    )
    situation = Situation(
        id=SituationId("sit_1"),
        title="Residents of Lindral Camp",
        group=one.groups[0],
        place="Halvik",
        country="TRV",
        threatened_by=("Soldiers",),
        reports=(one.report.id,),
        incidents=(),
        indicators=(
            LitIndicator(
                id="7.1", label="a sign", factor=7, factor_title="a factor",
                evidence=(evidence,), denied=(evidence,),
            ),
        ),
        assessment=Assessment(
            level=Level.WARNING,
            confidence=Confidence.LOW,
            why=(Reason(text="killing", rule="r1", statements=(event.statement,)),),
            gaps=(Reason(text="one origin", rule="r2"),),
            would_change=("a second origin",),
        ),
        requests=one.requests,
    )  # fmt: skip
    sentence = WarningSentence(text="Soldiers are said to …", statements=(event.statement,))
    return Brief(
        as_of=datetime(2031, 4, 20, tzinfo=UTC),
        readings=(one,),
        ledger=weigh((one,)),
        situations=(situation,),
        warnings=(
            Warning(situation=situation.id, state=WarningState.DRAFT, sentences=(sentence,)),
        ),
        rejected=(Rejected(id="b.bin", code="collect.binary", detail="a PNG image"),),
    )


def keys_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from keys_in(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from keys_in(part)


def test_a_reading_has_the_designed_keys_in_their_order() -> None:
    wire = reading_json(reading(), text=True)
    assert list(wire) == READING_KEYS.split()
    assert wire["schema"] == "tocsin/1"
    assert wire["id"] == "doc 7"
    assert list(wire["events"][0]) == EVENT_KEYS.split()


def test_the_text_is_printed_only_on_demand() -> None:
    assert "text" not in reading_json(reading())


def test_a_fact_that_is_not_known_is_null_or_left_out_as_designed() -> None:
    bare = Reading(report=dataclasses.replace(page().report, outlet=None, published=None))
    wire = reading_json(bare)
    assert wire["outlet"] is None
    assert wire["published"] is None
    assert not {"toll", "unread", "notes", "url"} & set(wire)


def test_each_statement_of_an_event_resolves() -> None:
    wire = reading_json(reading())
    known = {one["id"] for one in wire["statements"] + wire["narration"]}
    assert {event["statement"] for event in wire["events"]} <= known


def test_each_statement_and_report_of_a_brief_resolves() -> None:
    wire = brief_json(brief())
    assert {one["report"] for one in wire["statements"].values()} == {"doc 7"}
    (situation,) = wire["situations"]
    (indicator,) = situation["indicators"]
    named = [one["statement"] for one in indicator["evidence"]]
    named += [one for incident in wire["incidents"] for one in incident["supports"]]
    named += [one for reason in situation["why"] for one in reason["statements"]]
    named += situation["requests"][0]["statements"]
    assert named
    assert set(named) <= set(wire["statements"])
    assert situation["reports"] == ["doc 7"]
    assert wire["incidents"][0]["origins"][0]["reports"] == ["doc 7"]


def test_a_masked_brief_names_no_private_person() -> None:
    line = as_line(brief_json(masked(brief())))
    assert "Pell" not in line
    assert "[private person 1]" in line
    assert "Pell" in as_line(brief_json(brief()))


def test_a_masked_name_is_marked() -> None:
    assert reading_json(reading())["names"][0]["masked"] is False
    assert reading_json(masked(reading()))["names"][0]["masked"] is True


def test_the_same_values_give_the_same_line() -> None:
    assert as_line(brief_json(brief())) == as_line(brief_json(brief()))
    assert json.loads(as_line(reading_json(reading()))) == reading_json(reading())


def test_every_key_is_documented() -> None:
    document = DOC.read_text("utf-8")
    wire = brief_json(brief())
    statements = wire.pop("statements")
    keys = {*keys_in(wire), *keys_in(reading_json(reading(), text=True))}
    keys |= set(keys_in(list(statements.values())))
    assert {key for key in keys if f'"{key}"' not in document} == set()
