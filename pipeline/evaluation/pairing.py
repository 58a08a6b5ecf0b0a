"""One-to-one matching of gold items with rows."""

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple


class Candidate(NamedTuple):
    """A gold item and a row that may be matched, by number. `fit` compares candidates: the greater, the better."""

    fit: Any
    gold: int
    row: int


def assign(candidates: Iterable[Candidate]) -> dict[int, int]:
    """Gold number → row number, best fit first, then the order of the article; each used once."""
    pairs: dict[int, int] = {}
    used: set[Hashable] = set()
    in_order = sorted(candidates, key=lambda c: (c.gold, c.row))
    for candidate in sorted(in_order, key=lambda c: c.fit, reverse=True):
        if candidate.gold not in pairs and candidate.row not in used:
            pairs[candidate.gold] = candidate.row
            used.add(candidate.row)
    return dict(sorted(pairs.items()))
