"""Treaties: which words of a name count, who the parties are, and when two names are one treaty."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.shapes import Reading

_CLOSE = 400  # days between the articles: news of one treaty runs over a year from signature to entry into force
_BACK = 2  # sentences before the name in which its parties may stand


class Treaty(NamedTuple):
    """What the articles say of a name for a treaty."""

    node: str
    parties: frozenset[str]
    subjects: frozenset[str]
    seen: tuple[datetime, ...]


def with_parties(readings: Sequence[Reading], gazetteer: Gazetteer) -> list[Reading]:
    """The readings of one article, each plain name ("Mutual Defense Treaty") completed by its parties.

    Without them it is this article's own: any two states may have such a treaty.
    """
    parties = _parties(readings)
    plain = gazetteer.words.laws.plain | gazetteer.words.laws.same
    out = []
    for reading in readings:
        if _unknown_law(reading) and set(reading.node.split("|")[1].split()) <= plain:
            own = "+".join(sorted(parties.get(reading.node, ()))) or reading.mention.article_id
            reading = reading._replace(node=f"{reading.node}|{own}")
        out.append(reading)
    return out


def treaty_pairs(articles: Sequence[Sequence[Reading]], gazetteer: Gazetteer) -> Iterator[Pair]:
    """Pairs of names of treaties that are one: same two parties, same subject, close in time."""
    blocks: dict[frozenset[str], list[Treaty]] = defaultdict(list)
    for treaty in _treaties(articles, gazetteer):
        blocks[treaty.parties].append(treaty)
    for treaties in blocks.values():
        for a, b in combinations(treaties, 2):
            if a.subjects & b.subjects and _close(a.seen, b.seen):
                yield Pair(0.7, a.node, b.node, "treaty of the same two states on the same subject")


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


def _unknown_law(reading: Reading) -> bool:
    return reading.type == "LAW" and "|known|" not in reading.node


def _parties(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Treaty -> the two states that stand nearest to its name, if they are the same wherever it is named."""
    laws: dict[str, set[int]] = defaultdict(set)
    states: dict[int, set[str]] = defaultdict(set)
    for r in readings:
        if _unknown_law(r):
            laws[r.node].add(r.mention.sentence)
        if r.iso3:
            states[r.mention.sentence].add(r.iso3)
    out = {}
    for node, sentences in laws.items():
        pairs = {pair for s in sentences if (pair := _nearest(s, states))}
        if len(pairs) == 1:
            out[node] = pairs.pop()
    return out


def _nearest(sentence: int, states: Mapping[int, set[str]]) -> frozenset[str] | None:
    """The two states of the sentence and, if it lacks them, of those before it; None if there are more."""
    found: set[str] = set()
    for back in range(_BACK + 1):
        found |= states.get(sentence - back, set())
        if len(found) >= 2:
            break
    return frozenset(found) if len(found) == 2 else None


def _subjects(node: str, subjects: Mapping[str, str]) -> frozenset[str]:
    return frozenset(subjects[word] for word in node.split("|")[1].split() if word in subjects)


def _close(a: tuple[datetime, ...], b: tuple[datetime, ...]) -> bool:
    """Are the articles near in time? Undated ones are not."""
    return bool(a and b) and (max(a[-1], b[-1]) - min(a[0], b[0])).days <= _CLOSE


def law_key(text_key: str, gazetteer: Gazetteer) -> str:
    """The words of a law's name that count, sorted: plurals and kinds of treaty are made one."""
    same, laws = gazetteer.words.organisations.same, gazetteer.words.laws
    stop = gazetteer.words.organisations.stop
    words = {same.get(word, word) for word in text_key.split() if word not in stop}
    plain = laws.plain | laws.same
    single = {word[:-1] if word.endswith("s") and word[:-1] in plain else word for word in words}
    kept = {"treaty" if word in laws.same else word for word in single}
    return " ".join(sorted(kept))
