"""A claim, and what the same report sets against it, through the real reader."""

from __future__ import annotations

import tocsin
from tocsin.core.types import ContradictionKind

LETTER = (
    "Guard repeats old lies about the camp\n\nBy Mara Kett\n\n"
    "To excuse what is to come, the Guard Committee repeated the old lies of the secret service "
    "that the residents of Lindral Camp hold weapons and mean to fire at the Guard. This is said "
    "although the Ostreli envoys have declared plainly and more than once that the camp's "
    "residents have handed over all their weapons. On 18, 19 and 20 April 2030 the Guard itself "
    "searched every hut and announced that there are no weapons in Lindral Camp."
)


def test_weapons_are_claimed_by_one_and_denied_by_two_others() -> None:
    brief = tocsin.brief([LETTER])
    pairs = [pair for incident in brief.ledger.incidents for pair in incident.contradicts]
    said = {s.id: s.speaker for one in brief.readings for s in one.all_statements}
    denials = [pair for pair in pairs if pair.kind is ContradictionKind.DENIAL]
    assert {said[pair.statement] for pair in denials} == {"Guard Committee"}
    assert len({said[pair.against] for pair in denials}) == 2
