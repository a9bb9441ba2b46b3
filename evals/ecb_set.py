"""ECB+ as reports with the spans of its gold event mentions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.figure import report_of
from tocsin.core.ids import ReportId
from tocsin.core.types import Report, Span
from tocsin.weigh.stories.coreference import EventMention, mention_of

Lines = dict[int, dict[int, str]]
"""The words of one document by sentence and number."""


@dataclass(frozen=True, slots=True)
class EcbSet:
    """Reports, their gold mentions, and each mention's gold chain; `subtopic` is a report's."""

    reports: tuple[Report, ...]
    mentions: tuple[EventMention, ...]
    chains: Mapping[str, str]
    subtopic: Mapping[ReportId, str]


def ecb_set(gold: Path, part: str) -> EcbSet:
    """Return a part ("Train", "Dev") of the set with its gold event mentions."""
    folder = gold / "ecbplus"
    documents = _documents(folder / f"ECB_{part}_corpus.txt")
    given = json.loads((folder / f"ECB_{part}_Event_gold_mentions.json").read_text("utf-8"))
    reports, spans, subtopic = {}, {}, {}
    for name, lines in documents.items():
        text, found = _laid_out(lines)
        report = report_of(name, text)
        if report.text != text:
            raise ValueError(f"{name}: extraction moved the words")
        reports[name], spans[name] = report, found
        subtopic[report.id] = name.split("_")[0] + ("plus" if name.endswith("plus") else "")
    mentions, chains = [], {}
    for number, row in enumerate(given):
        words = spans[row["doc_id"]][row["sent_id"]]
        taken = sorted(row["tokens_number"])
        mention = mention_of(
            reports[row["doc_id"]],
            Span(min(words.values()).start, max(words.values()).end),
            Span(words[taken[0]].start, words[taken[-1]].end),
            id=f"m{number:05}",
            number=row["sent_id"],
        )
        mentions.append(mention)
        chains[mention.id] = row["coref_chain"]
    return EcbSet(tuple(reports.values()), tuple(mentions), chains, subtopic)


def _documents(path: Path) -> dict[str, Lines]:
    documents: dict[str, Lines] = defaultdict(lambda: defaultdict(dict))
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            cells = row.rstrip("\n").split("\t")
            if len(cells) >= 5:  # one row of the dev part has a tab too many
                documents[cells[0]][int(cells[1])][int(cells[2])] = cells[3]
    return documents


def _laid_out(lines: Lines) -> tuple[str, dict[int, dict[int, Span]]]:
    """Return the text, a line a sentence, and where each word of each sentence stands."""
    text, spans = "", {}
    for number, words in sorted(lines.items()):
        spans[number] = dict(_placed(len(text), words))
        text += " ".join(words[index] for index in sorted(words)) + "\n"
    return text.rstrip("\n"), spans


def _placed(start: int, words: Mapping[int, str]) -> Iterator[tuple[int, Span]]:
    for index in sorted(words):
        yield index, Span(start, start + len(words[index]))
        start += len(words[index]) + 1
