"""The rule behind a fused count, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.core.types import Count
from tocsin.weigh.counts.origin_counts import OriginCount, allows

SHOWN = 5  # counts listed before "and … more"


def rule_in_words(
    standing: Sequence[OriginCount], best: int | None, past_belief: Sequence[Count]
) -> str:
    """Return how the estimate came about: the rule first, then what else bears on it."""
    return "; ".join([_rule(standing, best), *_notes(standing, best, past_belief)])


def _rule(standing: Sequence[OriginCount], best: int | None) -> str:
    size = len(standing)
    if not standing:
        return "no count that can be believed"
    if best is None:
        return f"no number is given by {_origins(standing)}: a range only"
    if size == 1:
        return "the latest count of the only origin" if standing[0].replaced else "one origin only"
    exact = sum(each.count.point == best for each in standing)
    if exact == size:
        return f"all {_origins(standing)} say {best}"
    if exact * 2 > size:
        return f"{exact} of {_origins(standing)} say {best}"
    return f"the lower middle one of the latest counts of {_origins(standing)}"


def _notes(
    standing: Sequence[OriginCount], best: int | None, past_belief: Sequence[Count]
) -> Iterator[str]:
    allowing = [
        each.count
        for each in standing
        if best is not None and each.count.point is None and allows(each.count, best)
    ]
    if allowing:
        yield f"{_listed(allowing)} allows it"
    replaced = [count for each in standing for count in each.replaced]
    if replaced:
        yield f"earlier counts of the same origin replaced: {_listed(replaced)}"
    last = max(standing, key=lambda each: (each.day, each.count.low or 0), default=None)
    if last is not None and best is not None and (last.count.low or 0) > best:
        yield f"the latest count is higher and may be an update: {_listed([last.count])}"
    if len(standing) > 1 and any(each.party for each in standing):
        yield "the count of a party to the dispute has half a vote"
    if len(standing) > 1 and not all(each.certain for each in standing):
        yield "an origin whose independence cannot be told has half a vote"
    if past_belief:
        yield f"left out as beyond belief: {_listed(past_belief)}"


def _origins(standing: Sequence[OriginCount]) -> str:
    """Return how many they are, called independent only where that can be told of all."""
    if len(standing) == 1:
        return "one origin"
    kind = "independent origins" if all(each.certain for each in standing) else "origins"
    return f"{len(standing)} {kind}"


def _listed(counts: Sequence[Count]) -> str:
    """Return the distinct counts as reported, the first few."""
    told = list(dict.fromkeys(f"“{_words(count)}”" for count in counts))
    more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return ", ".join(told[:SHOWN]) + more


def _words(count: Count) -> str:
    return count.as_reported or str(count.low if count.low is not None else "unknown")
