"""Clusters without bridges: strongest pairs join first, two groups only if no pair across them is vetoed."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Pair(NamedTuple):
    """Two items, by number, that could be one; a higher score joins earlier."""

    score: float
    first: int
    second: int
    reason: str


class Clusters(NamedTuple):
    """`groups` hold item numbers in order; `reasons` says why each joined, "" for one left alone."""

    groups: list[list[int]]
    reasons: list[str]


def agglomerate(n: int, pairs: Iterable[Pair], vetoed: Callable[[int, int], bool]) -> Clusters:
    """Group items 0..n-1. Ties are broken by item numbers, so the order of `pairs` does not matter."""
    state = _State(n, vetoed)
    for pair in sorted(pairs, key=lambda p: (-p.score, p.first, p.second)):
        state.join(pair)
    groups = [sorted(members) for members in state.members.values()]
    return Clusters(sorted(groups), state.reasons)


class _State:
    """The groups so far, each under the number of its root, and which of them may never join."""

    def __init__(self, n: int, vetoed: Callable[[int, int], bool]) -> None:
        self.root = list(range(n))
        self.members = {i: [i] for i in range(n)}
        self.enemies: dict[int, set[int]] = {i: set() for i in range(n)}
        self.reasons = [""] * n
        self.vetoed = vetoed

    def join(self, pair: Pair) -> None:
        """Join the groups of the pair, unless a pair across them is vetoed."""
        a, b = self.root[pair.first], self.root[pair.second]
        if a == b or b in self.enemies[a]:
            return
        if self._clash(a, b):
            self.enemies[a].add(b)
            self.enemies[b].add(a)
            return
        for item in (pair.first, pair.second):
            self.reasons[item] = self.reasons[item] or pair.reason
        self._unite(a, b)

    def _clash(self, a: int, b: int) -> bool:
        return any(self.vetoed(x, y) for x in self.members[a] for y in self.members[b])

    def _unite(self, a: int, b: int) -> None:
        """The smaller group moves into the larger; its enemies come along."""
        keep, gone = (a, b) if (len(self.members[a]), -a) >= (len(self.members[b]), -b) else (b, a)
        for item in self.members[gone]:
            self.root[item] = keep
        self.members[keep] += self.members.pop(gone)
        for enemy in self.enemies.pop(gone):
            self.enemies[enemy].discard(gone)
            self.enemies[enemy].add(keep)
            self.enemies[keep].add(enemy)
