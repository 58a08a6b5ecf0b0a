"""An article before it is read, and the order in which articles may copy each other."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from pipeline.matching.copies.passages import Passage, words_of

_DIGITS = re.compile(r"(\d+)")
Key = tuple[object, ...]


class Text(NamedTuple):
    """An article: its id, path, own id, publication as stated and its day, the headline given apart, its text."""

    article_id: str
    path: str
    source_id: str | None
    published: str | None
    day: datetime | None
    title: str | None
    text: str


def precedence(text: Text) -> Key:
    """Sorts by publication, what states none last; then by path and own id, reut-9 before reut-10."""
    stated = (text.day is None, text.day or datetime.max, text.published or "")
    return (*stated, text.path, _numbered(text.source_id or ""), text.article_id)


def _numbered(name: str) -> list[tuple[int, int, str]]:
    """Comparable parts, figures by their value."""
    parts = _DIGITS.split(name)
    return [(1, int(p), "") if i % 2 else (0, 0, p) for i, p in enumerate(parts)]


class Article(NamedTuple):
    """An article with its sentences."""

    text: Text
    passages: Sequence[Passage]

    @property
    def size(self) -> int:
        """Its words."""
        return sum(len(p.key) for p in self.passages)

    def words(self, numbers: Iterable[int]) -> int:
        """The words of some of its sentences."""
        return sum(len(self.passages[n].key) for n in numbers)

    @property
    def headline(self) -> frozenset[str]:
        """The words of the headline: as given, else of a first line without a full stop; none if there is neither."""
        if self.text.title:
            return frozenset(words_of(self.text.title))
        first = self.passages[0] if len(self.passages) > 1 else None
        return frozenset(first.key if first and not first.stopped else ())
