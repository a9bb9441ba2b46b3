"""Samples as tensors: windows of word pieces with a label for every head that is trained."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tocsin.read.encoder.schema import BEGIN, INSIDE, NAME_KINDS, PASSAGE_HEADS, ROLES
from tocsin.read.encoder.windows import Window, cut_windows
from training.samples import Bounds, Sample

IGNORED = -100  # torch's label for "do not train here"
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LinkLabels:
    """A cue's pieces and, for each piece of the window, whether it is its source or content."""

    cue: Labels
    source: Labels
    content: Labels


@dataclass(frozen=True, slots=True)
class TriggerLabels:
    """A trigger's pieces, its class numbers, and a label a piece for who acts and suffers."""

    pieces: Labels
    event_type: int
    status: int
    polarity: int
    actor: Labels
    sufferer: Labels


@dataclass(frozen=True, slots=True)
class TrainingWindow:
    """A window with its labels; every index counts pieces without [CLS]."""

    task: str
    ids: Sequence[int]
    roles: Labels  # (pieces, roles)
    names: Labels  # (pieces,)
    classes: dict[str, int]
    links: Sequence[LinkLabels] = ()
    triggers: Sequence[TriggerLabels] = ()
    offsets: Sequence[Bounds] = field(default=())


def training_windows(
    samples: Iterable[Sample], tokenizer: Tokenizer, trigger_labels: dict[str, list[str]]
) -> Iterator[TrainingWindow]:
    """Yield the windows of all samples."""
    for sample in samples:
        for window in cut_windows(sample.text, tokenizer):
            yield _labelled(sample, window, trigger_labels)
            if sample.first_window_only:
                break


def pieces_in(span: Bounds, window: Window) -> range:
    """Return the indices of the window's pieces that the span covers."""
    start = bisect_left(window.offsets, span[0], key=lambda bounds: bounds[1] - 1)
    end = bisect_left(window.offsets, span[1], key=lambda bounds: bounds[0])
    return range(start, max(start, end))


def _labelled(
    sample: Sample, window: Window, trigger_labels: dict[str, list[str]]
) -> TrainingWindow:
    size = len(window.ids)
    roles = np.full((size, len(ROLES)), IGNORED, dtype=np.int64)
    for column, role in enumerate(ROLES):
        if role in sample.roles:
            roles[:, column] = _bio(sample.roles[role], window)
    names = np.full(size, IGNORED, dtype=np.int64)
    if sample.names is not None:
        names[:] = 0
        for start, end, kind in sample.names:
            pieces = pieces_in((start, end), window)
            number = NAME_KINDS.index(kind) * 2
            names[pieces.start : pieces.stop] = number + INSIDE
            names[pieces.start : min(pieces.start + 1, pieces.stop)] = number + BEGIN
    return TrainingWindow(
        task=sample.task,
        ids=window.ids,
        offsets=window.offsets,
        roles=roles,
        names=names,
        classes={
            head: PASSAGE_HEADS[head].index(answer) for head, answer in sample.classes.items()
        },
        links=tuple(_links(sample, window)),
        triggers=tuple(_triggers(sample, window, trigger_labels)),
    )


def _bio(spans: Iterable[Bounds], window: Window) -> Labels:
    labels = np.zeros(len(window.ids), dtype=np.int64)
    for span in sorted(spans, key=lambda bounds: bounds[0] - bounds[1]):
        pieces = pieces_in(span, window)
        if len(pieces) and not labels[pieces.start]:
            labels[pieces.start : pieces.stop] = INSIDE
            labels[pieces.start] = BEGIN
    return labels


def _links(sample: Sample, window: Window) -> Iterator[LinkLabels]:
    for link in sample.links:
        cue = [piece for span in link.cue for piece in pieces_in(span, window)]
        if cue:
            yield LinkLabels(
                np.array(cue), _belongs(link.source, window), _belongs(link.content, window)
            )


def _belongs(spans: Iterable[Bounds], window: Window) -> Labels:
    labels = np.zeros(len(window.ids), dtype=np.int64)
    for span in spans:
        labels[list(pieces_in(span, window))] = 1
    return labels


def _triggers(
    sample: Sample, window: Window, labels: dict[str, list[str]]
) -> Iterator[TriggerLabels]:
    for trigger in sample.triggers:
        pieces = pieces_in(trigger.span, window)
        if len(pieces):
            yield TriggerLabels(
                np.array(pieces),
                labels["event_type"].index(trigger.type),
                labels["status"].index(trigger.status),
                labels["polarity"].index(trigger.polarity),
                _belongs(trigger.actor, window),
                _belongs(trigger.sufferer, window),
            )
