"""Words as the pieces of words that the tagger knows (WordPiece: Wu et al. 2016, as in BERT, Devlin et al. 2019)."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_MARK = re.compile(r"(\W|_)")
_UNKNOWN, _OPEN, _CLOSE = "[UNK]", "[CLS]", "[SEP]"
_MOST = 12  # pieces of one word: what is longer is an address or a table
_CACHE = 100_000  # words


class WordPieces:
    """The vocabulary of an uncased model: `of` gives the numbers of a word's pieces."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self.open, self.close = vocabulary[_OPEN], vocabulary[_CLOSE]
        self.of = lru_cache(maxsize=_CACHE)(self._of)

    @classmethod
    def from_lines(cls, text: str) -> "WordPieces":
        """One piece a line; its number is that of its line, from 0."""
        return cls({piece: number for number, piece in enumerate(text.removesuffix("\n").split("\n"))})

    def _of(self, word: str) -> tuple[int, ...]:
        """At least one piece, and at most twelve."""
        parts = (part for part in _MARK.split(plain(word)) if part.strip())
        numbers = [number for part in parts for number in self._split(part)]
        return tuple(numbers[:_MOST]) or (self._vocabulary[_UNKNOWN],)

    def _split(self, part: str) -> list[int]:
        """Always the longest piece that is known; one unknown piece if the part cannot be put together."""
        found, start = [], 0
        while start < len(part):
            end, number = self._longest(part, start)
            if number is None:
                return [self._vocabulary[_UNKNOWN]]
            found.append(number)
            start = end
        return found

    def _longest(self, part: str, start: int) -> tuple[int, int | None]:
        """The end and the number of the longest piece at `start`; pieces inside a word are listed with `##`."""
        mark = "##" if start else ""
        for end in range(len(part), start, -1):
            number = self._vocabulary.get(mark + part[start:end])
            if number is not None:
                return end, number
        return start, None


def plain(word: str) -> str:
    """Lower case, without accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parts if unicodedata.category(c) != "Mn")
