"""From marked articles to a trained network."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from pipeline.language.names.tagger.windows import Window, windows
from pipeline.language.names.tagger.wordpiece import WordPieces
from pipeline.training.corpus import Marked, sentences
from pipeline.training.network import Network

_IGNORED = -100  # what cross_entropy leaves out: pieces that do not begin a word
_WARM = 0.06  # share of the steps in which the learning rate rises
_LEAST = 0.02  # share of the rate that is left at the end
_POOL = 16  # batches among which windows are sorted by length, so that little is padding


class Example(NamedTuple):
    """A window and the number of each of its words' tags."""

    window: Window
    tags: list[int]


@dataclass(frozen=True)
class Reader:
    """Makes examples of articles."""

    pieces: WordPieces
    tags: Sequence[str]

    def examples(self, article: Marked, width: int, write: Callable[[str], str] = str) -> Iterator[Example]:
        """The article's windows, each word as `write` writes it."""
        cut = ([(i, write(word)) for i, word in sentence] for sentence in sentences(article.words))
        for window in windows(cut, self.pieces, width):
            yield Example(window, [self.tags.index(article.tags[i]) for i in window.tokens])


def batches(articles: Sequence[Marked], reader: Reader, how: Mapping[str, Any]) -> list[list[Example]]:
    """One pass: windows of several widths, some articles a second time in capitals or in Title Case, shuffled."""
    found: list[Example] = []
    for article in articles:
        width = random.choice([how["width"], how["width"], how["width"] * 3 // 4, how["width"] // 2])
        found += reader.examples(article, width)
        if random.random() < how["shout"]:
            found += reader.examples(article, how["width"] // 2, random.choice([str.upper, _capital]))
    random.shuffle(found)
    size, pool = how["batch"], how["batch"] * _POOL
    pools = [sorted(found[i : i + pool], key=lambda e: len(e.window.pieces)) for i in range(0, len(found), pool)]
    out = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    random.shuffle(out)
    return out


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, shapes, mask and tags of a batch, padded to its longest window."""
    shape = (len(batch), max(len(e.window.pieces) for e in batch))
    pieces, shapes, tags = torch.zeros(shape).long(), torch.zeros(shape).long(), torch.full(shape, _IGNORED)
    for row, example in enumerate(batch):
        length = len(example.window.pieces)
        pieces[row, :length] = torch.tensor(example.window.pieces)
        shapes[row, :length] = torch.tensor([int(s) for s in example.window.shapes])
        tags[row, example.window.firsts] = torch.tensor(example.tags)
    lengths = torch.tensor([len(e.window.pieces) for e in batch])
    mask = torch.arange(shape[1])[None, :] < lengths[:, None]
    return pieces, shapes, mask[:, None, None, :], tags


def fit(
    network: Network, articles: Sequence[Marked], reader: Reader, how: Mapping[str, Any], seen: Callable[[str], None]
) -> None:
    """Train the network in place, and call `seen` after each pass. The vectors of pieces stay as they came: those of
    names seen only here would move alone.
    """
    network.piece.weight.requires_grad = False
    optimiser, steps = _optimiser(network, how), len(batches(articles, reader, how)) * how["epochs"]
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step / steps))
    for epoch in range(how["epochs"]):
        network.train()
        losses = [_step(network, batch, optimiser, rate) for batch in batches(articles, reader, how)]
        seen(f"pass {epoch + 1} of {how['epochs']}: loss {sum(losses) / len(losses):.4f}")


def _share(done: float) -> float:
    return min(1.0, done / _WARM) * max(_LEAST, 1 - done)


def _optimiser(network: Network, how: Mapping[str, Any]) -> torch.optim.Optimizer:
    new = [p for name, p in network.named_parameters() if name.startswith(("scores", "shape"))]
    old = [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith(("scores", "shape"))]
    groups = [{"params": old, "lr": how["rate"], "weight_decay": 0.01}, {"params": new, "lr": how["head_rate"]}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def _step(network: Network, batch: Sequence[Example], optimiser: torch.optim.Optimizer, rate: Any) -> float:
    pieces, shapes, mask, tags = tensors(batch)
    scores = network(pieces, shapes, mask).flatten(0, 1)
    loss = nn.functional.cross_entropy(scores, tags.flatten(), ignore_index=_IGNORED)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    rate.step()
    return float(loss.item())
