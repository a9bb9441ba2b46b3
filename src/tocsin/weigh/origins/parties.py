"""Whether a source takes part in the dispute it speaks of, and the phrase that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tocsin.core.ids import ReportId
from tocsin.core.types import Event, NameKind, Participant, Party, Reading
from tocsin.ontology.gravity import gravity_lists
from tocsin.ontology.sourcing import sourcing_words
from tocsin.weigh.naming import folded, telling_words
from tocsin.weigh.origins.bodies import body_of, fuller_body

REACH_CHARACTERS = 160  # a role stands in the clause next to the name
MAX_OCCURRENCES = 20  # a name that stands more often has its role stated early or never
GROUP_ROLE = "group at risk"
ACTOR_ROLE = "attributed actor"
TARGET_ROLE = "target"
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
DISPUTING_SECTORS = STATE_SECTORS | {"PAR", "REB", "UAF", "PTY", "OPP", "MOB"}

LONG_NAME = 3  # words; "residents of the northern camp" has no ministry
_OF = r"((?:(?!\s(?:and|who|which|that|said|says|told|added)\b)[^.,;:()\n“”\"]){2,80})"
_LINK = r"(?:for|of|at|with|from)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A side of the dispute: a group at risk, or who is named in a contested event."""

    label: str
    role: str
    country: str | None = None
    sector: str | None = None
    evidence: str = ""
    reports: frozenset[ReportId] = frozenset()


def sides_of(readings: Iterable[Reading]) -> tuple[Side, ...]:
    """Return the groups at risk and the actors and targets of contested events, each once."""
    found: dict[tuple[str, str], Side] = {}
    for reading in readings:
        for side in _sides_in(reading):
            key = (side.role, folded(side.label))
            known = found.setdefault(key, side)
            found[key] = replace(known, reports=known.reports | {reading.report.id})
    return tuple(found[key] for key in sorted(found))


def is_contested(event: Event) -> bool:
    """Return whether the event does harm or prepares it, so that its parties are in dispute."""
    return event.type in gravity_lists().hostile


def stated_party(name: str, texts: Iterable[str], sides: Sequence[Side]) -> Party | None:
    """Return the party that a report says the named person or body speaks for or belongs to."""
    for text in texts:
        for role, of, evidence in stated_roles(name, text):
            matching = [side for side in sides if belongs_to_side(of, side)]
            if matching:
                of = _office_of(of, role)
                return Party(of=_fuller_label(of, matching), role=role, evidence=evidence)
    return None


def _fuller_label(of: str, sides: Sequence[Side]) -> str:
    """Return the name of the one body that a lone word ("the ministry") stands for."""
    bodies = {folded(side.label): side.label for side in sides if side.role != GROUP_ROLE}
    return next(iter(bodies.values())) if " " not in of and len(bodies) == 1 else of


def belongs_to_side(of: str, side: Side) -> bool:
    """Return whether the body that somebody speaks for is the side, or a part of it."""
    telling = telling_words(of)
    within = f" {folded(side.label)} " in f" {folded(of)} "
    return within or (bool(telling) and telling <= telling_words(side.label))


def stated_roles(name: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (role, for whom, the phrase) as the text states them of the name.

    >>> next(stated_roles("Kett", "Kett is a spokeswoman for residents of Lindral Camp."))[:2]
    ('spokeswoman', 'residents of Lindral Camp')
    """
    yield from _roles_in_phrase(name, whole=name)
    start = text.find(name)
    for _ in range(MAX_OCCURRENCES):
        if start < 0 or not name.strip():
            return
        end = start + len(name)
        after = text[end : end + REACH_CHARACTERS]
        yield from _roles_after(name, after)
        yield from _roles_before(name, text[max(0, start - REACH_CHARACTERS) : start])
        start = text.find(name, end)


def _sides_in(reading: Reading) -> Iterator[Side]:
    for group in reading.groups:
        label = f"{group.name}, {group.place}" if group.place else group.name
        yield Side(label=label, role=GROUP_ROLE)
    for event in filter(is_contested, reading.events):
        for role, participants in ((ACTOR_ROLE, event.actors), (TARGET_ROLE, event.targets)):
            for one in participants:
                if not _can_be_party(one, reading):
                    continue
                yield Side(
                    label=fuller_body(body_of(one.canonical), reading),
                    role=role,
                    country=one.country,
                    sector=one.sector,
                    evidence=_sentence_text(event, reading),
                )


def _can_be_party(participant: Participant, reading: Reading) -> bool:
    """Return whether the one named is a body in the dispute, no helper, place or building."""
    if participant.kind is NameKind.FACILITY or participant.sector in gravity_lists().helpers:
        return False
    if any(place.span.covers(participant.span) for place in reading.places):
        return False
    return participant.kind is NameKind.FORCE or participant.sector in DISPUTING_SECTORS


def _sentence_text(event: Event, reading: Reading) -> str:
    if event.sentence >= len(reading.sentences):
        return ""
    text = reading.sentences[event.sentence].within(reading.report.text)
    return " ".join(text.split())


def _roles_after(name: str, after: str) -> Iterator[tuple[str, str, str]]:
    for pattern, swapped in ((_is_role_for(), False), (_is_body_role(), True)):
        found = pattern.match(after)
        if found:
            role, of = found.group(2 if swapped else 1), found.group(1 if swapped else 2)
            yield role.lower(), _trimmed(of), f"{name}{found.group(0)}".strip()


def _roles_before(name: str, before: str) -> Iterator[tuple[str, str, str]]:
    for pattern, swapped in ((_role_for_then(), False), (_body_role_then(), True)):
        found = pattern.search(before)
        if found:
            role, of = found.group(2 if swapped else 1), found.group(1 if swapped else 2)
            yield role.lower(), _trimmed(of), f"{found.group(0)}{name}".strip()


def _roles_in_phrase(phrase: str, *, whole: str) -> Iterator[tuple[str, str, str]]:
    """Yield the role that a speaker's own wording states: "an Interior Guard spokesman"."""
    for found in _role_for_phrase().finditer(phrase):
        yield found.group(1).lower(), _trimmed(found.group(2)), whole
    for found in _body_role_phrase().finditer(phrase):
        yield found.group(2).lower(), _trimmed(found.group(1)), whole


def _trimmed(of: str) -> str:
    plain = re.sub(r"^(?:the|a|an)\s+", "", of.strip(" '’"), flags=re.IGNORECASE)
    return re.sub(r"[’']s$", "", plain)


def _office_of(of: str, role: str) -> str:
    """Return the body behind an office: the Interior Minister's is the Interior Ministry."""
    return f"{of} Ministry" if role == "minister" and of.count(" ") < LONG_NAME else of


@cache
def _roles() -> str:
    words = sourcing_words()
    every = sorted((*words.speaks_for, *words.belongs_to), key=len, reverse=True)
    return r"\b((?i:" + "|".join(re.escape(role) for role in every) + r"))s?\b"


@cache
def _is_role_for() -> re.Pattern[str]:
    lead = r"\s*(?:,|\bis\b|\bwas\b|,?\s*who\s+is\b)\s*(?:[\w’'-]+\s+){0,5}?"
    return re.compile(rf"{lead}{_roles()}\s+{_LINK}\s+{_OF}")


@cache
def _is_body_role() -> re.Pattern[str]:
    lead = r"\s*(?:,|\bis\b|\bwas\b)\s*(?:the|an?)\s+"
    return re.compile(rf"{lead}((?:[\w’'-]+\s+){{1,5}}?){_roles()}(?=\s*[,.;])")


@cache
def _role_for_then() -> re.Pattern[str]:
    return re.compile(rf"{_roles()}\s+{_LINK}\s+{_OF}[,\s]\s*$")


@cache
def _body_role_then() -> re.Pattern[str]:
    return re.compile(rf"((?:[A-Z][\w’'-]*\s+){{1,4}}){_roles()},?\s+$")


@cache
def _role_for_phrase() -> re.Pattern[str]:
    return re.compile(rf"{_roles()}\s+{_LINK}\s+{_OF}")


@cache
def _body_role_phrase() -> re.Pattern[str]:
    return re.compile(rf"((?:[A-Z][\w’'-]*\s+){{1,4}}){_roles()}$")
