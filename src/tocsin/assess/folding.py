"""Scopes that no name of a group tells: taken into the situation of the group they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.assess.corpus import Corpus
from tocsin.assess.names import proper_words, words_of_sentence
from tocsin.assess.scopes import Scope
from tocsin.assess.threats import threatening_actors


def fold_unnamed(scopes: Sequence[Scope], corpus: Corpus) -> list[Scope]:
    """Return the scopes, each without a group's name taken into the one group it tells of.

    Both must hold: its reports name the group, and the same body threatens both. Two groups with
    names of their own are never put together here.
    """
    named = [scope for scope in scopes if _is_named(scope, corpus)]
    hosts = {scope.key: scope for scope in named}
    threats = {scope.key: _bodies(scope) for scope in named}
    apart: list[Scope] = []
    for scope in (scope for scope in scopes if scope.key not in hosts):
        words = _words_of(scope)
        fitting = [
            key
            for key, host in hosts.items()
            if (host.names - corpus.wide) & words and _share_body(threats[key], _bodies(scope))
        ]
        if len(fitting) == 1:
            hosts[fitting[0]] = _taken_in(hosts[fitting[0]], scope, corpus)
        else:
            apart.append(scope)
    return [*hosts.values(), *apart]


def _is_named(scope: Scope, corpus: Corpus) -> bool:
    """Return whether the group has a name: of a people, or of a site narrower than a province."""
    return scope.group is not None and bool(scope.names - corpus.wide)


def _words_of(scope: Scope) -> frozenset[str]:
    texts = (reading.report.text for reading in scope.readings)
    return frozenset().union(*(words_of_sentence(text) for text in texts))


def _bodies(scope: Scope) -> list[frozenset[str]]:
    return [words for name in threatening_actors(scope) if (words := proper_words(name))]


def _share_body(ones: list[frozenset[str]], others: list[frozenset[str]]) -> bool:
    return any(one <= other or other <= one for one in ones for other in others)


def _taken_in(host: Scope, scope: Scope, corpus: Corpus) -> Scope:
    incidents = {i.id for i in host.incidents + scope.incidents}
    reports = {r.report.id for r in host.readings + scope.readings}
    return host.holding(
        (i for i in corpus.ledger.incidents if i.id in incidents),
        (r for r in corpus.readings if r.report.id in reports),
    )
