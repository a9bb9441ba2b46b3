"""Voices: who is at the root of one statement, and whether that can be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tocsin.core.ids import ReportId, SourceId, StatementId
from tocsin.core.types import Party, Reading, SourceKind, Statement
from tocsin.weigh.naming import folded, is_unnamed, telling_words
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.origins.credits import credited_outlet, is_outlet_name
from tocsin.weigh.origins.sources import Register
from tocsin.weigh.origins.texts import Text

CREDIT_ONLY = "credited to it; its own report is not at hand"
NO_OUTLET = "no outlet or author is named: cannot tell who is behind it"
UNNAMED = "the source is not named: cannot tell who is behind it"
RELAYED = "heard only through a party to the dispute: cannot tell"
THROUGH_UNNAMED = "heard only through a source that is not named: cannot tell"

LONGEST_PRONOUN = 4  # "he", "they", "who": worth no quoting

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The root of one statement. Voices that share a key are one origin.

    `headline` marks a report's own voice in its headline, which may only sum up who is quoted.
    """

    statement: StatementId
    report: ReportId
    keys: tuple[Key, ...]
    rank: int
    name: str
    sources: tuple[SourceId, ...]
    certain: bool
    party: bool
    reason: str
    headline: bool = False

    @property
    def is_own(self) -> bool:
        """Return whether it is the voice of the report's own text."""
        return any(kind == "text" for kind, _ in self.keys)


def voice_of_statement(
    statement: Statement, reading: Reading, *, texts: Mapping[ReportId, Text], register: Register
) -> Voice:
    """Return who is at the root of the statement: speaker or party, else agency, else outlet."""
    text = texts[reading.report.id]
    speaker = speaker_of(statement, reading)
    if not speaker:
        voice = _narrating_voice(statement, reading, text)
        return replace(voice, headline=_is_headline(statement, reading))
    if is_unnamed(speaker):
        return _unnamed_voice(statement, reading, text, speaker)
    if is_outlet_name(speaker) or register.is_outlet(speaker):
        return _cited_outlet(statement, text, speaker, register)
    return _named_voice(statement, text, speaker, register)


def _is_headline(statement: Statement, reading: Reading) -> bool:
    title = reading.report.title_span
    return title is not None and any(span.overlaps(title) for span in statement.content_spans)


def party_key(of: str) -> Key:
    """Return the key that all who speak for one side share."""
    telling = telling_words(of)
    return ("party", " ".join(sorted(telling)) if telling else folded(of))


def _narrating_voice(statement: Statement, reading: Reading, text: Text) -> Voice:
    sentence = " ".join(span.within(reading.report.text) for span in statement.content_spans)
    credit = credited_outlet(reading, sentence)
    if credit and not text.party:
        return _voice(
            statement, text, keys=[("outlet", folded(credit))], rank=2, name=credit,
            certain=False, reason=CREDIT_ONLY,
        )  # fmt: skip
    return _voice(
        statement, text, keys=_text_keys(text), rank=_text_rank(text), name=_text_name(text),
        certain=text.traceable, reason=_text_reason(text),
    )  # fmt: skip


def _unnamed_voice(statement: Statement, reading: Reading, text: Text, speaker: str) -> Voice:
    sentence = reading.report.text[
        : statement.content_spans[-1].end if statement.content_spans else 0
    ]
    credit = credited_outlet(reading, sentence[-400:])
    keys = [("outlet", folded(credit))] if credit else _text_keys(text)
    return _voice(
        statement, text, keys=keys, rank=4, name=credit or _quoted(speaker), certain=False,
        reason=UNNAMED,
    )  # fmt: skip


def _quoted(speaker: str) -> str:
    return f"“{speaker}”" if len(speaker) > LONGEST_PRONOUN else "a speaker without a name"


def _cited_outlet(statement: Statement, text: Text, outlet: str, register: Register) -> Voice:
    card = register.card(SourceKind.OUTLET, outlet) or register.card(SourceKind.SPEAKER, outlet)
    own = folded(outlet) in {folded(name) for name in text.outlets}
    return _voice(
        statement, text, keys=[("outlet", folded(outlet))], rank=2, name=outlet,
        certain=own and text.traceable, reason=CREDIT_ONLY, sources=(card.id,) if card else (),
    )  # fmt: skip


def _named_voice(statement: Statement, text: Text, speaker: str, register: Register) -> Voice:
    card = register.card(SourceKind.SPEAKER, speaker)
    party = card.party if card else None
    name = register.fuller.get(folded(speaker), folded(speaker))
    keys: list[Key] = [("speaker", name)]
    if party:
        keys.append(party_key(party.of))
    relayed = _relayed_by_other_side(text.party, keys)
    nameless_link = any(is_unnamed(link) for link in statement.chain[1:-1])
    certain = text.traceable and not relayed and not nameless_link
    return _voice(
        statement, text, keys=keys, rank=0 if party else 1, name=card.name if card else speaker,
        certain=certain, reason=_named_reason(speaker, text, relayed, nameless_link),
        sources=(card.id,) if card else (), party=party is not None,
    )  # fmt: skip


def _relayed_by_other_side(party: Party | None, keys: list[Key]) -> bool:
    return party is not None and party_key(party.of) not in keys


def _named_reason(speaker: str, text: Text, relayed: bool, nameless_link: bool) -> str:
    if relayed:
        return RELAYED
    if nameless_link:
        return THROUGH_UNNAMED
    return f"said by {speaker}" if text.traceable else NO_OUTLET


def _text_keys(text: Text) -> list[Key]:
    keys: list[Key] = [("text", text.root)]
    keys += [("outlet", folded(outlet)) for outlet in text.outlets]
    if text.agency:
        keys.append(("outlet", folded(text.agency)))
    if text.party:
        keys.append(party_key(text.party.of))
    if not text.outlets:
        keys += [("author", folded(author)) for author in text.authors]
    return keys


def _text_rank(text: Text) -> int:
    if text.party:
        return 0
    return 2 if text.agency else 3


def _text_name(text: Text) -> str:
    by_party = text.authors[0] if text.party and text.authors else None
    own = (*text.outlets, *text.authors, "a report without outlet or author")
    return by_party or text.agency or own[0]


def _text_reason(text: Text) -> str:
    if not text.traceable:
        return NO_OUTLET
    if text.party:
        return f"written by a party: {text.party.role} ({text.party.of})"
    if text.agency:
        return f"a story of the agency {text.agency}"
    return f"printed by {text.printed} reports as one text" if text.printed > 1 else "own report"


def _voice(
    statement: Statement,
    text: Text,
    *,
    keys: list[Key],
    rank: int,
    name: str,
    certain: bool,
    reason: str,
    sources: tuple[SourceId, ...] = (),
    party: bool | None = None,
) -> Voice:
    return Voice(
        statement=statement.id,
        report=statement.report,
        keys=tuple(dict.fromkeys(keys)),
        rank=rank,
        name=name,
        sources=sources or text.sources,
        certain=certain,
        party=text.party is not None if party is None else party,
        reason=reason,
    )
