"""The body behind a speaker: who speaks for it, or names it by its last word, is one voice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tocsin.core.types import NameKind, Reading, Statement
from tocsin.ontology.sourcing import sourcing_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.naming import folded

BODIES = frozenset({NameKind.ORGANISATION, NameKind.FORCE})
LONGEST_BODY = 6  # words; a longer "name" is a clause


def speaker_of(statement: Statement, reading: Reading) -> str:
    """Return the innermost speaker, a body's spokesperson as the body; "" for the report's voice.

    "A spokesman for the Interior Ministry", "the ministry's spokesman" and "the ministry" are
    the Interior Ministry where the report names no other.
    """
    if statement.narration:
        return ""
    inner = statement.chain[-1] if len(statement.chain) > 1 else ""
    speaker = statement.speaker or inner
    return fuller_body(body_of(speaker), reading) if speaker else ""


def body_of(speaker: str) -> str:
    """Return the body that an unnamed spokesperson speaks for, else the speaker.

    >>> body_of("spokesman for the Interior Ministry"), body_of("the ministry's spokesman")
    ('Interior Ministry', 'ministry')
    >>> body_of("an Interior Guard spokeswoman"), body_of("Mara Kett")
    ('Interior Guard', 'Mara Kett')
    """
    plain = re.sub(r"[’']s$", "", speaker.strip())
    for pattern in (_speaks_for(), _speaks()):
        found = pattern.fullmatch(plain)
        if found and len(found.group(1).split()) <= LONGEST_BODY:
            return found.group(1)
    return speaker


def fuller_body(name: str, reading: Reading) -> str:
    """Return the one body of the report whose name holds the institution named, else the name."""
    words = words_of(folded(name))
    if len(words) != 1 or words[0] not in sourcing_words().institutions:
        return name
    fuller = {folded(body): body for body in _bodies_with(words[0], reading)}
    return next(iter(fuller.values())) if len(fuller) == 1 else name


def _bodies_with(word: str, reading: Reading) -> Iterable[str]:
    named = (mention.canonical for mention in reading.names if mention.kind in BODIES)
    for name in (*named, *(statement.speaker for statement in reading.statements)):
        words = words_of(body_of(name))
        if word in words and 1 < len(words) <= LONGEST_BODY:
            yield body_of(name)


@cache
def _speaks_for() -> re.Pattern[str]:
    return re.compile(rf"(?:(?i:an?|the)\s+)?{_roles()}s?\s+(?:for|of)\s+(?:the\s+)?([^,;]+)")


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(rf"(?:(?i:an?|the|its|their)\s+)?([^,;]+?)(?:[’']s)?\s+{_roles()}s?")


def _roles() -> str:
    spoken = (role for role in sourcing_words().speaks_for if role.startswith(("spokes", "press")))
    return r"(?i:" + "|".join(re.escape(role) for role in spoken) + ")"
