"""One bearer, one canonical name: short forms, acronyms and titles joined over the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import name_words
from tocsin.read.names.acronyms import SMALL_WORDS, with_acronyms
from tocsin.read.names.candidate import Candidate, Rank
from tocsin.read.names.heads import singular
from tocsin.read.names.offices import with_holders
from tocsin.read.names.standing import is_public

MAX_FORMS = 50  # forms of one head looked at: keeps odd texts linear
MAX_JUDGING = 1  # adjectives between article and noun: "the defenceless residents"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
IRREGULAR = frozenset({"PAR", "REB"})
LISTED = frozenset({",", "and", ", and", "or", ", the", "and the"})

Form = tuple[frozenset[str], Candidate]
"""A fuller name: its words, and where it stands."""


def join_bearers(
    candidates: Sequence[Candidate], doc: Doc, *, authors: Sequence[str]
) -> tuple[Candidate, ...]:
    """Return the candidates with canonical names; bare nouns that take up nothing are dropped."""
    persons = _with_persons(candidates, doc, authors)
    held = tuple(with_holders(persons, doc))
    bodies = _with_bodies(with_acronyms(held, doc), doc)
    return tuple(_with_one_sector(_with_shared_countries(bodies, doc)))


def _with_persons(
    candidates: Iterable[Candidate], doc: Doc, authors: Sequence[str]
) -> list[Candidate]:
    candidates = _with_own_bearers(list(candidates), doc)
    people = [c for c in candidates if c.kind is NameKind.PERSON and c.canonical is None]
    full = _full_names([*(c.phrase(doc).text for c in people), *authors])
    public = {full.get(author, author) for author in authors}
    public.update(
        full[c.phrase(doc).text] for c in people if is_public(doc, c.start, c.end) or c.public
    )
    named = []
    for candidate in candidates:
        if candidate.kind is NameKind.PERSON and candidate.canonical is None:
            name = full[candidate.phrase(doc).text]
            candidate = replace(candidate, canonical=name, public=name in public)
        named.append(candidate)
    return named


def _with_own_bearers(candidates: list[Candidate], doc: Doc) -> list[Candidate]:
    """Return the candidates; a known family name is whoever the report names in full by it."""
    full: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.kind is NameKind.PERSON and candidate.end - candidate.start > 1:
            full.setdefault(_folded(doc[candidate.end - 1].text), candidate)
    return [
        _borne_by(candidate, full.get(_folded(doc[candidate.start].text)))
        for candidate in candidates
    ]


def _borne_by(candidate: Candidate, bearer: Candidate | None) -> Candidate:
    short = candidate.rank is Rank.KNOWN and candidate.end - candidate.start == 1
    if bearer is None or candidate.kind is not NameKind.PERSON or not short:
        return candidate
    if bearer.rank is Rank.KNOWN:
        return replace(bearer, start=candidate.start, end=candidate.end, head=candidate.head)
    return replace(
        candidate, canonical=None, rank=Rank.PERSON, country=None, sector=None, public=False
    )


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """Return for each name the fuller one that it shortens, else itself; `names` in text order.

    A family name that two bear stands for whoever of them the report names in full first.
    """
    in_order = list(dict.fromkeys(names))
    by_end: dict[str, list[str]] = {}
    for name in sorted(in_order, key=lambda name: -len(name.split())):
        for part in {_folded(word) for word in (name.split()[:1] + name.split()[-1:])}:
            by_end.setdefault(part, []).append(name)
    return {name: _fuller(name, by_end, in_order) for name in in_order}


def _fuller(name: str, by_end: Mapping[str, list[str]], in_order: Sequence[str]) -> str:
    """Return the longest name with all the words; of several, the first in the text."""
    words = {_folded(word) for word in name.split()}
    ends = [_folded(word) for word in name.split()[-1:] + name.split()[:1]]
    for end in ends:
        holding = [
            other
            for other in by_end.get(end, ())[:MAX_FORMS]
            if words <= {_folded(word) for word in other.split()}
            and (len(words) > 1 or len(other.split()) > 1)
        ]
        if holding:
            first = min(holding, key=in_order.index) if len(words) == 1 else holding[0]
            return first if first == name or len(words) > 1 else _fuller(first, by_end, in_order)
    return name


def _folded(word: str) -> str:
    return word.casefold().strip(".,'’")


def _with_bodies(candidates: Sequence[Candidate], doc: Doc) -> Iterator[Candidate]:
    longer = _longer_forms(candidates, doc)
    for candidate in candidates:
        if candidate.canonical is not None:
            yield candidate
        elif (body := _taken_up(candidate, longer, doc)) is not None:
            yield _as(candidate, body, doc)
        elif not candidate.bare:
            yield replace(candidate, canonical=_plain(candidate.phrase(doc).text))


def _as(candidate: Candidate, body: Candidate, doc: Doc) -> Candidate:
    return replace(
        candidate,
        canonical=body.canonical or _plain(body.phrase(doc).text),
        kind=body.kind,
        country=candidate.country or body.country,
        sector=body.sector or candidate.sector,
    )


def _longer_forms(candidates: Sequence[Candidate], doc: Doc) -> dict[str, list[Form]]:
    longer: dict[str, list[Form]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.bare and candidate.kind is not NameKind.PERSON:
            forms = longer[_head_word(candidate, doc)]
            if len(forms) < MAX_FORMS:
                forms.append((_content(candidate, doc), candidate))
    return longer


def _taken_up(candidate: Candidate, longer: dict[str, list[Form]], doc: Doc) -> Candidate | None:
    """Return the fullest form with the same head that holds every word of this mention."""
    mine = _content(candidate, doc)
    if len(mine) == 1 and not _refers_back(candidate, doc):
        return None
    fitting = [
        (theirs, other)
        for theirs, other in longer.get(_head_word(candidate, doc), ())
        if mine < theirs and candidate.country in (None, other.country)
    ]
    names = {theirs for theirs, _ in fitting}
    fullest = max(names, key=len, default=frozenset[str]())
    if not fitting or not all(name <= fullest for name in names):
        return None
    return next(other for theirs, other in fitting if theirs == fullest)


def _refers_back(candidate: Candidate, doc: Doc) -> bool:
    """Return whether a noun alone points at something named: "the Guard", "its residents"."""
    if doc[candidate.head].pos_ == "PROPN" and not doc[candidate.head].is_sent_start:
        return True
    before = doc[max(0, candidate.start - MAX_JUDGING - 1) : candidate.start]
    return any(token.lower_ in DEFINITE for token in before)


def _head_word(candidate: Candidate, doc: Doc) -> str:
    head = doc[candidate.head]
    return singular(head, name_words().heads) or head.lower_


def _content(candidate: Candidate, doc: Doc) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower()
        for token in candidate.phrase(doc)
        if token.lower_ not in SMALL_WORDS and candidate.rank is not Rank.ACTING_COUNTRY
    )


def _with_shared_countries(candidates: Iterable[Candidate], doc: Doc) -> Iterator[Candidate]:
    """Yield the candidates, an office with the country of the one it is listed after.

    "the Tarvenian President, Secretary of State and Interior Minister" share one country.
    """
    last: Candidate | None = None
    for candidate in candidates:
        if candidate.kind is NameKind.OFFICE and candidate.country is None and last is not None:
            between = doc[last.end : candidate.start].text.strip()
            same_sort = last.kind is NameKind.OFFICE and last.sector == candidate.sector
            if same_sort and between in LISTED:
                candidate = replace(candidate, country=last.country)
        last = candidate
        yield candidate


def _with_one_sector(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates, a force called irregular once under that sector throughout."""
    candidates = list(candidates)
    irregular = {c.canonical: c.sector for c in candidates if c.sector in IRREGULAR}
    for candidate in candidates:
        if candidate.kind is NameKind.FORCE and candidate.canonical in irregular:
            candidate = replace(candidate, sector=irregular[candidate.canonical])
        yield candidate


def _plain(text: str) -> str:
    return " ".join(text.split())
