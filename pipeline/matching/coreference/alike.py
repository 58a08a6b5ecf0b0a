"""How alike two words are, by the vectors of the spaCy pipeline that parsed the articles."""

from collections.abc import Callable
from functools import lru_cache

from spacy.vocab import Vocab

Alike = Callable[[str, str], float]


def word_likeness(vocab: Vocab) -> Alike:
    """Cosine, 0 to 1, of two words; without vectors 1 for equal words and 0 for others."""

    @lru_cache(maxsize=500_000)
    def measure(a: str, b: str) -> float:
        one, two = vocab[a], vocab[b]
        if not (one.has_vector and two.has_vector):
            return 0.0
        return max(0.0, float(one.similarity(two)))

    return lambda a, b: 1.0 if a == b else measure(*((a, b) if a < b else (b, a)))
