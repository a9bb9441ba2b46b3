"""Event coreference across reports on ECB+: gold mentions, stories found by the text alone.

Beside the product's figure stand two baselines over the same mentions: the trigger's word alone,
and the word within the stories found. `stories_b_cubed` compares the stories with the set's
sub-topics. What peers reach with the gold sub-topics given is in `targets.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from evals.conll import b_cubed_f1, ceaf_e_f1, conll_f1, muc_f1
from evals.ecb_set import EcbSet, ecb_set
from evals.figure import Figure, ReadReports
from tocsin.core.ids import ReportId
from tocsin.core.types import Reading
from tocsin.weigh.stories.coreference import Setting, find_chains, setting_of
from tocsin.weigh.stories.find import find_stories, told_in


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return CoNLL F1 and its three parts, and the baselines measured in the same run."""
    given = ecb_set(gold, "Dev")
    setting = setting_of_set(given)
    chains, size = find_chains(given.mentions, setting), len(given.mentions)
    words = {mention.id: mention.head for mention in given.mentions}
    within = {m.id: (setting.stories[m.report], m.head) for m in given.mentions}
    return [
        _figure("conll_f1", conll_f1(chains, given.chains), size),
        _figure("muc_f1", muc_f1(chains, given.chains), size),
        _figure("b_cubed_f1", b_cubed_f1(chains, given.chains), size),
        _figure("ceaf_e_f1", ceaf_e_f1(chains, given.chains), size),
        _figure("word_alone_conll_f1", conll_f1(words, given.chains), size),
        _figure("word_and_story_conll_f1", conll_f1(within, given.chains), size),
        _figure(
            "stories_b_cubed",
            b_cubed_f1(setting.stories, given.subtopic),
            len(given.reports),
        ),
    ]


def setting_of_set(given: EcbSet) -> Setting:
    """Return what the set's mentions are compared under, stories found by the text alone."""
    tellings = [told_in(Reading(report=report)) for report in given.reports]
    stories: Mapping[ReportId, ReportId] = find_stories(tellings)
    return setting_of(tellings, stories)


def _figure(metric: str, value: float, items: int) -> Figure:
    return Figure(task="ecbplus", metric=metric, value=value, items=items)
