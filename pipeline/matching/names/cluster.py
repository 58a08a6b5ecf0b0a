"""Groups of names that are one, without bridges: no group holds two names that are known to differ."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Pair(NamedTuple):
    """Two nodes that seem to be one, with the strength of the evidence and the evidence in words."""

    score: float
    a: str
    b: str
    reason: str


Groups = tuple[dict[str, str], dict[str, str]]


def cluster(pairs: Iterable[Pair], different: Callable[[str, str], bool]) -> Groups:
    """(node -> the smallest node of its group, node -> why it was joined), strongest pairs first.

    Two groups are joined only if no pair across them is `different`. Nodes in no pair are left out.
    The result does not depend on the order of the pairs.
    """
    groups: dict[str, tuple[str, ...]] = {}
    why: dict[str, str] = {}
    for pair in sorted(set(pairs), key=lambda p: (-p.score, p.a, p.b)):
        a, b = groups.get(pair.a, (pair.a,)), groups.get(pair.b, (pair.b,))
        if a is b or any(different(x, y) for x in a for y in b):
            continue
        joined = a + b
        groups.update(dict.fromkeys(joined, joined))
        why.setdefault(pair.a, pair.reason)
        why.setdefault(pair.b, pair.reason)
    return {node: min(group) for node, group in groups.items()}, why


def root(node: str, roots: Mapping[str, str]) -> str:
    """The node that stands for the group of `node`."""
    return roots.get(node, node)
