"""Fit the temperature of each class head on dev folds: `python -m training.calibrate`.

One number a head divides its logits so that its probabilities are right as often as they say
(temperature scaling, Guo et al. 2017). Written to `temperatures.json` beside the checkpoint, where
`training.export` finds it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from tocsin.read.encoder.schema import PASSAGE_HEADS, TRIGGER_HEADS
from training.losses import padded_ids, passage_vectors, trigger_vectors
from training.network import Reader
from training.sets import SETS
from training.train import load_reader, minilm_folder, trigger_labels
from training.windows import TrainingWindow, training_windows

CHOICES = [0.5 + 0.05 * step for step in range(60)]
MOST_WINDOWS = 600  # of one set: enough for one number, and GVA's dev part is long
DEV_SETS = ("cameo_class", "case", "plover", "gva", "muc", "passages")


def logits_and_answers(
    model: Reader, windows: Sequence[TrainingWindow]
) -> Iterator[tuple[str, Tensor, int]]:
    """Yield (head, logits, right class) for every answer that the windows hold."""
    for window in windows:
        ids, mask = padded_ids([window.ids])
        hidden = model.encoder(ids, mask)
        for head, answer in window.classes.items():
            yield head, model.passages[head](passage_vectors(hidden, mask))[0], answer
        if window.triggers:
            vectors, around = trigger_vectors(hidden[:, 1:], [(0, t) for t in window.triggers])
            answers = model.triggers(vectors, around)
            for head in TRIGGER_HEADS:
                for row, trigger in zip(answers[head], window.triggers, strict=True):
                    yield head, row, getattr(trigger, head)


def temperature(logits: Tensor, answers: Tensor) -> float:
    """Return the temperature with the least cross-entropy."""
    costs = [float(functional.cross_entropy(logits / choice, answers)) for choice in CHOICES]
    return round(CHOICES[costs.index(min(costs))], 2)


@torch.no_grad()
def temperatures(model: Reader, gold: Path) -> dict[str, float]:
    """Return the temperature of every class head that the dev folds hold answers for."""
    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows: dict[str, list[tuple[Tensor, int]]] = {}
    for name in DEV_SETS:
        windows = list(training_windows(SETS[name](gold, "dev"), tokenizer, trigger_labels()))
        for head, logits, answer in logits_and_answers(model, windows[:MOST_WINDOWS]):
            rows.setdefault(head, []).append((logits, answer))
    return {
        head: temperature(
            torch.stack([logits for logits, _ in rows[head]]),
            torch.tensor([answer for _, answer in rows[head]]),
        )
        for head in (*PASSAGE_HEADS, *TRIGGER_HEADS)
        if head in rows
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when the temperatures are written."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    found = temperatures(load_reader(chosen.checkpoint), chosen.gold)
    target = chosen.checkpoint.with_name("temperatures.json")
    target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
