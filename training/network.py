"""The network: a six-layer encoder and its heads, in torch.

The encoder is BERT's (Devlin et al. 2019) in the shape of all-MiniLM-L6-v2, whose weights it
starts from (`start_weights`). The heads are those of `tocsin.read.encoder.schema`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tocsin.read.encoder.schema import LINKS, NAME_KINDS, PASSAGE_HEADS, ROLES

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
PAIR_WIDTH, FARTHEST = 96, 64  # pieces from the cue; beyond, one bucket a side
TRIGGER_WIDTH = 192


class Layer(nn.Module):
    """One transformer layer with BERT's parameter layout."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        heads = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=bias)
        x = self.norm1(x + self.out(heads.transpose(1, 2).reshape_as(x)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces (batch, length) and their mask to vectors (batch, length, WIDTH)."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places)))
        bias = torch.zeros_like(mask, dtype=x.dtype).masked_fill(mask == 0, -1e4)
        for layer in self.layers:
            x = layer(x, bias[:, None, None, :])
        return x


class PairHead(nn.Module):
    """Cues against all pieces: a logit for "this piece belongs to this cue"."""

    def __init__(self) -> None:
        super().__init__()
        self.cue = nn.Linear(WIDTH, PAIR_WIDTH)
        self.piece = nn.Linear(WIDTH, PAIR_WIDTH)
        self.distance = nn.Embedding(2 * FARTHEST + 1, PAIR_WIDTH)
        self.score = nn.Linear(PAIR_WIDTH, 1)
        nn.init.zeros_(self.distance.weight)  # noise there drowns what the vectors say

    def forward(self, cues: Tensor, first_pieces: Tensor, pieces: Tensor) -> Tensor:
        """`cues` (n, WIDTH), `first_pieces` (n,), `pieces` (n, length, WIDTH) → (n, length)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        apart = (places[None] - first_pieces[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        mixed = self.cue(cues)[:, None] + self.piece(pieces) + self.distance(apart)
        return self.score(functional.relu(mixed)).squeeze(-1)


class TriggerHeads(nn.Module):
    """A trigger's vector and its window's to type, status and polarity logits."""

    def __init__(self, sizes: Mapping[str, int], dropout: float) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * WIDTH, TRIGGER_WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(TRIGGER_WIDTH, n) for name, n in sizes.items()})

    def forward(self, triggers: Tensor, around: Tensor) -> dict[str, Tensor]:
        mixed = functional.relu(self.hidden(torch.cat([triggers, around], dim=-1)))
        return {name: head(self.dropout(mixed)) for name, head in self.heads.items()}


class Reader(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, trigger_sizes: Mapping[str, int], dropout: float, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, layers)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(WIDTH, 3 * len(ROLES))
        self.names = nn.Linear(WIDTH, 2 * len(NAME_KINDS) + 1)
        self.passages = nn.ModuleDict(
            {name: nn.Linear(WIDTH, len(labels)) for name, labels in PASSAGE_HEADS.items()}
        )
        self.links = nn.ModuleDict({name: PairHead() for name in LINKS})
        self.triggers = TriggerHeads(trigger_sizes, dropout)


def start_weights(folder: Path, layers: int) -> dict[str, Tensor]:
    """Return all-MiniLM-L6-v2's weights under the names of `Encoder`; its first `layers`."""
    theirs = load_file(folder / "model.safetensors")
    ours = {
        "words.weight": theirs["embeddings.word_embeddings.weight"],
        "positions.weight": theirs["embeddings.position_embeddings.weight"]
        + theirs["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": theirs["embeddings.LayerNorm.weight"],
        "norm.bias": theirs["embeddings.LayerNorm.bias"],
    }
    for number in range(layers):
        for part in ("weight", "bias"):
            stem = f"encoder.layer.{number}."
            ours[f"layers.{number}.qkv.{part}"] = torch.cat(
                [
                    theirs[f"{stem}attention.self.{name}.{part}"]
                    for name in ("query", "key", "value")
                ]
            )
            for mine, name in _LAYER_NAMES.items():
                ours[f"layers.{number}.{mine}.{part}"] = theirs[f"{stem}{name}.{part}"]
    return ours


_LAYER_NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
