"""Attributed statements of a report."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.ids import StatementId
from tocsin.core.types import NameMention, Span, Statement, statement_id, voice_of
from tocsin.read.attribution.cues import cue_list
from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.learned import learned_drafts, together
from tocsin.read.attribution.speakers import Speakers, speakers_of
from tocsin.read.attribution.speech import drafts_of
from tocsin.read.document import Document

DRAFTS_BACK = 40  # an outer statement starts no more statements earlier than this


def find_statements(document: Document, names: Sequence[NameMention]) -> tuple[Statement, ...]:
    """Return the attributed statements, in text order, outer before inner."""
    speakers = speakers_of(document, names)
    cues = cue_list()
    learned = list(learned_drafts(document, cues))
    drafts = without_doubles(together(drafts_of(document, cues), learned, document, cues))
    made: dict[StatementId, Statement] = {}
    by_draft: list[Statement] = []
    for number, draft in enumerate(drafts):
        outer = outer_of(drafts, number)
        statement = statement_from(
            draft, document, speakers, by_draft[outer] if outer is not None else None
        )
        by_draft.append(made.setdefault(statement.id, statement))
    return tuple(made.values())


def statement_from(
    draft: Draft, document: Document, speakers: Speakers, outer: Statement | None
) -> Statement:
    """Return the statement of a draft; `outer` is the statement that reports it."""
    report = document.report
    speaker = speakers.name_of(draft.source) or own_voice(draft, outer, report.byline)
    chain = outer.chain if outer is not None else (voice_of(report),)
    return Statement(
        id=statement_id(report.id, draft.content, speaker),
        report=report.id,
        speaker_spans=draft.speaker,
        cue_spans=draft.cue,
        content_spans=draft.content,
        stance=draft.stance,
        chain=(*chain, speaker) if speaker and speaker != chain[-1] else chain,
        speaker=speaker,
        within=outer.id if outer is not None else None,
        score=draft.score,
    )


def own_voice(draft: Draft, outer: Statement | None, byline: str | None) -> str:
    """Return who "I" or "we" is: whoever is quoted, or the report's author."""
    if draft.source is None:
        return ""
    return outer.speaker if outer is not None else byline or ""


def outer_of(drafts: Sequence[Draft], number: int) -> int | None:
    """Return the index of the smallest earlier draft whose content holds the cue."""
    inner = drafts[number]
    holders = [
        index
        for index in range(max(0, number - DRAFTS_BACK), number)
        if holds(drafts[index].content, inner)
    ]
    return min(holders, key=lambda index: drafts[index].content_characters, default=None)


def holds(content: Sequence[Span], inner: Draft) -> bool:
    """Return whether a content takes in the inner draft's cue and start of content."""
    return any(
        span.start <= inner.at < span.end and any(span.overlaps(part) for part in inner.content)
        for span in content
    )


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, of those with one content and one speaker the surest only."""
    best: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.content, draft.speaker)
        if key not in best or draft.score > best[key].score:
            best[key] = draft
    return sorted(best.values(), key=lambda draft: (draft.start, -draft.content_characters))
