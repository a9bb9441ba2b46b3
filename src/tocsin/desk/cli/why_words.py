"""Why an incident or statement stands as it does, as a tree that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from tocsin.core.ids import StatementId
from tocsin.core.time import day_words
from tocsin.core.types import Contradiction, ContradictionKind, Incident, Judgement, Link
from tocsin.desk.cli.clean import clean
from tocsin.desk.cli.incident_words import (
    credibility_words,
    fused_words,
    incident_line,
    origins_words,
)
from tocsin.desk.cli.terminal import one_line
from tocsin.desk.cli.way_words import way_words
from tocsin.desk.jobs.why import IncidentWhy, OriginWhy, Said, StatementWhy
from tocsin.desk.wire.references import PublicIds
from tocsin.warn.wording import one_line as shortened
from tocsin.warn.wording import toll_words

QUOTE_CHARACTERS = 200
ORIGINS_SHOWN = 20  # and of the rows below so many; the JSON holds them all
STATEMENTS_SHOWN = 3  # of one origin
ROWS_SHOWN = 12

SaidById = Mapping[StatementId, Said]


def print_why(why: IncidentWhy | StatementWhy, ids: PublicIds, console: Console) -> None:
    """Print the tree."""
    safe_ids = PublicIds({report: one_line(name) for report, name in ids.shown.items()})
    shown = clean(why)
    if isinstance(shown, StatementWhy):
        console.print(_statement_tree(shown, safe_ids))
    else:
        console.print(_incident_tree(shown, safe_ids))


def _statement_tree(why: StatementWhy, ids: PublicIds) -> Tree:
    tree = Tree(Text(f"{_voices(why.said)}  {why.said.statement.id}"))
    _add_said(tree, why.said)
    _branch(tree, "The way it took", way_words(why.lineage, ids))
    _branch(tree, "Counts for or against", map(_of_incident, why.incidents))
    _branch(tree, "Judged", map(_judged, why.judgements))
    return tree


def _of_incident(incident: Incident) -> str:
    return f"{incident_line(incident)}  {incident.id}"


def _incident_tree(why: IncidentWhy, ids: PublicIds) -> Tree:
    incident = why.incident
    said = {one.statement.id: one for one in why.said}
    tree = Tree(Text(f"{incident_line(incident)}  {incident.id}", style="bold"))
    tree.add(Text(_standing(why)))
    _add_origins(tree, "Said by", [o for o in why.origins if o.affirms], "affirms", said, ids)
    _add_origins(tree, "Denied by", [o for o in why.origins if o.denies], "denies", said, ids)
    rest = [o for o in why.origins if not (o.affirms or o.denies)]
    _add_origins(tree, "Also told by, without counting for it", rest, "", said, ids)
    _branch(tree, "Why it is contradicted", _contradictions(incident.contradicts, said))
    _branch(tree, "Counts side by side", _counts(incident))
    _branch(tree, "Estimate beside them", (f"{fused_words(f)}: {f.rule}" for f in incident.fused))
    _branch(tree, "Taken for one incident because", map(_link, incident.links))
    _branch(tree, "Judged", map(_judged, why.judgements))
    _branch(tree, "Notes", incident.notes)
    return tree


def _standing(why: IncidentWhy) -> str:
    parts = [
        origins_words(why.incident),
        f"credibility {credibility_words(why.credibility)}" if why.credibility else "",
        "contradicted" if why.incident.contradicts else "contradicted by nobody",
        why.incident.standing.value,
    ]
    return " · ".join(part for part in parts if part)


def _add_origins(
    tree: Tree,
    title: str,
    origins: Sequence[OriginWhy],
    says: str,
    said: SaidById,
    ids: PublicIds,
) -> None:
    if not origins:
        return
    branch = tree.add(Text(title, style="bold"))
    for why in sorted(origins, key=lambda why: not why.origin.certain)[:ORIGINS_SHOWN]:
        named = {"affirms": why.affirms, "denies": why.denies}.get(says, why.origin.statements)
        own = branch.add(Text(_origin(why)))
        for statement in named[:STATEMENTS_SHOWN]:
            _add_said(own.add(Text(f"{_voices(said[statement])}  {statement}")), said[statement])
        if len(named) > STATEMENTS_SHOWN:
            own.add(Text(f"and {len(named) - STATEMENTS_SHOWN} more statements (--json)"))
        _branch(own, "The way it took", way_words(why.lineage, ids), most=None)
    if len(origins) > ORIGINS_SHOWN:
        branch.add(Text(f"and {len(origins) - ORIGINS_SHOWN} more origins (--json)"))


def _origin(why: OriginWhy) -> str:
    origin = why.origin
    grades = {source.reliability.value for source in why.sources}
    remarks = [
        "a party to the dispute" if origin.party else "",
        "" if origin.certain else "does not count",
        f"reliability {'/'.join(sorted(grades))}" if grades else "",
        f"{len(why.copies)} copies" if why.copies else "",
        origin.reason,
    ]
    return f"{origin.name} ({'; '.join(remark for remark in remarks if remark)})"


def _add_said(tree: Tree, said: Said) -> None:
    day = day_words(said.published) if said.published else "no date"
    quote = shortened(said.quote, limit=QUOTE_CHARACTERS)
    tree.add(Text(f"“{quote}” ({said.outlet or 'no outlet'}, {day})"))
    if said.notice:
        tree.add(Text(f"its publisher says: {said.notice.value}"))
    if said.graded:
        grade = credibility_words(said.graded.credibility)
        _branch(tree, f"Credibility {grade}", said.graded.steps, most=None)


def _voices(said: Said) -> str:
    """Return who says it through whom, the innermost first, and in which stance."""
    chain = [name for name in reversed(said.statement.chain) if name]
    return f"{', through '.join(chain) or 'unnamed'} {said.statement.stance.value}"


def _contradictions(pairs: Iterable[Contradiction], said: SaidById) -> Iterator[str]:
    for pair in pairs:
        kind = "denial" if pair.kind is ContradictionKind.DENIAL else "count"
        against = said[pair.against]
        quote = shortened(against.quote, limit=QUOTE_CHARACTERS)
        yield f"{kind}: {pair.reason} – {_voices(against)} “{quote}”"


def _counts(incident: Incident) -> Iterator[str]:
    for one in incident.tolls:
        update = " (replaces an earlier count)" if one.statement in incident.updates else ""
        yield f"{toll_words(one.toll)}, by {one.by}{update}  {one.statement}"


def _link(link: Link) -> str:
    return f"{'; '.join(link.reasons)}  {link.event} – {link.other}"


def _judged(judgement: Judgement) -> str:
    value = f" {judgement.field} {judgement.value}".rstrip()
    day = day_words(judgement.at.date())
    return f"{judgement.verdict.value}{value} by {judgement.by}, {day}: {judgement.reason}"


def _branch(tree: Tree, title: str, lines: Iterable[str], *, most: int | None = ROWS_SHOWN) -> None:
    """Add a titled branch with the lines; none where there is no line."""
    rows = list(lines)
    if not rows:
        return
    branch = tree.add(Text(title, style="bold"))
    for row in rows[:most]:
        branch.add(Text(row))
    if most is not None and len(rows) > most:
        branch.add(Text(f"and {len(rows) - most} more (--json)"))
