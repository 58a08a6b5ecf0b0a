"""Groups by mean evidence: the two groups with the strongest evidence join first, as long as it speaks for them."""

import heapq
from collections.abc import Mapping

Pairs = Mapping[tuple[int, int], float]


def group(n: int, scores: Pairs, missing: float, threshold: float = 0.0) -> list[list[int]]:
    """Groups of the items 0..n-1; `missing` is the score of a pair that has none.

    Average linkage: the score of two groups is the mean of their pairs, so that one strong pair is no bridge over many
    weak ones. Ties are broken by item numbers.
    """
    state = _State(n, scores, missing)
    heap = [(-value, a, b) for (a, b), value in scores.items() if value > threshold]
    heapq.heapify(heap)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a in state.members and b in state.members:
            for mean, other, joined in state.join(a, b):
                if mean > threshold:
                    heapq.heappush(heap, (-mean, other, joined))
    return sorted(sorted(items) for items in state.members.values())


class _State:
    """The groups so far, each under a number of its own, and the sums of the scores between them above `missing`."""

    def __init__(self, n: int, scores: Pairs, missing: float) -> None:
        self.members = {i: [i] for i in range(n)}
        self.sums: dict[int, dict[int, float]] = {i: {} for i in range(n)}
        self.missing = missing
        self.next = n
        for (a, b), value in scores.items():
            self.sums[a][b] = self.sums[b][a] = value - missing

    def join(self, a: int, b: int) -> list[tuple[float, int, int]]:
        """Make one group of two; (mean score, other group, new group) for each other that was compared with either."""
        new, self.next = self.next, self.next + 1
        self.members[new] = self.members.pop(a) + self.members.pop(b)
        one, two = self.sums.pop(a), self.sums.pop(b)
        self.sums[new] = {}
        others = sorted((one.keys() | two.keys()) - {a, b})
        for other in others:
            self.sums[other].pop(a, None)
            self.sums[other].pop(b, None)
            self.sums[new][other] = self.sums[other][new] = one.get(other, 0.0) + two.get(other, 0.0)
        return [(self._mean(other, new), other, new) for other in others]

    def _mean(self, a: int, b: int) -> float:
        return self.sums[a][b] / (len(self.members[a]) * len(self.members[b])) + self.missing
