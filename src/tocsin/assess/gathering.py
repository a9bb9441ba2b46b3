"""Scopes of all situations of a run: by group at risk first, by place for the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tocsin.assess.corpus import LEAD_SENTENCES, Corpus
from tocsin.assess.folding import fold_unnamed
from tocsin.assess.names import proper_words, words_of_sentence
from tocsin.assess.scopes import Scope
from tocsin.assess.violence import place_scopes
from tocsin.core.ids import GroupId, ReportId
from tocsin.core.types import Event, GroupAtRisk, Incident, Ledger, Reading, Span

ABOUT_SHARE = 0.2  # of a report's sentences; a group named in fewer is only touched upon

Key = tuple[str, ...]
Member = tuple[Reading, GroupAtRisk]


def find_scopes(readings: Sequence[Reading], ledger: Ledger) -> list[Scope]:
    """Return the scopes of all situations.

    A group that no word tells from others ("people", "residents") makes none of its own.
    """
    corpus = Corpus(readings, ledger)
    grouped = (_group_scope(members, corpus) for members in _groups_together(corpus))
    of_groups = [scope for scope in grouped if scope and scope.incidents]
    covered = {incident.id for scope in of_groups for incident in scope.incidents}
    known: frozenset[str] = frozenset().union(*(scope.names for scope in of_groups))
    rest = [
        incident
        for incident in ledger.incidents
        if incident.id not in covered and not proper_words(incident.place) & known
    ]
    return fold_unnamed([*of_groups, *place_scopes(rest, corpus)], corpus)


def _groups_together(corpus: Corpus) -> list[list[Member]]:
    """Return the groups of all reports, those that go by one name or place taken together."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    placed: list[tuple[Reading, GroupAtRisk, Key]] = []
    for reading in corpus.readings:
        for group in reading.groups:
            keys = _group_keys(reading, group, corpus.wide)
            for key in keys[1:]:
                parent[max(root(keys[0]), root(key))] = min(root(keys[0]), root(key))
            placed.append((reading, group, keys[0]))
    together: dict[Key, list[Member]] = defaultdict(list)
    for reading, group, key in placed:
        together[root(key)].append((reading, group))
    return [together[key] for key in sorted(together)]


def _group_keys(reading: Reading, group: GroupAtRisk, wide: frozenset[str]) -> list[Key]:
    """Return the keys of a group; one that no name tells apart goes with its report's first."""
    place = proper_words(group.place) - wide
    keys: list[Key] = [("words", *sorted(place))] if place else []
    keys += [("words", word) for word in sorted(proper_words(group.name) - wide - place)]
    if keys:
        return keys
    named = [g for g in reading.groups if (proper_words(g.name) | proper_words(g.place)) - wide]
    if named:
        return _group_keys(reading, named[0], wide)
    held = proper_words(group.name) | proper_words(group.place)
    return [("wide", *sorted(held))] if held else [("report", reading.report.id)]


def _group_scope(members: Sequence[Member], corpus: Corpus) -> Scope | None:
    groups = [group for _, group in members]
    every = frozenset().union(*(proper_words(g.name) | proper_words(g.place) for g in groups))
    names = (every - corpus.wide) or every
    if not names:
        return None
    sites = {proper_words(g.place) - corpus.wide for g in groups} - {frozenset()}
    mine, reports = {group.id for group in groups}, {r.report.id for r, _ in members}
    own = [
        reading
        for reading in corpus.readings
        if reading.report.id in reports
        or (not reading.groups and any(s <= corpus.leads[reading.report.id] for s in sites))
    ]
    shared = (r.report.id for r in own if _tells_of_others(r, mine) or not _is_about(r, names))
    scope = Scope(
        key=min(groups, key=lambda group: group.id).id,
        group=max(groups, key=_fullness),
        names=names,
        readings=tuple(own),
        shared=frozenset(shared),
        incidents=(),
        retracted=corpus.retracted,
        group_spans=_spans_of(members),
    )
    return _with_incidents(scope, corpus)


def _spans_of(members: Sequence[Member]) -> dict[ReportId, tuple[Span, ...]]:
    spans: dict[ReportId, tuple[Span, ...]] = {}
    for reading, group in members:
        spans[reading.report.id] = spans.get(reading.report.id, ()) + group.spans
    return spans


def _tells_of_others(reading: Reading, mine: set[GroupId]) -> bool:
    return any(group.id not in mine for group in reading.groups)


def _is_about(reading: Reading, names: frozenset[str]) -> bool:
    """Return whether title or lead name the group, or a good part of the sentences do."""
    text, sentences = reading.report.text, reading.sentences
    title = words_of_sentence(reading.report.title or "")
    naming = [bool(words_of_sentence(span.within(text)) & names) for span in sentences]
    lead = bool(title & names) or any(naming[:LEAD_SENTENCES])
    return lead or sum(naming) > ABOUT_SHARE * len(sentences)


def _with_incidents(scope: Scope, corpus: Corpus) -> Scope:
    """Return the scope with the incidents that concern it, and the further reports on them."""
    found = dict.fromkeys(incident.id for incident in _incidents_concerning(scope, corpus))
    incidents = tuple(i for i in corpus.ledger.incidents if i.id in found)
    own = {reading.report.id for reading in scope.readings}
    reports = own | {report for incident in incidents for report in incident.reports}
    return scope.holding(incidents, (r for r in corpus.readings if r.report.id in reports))


def _incidents_concerning(scope: Scope, corpus: Corpus) -> Iterator[Incident]:
    own = {reading.report.id for reading in scope.readings}
    told = [e for r in scope.readings for e in r.events if scope.concerns(e, r)]
    told += [event for word in sorted(scope.names) for event in corpus.events_on.get(word, ())]
    for event in told:
        if event.id in corpus.incident_of and not _is_by_group(event, scope, corpus):
            yield corpus.incident_of[event.id]
    yield from (claim for claim in corpus.claims if own & set(claim.reports))


def _is_by_group(event: Event, scope: Scope, corpus: Corpus) -> bool:
    return scope.is_by_group(event, corpus.reading_of[event.id])


def _fullness(group: GroupAtRisk) -> tuple[object, ...]:
    return (
        group.low is not None,
        bool(proper_words(group.name)),
        bool(group.place),
        len(group.of_which),
        len(group.spans),
        group.id,
    )
