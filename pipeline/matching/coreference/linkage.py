"""Groups by mean evidence: the two groups with the strongest evidence join first, as long as it speaks for them."""

import heapq
from collections.abc import Mapping

Pairs = Mapping[tuple[int, int], float]


def group(n: int, scores: Pairs, missing: float, threshold: float = 0.0) -> list[list[int]]:
    """Groups of the items 0..n-1; `missing` is the score of a pair that has none.

    Average linkage: the score of two groups is the mean of their pairs, so that one strong pair is no bridge over many
    weak ones. Ties are broken by item numbers.
    """
    members = {i: [i] for i in range(n)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(n)}
    for (a, b), value in scores.items():
        sums[a][b] = sums[b][a] = value - missing
    heap = [(-(value), a, b) for (a, b), value in scores.items() if value > threshold]
    heapq.heapify(heap)
    label = n
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        members[label] = members.pop(a) + members.pop(b)
        one, two = sums.pop(a), sums.pop(b)
        sums[label] = {}
        for other in (one.keys() | two.keys()) - {a, b}:
            total = one.get(other, 0.0) + two.get(other, 0.0)
            sums[label][other] = sums[other][label] = total
            sums[other].pop(a, None), sums[other].pop(b, None)
            mean = total / (len(members[label]) * len(members[other])) + missing
            if mean > threshold:
                heapq.heappush(heap, (-mean, other, label))
        label += 1
    return sorted(sorted(m) for m in members.values())
