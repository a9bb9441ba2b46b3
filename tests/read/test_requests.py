"""Requests: who asks duty-bearers for what, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reported_speech import document_of
from tocsin.core.types import NameKind, NameMention, Request, Span
from tocsin.read.attribution import find_statements
from tocsin.read.requests import find_requests


def requests_of(text: str, *kinds: tuple[str, NameKind]) -> tuple[Request, ...]:
    document = document_of(text)
    names = tuple(
        NameMention(span=Span(at, at + len(wording)), text=wording, kind=kind, canonical=wording)
        for at, wording, kind in sorted((text.index(word), word, kind) for word, kind in kinds)
    )
    return find_requests(document, names=names, statements=find_statements(document, names))


def test_each_one_asked_and_each_thing_asked_stands_alone() -> None:
    [request] = requests_of(
        "Mara Kett urged the government and the UN Security Council to lift the siege "
        "and to protect the camp."
    )
    assert request.asked_by == "Mara Kett"
    assert request.asked_of == ("government", "UN Security Council")
    assert request.asks == ("lift the siege", "protect the camp")


def test_a_modifier_shared_by_two_offices_is_restored() -> None:
    [request] = requests_of(
        "Residents are calling upon the U.S. President, Secretary of State and other officials "
        "to open the road.",
        ("U.S. President", NameKind.OFFICE),
        ("Secretary of State", NameKind.OFFICE),
    )
    assert request.asked_of[:2] == ("U.S. President", "U.S. Secretary of State")


def test_the_next_sentence_goes_on_with_the_request() -> None:
    text = (
        "The residents are calling upon the Ostreli President regarding the camp. "
        "They are asking him to open the road."
    )
    [request] = requests_of(text, ("Ostreli President", NameKind.OFFICE))
    assert request.asked_of == ("Ostreli President",)
    assert request.asks == ("open the road",)
    assert len(request.statements) == 2
    assert request.span == Span(0, len(text))


def test_an_appeal_in_direct_speech_is_a_request_of_its_speaker() -> None:
    [request] = requests_of("“We call on the government to lift the siege,” Mara Kett said.")
    assert request.asked_by == "Mara Kett"
    assert request.asks == ("lift the siege",)


def test_help_asked_with_a_noun_is_an_ask() -> None:
    [request] = requests_of("The residents appealed to the Ostreli government for food.")
    assert request.asks == ("food",)


@pytest.mark.parametrize(
    "text",
    [
        "The minister asked reporters to leave the room.",
        "The residents asked their neighbours to wait.",
        "The brigade urged the army to attack Sorrel Crossing.",
        "The road must be opened by the government.",
        "The council asked whether the road was open.",
    ],
)
def test_without_a_duty_bearer_or_with_harm_asked_there_is_no_request(text: str) -> None:
    assert requests_of(text) == ()


def test_what_forces_ask_of_each_other_is_no_request() -> None:
    found = requests_of(
        "The Interior Guard asked the Ostreli Border Bureau to send a helicopter.",
        ("Interior Guard", NameKind.FORCE),
    )
    assert found == ()


def test_asking_an_army_to_stop_shooting_is_a_request() -> None:
    [request] = requests_of("The residents called on the army to stop shelling the camp.")
    assert request.asked_of == ("army",)


WORDS = st.sampled_from(
    ["they", "asked", "the army and", "President", "to go", ",", "calling upon", "for", ".", "“"]
)


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_scrambled_requests_never_raise_and_rest_on_statements(text: str) -> None:
    document = document_of(text)
    statements = find_statements(document, ())
    known = {statement.id for statement in statements}
    for request in find_requests(document, names=(), statements=statements):
        assert set(request.statements) <= known
        assert request.asks
        assert request.span.end <= len(text)


def test_an_appeal_that_the_tagger_takes_for_a_noun_is_heard() -> None:
    [request] = requests_of(
        "The residents of Lindral Camp appeal to the UN Security Council to send observers at once."
    )
    assert request.asked_by == "residents of Lindral Camp"
    assert request.asked_of == ("UN Security Council",)
    assert request.asks[0].startswith("send observers")


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Let the Commission send two observers to the camp.", "send two observers"),
        ("Please let the families through to Halvik.", "let the families through"),
        ("The families must be allowed to leave the camp.", "allowed to leave the camp"),
        ("We ask that the ministry reopen the clinic.", "reopen the clinic"),
        ("The station chief has put in to headquarters for a guard of six.", "a guard of six"),
        ("The elders' appeal for medicine reached Velmora on Monday.", "medicine"),
        ("The headman wants the army to protect the ferry.", "protect the ferry"),
        ("She would like the governor to send a patrol.", "send a patrol"),
        ("The mayor has applied for police patrols.", "police patrols"),
    ],
)
def test_what_is_wished_ordered_or_applied_for_is_a_request(text: str, ask: str) -> None:
    [request] = requests_of(text)
    assert any(ask in asked for asked in request.asks)


@pytest.mark.parametrize(
    "text",
    [
        "We are not asking for bread.",
        "A nurse who asked not to be named had seen the trucks.",
        "The coach urged the players to pass the ball more.",
        "Nobody in the ministry would say what they had asked.",
    ],
)
def test_what_is_not_asked_or_of_no_matter_is_no_request(text: str) -> None:
    assert requests_of(text) == ()


def test_two_requests_of_one_sentence_share_it_between_them() -> None:
    text = (
        "The council urges the army to withdraw from the bridge, "
        "and asks the President to protect the camp."
    )
    first, second = requests_of(text)
    assert (first.asked_of, second.asked_of) == (("army",), ("President",))
    assert first.span == Span(0, second.span.start)
    assert second.span.within(text).startswith("asks the President")


def test_a_second_opinion_tips_a_doubtful_asking_and_strikes_out_a_likely_one() -> None:
    doubtful = document_of("The clerk asked the porter for the key.")
    likely = document_of("Mara Kett urged the government to protect the camp.")
    assert find_requests(doubtful, names=(), statements=()) == ()
    assert find_requests(doubtful, names=(), statements=(), opinion=lambda words: 6.0)
    assert find_requests(likely, names=(), statements=(), opinion=lambda words: -9.0) == ()
