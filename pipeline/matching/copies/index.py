"""Which earlier articles have sentences like these? MinHash signatures of sentences in a table of bands (LSH)."""

from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH

from pipeline.matching.copies.passages import Passage

_PERMUTATIONS, _BANDS = (
    32,
    8,
)  # of sentences with 8 of 10 pairs of words in common, 98 in 100 are found; with 3 of 10, 6
_SEED = 1
_FEWEST = 6  # words: shorter sentences recur without being copied


class Sketch(NamedTuple):
    """The sentences of an article that are long enough: number, words, signature, and which others are like it."""

    numbers: Sequence[int]
    words: Sequence[int]
    signatures: Sequence[RMinHash]
    hits: Sequence[Sequence[int]]


class Index:
    """The sentences of earlier articles, each under the number of its article."""

    def __init__(self, common: int) -> None:
        """A sentence that so many others are like is not added."""
        self._bands = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._common = common
        self._owner: list[int] = []

    def sketch(self, passages: Sequence[Passage]) -> Sketch:
        """What the index has to do with an article."""
        numbers = [n for n, p in enumerate(passages) if len(p.key) >= _FEWEST]
        signatures = [_signature(passages[n]) for n in numbers]
        words = [len(passages[n].key) for n in numbers]
        return Sketch(numbers, words, signatures, [self._bands.query(s) for s in signatures])

    def shared(self, sketch: Sketch) -> dict[int, int]:
        """Article → words of sentences that it shares, most first, the earliest first among equals."""
        shared: Counter[int] = Counter()
        for words, like in zip(sketch.words, sketch.hits, strict=True):
            shared.update(dict.fromkeys((self._owner[i] for i in like), words))
        return dict(sorted(shared.items(), key=lambda item: (-item[1], item[0])))

    def add(self, article: int, sketch: Sketch, own: Container[int]) -> None:
        """Make an article known by its own sentences."""
        for number, signature, like in zip(sketch.numbers, sketch.signatures, sketch.hits, strict=True):
            if number in own and len(like) < self._common:
                self._bands.insert(len(self._owner), signature)
                self._owner.append(article)


def _signature(passage: Passage) -> RMinHash:
    """Of pairs of neighbouring words. One by one: to hand small batches out to threads takes longer than the work."""
    found = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    found.update([f"{a} {b}" for a, b in pairwise(passage.key)])
    return found
