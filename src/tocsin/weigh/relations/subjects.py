"""What two reports are to one another by their words alone, where no event tells."""

from __future__ import annotations

import re

from tocsin.core.types import ContradictionKind, Reading
from tocsin.weigh.families import phase_of
from tocsin.weigh.relations.gists import Gist, days_apart, gist_of, share_subject, stem
from tocsin.weigh.relations.relation import UNRELATED, Relation, contradiction, support, update
from tocsin.weigh.relations.sequels import became, carries_on, rejects

_NEGATED = re.compile(r" (?:no|not|never|nobody|none|neither|nor|without)((?: \w+){1,4})")
SPEECH = frozenset({"set_deadline", "threaten", "promise", "accuse", "appeal", "comment"})


def _negates(one: Gist, other: Gist) -> bool:
    """Return whether the one says of what both speak of that it is not so."""
    negated = _NEGATED.findall(one.text)
    return any(stem(word) in other.stems for words in negated for word in words.split())


def _is_ahead(reading: Reading) -> bool:
    """Return whether a report tells only of what is to come."""
    phases = {phase_of(e.status) for e in reading.events if e.type not in SPEECH}
    return bool(phases) and "real" not in phases


def _tells_deeds(reading: Reading) -> bool:
    """Return whether a report tells of what was done, or no event was found in it."""
    deeds = (e for e in reading.events if e.type not in SPEECH)
    return not reading.events or any(phase_of(event.status) == "real" for event in deeds)


def relation_of_texts(earlier: Reading, later: Reading) -> Relation:
    """Return what two reports are to one another by their words alone, where no event tells."""
    one, other = gist_of(earlier), gist_of(later)
    cue = carries_on(earlier, later) or became(earlier, later)
    if not share_subject(one, other) or (
        days_apart(one, other) and not (cue or _is_ahead(earlier))
    ):
        return UNRELATED
    if rejects(earlier) != rejects(later) or _negates(one, other) != _negates(other, one):
        return contradiction(ContradictionKind.DENIAL, "one rejects what the other tells")
    if cue:
        return update(f"carried on: “{cue}”")
    if _is_ahead(earlier) and _tells_deeds(later):
        return update("what was to come is told as come about")
    return support("both speak of one subject by name")
