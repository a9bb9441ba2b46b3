"""Mentions of one happening across reports, whatever its type: by words, story and sentence.

Incidents rest on what was read of type, time, place and parties (`matching`); this looks at the
words alone, so it also joins mentions of which nothing else is known.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.core.ids import ReportId
from tocsin.core.types import Reading, Report, Span
from tocsin.weigh.stems import content_stems, deeds_of, head_stem
from tocsin.weigh.stories.find import RARE_COUNTS_MORE, Told
from tocsin.weigh.stories.linkage import average_linkage
from tocsin.weigh.stories.topicality import Rarity, Vector, cosine

NEAR_CHARACTERS = 30  # some five words on either side of the trigger: who did it, and to whom
COMPARED_PER_KEY = 60  # neighbours within a story that share a word or deed: bounds the work
SAME_ON_AVERAGE = 0.35  # chance; swept 0.25–0.45 with evals/ecbplus.py on the train part
RAREST = 5.0  # a word in one of 150 texts is as telling as any

# Log odds that two mentions of one story are of one happening: fitted on ECB+ train by
# `python -m training.coreference`; on dev see docs/adr/0015-linking.md.
WEIGHTS: Mapping[str, float] = {
    "always": -3.57,
    "same word": 2.94,
    "rarity of the same word": -1.68,
    "same word of a known deed": 0.59,
    "same word in like sentences": 1.34,
    "a word shared": 1.13,
    "same deed": 1.71,
    "deed shared": 1.92,
    "like words about it": 0.42,
    "same sentence": -2.63,
    "same report": -2.13,
    "like reports": 4.44,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A trigger with the words about it, brought to stems."""

    id: str
    report: ReportId
    sentence: int
    head: str
    terms: frozenset[str]
    around: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What mentions are compared under: each report's story and words, and how rare words are."""

    stories: Mapping[ReportId, ReportId]
    rarity: Rarity
    reports: Mapping[ReportId, Vector]
    _vectors: dict[tuple[str, ...], Vector] = field(default_factory=dict, repr=False)

    def vector(self, stems: tuple[str, ...]) -> Vector:
        """Return the weights of the stems; each is asked for once a pair."""
        if stems not in self._vectors:
            self._vectors[stems] = self.rarity.vector(stems)
        return self._vectors[stems]


def setting_of(tellings: Sequence[Told], stories: Mapping[ReportId, ReportId]) -> Setting:
    """Return what mentions of the reports are compared under."""
    rarity = Rarity.among([told.stems for told in tellings])
    reports = {told.report: rarity.vector(told.stems, RARE_COUNTS_MORE) for told in tellings}
    return Setting(stories, rarity, reports)


def mention_of(
    report: Report, sentence: Span, trigger: Span, *, id: str, number: int
) -> EventMention:
    """Return the mention that a trigger within a sentence makes."""
    before = report.text[sentence.start : trigger.start]
    after = report.text[trigger.end : sentence.end]
    words = trigger.within(report.text)
    head = head_stem(words)
    return EventMention(
        id=id,
        report=report.id,
        sentence=number,
        head=head,
        terms=frozenset((*content_stems(words), head)),
        around=content_stems(f"{before} {after}"),
        near=content_stems(f"{before[-NEAR_CHARACTERS:]} {after[:NEAR_CHARACTERS]}"),
    )


def mentions_of(reading: Reading) -> Iterator[EventMention]:
    """Yield a mention for each event of a reading."""
    for event in reading.events:
        if event.sentence < len(reading.sentences):
            sentence = reading.sentences[event.sentence]
            yield mention_of(
                reading.report, sentence, event.trigger, id=event.id, number=event.sentence
            )


def find_chains(mentions: Sequence[EventMention], setting: Setting) -> dict[str, str]:
    """Return each mention's chain, named by one of its mentions; the order changes nothing."""
    likeness = {
        (one.id, other.id): chance_of(evidence_for(one, other, setting))
        for one, other in candidate_pairs(mentions, setting.stories)
    }
    return average_linkage(
        (mention.id for mention in mentions),
        likeness,
        least=SAME_ON_AVERAGE,
        reach=COMPARED_PER_KEY,
    )


def candidate_pairs(
    mentions: Iterable[EventMention], stories: Mapping[ReportId, ReportId]
) -> Iterator[tuple[EventMention, EventMention]]:
    """Yield the pairs of one story that share a word or a deed, each once."""
    holders: dict[tuple[ReportId, str | int], list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.id):
        met: dict[str, EventMention] = {}
        for key in sorted(_keys(mention), key=str):
            held = holders[stories[mention.report], key]
            met |= {earlier.id: earlier for earlier in held[-COMPARED_PER_KEY:]}
            held.append(mention)
        yield from ((earlier, mention) for earlier in met.values())


def evidence_for(one: EventMention, other: EventMention, setting: Setting) -> dict[str, float]:
    """Return what speaks for and against one happening, by name, mostly 0 to 1."""
    same = one.head == other.head
    same_deed = not same and bool(deeds_of(one.head) & deeds_of(other.head))
    around = cosine(setting.vector(one.around), setting.vector(other.around))
    near = cosine(setting.vector(one.near), setting.vector(other.near))
    return {
        "always": 1.0,
        "same word": float(same),
        "rarity of the same word": same * min(setting.rarity.of(one.head), RAREST) / RAREST,
        "same word of a known deed": float(same and bool(deeds_of(one.head))),
        "same word in like sentences": same * around,
        "a word shared": float(not same and bool(one.terms & other.terms)),
        "same deed": float(same_deed),
        "deed shared": float(not same and not same_deed and _share_deed(one, other)),
        "like words about it": near,
        "same sentence": float((one.report, one.sentence) == (other.report, other.sentence)),
        "same report": float(one.report == other.report),
        "like reports": cosine(setting.reports[one.report], setting.reports[other.report]),
    }


def chance_of(evidence: Mapping[str, float]) -> float:
    """Return the probability of one happening by the fitted weights."""
    odds = math.fsum(WEIGHTS[name] * value for name, value in evidence.items())
    return 1 / (1 + math.exp(-odds))


def _keys(mention: EventMention) -> set[str | int]:
    return {*mention.terms, *(deed for term in mention.terms for deed in deeds_of(term))}


def _share_deed(one: EventMention, other: EventMention) -> bool:
    ones = {deed for term in one.terms for deed in deeds_of(term)}
    return any(deeds_of(term) & ones for term in other.terms)
