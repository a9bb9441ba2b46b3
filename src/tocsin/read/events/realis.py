"""Status and polarity from both readers: what grammar says, weighed with what the model says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tocsin.core.types import Polarity, Status

# How much more likely grammar's answer makes a status than the model alone holds it.
# Grammar that says nothing answers "happened"; that is worth less than a modal verb.
BY_GRAMMAR: Final = 100.0
BY_DEFAULT: Final = 16.0
BY_NEGATION: Final = 16.0
BY_NO_NEGATION: Final = 40.0

# Their triggers hold the negation that makes them ("did not come"); the model takes it for denial.
NEGATED_BY_NATURE: Final = frozenset({"fail_to_protect", "reject", "deny_or_justify"})


def weighed_status(grammar: Status, chances: Mapping[str, float]) -> Status:
    """Return the status that both together hold likeliest."""
    trust = BY_DEFAULT if grammar is Status.HAPPENED else BY_GRAMMAR
    return max(Status, key=lambda status: chances[status] * (trust if status is grammar else 1))


def weighed_polarity(grammar: Polarity, chances: Mapping[str, float]) -> Polarity:
    """Return the polarity that both together hold likelier."""
    trust = BY_NEGATION if grammar is Polarity.DENIED else BY_NO_NEGATION
    return max(Polarity, key=lambda pole: chances[pole] * (trust if pole is grammar else 1))
