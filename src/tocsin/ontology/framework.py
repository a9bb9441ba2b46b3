"""The UN Framework of Analysis for Atrocity Crimes: factors and their indicators."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tocsin.ontology.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A numbered sign. `source` is "seen" or "memory": how sure number and label are."""

    id: str
    label: str
    source: str
    factor: int
    factor_title: str
    scope: str


@cache
def framework() -> tuple[Indicator, ...]:
    """Return every indicator of the Framework, in its order.

    >>> len(framework()), framework()[0].id
    (139, '1.1')
    """
    return tuple(
        Indicator(
            id=row["id"],
            label=row["label"],
            source=row["source"],
            factor=factor["factor"],
            factor_title=factor["title"],
            scope=factor["scope"],
        )
        for factor in read_table("framework")
        for row in factor["indicators"]
    )


@cache
def indicators_by_id() -> dict[str, Indicator]:
    """Return the indicators keyed by their number."""
    return {indicator.id: indicator for indicator in framework()}
