"""The toll of one event: the people that its clause counts as killed, injured, held or driven out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from tocsin.core.types import Polarity, Toll
from tocsin.core.types.toll import NO_TOLL
from tocsin.read.events.clause import Tree
from tocsin.read.events.counts import added, count_of

FIELD_OF = {
    "kill": "killed",
    "massacre": "killed",
    "wound": "injured",
    "detain": "detained",
    "abduct": "detained",
    "expel_or_displace": "displaced",
    "evacuate": "displaced",
}
ATTACKS = frozenset({"armed_attack", "bombard", "suicide_attack", "clash", "disperse", "riot"})


def toll_of(
    type_name: str, targets: Sequence[Token], polarity: Polarity, tree: Tree
) -> Toll:
    """Return the toll that the target's numbers give; denied events count nobody."""
    field = FIELD_OF.get(type_name)
    if field is None or polarity is Polarity.DENIED:
        return NO_TOLL
    count = added(count_of(head, tree) for head in targets)
    return NO_TOLL if count is None else Toll(**{field: count})


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
