"""What a batch of windows of one task costs, head by head."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from tocsin.read.encoder.heads import TRIGGER_REACH
from tocsin.read.encoder.model import END, START
from tocsin.read.encoder.schema import CUE_LINKS, ROLES, TRIGGER_HEADS, TRIGGER_LINKS
from training.network import Reader
from training.windows import IGNORED, Labels, TrainingWindow, TriggerLabels


def batch_loss(model: Reader, windows: Sequence[TrainingWindow]) -> Tensor:
    """Return the mean loss over the heads that the windows' task trains."""
    ids, mask = padded_ids([window.ids for window in windows])
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model.dropout(model.encoder(ids, mask))
    hidden = hidden.float()
    body = hidden[:, 1:]  # without [CLS]: labels count pieces from 0
    losses = [
        *_role_losses(model, body, windows),
        *_name_losses(model, body, windows),
        *_class_losses(model, hidden, mask, windows),
        *_link_losses(model, body, windows),
        *_trigger_losses(model, body, windows),
    ]
    return torch.stack(losses).sum()


def padded_ids(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return ids with [CLS] and [SEP], padded to one length, and their mask."""
    length = max(len(row) for row in rows) + 2
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length, dtype=torch.long)
    for number, row in enumerate(rows):
        ids[number, : len(row) + 2] = torch.tensor([START, *row, END])
        mask[number, : len(row) + 2] = 1
    return ids, mask


def passage_vectors(hidden: Tensor, mask: Tensor) -> Tensor:
    """Return the mean vector of each row's pieces, [CLS] and [SEP] with them."""
    weights = mask[:, :, None].to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1)


def _stacked(rows: Sequence[Tensor], length: int) -> Tensor:
    out = torch.full((len(rows), length, *rows[0].shape[1:]), IGNORED, dtype=torch.long)
    for number, row in enumerate(rows):
        out[number, : row.shape[0]] = row
    return out


def _role_losses(model: Reader, body: Tensor, windows: Sequence[TrainingWindow]) -> list[Tensor]:
    labels = _stacked([torch.from_numpy(window.roles) for window in windows], body.shape[1])
    trained = [i for i in range(len(ROLES)) if bool((labels[:, :, i] != IGNORED).any())]
    if not trained:
        return []
    logits = model.roles(body).view(*body.shape[:2], len(ROLES), 3)
    return [
        functional.cross_entropy(
            logits[:, :, i].flatten(0, 1), labels[:, :, i].flatten(), ignore_index=IGNORED
        )
        * 2
        for i in trained
    ]


def _name_losses(model: Reader, body: Tensor, windows: Sequence[TrainingWindow]) -> list[Tensor]:
    labels = _stacked([torch.from_numpy(window.names) for window in windows], body.shape[1])
    if not bool((labels != IGNORED).any()):
        return []
    logits = model.names(body).flatten(0, 1)
    return [functional.cross_entropy(logits, labels.flatten(), ignore_index=IGNORED) * 2]


def _class_losses(
    model: Reader, hidden: Tensor, mask: Tensor, windows: Sequence[TrainingWindow]
) -> list[Tensor]:
    heads = sorted({head for window in windows for head in window.classes})
    vectors = passage_vectors(hidden, mask) if heads else hidden
    return [
        functional.cross_entropy(
            model.passages[head](vectors),
            torch.tensor([window.classes.get(head, IGNORED) for window in windows]),
            ignore_index=IGNORED,
            label_smoothing=0.05,
        )
        for head in heads
    ]


def _link_losses(model: Reader, body: Tensor, windows: Sequence[TrainingWindow]) -> list[Tensor]:
    pairs = [(row, link) for row, window in enumerate(windows) for link in window.links]
    return [
        _pair_loss(
            model.links[name],
            body,
            [row for row, _ in pairs],
            [link.cue for _, link in pairs],
            [getattr(link, name) for _, link in pairs],
        )
        for name in CUE_LINKS
        if pairs
    ]


def _pair_loss(
    head: nn.Module, body: Tensor, rows: list[int], heads: list[Labels], belongs: list[Labels]
) -> Tensor:
    """Return the loss of one pair head; `heads` are the pieces of each cue or trigger."""
    vectors = torch.stack(
        [
            body[row, torch.from_numpy(pieces)].mean(0)
            for row, pieces in zip(rows, heads, strict=True)
        ]
    )
    first = torch.tensor([int(pieces[0]) for pieces in heads])
    labels = _stacked([torch.from_numpy(row) for row in belongs], body.shape[1])
    logits = head(vectors, first, body[torch.tensor(rows)])
    known = labels != IGNORED
    return functional.binary_cross_entropy_with_logits(logits[known], labels[known].float()) * 4


def _trigger_losses(model: Reader, body: Tensor, windows: Sequence[TrainingWindow]) -> list[Tensor]:
    marked = [(row, trigger) for row, window in enumerate(windows) for trigger in window.triggers]
    if not marked:
        return []
    rows, triggers = [row for row, _ in marked], [trigger for _, trigger in marked]
    logits = model.triggers(*trigger_vectors(body, marked))
    classes = [
        functional.cross_entropy(
            logits[head],
            torch.tensor([getattr(trigger, head) for trigger in triggers]),
            label_smoothing=0.05,
        )
        for head in TRIGGER_HEADS
    ]
    pieces = [trigger.pieces for trigger in triggers]
    return classes + [
        _pair_loss(model.links[name], body, rows, pieces, [getattr(t, name) for t in triggers])
        for name in TRIGGER_LINKS
    ]


def trigger_vectors(
    body: Tensor, marked: Sequence[tuple[int, TriggerLabels]]
) -> tuple[Tensor, Tensor]:
    """Return each trigger's mean vector and its surroundings'; `marked` gives its row."""
    vectors = torch.stack([body[row, torch.from_numpy(t.pieces)].mean(0) for row, t in marked])
    around = torch.stack([_around(body[row], t.pieces[0], t.pieces[-1]) for row, t in marked])
    return vectors, around


def _around(row: Tensor, first: int, last: int) -> Tensor:
    return row[max(0, first - TRIGGER_REACH) : last + TRIGGER_REACH + 1].mean(0)
