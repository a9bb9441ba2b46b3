"""Masking: labels in words, blocks in text, offsets untouched."""

from __future__ import annotations

import dataclasses
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.ids import CaptureId, ReportId, SourceId
from tocsin.core.place import Place
from tocsin.core.types import (
    Brief,
    Language,
    Ledger,
    NameKind,
    NameMention,
    PlaceAlternative,
    PlaceMention,
    Reading,
    Reliability,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Vicinity,
    VicinityKind,
    statement_id,
)
from tocsin.warn.redaction import masked, quote_of

AS_OF = datetime(2031, 5, 1, tzinfo=UTC)


def mention(text: str, words: str, canonical: str, *, private: bool, nth: int = 0) -> NameMention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return NameMention(
        span=Span(start, start + len(words)),
        text=words,
        kind=NameKind.PERSON,
        canonical=canonical,
        private=private,
    )


def reading_of(text: str, *names: NameMention, title: str | None = None, n: int = 1) -> Reading:
    report = Report(
        id=ReportId(f"rep_{n:020d}"),
        capture=CaptureId(f"cap_{n:020d}"),
        sha256=f"{n:064d}",
        text=text,
        language=Language("en"),
        title=title,
    )
    return Reading(report=report, names=names)


def brief_of(*readings: Reading, sources: tuple[Source, ...] = ()) -> Brief:
    ledger = Ledger(sources=sources)
    return Brief(as_of=AS_OF, readings=readings, ledger=ledger, situations=())


TEXT = "Joren Pell saw it. Pell's son is gone, said President Anton Vessel. JOREN PELL wept."
PELL = mention(TEXT, "Joren Pell", "Joren Pell", private=True)
VESSEL = mention(TEXT, "Anton Vessel", "Anton Vessel", private=False)


def test_a_private_person_is_masked_wherever_the_text_names_him() -> None:
    hidden = masked(reading_of(TEXT, PELL, VESSEL)).report.text
    assert "Pell" not in hidden
    assert "PELL" not in hidden
    assert "Joren" not in hidden
    assert "Anton Vessel" in hidden
    assert "████'s son" in hidden


def test_offsets_are_untouched() -> None:
    hidden = masked(reading_of(TEXT, PELL, VESSEL))
    assert len(hidden.report.text) == len(TEXT)
    assert [name.span for name in hidden.names] == [PELL.span, VESSEL.span]
    assert hidden.names[1].span.within(hidden.report.text) == "Anton Vessel"


def test_mentions_and_titles_carry_the_label_and_public_names_stay() -> None:
    hidden = masked(reading_of(TEXT, PELL, VESSEL, title="Pell: “Vessel knew”"))
    assert [name.text for name in hidden.names] == ["[private person 1]", "Anton Vessel"]
    assert hidden.names[0].canonical == "[private person 1]"
    assert hidden.report.title == "[private person 1]: “Vessel knew”"


def test_speakers_chains_and_quotes_carry_the_label() -> None:
    content = (Span(0, 17),)
    statement = Statement(
        id=statement_id(ReportId("rep_1"), content, "Joren Pell"),
        report=ReportId("rep_1"),
        speaker_spans=(),
        cue_spans=(),
        content_spans=content,
        stance=Stance.ASSERTS,
        chain=("Halvik Radio", "the farmer Joren Pell"),
        speaker="Joren Pell",
    )
    reading = dataclasses.replace(reading_of(TEXT, PELL), statements=(statement,))
    hidden = masked(reading)
    assert hidden.statements[0].chain == ("Halvik Radio", "the farmer [private person 1]")
    assert hidden.statements[0].speaker == "[private person 1]"
    assert hidden.statements[0].id == statement.id
    assert quote_of(hidden, content[0]) == "[private person 1] saw it"


def test_one_person_has_one_number_throughout_a_brief() -> None:
    first = "Sera Lun met Joren Pell."
    second = "Joren Pell came back."
    brief = brief_of(
        reading_of(
            first,
            mention(first, "Sera Lun", "Sera Lun", private=True),
            mention(first, "Joren Pell", "Joren Pell", private=True),
        ),
        reading_of(second, mention(second, "Joren Pell", "Joren Pell", private=True), n=2),
    )
    hidden = masked(brief)
    assert [name.text for name in hidden.readings[0].names] == [
        "[private person 1]",
        "[private person 2]",
    ]
    assert hidden.readings[1].names[0].text == "[private person 2]"


def test_a_person_named_in_one_report_is_masked_in_the_title_of_another() -> None:
    brief = brief_of(reading_of(TEXT, PELL), reading_of("No name.", title="Joren Pell found", n=2))
    assert masked(brief).readings[1].report.title == "[private person 1] found"


def test_who_is_public_in_one_report_is_public_in_all() -> None:
    text = "Mara Kett wept."
    brief = brief_of(
        reading_of(text, mention(text, "Mara Kett", "Mara Kett", private=True)),
        reading_of(text, mention(text, "Mara Kett", "Mara Kett", private=False), n=2),
    )
    assert masked(brief).readings[0].report.text == text


def test_a_surname_shared_with_a_public_person_is_masked_only_where_it_means_the_private_one() -> (
    None
):
    text = "Anton Vessel spoke. Ilo Vessel, a teacher, hid. Vessel left."
    hidden = masked(
        reading_of(
            text,
            mention(text, "Anton Vessel", "Anton Vessel", private=False),
            mention(text, "Ilo Vessel", "Ilo Vessel", private=True),
        )
    )
    assert hidden.report.text == "Anton Vessel spoke. ██████████, a teacher, hid. Vessel left."


def test_a_surname_that_is_a_place_leaves_the_place_readable() -> None:
    text = "Ilo Halvik fled from Halvik."
    ground = Place(
        name="Halvik", lon=0.0, lat=0.0, uncertainty_km=5.0, feature="PPL", geonames_id=7
    )
    place = PlaceMention(span=Span(21, 27), text="Halvik", name="Halvik", place=ground)
    reading = reading_of(text, mention(text, "Ilo Halvik", "Ilo Halvik", private=True))
    hidden = masked(dataclasses.replace(reading, places=(place,)))
    assert hidden.report.text == "██████████ fled from Halvik."
    assert hidden.places == (place,)


@pytest.mark.parametrize("words", ["May", "Sheikh", "al"])
def test_a_word_that_means_something_else_alone_is_left(words: str) -> None:
    text = f"Ilo {words} left. In {words} it rained."
    name = f"Ilo {words}"
    assert masked(reading_of(text, mention(text, name, name, private=True))).report.text.endswith(
        f"In {words} it rained."
    )


def test_only_whole_words_are_masked() -> None:
    text = "Ana Rus left. The Russet trucks came; rus grew."
    hidden = masked(reading_of(text, mention(text, "Ana Rus", "Ana Rus", private=True)))
    assert hidden.report.text == "███████ left. The Russet trucks came; rus grew."


def test_mail_addresses_and_phone_numbers_are_masked() -> None:
    text = "Write to sera@camp.example or call +99 555 0134 778, (0555) 0134-778 or 0555 0134 778."
    hidden = masked(reading_of(text, title="Call +99 555 0134 778"))
    assert "sera" not in hidden.report.text
    assert not any(char.isdigit() for char in hidden.report.text)
    assert len(hidden.report.text) == len(text)
    assert hidden.report.title == "Call [phone number]"


@pytest.mark.parametrize(
    "text",
    [
        "On 2031-04-12 and 12.04.2031, 2,600 of 3 400 000 fled at 20:15.",
        "Between 00:30 and 01:30 on 05/04/2031 some 1 200 people",
        "rep_00123456789012345678",
    ],
)
def test_dates_and_counts_are_no_phone_numbers(text: str) -> None:
    assert masked(reading_of(text)).report.text == text


@pytest.mark.parametrize(
    "where",
    [
        "45.66412, 123.19077",
        "-45.66412 -123.19077",
        "45.664° S, 123.190° W",
        "45°39'36\"S 123°11'24\"W",
        "45° 39.6′ S, 123° 11.4′ W",
    ],
)
def test_exact_positions_in_words_are_masked(where: str) -> None:
    text = f"The families sleep at {where}."
    hidden = masked(reading_of(text, title=f"Camp at {where}"))
    assert not any(char.isdigit() for char in hidden.report.text)
    assert "[position]" in (hidden.report.title or "")


def test_figures_with_points_are_no_positions() -> None:
    text = "Between 1.500, 2.300 and 12.500 people; 3.75 to 4.25 per cent; version 1.2.3."
    assert masked(reading_of(text)).report.text == text


CAMP = Place(name="Lindral Camp", lon=-123.19, lat=-45.66, uncertainty_km=3, feature="CMPRF")
TOWN = Place(
    name="Halvik", lon=-123.55, lat=-45.48, uncertainty_km=6, feature="PPLA", geonames_id=7
)


@pytest.mark.parametrize(
    "exact",
    [
        CAMP,
        dataclasses.replace(CAMP, geonames_id=8),
        dataclasses.replace(TOWN, geonames_id=None),
    ],
)
def test_positions_of_sites_and_of_the_desks_own_places_are_coarsened(exact: Place) -> None:
    mention = PlaceMention(span=Span(0, 4), text="Text", name=exact.name, place=exact)
    reading = dataclasses.replace(reading_of("Text"), places=(mention,))
    coarse = masked(reading).places[0].place
    assert coarse is not None
    assert (coarse.lon * 10, coarse.lat * 10) == pytest.approx(
        (round(exact.lon * 10), round(exact.lat * 10))
    )
    assert coarse.uncertainty_km == 15
    assert masked(masked(reading)) == masked(reading)


def test_the_position_of_a_town_in_the_packages_stays_as_it_is() -> None:
    mention = PlaceMention(span=Span(0, 4), text="Text", name="Halvik", place=TOWN)
    assert masked(dataclasses.replace(reading_of("Text"), places=(mention,))).places == (mention,)


def test_spots_told_by_distance_and_other_bearers_of_a_name_are_coarsened_too() -> None:
    spot = Vicinity(
        kind=VicinityKind.OFFSET, lon=-123.19, lat=-45.66, uncertainty_km=2, span=Span(0, 1)
    )
    other = PlaceAlternative(place=CAMP, score=0.2)
    mention = PlaceMention(
        span=Span(0, 4),
        text="Text",
        name="Halvik",
        place=TOWN,
        alternatives=(other,),
        vicinity=spot,
    )
    reading = dataclasses.replace(reading_of("Text"), places=(mention,))
    hidden = masked(reading).places[0]
    assert hidden.place == TOWN
    assert hidden.vicinity is not None
    assert (hidden.vicinity.lon, hidden.vicinity.lat) == (-123.2, -45.7)
    assert hidden.alternatives[0].place.uncertainty_km == hidden.vicinity.uncertainty_km == 15
    assert masked(masked(reading)) == masked(reading)


def test_a_quote_shows_blocked_out_words_as_masked() -> None:
    hidden = masked(reading_of("Write to sera@camp.example today."))
    assert quote_of(hidden, Span(0, 33)) == "Write to [masked] today."


def test_a_private_source_is_masked_though_no_report_mentions_him() -> None:
    source = Source(
        id=SourceId("src_1"),
        kind=SourceKind.AUTHOR,
        name="Tala Orsk",
        reliability=Reliability.F,
        reason="nothing is known of Tala Orsk",
        private=True,
    )
    hidden = masked(brief_of(reading_of("Text by Orsk."), sources=(source,)))
    assert hidden.ledger.sources[0].name == "[private person 1]"
    assert hidden.ledger.sources[0].reason == "nothing is known of [private person 1]"
    assert hidden.readings[0].report.text == "Text by ████."


def test_masking_twice_changes_nothing_more() -> None:
    brief = brief_of(reading_of(TEXT, PELL, VESSEL, title="Pell"))
    assert masked(masked(brief)) == masked(brief)


@given(st.text(max_size=300), st.text(min_size=1, max_size=12))
def test_masking_keeps_the_length_of_any_text(text: str, name: str) -> None:
    body = f"{name} {text} {name}"
    who = NameMention(
        span=Span(0, len(name)), text=name, kind=NameKind.PERSON, canonical=name, private=True
    )
    assert len(masked(reading_of(body, who)).report.text) == len(body)


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "0555 " * 40_000, "Ilo Pell " * 22_000, "a@" * 99_999]
)
def test_masking_a_hostile_text_takes_linear_time(text: str) -> None:
    who = NameMention(
        span=Span(0, 1), text="Ilo Pell", kind=NameKind.PERSON, canonical="Ilo Pell", private=True
    )
    started = time.process_time()
    masked(reading_of(text, who))
    assert time.process_time() - started < 5
