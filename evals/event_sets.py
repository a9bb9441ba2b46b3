"""Gold sets of events, read as reports with the truth beside each."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figure import report_of
from tocsin.core.types import Report

NEW_NAMES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}  # PLOVER 0.5, in which the gold is written → PLOVER 2021


@dataclass(frozen=True, slots=True)
class Item:
    """One gold report and what is true of it."""

    report: Report
    truth: Any


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def plover_items(gold: Path) -> list[Item]:
    """Return the PLOVER gold records; truth is the record."""
    path = gold / "plover_gsr" / "dev.jsonl"
    return [Item(report_of(r["id"], r["text"], r.get("date")), r) for r in rows_of(path)]


def class_items(gold: Path) -> list[Item]:
    """Return sentences with one of five CAMEO classes; truth is its number."""
    path = gold / "cameo_class" / "train.tsv"
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Item(report_of(f"c{number}", row[0]), int(row[1]))
        for number, row in enumerate(rows)
        if len(row) == 2 and row[1].strip().isdigit()
    ]


def span_items(gold: Path) -> list[Item]:
    """Return sentences with source and target spans; truth is (start, end, label) triples."""
    words: list[tuple[str, str]] = []
    items: list[Item] = []
    path = gold / "cameo_ner" / "train.txt"
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in [*lines, ""]:
            parts = line.split()
            if len(parts) >= 2:
                words.append((parts[0], parts[-1]))
            elif words:
                items.append(_tagged(f"n{len(items)}", words))
                words = []
    return items


def _tagged(given_id: str, words: list[tuple[str, str]]) -> Item:
    text, spans = "", []
    open_span: list[Any] | None = None
    for word, tag in words:
        start = len(text)
        text += word + " "
        if tag == "O":
            open_span = None
        elif tag[0] == "B" or open_span is None or open_span[2] != tag[2:]:
            open_span = [start, start + len(word), tag[2:]]
            spans.append(open_span)
        else:
            open_span[1] = start + len(word)
    return Item(report_of(given_id, text.rstrip()), [tuple(span) for span in spans])


def acled_items(gold: Path, labels: Mapping[str, str]) -> list[Item]:
    """Return snippets labelled with an ACLED sub-event; truth is the label."""
    path = gold / "case2021_task2" / "dev.jsonl"
    return [
        Item(report_of(str(row["id"]), row["text"]), row["subtype"])
        for row in rows_of(path)
        if row["subtype"] in labels.values()
    ]


def muc_items(gold: Path) -> list[Item]:
    """Return MUC-4 reports; truth is their templates."""
    path = gold / "muc4" / "dev.jsonl"
    return [Item(report_of(r["docid"], r["doctext"]), r["templates"]) for r in rows_of(path)]


def gva_items(gold: Path) -> list[Item]:
    """Return news of shootings; truth is the incident with its reference counts."""
    folder = gold / "gva"
    incidents = {row["incident"]: row for row in rows_of(folder / "incidents.jsonl")}
    return [
        Item(
            report_of(str(r["id"]), f"{r['title']}.\n{r['text']}", r.get("dct")),
            incidents[r["incident"]],
        )
        for r in rows_of(folder / "articles_dev_0.jsonl")
    ]
