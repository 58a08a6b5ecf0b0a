"""Two names for one treaty: same two parties, same subject, close in time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.shapes import Reading

_CLOSE = 400  # days between the articles: news of one treaty runs over a year from signature to entry into force


class Treaty(NamedTuple):
    """What the articles say of a name for a treaty."""

    node: str
    parties: frozenset[str]
    subjects: frozenset[str]
    seen: tuple[datetime, ...]


def treaty_pairs(articles: Sequence[Sequence[Reading]], gazetteer: Gazetteer) -> Iterator[Pair]:
    """Pairs of names of treaties that are one."""
    blocks: dict[frozenset[str], list[Treaty]] = defaultdict(list)
    for treaty in _treaties(articles, gazetteer):
        blocks[treaty.parties].append(treaty)
    for treaties in blocks.values():
        for a, b in combinations(treaties, 2):
            if a.subjects & b.subjects and _close(a.seen, b.seen):
                first, second = sorted((a.node, b.node))
                yield Pair(0.7, first, second, "treaty of the same two states on the same subject")


def _treaties(articles: Sequence[Sequence[Reading]], gazetteer: Gazetteer) -> list[Treaty]:
    """Names of treaties with exactly two parties and a known subject, known treaties left out."""
    votes: dict[str, Counter[frozenset[str]]] = defaultdict(Counter)
    seen: dict[str, list[datetime]] = defaultdict(list)
    for readings in articles:
        for node, parties in _parties(readings).items():
            votes[node][parties] += 1
            seen[node] += [r.mention.published for r in readings if r.mention.published][:1]
    out = []
    for node in sorted(votes):
        subjects = _subjects(node, gazetteer.words.laws.subjects)
        if len(votes[node]) == 1 and subjects:
            out.append(Treaty(node, next(iter(votes[node])), subjects, tuple(sorted(seen[node]))))
    return out


def _parties(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Treaty -> the two states that the sentences which name it speak of most, if they are clearly two."""
    laws: dict[str, set[int]] = defaultdict(set)
    states: dict[int, set[str]] = defaultdict(set)
    for r in readings:
        if r.type == "LAW" and "|known|" not in r.node:
            laws[r.node].add(r.mention.sentence)
        if r.iso3:
            states[r.mention.sentence].add(r.iso3)
    out = {}
    for node, sentences in laws.items():
        pairs = [frozenset(states[s]) for s in sorted(sentences) if len(states[s]) == 2]
        both = _two_commonest(readings)
        if pairs and len(set(pairs)) == 1:
            out[node] = pairs[0]
        elif not pairs and both and any(states[s] & both for s in sentences):
            out[node] = both
    return out


def _two_commonest(readings: Sequence[Reading]) -> frozenset[str] | None:
    """The two states that the article names most, if no third comes near them."""
    ranked = Counter(r.iso3 for r in readings if r.iso3).most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
        return None
    return frozenset(state for state, _ in ranked[:2] if state)


def _subjects(node: str, subjects: Mapping[str, str]) -> frozenset[str]:
    words = node.split("|", 1)[1].split()
    return frozenset(found for word in words if (found := subjects.get(word) or subjects.get(word.removesuffix("s"))))


def _close(a: tuple[datetime, ...], b: tuple[datetime, ...]) -> bool:
    """Are the articles near in time? Undated ones are not."""
    return bool(a and b) and (max(a[-1], b[-1]) - min(a[0], b[0])).days <= _CLOSE
