"""Who speaks for a body is its voice; who is said to have done a thing can deny it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factories import Page
from tocsin.core.types import (
    ContradictionKind,
    Incident,
    Ledger,
    NameKind,
    NameMention,
    Reading,
    SourceKind,
    Span,
    Stance,
)
from tocsin.weigh import weigh
from tocsin.weigh.origins.bodies import body_of, fuller_body

DAY = date(2031, 4, 19)


def naming(page: Page, *bodies: str) -> Reading:
    names = tuple(
        NameMention(
            span=Span(0, 0), text=body, kind=NameKind.ORGANISATION, canonical=body, sector="GOV"
        )
        for body in bodies
    )
    return replace(page.reading(), names=names)


def killing(ledger: Ledger) -> Incident:
    (found,) = (incident for incident in ledger.incidents if incident.type == "kill")
    return found


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("a spokesman for the Interior Ministry", "Interior Ministry"),
        ("Interior Ministry spokeswoman", "Interior Ministry"),
        ("the ministry’s spokesman", "ministry"),
        ("spokeswoman for residents of Lindral Camp", "residents of Lindral Camp"),
        ("Mara Kett", "Mara Kett"),
        ("spokesman", "spokesman"),
        ("", ""),
        ("spokesman for " + "the " * 5000, "spokesman for " + "the " * 5000),
    ],
)
def test_a_spokesperson_without_a_name_is_the_body(speaker: str, body: str) -> None:
    assert body_of(speaker) == body


def test_a_lone_institution_is_the_one_body_of_its_report() -> None:
    page = Page(text="The Interior Ministry met. The ministry was silent.")
    assert fuller_body("ministry", naming(page, "Interior Ministry")) == "Interior Ministry"
    two = naming(page, "Interior Ministry", "Health Ministry")
    assert fuller_body("ministry", two) == "ministry"


def test_a_body_its_spokesman_and_its_last_word_are_one_origin() -> None:
    page = Page(
        text="The Interior Ministry said two people were killed in Halvik. "
        "Two died there, a spokesman for the Interior Ministry said. "
        "Both died in Halvik, the ministry said.",
        published=DAY,
    )
    for speaker, words in (
        ("Interior Ministry", "two people were killed in Halvik"),
        ("spokesman for the Interior Ministry", "Two died there"),
        ("ministry", "Both died in Halvik"),
    ):
        said = page.says(speaker, words)
        page.event("kill", words.split()[1], place="Halvik", day=DAY, statement=said)
    incident = killing(weigh([naming(page, "Interior Ministry")]))
    assert [origin.name for origin in incident.origins] == ["Interior Ministry"]


def test_a_ministry_that_speaks_of_what_its_forces_did_is_a_party() -> None:
    page = Page(
        text="The Interior Guard shot men in Halvik. Nobody died, the Ministry of Roads said."
    )
    page.event("kill", "shot", actors=["Interior Guard"], targets=["men"], place="Halvik")
    page.says("Ministry of Roads", "Nobody died")
    ledger = weigh([naming(page, "Ministry of Roads")])
    (card,) = (s for s in ledger.sources if s.kind is SourceKind.SPEAKER)
    assert card.party is not None
    assert card.party.of == "Interior Guard"


def test_an_attributed_actor_that_denies_its_part_contradicts() -> None:
    page = Page(
        text="Gunmen of the Black Heron brigade killed 12 people in Halvik. "
        "The brigade denied that its men took part.",
        published=DAY,
    )
    page.event("kill", "killed", actors=["Black Heron brigade"], targets=["12 people"],
               place="Halvik", day=DAY, killed=12)  # fmt: skip
    denial = page.says("Black Heron brigade", "that its men took part", stance=Stance.DENIES)
    incident = killing(weigh([page.reading()]))
    (against,) = incident.contradicts
    assert (against.kind, against.against) == (ContradictionKind.DENIAL, denial.id)
    assert denial.id not in incident.supports
    assert [toll.statement for toll in incident.tolls] == list(incident.supports)


def test_who_denies_another_matter_contradicts_nothing() -> None:
    page = Page(
        text="Gunmen of the Black Heron brigade killed 12 people in Halvik. "
        "The Velmora Tramway Company denied that fares would rise.",
        published=DAY,
    )
    page.event("kill", "killed", actors=["Black Heron brigade"], place="Halvik", day=DAY)
    page.says("Velmora Tramway Company", "that fares would rise", stance=Stance.DENIES)
    assert killing(weigh([page.reading()])).contradicts == ()


def test_who_denies_the_killing_and_tells_of_the_raid_does_not_affirm_it() -> None:
    page = Page(
        text="Twelve people were killed in a raid on Halvik, the clinic of Halvik said. "
        "The Interior Guard raided four houses in Halvik and nobody was killed, the Guard said.",
        published=DAY,
    )
    clinic = page.says("clinic of Halvik", "Twelve people were killed in a raid on Halvik")
    page.event("kill", "killed", place="Halvik", day=DAY, killed=12, statement=clinic)
    guard = page.says(
        "Interior Guard", "The Interior Guard raided four houses in Halvik and nobody was killed"
    )
    page.event("armed_attack", "raided", place="Halvik", day=DAY, statement=guard)
    page.event("kill", "killed, the", denied=True, place="Halvik", day=DAY, statement=guard)
    incident = killing(weigh([page.reading()]))
    assert incident.supports == (clinic.id,)
    assert {against.against for against in incident.contradicts} == {guard.id}


@pytest.mark.parametrize("published", [date.min, date.max, None])
def test_days_at_the_ends_of_the_calendar_are_no_trouble(published: date | None) -> None:
    page = Page(text="Gunmen killed two in Halvik. They were killed there.", published=published)
    page.event("kill", "killed", place="Halvik", day=date.max)
    page.event("kill", "killed there", place="Halvik")
    assert weigh([page.reading()]).incidents
