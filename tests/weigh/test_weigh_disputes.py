"""Within an incident, two parties that name two actors contradict one another on that field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from factories import Page
from tocsin.core.types import ContradictionKind, Reading
from tocsin.weigh.incidents.accounts import Account
from tocsin.weigh.origins.voices import Voice
from tocsin.weigh.relations.contradiction import find_disputes

DAY = date(2031, 5, 3)


def told(outlet: str, actor: str, origin: int) -> tuple[Account, Reading]:
    page = Page(
        text=f"Nine villagers were killed in Halvik by {actor}.", outlet=outlet, published=DAY
    )
    event = page.event("kill", "killed", actors=[actor], place="Halvik", day=DAY, killed=9)
    reading = page.reading()
    statement = reading.all_statements[0]
    voice = Voice(
        statement=statement.id, report=reading.report.id, keys=(), rank=0, name=outlet,
        sources=(), certain=True, party=True, reason="",
    )  # fmt: skip
    account = Account(
        event=event, statement=statement, report=reading.report.id, published=DAY,
        seen_at=datetime(2031, 5, 3, tzinfo=UTC), voice=voice, denies=False, origin=origin,
    )  # fmt: skip
    return account, reading


def test_both_actors_stand_side_by_side_as_a_contradiction() -> None:
    pairs = [
        told("Army bulletin", "Black Heron brigade", 0),
        told("Black Heron bulletin", "Tarvenian army", 1),
    ]
    accounts = [account for account, _ in pairs]
    readings = {reading.report.id: reading for _, reading in pairs}
    (found,) = find_disputes(accounts, readings)
    assert found.kind is ContradictionKind.ACTOR
    assert {found.statement, found.against} == {account.id for account in accounts}
    assert "black heron brigade" in found.reason
    assert "tarvenian army" in found.reason


def test_two_accounts_of_one_origin_and_denials_are_no_dispute() -> None:
    one, mine = told("Army bulletin", "Black Heron brigade", 0)
    other, theirs = told("Black Heron bulletin", "Tarvenian army", 1)
    readings = {mine.report.id: mine, theirs.report.id: theirs}
    assert find_disputes([one, replace(other, origin=0)], readings) == ()
    assert find_disputes([one, replace(other, denies=True)], readings) == ()
