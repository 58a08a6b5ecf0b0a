"""Acronyms across articles: one that several articles spell out means the same elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.language.names.fold import key
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.shapes import Reading


def acronym_pairs(readings: Iterable[Reading]) -> Iterator[Pair]:
    """Pairs of an acronym that an article leaves unexplained and the only name that others explain it by."""
    meant: dict[str, set[str]] = defaultdict(set)
    unexplained: dict[str, str] = {}
    for reading in readings:
        if reading.type != "ORG":
            continue
        if reading.role == "acronym":
            meant[key(reading.mention.text)].add(reading.node)
        elif reading.node == f"ORG|{key(reading.mention.text)}":
            unexplained[key(reading.mention.text)] = reading.node
    for letters, node in sorted(unexplained.items()):
        names = meant.get(letters, set())
        if len(names) == 1:
            a, b = sorted((node, *names))
            yield Pair(0.8, a, b, "acronym that other articles spell out")
