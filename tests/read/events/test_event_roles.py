"""Who does what to whom, where, when, with what and at what cost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events_of import events_and_narration, events_of, one, statement_about
from parsed_scene import parsed
from tocsin.core.types import Event, NameKind
from tocsin.read.events import find_events


def actors(event: Event) -> list[str]:
    return [actor.text for actor in event.actors]


def targets(event: Event) -> list[str]:
    return [target.text for target in event.targets]


@pytest.mark.parametrize(
    ("text", "type_name", "doers", "sufferers"),
    [
        ("Soldiers killed three monks.", "kill", ["Soldiers"], ["three monks"]),
        ("Three monks were killed by soldiers.", "kill", ["soldiers"], ["Three monks"]),
        ("The killing of three monks by soldiers went on.", "kill", ["soldiers"], ["three monks"]),
        (
            "Soldiers carried out an attack on the village.",
            "armed_attack",
            ["Soldiers"],
            ["village"],
        ),
        ("The army ordered soldiers to kill the monks.", "kill", ["soldiers"], ["monks"]),
        ("The army promised to release the monks.", "release", ["army"], ["monks"]),
        ("Soldiers attacked the camp, killing two nurses.", "kill", ["Soldiers"], ["two nurses"]),
        ("Soldiers who killed two nurses fled.", "kill", ["Soldiers"], ["two nurses"]),
        (
            "Soldiers and militiamen shelled Halvik.",
            "bombard",
            ["Soldiers", "militiamen"],
            ["Halvik"],
        ),
        ("The rebels entered Karsh. They killed a priest.", "kill", ["rebels"], ["priest"]),
        (
            "Police hunt a man after a bomb exploded in Halvik, wounding nine nurses.",
            "wound",
            [],
            ["nine nurses"],
        ),
        ("Nine families fled the village.", "expel_or_displace", [], ["Nine families"]),
        ("Families hid after the shooting at Sorrel Crossing.", "wound", [], []),
        ("The Sorrel Crossing massacre shocked Karsh.", "massacre", [], []),
        ("Nobody was killed when the Guard entered Ninefold.", "kill", [], []),
        ("The council called on the army to withdraw.", "withdraw_or_ceasefire", ["army"], []),
    ],
)
def test_grammar_gives_the_parts(
    text: str, type_name: str, doers: list[str], sufferers: list[str]
) -> None:
    event = one(text, type_name)
    assert (actors(event), targets(event)) == (doers, sufferers)


def test_a_building_that_is_attacked_is_a_facility() -> None:
    event = one("Gunmen attacked a school in Karsh.", "armed_attack")
    assert event.targets[0].kind is NameKind.FACILITY


def test_a_demonym_gives_the_country_and_the_noun_the_sector() -> None:
    event = one("Ostreli soldiers killed a farmer in Karsh.", "kill")
    assert [(a.country, a.sector) for a in event.actors] == [("XOS", "MIL")]
    assert [(t.country, t.sector) for t in event.targets] == [("XTV", "AGR")]


def test_a_named_force_is_not_given_the_country_where_it_acts() -> None:
    event = one("The Black Heron brigade killed a farmer in Karsh.", "kill")
    assert [actor.country for actor in event.actors] == [None]


@pytest.mark.parametrize(
    ("text", "type_name", "acled"),
    [
        ("Helicopters bombed the village of Ninefold.", "bombard", "Air/drone strike"),
        ("Artillery shelled the village of Ninefold.", "bombard", "Shelling/artillery/missile attack"),  # noqa: E501
        ("Militants hurled a grenade at a shop.", "bombard", "Grenade"),
        ("A roadside bomb exploded near Halvik.", "bombard", "Remote explosive/landmine/IED"),
        ("Rebels attacked an army checkpoint.", "armed_attack", "Armed clash"),
        ("Rebels captured the town of Brenmark.", "take_territory", "Non-state actor overtakes territory"),  # noqa: E501
        ("Soldiers recaptured the town of Brenmark.", "take_territory", "Government regains territory"),  # noqa: E501
        ("Protesters clashed with police in Velmora.", "riot", "Violent demonstration"),
        ("Police fired live bullets to disperse protesters.", "disperse", "Excessive force against protesters"),  # noqa: E501
    ],
)  # fmt: skip
def test_context_refines_the_acled_code(text: str, type_name: str, acled: str) -> None:
    assert one(text, type_name).codes.acled == acled


def test_place_time_and_instrument_come_from_the_clause() -> None:
    text = "On 12 April 2031 soldiers beat a nurse with batons in Halvik."
    event = one(text, "wound")
    assert event.instrument is not None
    assert event.instrument.text == "batons"
    assert event.place is not None
    assert event.time is not None
    assert event.time.value == "2031-04-12"


def test_days_listed_together_make_one_span() -> None:
    event = one("Police searched the camp on April 18, 19 and 20, 2031.", "search_or_raid")
    assert event.time is not None
    assert event.time.earliest is not None
    assert event.time.latest is not None
    assert (event.time.earliest.day, event.time.latest.day) == (18, 20)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Soldiers killed 12 people.", 12, 12),
        ("At least 12 people were killed.", 12, None),
        ("More than 3,000 people were killed.", 3001, None),
        ("Dozens of people were killed.", 24, None),
        ("A man was killed.", 1, 1),
        ("Two women and a child were killed.", 3, 3),
    ],
)
def test_the_victims_number_is_the_toll(text: str, low: int, high: int | None) -> None:
    toll = one(text, "kill").toll.killed
    assert toll is not None
    assert (toll.low, toll.high) == (low, high)


def test_people_not_counted_leave_the_toll_unknown() -> None:
    assert one("Soldiers killed villagers.", "kill").toll.killed is None


def test_a_planned_killing_puts_its_victims_at_risk() -> None:
    toll = one("The militia plotted to kill 40 people.", "kill").toll
    assert toll.killed is None
    assert toll.at_risk is not None
    assert toll.at_risk.point == 40


def test_an_event_belongs_to_the_narrowest_statement_around_it() -> None:
    text = "The mayor said an officer said soldiers shelled Halvik. Rebels killed a monk."
    outer = statement_about(text, "an officer said soldiers shelled Halvik")
    inner = statement_about(text, "soldiers shelled Halvik")
    events, narration = events_and_narration(text, [outer, inner])
    owner = {event.type: event.statement for event in events}
    assert owner["bombard"] == inner.id
    assert [statement.id for statement in narration] == [owner["kill"]]
    assert narration[0].narration


def test_what_is_said_outright_outranks_what_is_mentioned() -> None:
    events, _ = events_and_narration("The envoy condemned the attack on Halvik.")
    assert max(events, key=lambda event: event.score).type == "accuse"


HOSTILE = [
    "",
    "\x00",
    "“" * 40,
    "KILLED BY BY BY OF OF 12 12 ATTACK",
    "‮attack‬ killed",
    ",,,. . \n\n killed",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_text_raises_nothing(text: str) -> None:
    document = parsed(text)
    events, _ = find_events(document, names=(), places=(), times=(), statements=())
    assert all(0 <= event.score <= 1 for event in events)


WORDS = st.sampled_from(
    [
        "soldiers",
        "killed",
        "12",
        "people",
        "the",
        "of",
        "by",
        "attack",
        "on",
        "in",
        "camp",
        "not",
        "planned",
        "massacre",
        ",",
        ".",
        "that",
        "and",
        "said",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_order_of_words_gives_events_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    document = parsed(text)
    events, narration = find_events(document, names=(), places=(), times=(), statements=())
    assert {event.statement for event in events} == {statement.id for statement in narration}
    for event in events:
        spans = [event.trigger, *(each.span for each in (*event.actors, *event.targets))]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_long_text_without_sentence_ends_is_read_in_linear_time() -> None:
    text = "the killing of the attack on " * 1_500
    document = parsed(text)
    events, _ = find_events(document, names=(), places=(), times=(), statements=())
    assert len(events) > 1_000


def test_verbs_joined_without_end_are_read() -> None:
    text = "soldiers do not attack the camp and never shoot anyone at " * 400
    events, _ = find_events(parsed(text), names=(), places=(), times=(), statements=())
    assert len(events) > 400


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed and dozens wounded in Halvik.",
        "Gunmen attacked the market, killing 14 and wounding dozens.",
    ],
)
def test_a_count_before_the_second_participle_is_its_own(text: str) -> None:
    killed, injured = one(text, "kill").toll.killed, one(text, "wound").toll.injured
    assert killed is not None
    assert killed.low == 14
    assert injured is not None
    assert (injured.low, injured.as_reported) == (24, "dozens")


def test_a_side_deed_of_those_who_speak_is_no_event_of_recruitment() -> None:
    relative = events_of("Two officers who defected last week described the order.")
    assert "arm_or_recruit" not in {event.type for event in relative}
    assert one("Some 200 soldiers defected to the rebels.", "arm_or_recruit").actors


def test_who_is_singled_out_is_named_without_the_adverb() -> None:
    attack = one("The militia attacked the weak, particularly women.", "armed_attack")
    assert targets(attack) == ["women"]


def test_nobody_is_no_actor() -> None:
    attack = one("None of the groups claimed responsibility for the attack.", "armed_attack")
    assert attack.actors == ()


def test_people_at_the_head_of_a_sentence_are_written_as_inside_one() -> None:
    [event] = [e for e in events_of("Fourteen people were wounded in Halvik.") if e.type == "wound"]
    assert event.targets[0].text == "Fourteen people"
    assert event.targets[0].canonical == "fourteen people"
