"""The tagger as a PyTorch module: BERT's encoder (Devlin et al. 2019) without the type of the text, with vectors for
how words are written, and a score for each tag.
"""

import math
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from pipeline.language.names.tagger.shape import Shape

# Ours and BERT's names of a layer's parts.
_PARTS = (
    ("query", "attention.self.query"),
    ("key", "attention.self.key"),
    ("value", "attention.self.value"),
    ("joined", "attention.output.dense"),
    ("first_norm", "attention.output.LayerNorm"),
    ("wide", "intermediate.dense"),
    ("narrow", "output.dense"),
    ("second_norm", "output.LayerNorm"),
)


class Layer(nn.Module):
    """One layer: attention of each piece to all, then two dense steps."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.joined = (nn.Linear(size, size) for _ in range(4))
        self.wide, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.first_norm, self.second_norm = (nn.LayerNorm(size, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` batch by pieces by size; `mask` true where a piece is one, None = everywhere."""
        x = self.first_norm(self.dropout(self.joined(self._attend(x, mask))) + x)
        return self.second_norm(self.dropout(self.narrow(nn.functional.gelu(self.wide(x)))) + x)

    def _attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, size = x.shape
        shape = (batch, length, self.heads, size // self.heads)
        query, key, value = (part(x).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(size // self.heads)
        scores = scores if mask is None else scores.masked_fill(~mask, -1e9)
        return torch.matmul(torch.softmax(scores, -1), value).transpose(1, 2).reshape(batch, length, size)


class Network(nn.Module):
    """Pieces and shapes, batch by length, to scores, batch by length by tags."""

    def __init__(self, tags: int, layers: int, size: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece, self.place, self.shape = nn.Embedding(30522, size), nn.Embedding(512, size), nn.Embedding(8, size)
        self.norm, self.dropout = nn.LayerNorm(size, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, 12, 4 * size, dropout) for _ in range(layers))
        self.scores = nn.Linear(size, tags)
        nn.init.zeros_(self.shape.weight)
        nn.init.normal_(self.scores.weight, std=0.02)
        assert self.shape.num_embeddings == len(Shape)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """`mask`: batch by 1 by 1 by length."""
        x = self.piece(pieces) + self.place.weight[: pieces.shape[1]] + self.shape(shapes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        scores: Tensor = self.scores(self.dropout(x))
        return scores


def pretrained(tags: int, layers: int, weights: Path) -> Network:
    """A network that begins with the weights of a BERT of the same sizes (model.safetensors)."""
    network, read = Network(tags, layers), load_file(weights)
    state = network.state_dict()
    state.update(dict(_embeddings(read)))
    for number in range(layers):
        for ours, theirs in _PARTS:
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{kind}"] = read[f"encoder.layer.{number}.{theirs}.{kind}"]
    network.load_state_dict(state)
    return network


def _embeddings(read: dict[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    """Every text is of BERT's first type, so the vector of that type goes into the places."""
    yield "piece.weight", read["embeddings.word_embeddings.weight"]
    types = read["embeddings.token_type_embeddings.weight"]
    yield "place.weight", read["embeddings.position_embeddings.weight"] + types[0]
    yield "norm.weight", read["embeddings.LayerNorm.weight"]
    yield "norm.bias", read["embeddings.LayerNorm.bias"]
