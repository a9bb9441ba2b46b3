"""Write a checkpoint as the files that the package ships: `python -m training.export`.

`encoder.onnx` has weights of eight bits (onnxruntime's dynamic quantisation); `heads.npz` holds
the heads in half precision; `about.json` the trigger classes, temperatures and where it is from.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Reader
from training.train import load_reader, minilm_folder, trigger_labels

SHIPPED = Path(__file__).parent.parent / "src/tocsin/read/encoder/weights"


class EncoderOnly(nn.Module):
    """The encoder, without its heads."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden: Tensor = self.encoder(ids, mask)
        return hidden


def export(reader: Reader, folder: Path, *, about: dict[str, object], small: bool = True) -> None:
    """Write the model's files into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    reader.eval()
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        ids = torch.ones(2, 16, dtype=torch.long)
        torch.onnx.export(
            EncoderOnly(reader),
            (ids, torch.ones_like(ids)),
            plain,
            input_names=["ids", "mask"],
            output_names=["hidden"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "mask", "hidden")},
            opset_version=17,
            dynamo=False,
        )
        if small:
            quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8)
        else:
            shutil.copy(plain, folder / "encoder.onnx")
    heads = {
        name: tensor.detach().numpy().astype(np.float16)
        for name, tensor in reader.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(folder / "heads.npz", **heads)
    shutil.copy(minilm_folder() / "tokenizer.json", folder / "tokenizer.json")
    (folder / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when the files are written."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--fp32", action="store_true", help="do not quantise (to compare)")
    chosen = parser.parse_args(arguments)
    fitted = chosen.checkpoint.with_name("temperatures.json")
    about = {
        "base": "all-MiniLM-L6-v2",
        "trigger_labels": trigger_labels(),
        "temperatures": json.loads(fitted.read_text("utf-8")) if fitted.exists() else {},
    }
    export(load_reader(chosen.checkpoint), chosen.out, about=about, small=not chosen.fp32)
    return 0


if __name__ == "__main__":
    sys.exit(main())
