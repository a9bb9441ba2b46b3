"""Who "he", "she" or "all of them" are, and that no voice stands twice in a row in a chain."""

from __future__ import annotations

import pytest

from reported_speech import statements_of


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Twelve people were killed, the town clerk said. Five were hurt, he said.",
            ["town clerk", "town clerk"],
        ),
        (
            "The nurse told us that they were dead. The number of people killed has risen. "
            "She said that four were women.",
            ["nurse", "nurse"],
        ),
        (
            "A spokeswoman said that no order exists. The sergeant slept. "
            "She said that the road was open.",
            ["spokeswoman", "spokeswoman"],
        ),
        (
            "One driver said that he had slept. He said that it was late. "
            "A nurse told us that it was early. She said that the road was open.",
            ["One driver", "One driver", "nurse", "nurse"],
        ),
        (
            "The town clerk said that nine had died. The clerk said that it was late.",
            ["town clerk", "town clerk"],
        ),
        (
            "The owner says that it was late. “A sergeant told us that the road was closed.” "
            "He says that a patrol came.",
            ["owner", "sergeant", "owner"],
        ),
        (
            "They stood by the wall, one trader told us. Another said that it was late.",
            ["trader", "another trader"],
        ),
        (
            "Our team spoke to nineteen witnesses. All of them said that men came.",
            ["nineteen witnesses"],
        ),
    ],
)
def test_a_pronoun_takes_up_whoever_spoke(text: str, speakers: list[str]) -> None:
    found = [statement.speaker.removeprefix("one ") for statement in statements_of(text)]
    assert found == speakers


def test_no_voice_stands_twice_in_a_row() -> None:
    statements = statements_of("Residents said they feared that soldiers would come.")
    assert [statement.chain[1:] for statement in statements] == [("Residents",), ("Residents",)]


def test_a_sign_leaves_the_author_as_the_only_voice() -> None:
    [statement] = statements_of("All signs indicate that an attack is near.", byline="Edda Moll")
    assert statement.chain == ("Edda Moll",)


def test_a_shooting_that_goes_on_says_nothing() -> None:
    text = 'The army said it "came without delay". It stood there while the shooting went on.'
    assert [statement.speaker for statement in statements_of(text)] == ["army"]


def test_whoever_is_asked_speaks_and_the_question_does_not() -> None:
    text = "Asked about the diary, a spokeswoman for the Guard said that the force is silent."
    [statement] = statements_of(text)
    assert statement.speaker in ("spokeswoman for the Guard", "spokeswoman")
