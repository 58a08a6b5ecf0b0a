"""Which texts tell the same story? Cosine of weighted words, compared only where rare words are shared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log, sqrt

_WORD = re.compile(r"[^\W\d_][\w-]{3,}|\d{3,}")  # short words say little of a story
_RARE = 40  # texts: a word in more of them does not lead from one to another
_SHARED = 3  # rare words that two texts must share to be compared
_ALIKE = 0.3  # least cosine of two texts on one story
_OTHER_TEXTS = 100  # texts on other things, imagined, so that a folder of one story has common words as well
_BEST = 3  # neighbours returned

Weights = Mapping[str, float]


def nearest_texts(queries: Mapping[str, str], stored: Mapping[str, str]) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each query the stored texts most like it, with their cosine, the most alike first."""
    counts = {key: count_words(text) for key, text in sorted({**queries, **stored}.items())}
    spread = Counter(word for count in counts.values() for word in count)
    index = _rare_index({key: counts[key] for key in sorted(stored)}, spread)
    weights = {key: weigh(count, spread, len(counts)) for key, count in counts.items()}
    return {key: _nearest(weights, key, _candidates(weights[key], index)) for key in sorted(queries)}


def count_words(text: str) -> Counter[str]:
    """How often each word of some length, in lower case, stands in the text."""
    return Counter(word.lower() for word in _WORD.findall(text))


def _rare_index(counts: Mapping[str, Iterable[str]], spread: Mapping[str, int]) -> dict[str, list[str]]:
    """Rare word → the texts that have it."""
    index: dict[str, list[str]] = defaultdict(list)
    for key, words in counts.items():
        for word in words:
            if spread[word] <= _RARE:
                index[word].append(key)
    return index


def weigh(count: Mapping[str, int], spread: Mapping[str, int], texts: int) -> dict[str, float]:
    """Weights of unit length: 1 + log(count), times log(1 + texts / texts with it)."""
    raw = {word: (1 + log(n)) * log(1 + (texts + _OTHER_TEXTS) / spread[word]) for word, n in count.items()}
    length = sqrt(sum(w * w for w in raw.values())) or 1.0
    return {word: w / length for word, w in raw.items()}


def _candidates(query: Weights, index: Mapping[str, list[str]]) -> list[str]:
    shared = Counter(key for word in query for key in index.get(word, ()))
    return sorted(key for key, n in shared.items() if n >= _SHARED)


def _nearest(weights: Mapping[str, Weights], key: str, others: Iterable[str]) -> tuple[tuple[str, float], ...]:
    scores = [(other, cosine(weights[key], weights[other])) for other in others]
    alike = sorted((pair for pair in scores if pair[1] >= _ALIKE), key=lambda pair: (-pair[1], pair[0]))
    return tuple(alike[:_BEST])


def cosine(a: Weights, b: Weights) -> float:
    """Of two texts' weights of unit length."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())
