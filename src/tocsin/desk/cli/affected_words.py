"""What a report, statement or source carried, as a tree that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from tocsin.core.types import Incident
from tocsin.desk.cli.clean import clean
from tocsin.desk.cli.incident_words import incident_line
from tocsin.desk.cli.terminal import one_line
from tocsin.desk.wire.references import PublicIds
from tocsin.warn.wording import toll_words
from tocsin.weigh.lineage.affected import Affected, Change

ROWS_SHOWN = 20  # the JSON holds them all


def print_affected(
    affected: Affected, incidents: Sequence[Incident], ids: PublicIds, console: Console
) -> None:
    """Print everything that used the subject."""
    lines = {incident.id: incident_line(clean(incident)) for incident in incidents}
    reports = [one_line(name) for name in ids.all_of(affected.reports)]
    copies = [one_line(name) for name in ids.all_of(affected.copies)]
    tree = Tree(Text(f"What used {affected.subject}", style="bold"))
    _add(tree, "Reports", reports)
    _add(tree, "Printed again by", copies)
    _add(tree, "Statements", affected.statements)
    _add(tree, "Statements of others that lean on it", affected.relying)
    _add(
        tree,
        "Incidents",
        [_change(change, lines[change.incident]) for change in affected.incidents],
    )
    _add(tree, "Origins that would be gone", affected.origins)
    _add(
        tree,
        "Counts",
        [f"{toll_words(t.toll)}, by {t.by}  {t.statement}" for t in clean(affected.tolls)],
    )
    _add(tree, "Situations that rest on it", affected.situations)
    if not tree.children:
        tree.add(Text("Nothing."))
    console.print(tree)


def _change(change: Change, line: str) -> str:
    lost = "; nothing would affirm it" if change.unsupported else ""
    origins = f"{change.certain_before} certain origins, then at most {change.certain_after}"
    return f"{line}: {origins}{lost}  {change.incident}"


def _add(tree: Tree, title: str, rows: Iterable[str]) -> None:
    listed = list(rows)
    if not listed:
        return
    branch = tree.add(Text(f"{title} ({len(listed)})", style="bold"))
    for row in listed[:ROWS_SHOWN]:
        branch.add(Text(row))
    if len(listed) > ROWS_SHOWN:
        branch.add(Text(f"and {len(listed) - ROWS_SHOWN} more (--json)"))
