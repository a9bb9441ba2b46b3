"""Contradictions: statements of one incident that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tocsin.core.types import Contradiction, ContradictionKind
from tocsin.weigh.accounts import Account
from tocsin.weigh.families import are_opposed


def find_denials(accounts: Sequence[Account], *, type_name: str) -> tuple[Contradiction, ...]:
    """Return each denial set against one affirming statement of each origin.

    A type opposed to the incident's (giving up arms against taking them up) denies it.
    """
    denying = [a for a in accounts if speaks_against(a, type_name)]
    affirming = first_of_each_origin(a for a in accounts if not speaks_against(a, type_name))
    return tuple(
        Contradiction(
            kind=ContradictionKind.DENIAL,
            statement=affirmed.id,
            against=denied.id,
            reason=f"{affirmed.voice.name} affirms it, {denied.voice.name} denies it",
        )
        for denied in first_of_each_origin(denying)
        for affirmed in affirming
        if affirmed.id != denied.id and affirmed.origin != denied.origin
    )


def speaks_against(account: Account, type_name: str) -> bool:
    """Return whether the account denies the incident, outright or by an opposed event."""
    opposed = are_opposed(account.event.type, type_name)
    return account.denies != opposed


def first_of_each_origin(accounts: Iterable[Account]) -> list[Account]:
    """Return the first account of each origin."""
    first: dict[int, Account] = {}
    for account in accounts:
        first.setdefault(account.origin, account)
    return list(first.values())
