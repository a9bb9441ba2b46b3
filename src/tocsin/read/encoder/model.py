"""The shipped model: tokenizer, encoder and heads, loaded once a process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tocsin.read.encoder.heads import Floats, Heads
from tocsin.read.encoder.windows import Window, cut_windows

START, END = 101, 102  # [CLS], [SEP] of BERT's vocabulary
BATCH_PIECES: Final = 2048  # padded pieces run at once: larger is no faster on two cores


@dataclass(frozen=True, slots=True)
class Model:
    """What turns a text into vectors and vectors into answers."""

    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession
    heads: Heads
    trigger_labels: dict[str, tuple[str, ...]]
    is_continuation: tuple[bool, ...]

    def windows(self, text: str) -> list[Window]:
        """Return the text cut into windows of word pieces."""
        return list(cut_windows(text, self.tokenizer))

    def vectors(self, windows: Sequence[Window]) -> list[Floats]:
        """Return each window's vectors (pieces + 2, width), [CLS] first and [SEP] last."""
        out: dict[int, Floats] = {}
        for batch in _batches(windows):
            ids, mask = _padded([windows[index].ids for index in batch])
            (hidden,) = self.session.run(["hidden"], {"ids": ids, "mask": mask})
            for row, index in enumerate(batch):
                out[index] = hidden[row, : len(windows[index].ids) + 2]
        return [out[index] for index in range(len(windows))]


def _batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Yield indices of windows of like length, at most BATCH_PIECES padded pieces together."""
    batch: list[int] = []
    for index in sorted(range(len(windows)), key=lambda i: len(windows[i].ids)):
        if batch and (len(batch) + 1) * (len(windows[index].ids) + 2) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _padded(rows: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    length = max(len(row) for row in rows) + 2
    ids = np.zeros((len(rows), length), dtype=np.int64)
    mask = np.zeros((len(rows), length), dtype=np.int64)
    for number, row in enumerate(rows):
        ids[number, : len(row) + 2] = [START, *row, END]
        mask[number, : len(row) + 2] = 1
    return ids, mask


@cache
def shipped_model(threads: int = 1) -> Model:
    """Return the model that the package carries, run on so many threads."""
    with as_file(files("tocsin.read.encoder") / "weights") as folder:
        return load_model(folder, threads=threads)


def load_model(folder: Path, *, threads: int) -> Model:
    """Return the model whose files lie in the folder."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        (folder / "encoder.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    with np.load(folder / "heads.npz") as arrays:
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    labels = {head: tuple(names) for head, names in about["trigger_labels"].items()}
    heads = Heads(weights, about["temperatures"])
    return Model(tokenizer, session, heads, labels, _continuations(tokenizer))


def _continuations(tokenizer: Tokenizer) -> tuple[bool, ...]:
    """Return, for each piece of the vocabulary, whether it goes on a word."""
    pieces = {number: piece for piece, number in tokenizer.get_vocab().items()}
    return tuple(pieces[number].startswith("##") for number in range(len(pieces)))
