"""Statements: spans, stance and voice of each way of saying that somebody says something."""

from __future__ import annotations

import pytest

from reported_speech import statements_of as attribute
from tocsin.core.types import NameKind, NameMention, Span, Stance, Statement


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(span.within(text) for span in spans)


def only(statements: tuple[Statement, ...]) -> Statement:
    [statement] = statements
    return statement


def name(text: str, wording: str, canonical: str, kind: NameKind) -> NameMention:
    start = text.index(wording)
    span = Span(start, start + len(wording))
    return NameMention(span=span, text=wording, kind=kind, canonical=canonical)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "The minister said that the guard had left Halvik.",
            "The minister",
            "said",
            "that the guard had left Halvik",
        ),
        (
            "Twelve people died in Brenmark, the ministry said.",
            "the ministry",
            "said",
            "Twelve people died in Brenmark",
        ),
        (
            "According to Halvik Radio, the bridge was destroyed.",
            "Halvik Radio",
            "According to",
            "the bridge was destroyed",
        ),
        (
            "The general is said to have ordered the raid.",
            "",
            "is said",
            "The general | to have ordered the raid",
        ),
        (
            "“We saw the trucks leave,” said Mara Kett, a spokeswoman for residents.",
            "Mara Kett, a spokeswoman for residents",
            "said",
            "“We saw the trucks leave,”",
        ),
    ],
)
def test_speaker_cue_and_content_are_marked_as_an_annotator_would(
    text: str, speaker: str, cue: str, content: str
) -> None:
    statement = only(attribute(text))
    assert words(text, statement.speaker_spans) == speaker
    assert words(text, statement.cue_spans) == cue
    assert words(text, statement.content_spans) == content


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that it had shelled Brenmark.", Stance.DENIES),
        ("The army said there had been no attack.", Stance.ASSERTS),
        ("Dorn accused the brigade of killing two men.", Stance.ACCUSES),
        ("The brigade threatened to burn Sorrel Crossing.", Stance.THREATENS),
        ("The brigade vowed to attack Sorrel Crossing.", Stance.THREATENS),
        ("The president vowed to rebuild Sorrel Crossing.", Stance.PROMISES),
        ("The council demanded that the guard withdraw.", Stance.DEMANDS),
        ("The ministry promised to open the road.", Stance.PROMISES),
        ("Monitors predicted that the camp would be closed.", Stance.PREDICTS),
        ("The council urged the government to open the road.", Stance.APPEALS),
        ("The council called on the government to open the road.", Stance.APPEALS),
        ("The council asked whether the road was open.", Stance.ASSERTS),
    ],
)
def test_the_cue_decides_the_stance(text: str, stance: Stance) -> None:
    assert only(attribute(text)).stance is stance


def test_what_is_denied_is_the_content() -> None:
    text = "The minister denied the attack."
    assert words(text, only(attribute(text)).content_spans) == "the attack"


def test_a_statement_within_a_statement_names_both_voices_outer_first() -> None:
    text = "The minister said the army had told him that the camp was empty."
    outer, inner = attribute(text, byline="Edda Moll")
    assert inner.within == outer.id
    assert outer.within is None
    assert outer.chain == ("Edda Moll", "minister")
    assert inner.chain == ("Edda Moll", "minister", "army")


def test_without_byline_the_outlet_is_the_outermost_voice() -> None:
    statement = only(attribute("The army said the road was open.", outlet="Karsh Monitor"))
    assert statement.chain == ("Karsh Monitor", "army")


def test_a_speaker_bears_the_canonical_name_of_its_mention() -> None:
    text = "Dorn said the guard had left Halvik."
    dorn = name(text, "Dorn", "Ilya Dorn", NameKind.PERSON)
    assert only(attribute(text, (dorn,))).speaker == "Ilya Dorn"


def test_a_pronoun_stands_for_the_nearest_subject_that_fits() -> None:
    text = (
        "On Monday the Karsh Committee sent trucks to the camp. "
        "Then they said that the residents hold weapons."
    )
    committee = name(text, "Karsh Committee", "Karsh Committee", NameKind.ORGANISATION)
    statement = only(attribute(text, (committee,)))
    assert statement.speaker == "Karsh Committee"
    assert words(text, statement.speaker_spans) == "they"


def test_a_passive_without_agent_leaves_the_speaker_open() -> None:
    text = "These lies are said despite the facts."
    statement = only(attribute(text))
    assert statement.speaker == ""
    assert statement.speaker_spans == ()


def test_information_carries_what_rests_on_it() -> None:
    text = "Based on information received from Ostrel, the bureau sent agents to Karsh."
    statement = only(attribute(text))
    assert words(text, statement.speaker_spans) == "information received from Ostrel"
    assert words(text, statement.content_spans) == "the bureau sent agents to Karsh"


def test_two_who_speak_together_are_both_named() -> None:
    statement = only(attribute("The army and the police said that the road was open."))
    assert statement.speaker == "army and police"


def test_a_quotation_that_goes_on_stays_with_its_speaker() -> None:
    text = "“We saw the trucks leave,” Mara Kett said. “They went east to Ostrel.”"
    statement = only(attribute(text))
    assert words(text, statement.content_spans) == (
        "“We saw the trucks leave,” | “They went east to Ostrel.”"
    )


def test_a_quotation_over_two_paragraphs_stays_with_its_speaker() -> None:
    text = "Mara Kett said: “The trucks left at dawn.\n\n“They went east to Ostrel.”"
    contents = [words(text, statement.content_spans) for statement in attribute(text)]
    assert contents == ["“The trucks left at dawn. | “They went east to Ostrel.”"]


def test_a_sign_is_no_speaker() -> None:
    statement = only(attribute("All signs indicate that an attack is near."))
    assert statement.speaker == ""


def test_who_speaks_of_himself_in_a_quotation_makes_no_second_statement() -> None:
    text = "“I think the road is open,” the minister said."
    assert only(attribute(text)).speaker == "minister"


def test_to_claim_lives_is_to_say_nothing() -> None:
    assert attribute("The attack claimed twelve lives in Brenmark.") == ()


def test_plain_narration_holds_no_statement() -> None:
    assert attribute("The Interior Guard searched the camp on 18 April 2031.") == ()


def test_a_turn_of_an_interview_is_said_by_the_name_before_the_colon() -> None:
    text = "Mara Kett: The trucks left at dawn. They went east.\n\nUpdate: The road is open now."
    statement = only(attribute(text))
    assert statement.speaker == "Mara Kett"
    assert words(text, statement.content_spans) == "The trucks left at dawn. They went east."


def test_what_is_only_a_purpose_is_no_statement() -> None:
    assert attribute("The road was closed in order to deny the attack.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility.",
        "No one said that the guard had left.",
        "Nobody claimed that the guard had left.",
        "None of the groups claimed responsibility for the raid.",
        "Guards denied journalists access to the camp.",
        "The army put a number of men on the ridge.",
    ],
)
def test_where_nobody_says_anything_there_is_no_statement(text: str) -> None:
    assert attribute(text) == ()


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The governor put the death toll at 19.", "put", "the death toll at 19"),
        ("The governor raised the toll to 19.", "raised", "the toll to 19"),
        ("The governor revised the toll up to 19.", "revised", "the toll up to 19"),
    ],
)
def test_whoever_puts_a_toll_at_a_figure_states_it(text: str, cue: str, content: str) -> None:
    statement = only(attribute(text))
    found = (statement.speaker, words(text, statement.cue_spans))
    assert found == ("governor", cue)
    assert words(text, statement.content_spans) == content
