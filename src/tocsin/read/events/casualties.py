"""The toll of one event: the people its clause counts as killed, hurt, held or driven out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.core.types import Polarity, Status, Toll
from tocsin.core.types.toll import NO_TOLL
from tocsin.read.events.clause import Tree
from tocsin.read.events.counts import added, count_of
from tocsin.read.events.totals import total_of_people

FIELD_OF = {
    "kill": "killed",
    "massacre": "killed",
    "wound": "injured",
    "detain": "detained",
    "abduct": "detained",
    "expel_or_displace": "displaced",
    "evacuate": "displaced",
}
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
ATTACKS = frozenset({"armed_attack", "bombard", "suicide_attack", "clash", "disperse", "riot"})


def toll_of(
    type_name: str, targets: Sequence[Token], status: Status, polarity: Polarity, tree: Tree
) -> Toll:
    """Return the toll that the target's numbers give; what has not happened puts them at risk."""
    field = FIELD_OF.get(type_name)
    if field is None or polarity is Polarity.DENIED:
        return NO_TOLL
    count = added(total_of_people(head, tree) or count_of(head, tree) for head in targets)
    if count is None or (type_name == "massacre" and count.point == 1):
        return NO_TOLL
    return Toll(**{field if status in REAL else "at_risk": count})


def merged(tolls: Sequence[Toll]) -> Toll:
    """Return one toll with the first known count of each kind."""
    whole = NO_TOLL
    for toll in tolls:
        whole = replace(
            whole,
            killed=whole.killed or toll.killed,
            injured=whole.injured or toll.injured,
            detained=whole.detained or toll.detained,
            displaced=whole.displaced or toll.displaced,
        )
    return whole
