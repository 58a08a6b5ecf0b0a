"""An article in stretches that the tagger reads at once: whole sentences, as many as fit."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.language.names.tagger.shape import Shape, shape
from pipeline.language.names.tagger.wordpiece import WordPieces

Word = tuple[int, str]  # the token's number in the article, and its text
Pieces = tuple[int, tuple[int, ...], Shape]


class Window(NamedTuple):
    """Pieces and shapes of one stretch, with those that open and close it; per token its first piece and its number."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    tokens: list[int]


def windows(sentences: Iterable[Sequence[Word]], pieces: WordPieces, width: int) -> Iterator[Window]:
    """Windows of at most `width` pieces. A sentence that is longer is cut between words. White space is left out."""
    waiting: list[Pieces] = []
    for sentence in sentences:
        words = [(i, pieces.of(word), shape(word)) for i, word in sentence if not word.isspace()]
        if waiting and _length(waiting) + _length(words) > width - 2:
            yield from _cut(waiting, pieces, width)
            waiting = []
        waiting += words
    yield from _cut(waiting, pieces, width)


def _length(words: Sequence[Pieces]) -> int:
    return sum(len(numbers) for _, numbers, _ in words)


def _cut(words: Sequence[Pieces], pieces: WordPieces, width: int) -> Iterator[Window]:
    """One window, or several where one sentence alone is too long."""
    taken, length = list[Pieces](), 0
    for word in words:
        if taken and length + len(word[1]) > width - 2:
            yield _window(taken, pieces)
            taken, length = [], 0
        taken.append(word)
        length += len(word[1])
    if taken:
        yield _window(taken, pieces)


def _window(words: Sequence[Pieces], pieces: WordPieces) -> Window:
    found = Window([pieces.open], [Shape.NONE], [], [])
    for token, numbers, form in words:
        found.firsts.append(len(found.pieces))
        found.tokens.append(token)
        found.pieces.extend(numbers)
        found.shapes.extend([form, *[Shape.REST] * (len(numbers) - 1)])
    found.pieces.append(pieces.close)
    found.shapes.append(Shape.NONE)
    return found
