"""Truth discovery on three open sets: every method's figure side by side.

The main figure of a set is that of `tdh`, the default; the others are named after their method.
A hierarchy's accuracy is the official one: the true value cut to the most specific that some
source claims. The error of populations is over the cities whose true count is known and not 0.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from evals.figure import Figure, ReadReports
from tocsin.weigh.truth.claims import Claim, Numbers, Table, Value, best_values, tabulate
from tocsin.weigh.truth.coarser import Hierarchy, rounded
from tocsin.weigh.truth.fact_finders import (
    average_log,
    investment,
    pooled_investment,
    sums,
    truth_finder,
)
from tocsin.weigh.truth.loss import catd, crh
from tocsin.weigh.truth.tdh import NAMES, NUMBERS, tdh
from tocsin.weigh.truth.votes import median, vote

SCORED: dict[str, Callable[[Table], Numbers]] = {
    "vote": vote,
    "truth_finder": truth_finder,
    "sums": sums,
    "average_log": average_log,
    "investment": investment,
    "pooled_investment": pooled_investment,
}
NUMERIC: dict[str, Callable[[Table], Mapping[str, float]]] = {
    "median": median,
    "crh": crh,
    "catd": catd,
}


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return the figures of every method on birthplaces, heritages and populations."""
    return [
        *hierarchy_figures(gold / "td_birthplaces"),
        *hierarchy_figures(gold / "td_heritages"),
        *population_figures(gold / "td_population"),
    ]


def hierarchy_figures(folder: Path) -> list[Figure]:
    """Return each method's accuracy on a set of names under names."""
    claims = [Claim(r["src"], r["obj"], r["value"]) for r in _rows(folder / "claims.csv")]
    names = Hierarchy(
        (int(r["ID"]), r["name"], int(r["parentID"])) for r in _rows(folder / "hierarchy.csv")
    )
    truth = {r["obj"]: r["value"].split(",") for r in _rows(folder / "groundtruths.csv")}
    table = tabulate(claims)
    claimed = _values_by_object(table)
    wanted = {name: _most_specific(line, claimed[name]) for name, line in truth.items()}
    scored = {"tdh": tdh(table, names.coarser, prior=NAMES).shares}
    scored |= {name: method(table) for name, method in SCORED.items()}
    depths = [depth for values in claimed.values() for depth in names.depths(values)]
    return [
        Figure(
            task=folder.name,
            metric="accuracy" if name == "tdh" else f"accuracy_{name}",
            value=_share(best_values(table, scores, depth=depths), wanted),
            items=len(wanted),
        )
        for name, scores in scored.items()
    ]


def population_figures(folder: Path) -> list[Figure]:
    """Return each method's mean absolute error on counts of people."""
    rows = [line.split("\t") for line in _lines(folder / "population-new-new.txt")]
    table = tabulate(Claim(row[1], row[0], int(float(row[2]))) for row in rows)
    truth = dict(map(_population, _lines(folder / "population-gd.txt")))
    truth = {name: count for name, count in truth.items() if count and name in table.objects}
    found: dict[str, Mapping[str, Value]] = {
        "tdh": best_values(table, tdh(table, rounded, prior=NUMBERS).shares)
    }
    found |= {name: best_values(table, method(table)) for name, method in SCORED.items()}
    found |= {name: method(table) for name, method in NUMERIC.items()}
    return [
        Figure(
            task=folder.name,
            metric="mae" if name == "tdh" else f"mae_{name}",
            value=sum(abs(float(best[each]) - truth[each]) for each in truth) / len(truth),
            items=len(truth),
            lower_is_better=True,
        )
        for name, best in found.items()
    ]


def _share(best: Mapping[str, Value], wanted: Mapping[str, str]) -> float:
    return sum(best.get(name) == value for name, value in wanted.items()) / max(len(wanted), 1)


def _most_specific(line: Sequence[str], claimed: Collection[Value]) -> str:
    """Return the first name of the line, the most specific first, that someone claims."""
    return next((name for name in line if name in claimed), line[0])


def _values_by_object(table: Table) -> dict[str, list[Value]]:
    values: dict[str, list[Value]] = {name: [] for name in table.objects}
    for value, place in zip(table.values, table.object_of, strict=True):
        values[table.objects[place]].append(value)
    return values


def _population(line: str) -> tuple[str, int]:
    """Return the key of a city and year, and the true count."""
    city, year, count = line.rsplit(",", 2)
    return f"{city.strip()}_{year.strip()}", int(count)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return [line for line in text.split("\n") if line.strip()]
