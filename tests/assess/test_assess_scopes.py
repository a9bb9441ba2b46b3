"""What makes one situation, two, or none; dates that move; words that say the concrete thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factories import Page
from tocsin.assess import assess
from tocsin.core.time import TimeSpan, end_of_day
from tocsin.core.types import (
    Confidence,
    Level,
    Reading,
    Situation,
    Status,
    TimeMention,
    TimexType,
)
from tocsin.weigh import weigh

DAY = date(2031, 4, 10)
CAMP = "Mirrun families of Lindral Camp"
GUARD = "Interior Guard"


def assessed(*readings: Reading, as_of: date = DAY) -> tuple[Situation, ...]:
    return assess(readings, weigh(readings), as_of=end_of_day(as_of))


def camp(*, published: date = DAY) -> Page:
    page = Page(
        text="The Interior Guard surrounded Mirrun families of Lindral Camp.", published=published
    )
    page.group(CAMP, place="Lindral Camp", size=2600)
    page.event("besiege_or_deny_aid", "surrounded", status=Status.ONGOING, actors=[GUARD],
               targets=[CAMP], place="Lindral Camp")  # fmt: skip
    return page


def raid(*, actor: str = GUARD, text: str = "One of them spoke Mirrun.") -> Page:
    page = Page(
        text=f"The {actor} drove eleven people out of Halvik. {text}",
        outlet="Karsh Monitor",
        published=DAY,
    )
    page.group("people")
    page.event("expel_or_displace", "drove", actors=[actor], targets=["eleven people"],
               place="Halvik", day=DAY)  # fmt: skip
    return page


def test_people_without_a_name_join_the_group_that_their_report_names_under_one_threat() -> None:
    (situation,) = assessed(camp().reading(), raid().reading())
    assert situation.group is not None
    assert situation.group.name == CAMP
    assert len(situation.incidents) == 2
    assert len(situation.reports) == 2


@pytest.mark.parametrize(
    "other",
    [raid(actor="Black Heron brigade"), raid(text="Nobody knows who they are.")],
    ids=["another threat", "no word of the group"],
)
def test_violence_by_another_force_or_with_no_word_of_the_group_stays_apart(other: Page) -> None:
    assert len(assessed(camp().reading(), other.reading())) == 2


def test_two_groups_with_names_of_their_own_stay_two_under_one_threat() -> None:
    weavers = Page(
        text="The Interior Guard expelled Orlen weavers of Halvik. Mirrun families watched.",
        published=DAY,
    )
    weavers.group("Orlen weavers", place="Halvik")
    weavers.event("expel_or_displace", "expelled", actors=[GUARD], targets=["Orlen weavers"])
    assert len(assessed(camp().reading(), weavers.reading())) == 2


def test_a_report_that_leads_with_the_groups_place_belongs_to_its_situation() -> None:
    trucks = Page(
        text="Thirty trucks have gathered near Lindral Camp. Militiamen were given rifles.",
        outlet="Halvik Radio",
        published=DAY,
    )
    football = Page(text="Halvik beat Brenmark. A fan came from Lindral Camp.", published=DAY)
    far = Page(text=f"{'It rained. ' * 9}A fan came from Lindral Camp.", published=DAY)
    (situation,) = assessed(camp().reading(), trucks.reading(), far.reading())
    assert trucks.report.id in situation.reports
    assert far.report.id not in situation.reports
    assert len(assessed(camp().reading(), football.reading())) == 1


@pytest.mark.parametrize(
    ("text", "type_name", "targets", "place", "killed"),
    [
        (
            "The candidate attacked the senator of Karsh.",
            "armed_attack",
            ["senator"],
            "Karsh",
            None,
        ),
        ("Ostrel invaded Tarvenia.", "armed_attack", ["Tarvenia"], "Tarvenia", None),
        ("One man was killed in Tarvenia.", "kill", ["One man"], "Tarvenia", 1),
    ],
    ids=["words", "a war", "a killing in a country"],
)
def test_what_harms_nobody_in_a_place_that_can_be_told_makes_no_situation(
    text: str, type_name: str, targets: list[str], place: str, killed: int | None
) -> None:
    page = Page(text=text, published=DAY)
    trigger = next(w for w in ("attacked", "invaded", "killed") if w in text)
    page.event(type_name, trigger, targets=targets, place=place, killed=killed)
    reading = page.reading()
    grounded = tuple(
        replace(p, place=replace(p.place, feature="PCLI"))
        if p.place and p.name == "Tarvenia"
        else p
        for p in reading.places
    )
    assert assessed(replace(reading, places=grounded)) == ()


def test_undated_violence_in_the_background_of_another_report_is_not_now() -> None:
    page = Page(
        text=f"{'The council met again. ' * 9}Gunmen once killed 12 people in Halvik.",
        published=DAY,
    )
    page.event("kill", "killed", targets=["12 people"], place="Halvik", killed=12)
    assert assessed(page.reading()) == ()


def moved(*, cue: str = "has moved") -> Reading:
    page = Page(
        text=f"The government {cue} the closure of Lindral Camp from 30 April to 31 May.",
        outlet="Northern Wire",
        published=date(2031, 4, 26),
    )
    page.group(CAMP, place="Lindral Camp")
    page.event("close_or_evict", "closure", status=Status.PLANNED, targets=["Lindral Camp"])
    page.deadline(date(2031, 5, 31), "closure of Lindral Camp from 30 April to 31 May")
    times = tuple(
        TimeMention(
            span=page.span(words),
            text=words,
            type=TimexType.DATE,
            value=day.isoformat(),
            when=TimeSpan.of_day(day),
        )
        for words, day in (("30 April", date(2031, 4, 30)), ("31 May", date(2031, 5, 31)))
    )
    return replace(page.reading(), times=times)


def announced() -> Page:
    page = camp(published=date(2031, 3, 5))
    page.deadline(date(2031, 4, 30), "surrounded Mirrun families of Lindral Camp")
    return page


def test_a_moved_date_replaces_the_old_one_and_says_from_when() -> None:
    (situation,) = assessed(announced().reading(), moved(), as_of=date(2031, 4, 27))
    (deadline,) = situation.deadlines
    assert (deadline.date, deadline.moved_from) == (date(2031, 5, 31), date(2031, 4, 30))
    assert deadline.statements
    (dates,) = (r.text for r in situation.assessment.why if r.rule == "level.dates")
    assert "31 May 2031" in dates
    assert "moved from 30 April 2031" in dates


def test_a_date_named_beside_another_is_not_moved() -> None:
    (situation,) = assessed(announced().reading(), moved(cue="confirmed"), as_of=date(2031, 4, 27))
    days = [deadline.date for deadline in situation.deadlines]
    assert days == [date(2031, 4, 30), date(2031, 5, 31)]
    assert all(deadline.moved_from is None for deadline in situation.deadlines)


def test_one_day_named_by_two_reports_stands_once_with_both_statements() -> None:
    other = Page(
        text="Lindral Camp is to be closed by 30 April.", outlet="Halvik Radio", published=DAY
    )
    other.group(CAMP, place="Lindral Camp")
    other.deadline(date(2031, 4, 30), "Lindral Camp is to be closed by 30 April")
    (situation,) = assessed(announced().reading(), other.reading())
    (deadline,) = situation.deadlines
    assert len(deadline.statements) == 2


def test_the_level_names_the_concrete_thing_before_the_rule() -> None:
    page = Page(text="Gunmen killed 20 Mirrun families of Lindral Camp in Halvik.", published=DAY)
    page.group(CAMP, place="Lindral Camp")
    page.event("kill", "killed", targets=[CAMP], place="Halvik", day=DAY, killed=20)
    (situation,) = assessed(page.reading())
    level = situation.assessment.why[0]
    assert situation.assessment.level is Level.EMERGENCY
    assert level.text.startswith("20 people reported killed in Halvik on 10 April 2031. ")
    assert level.text.endswith("within the last 14 days.")


def test_one_text_never_gives_high_confidence_however_many_it_quotes() -> None:
    speakers = ("Halvik hospital", "Ostreli Border Bureau", "Red Cross", "mayor of Halvik")
    page = Page(
        text=" ".join(f"Gunmen killed 20 people in Halvik, {name} said." for name in speakers),
        outlet="Halvik Radio",
        published=DAY,
    )
    for name in speakers:
        words = f"Gunmen killed 20 people in Halvik, {name}"
        said = page.says(name, words)
        page.event("kill", words, targets=["20 people"], place="Halvik", day=DAY, killed=20,
                   statement=said)  # fmt: skip
    (situation,) = assessed(page.reading())
    assert situation.assessment.confidence is Confidence.MODERATE


def test_a_withdrawn_report_is_named_and_the_words_that_quote_it_light_nothing() -> None:
    title = "Guards raid the office of the UN refugee agency"
    wire = Page(
        text=f"{title}. It stands beside Lindral Camp.",
        title=title, outlet="Northern Wire", published=date(2031, 4, 8),
    )  # fmt: skip
    wire.group(CAMP, place="Lindral Camp")
    wire.event("search_or_raid", "raid", actors=[GUARD], place="Lindral Camp")
    back = Page(
        text=f"Northern Wire withdraws its report of 8 April, {title}. Lindral Camp was quiet.",
        outlet="Northern Wire",
        published=date(2031, 4, 9),
    )
    (situation,) = assessed(camp().reading(), wire.reading(), back.reading())
    (gap,) = (g for g in situation.assessment.gaps if g.rule == "gap.withdrawn")
    assert title in gap.text
    quotes = [e.quote for lit in situation.indicators for e in lit.evidence]
    assert not any(title in quote for quote in quotes)


def test_a_report_that_leads_with_one_place_belongs_to_it_whole() -> None:
    page = Page(
        text="Gunmen killed 12 people in Halvik. Soldiers did not intervene.", published=DAY
    )
    page.event("kill", "killed", targets=["12 people"], place="Halvik", killed=12, day=DAY)
    page.event("fail_to_protect", "intervene", actors=["Soldiers"])
    [situation] = assessed(page.reading())
    assert len(situation.incidents) == 2
    assert "2.4" in {indicator.id for indicator in situation.indicators}


def test_what_the_residents_are_said_to_do_is_no_threat_to_them_by_whatever_name() -> None:
    page = Page(
        text="The Guard will attack Lindral Camp. A spokesman said the dwellers fired on patrols.",
        published=DAY,
    )
    group = page.group("Mirrun people", place="Lindral Camp", size=2600)
    page.groups[0] = replace(group, spans=(page.span("the dwellers"),))
    page.event(
        "armed_attack", "attack", status=Status.PLANNED, actors=["The Guard"],
        targets=["Lindral Camp"],
    )  # fmt: skip
    said = page.says("spokesman", "the dwellers fired on patrols")
    fired = {"actors": ["the dwellers"], "targets": ["patrols"], "statement": said}
    page.event("armed_attack", "fired", **fired)
    reading = page.reading()
    [situation] = assessed(reading)
    accused = next(i for i in weigh([reading]).incidents if said.id in i.supports)
    assert accused.id not in situation.incidents
