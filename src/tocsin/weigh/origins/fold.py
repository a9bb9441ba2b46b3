"""Origins: who stands behind an incident once copies and quotations are folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tocsin.core.ids import OriginId, ReportId, StatementId, content_id
from tocsin.core.types import Origin, Reading
from tocsin.weigh.copies.near_copies import seniority
from tocsin.weigh.grouping import Grouping
from tocsin.weigh.origins.voices import Key, Voice

WITHDRAWN = "withdrawn by its publisher"


def fold_origins(
    voices: Sequence[Voice],
    *,
    incident: str,
    readings: Mapping[ReportId, Reading],
    retracted: frozenset[StatementId],
) -> tuple[Origin, ...]:
    """Return the origins behind one incident; voices that share a root are one.

    Two reports of one text, two outlets that quote one spokesman, an outlet and who cites it:
    each pair is one origin; so are a headline and the only one whom its report quotes below it.
    """
    joined: Grouping[Key] = Grouping()
    voices = _with_headlines_folded(voices)
    for voice in voices:
        for key in voice.keys:
            joined.join(voice.keys[0], key)
    behind: dict[Key, list[Voice]] = {}
    for voice in sorted(voices, key=lambda voice: (voice.report, voice.statement)):
        behind.setdefault(joined.root(voice.keys[0]), []).append(voice)
    origins = [_origin(group, incident, readings, retracted) for group in behind.values()]
    return tuple(sorted(origins, key=lambda o: (seniority(readings[o.earliest].report), o.id)))


def _with_headlines_folded(voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices; a headline over a report that leaves it to others speaks for the first.

    "Guard killed 12" over "Guard killed 12, a nurse said" is the nurse's word, told once.
    """
    quoted: dict[ReportId, Voice] = {}
    tells_itself = {voice.report for voice in voices if voice.is_own and not voice.headline}
    for voice in voices:
        if not voice.is_own:
            quoted.setdefault(voice.report, voice)
    return [
        replace(quoted[voice.report], statement=voice.statement)
        if voice.headline and voice.report in quoted and voice.report not in tells_itself
        else voice
        for voice in voices
    ]


def _origin(
    voices: Sequence[Voice],
    incident: str,
    readings: Mapping[ReportId, Reading],
    retracted: frozenset[StatementId],
) -> Origin:
    standing = [voice for voice in voices if voice.statement not in retracted]
    best = min(standing or voices, key=lambda voice: (not voice.certain, voice.rank, voice.name))
    reports = sorted(
        {voice.report for voice in voices}, key=lambda report: seniority(readings[report].report)
    )
    keys = sorted({key for voice in voices for key in voice.keys})
    return Origin(
        id=OriginId(content_id("org", incident, keys)),
        name=best.name,
        reports=tuple(reports),
        sources=tuple(sorted({source for voice in voices for source in voice.sources})),
        statements=tuple(dict.fromkeys(voice.statement for voice in voices)),
        earliest=reports[0],
        certain=any(voice.certain for voice in standing),
        party=all(voice.party for voice in voices),
        reason=best.reason if standing else WITHDRAWN,
    )
