"""Which articles copy an earlier one, and which of their sentences are their own?

The articles are gone through in order of publication. Each is compared with the earlier ones that share sentences with
it, so that what comes later changes nothing for what was there before, and no copy is a bridge between two originals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.matching.copies.index import Index
from pipeline.matching.copies.judge import judge
from pipeline.matching.copies.match import match
from pipeline.matching.copies.passages import Passage, read_passages
from pipeline.matching.copies.rules import Rules
from pipeline.matching.copies.text import Article, Text, precedence

_KEPT = 1_000  # articles whose sentences are kept at hand: the originals of a day's copies
_TOLD = 4  # words: less tells nothing
_LINE = 30  # words: a longer line without a full stop is more than a headline, byline, caption or credit


class Copied(NamedTuple):
    """A stretch of a copy, [start, end), and the article that it stands in."""

    start: int
    end: int
    source: str


class Copy(NamedTuple):
    """An article, the one that it copies, its copied stretches, whether it tells anything of its own, and why."""

    article_id: str
    original: str
    copied: Sequence[Copied]
    own: bool
    reason: str


class _Found(NamedTuple):
    """An original by number, the copied sentences, and why."""

    original: int
    copied: frozenset[int]
    reason: str


def find_copies(texts: Iterable[Text], rules: Rules) -> Iterator[Copy]:
    """The copies among the articles; the order of `texts` makes no difference."""
    finder = _Finder(sorted(texts, key=precedence), rules)
    return (copy for number in range(len(finder.texts)) if (copy := finder.trace(number)))


class _Finder:
    """Goes through the articles, each but once; what it knows of the earlier ones is its state."""

    def __init__(self, texts: Sequence[Text], rules: Rules) -> None:
        self.texts, self._rules = texts, rules
        self._index = Index(rules.limits.common)
        self._same: dict[int, tuple[int]] = {}  # hash of the words → the latest article of just these that copies none
        self._original: dict[int, int] = {}  # copy → what it copies
        self._article = lru_cache(_KEPT)(self._read)

    def _read(self, number: int) -> Article:
        return Article(self.texts[number], read_passages(self.texts[number].text))

    def trace(self, number: int) -> Copy | None:
        """What an article copies, if anything; from now on it may be copied itself."""
        article = self._article(number)
        words = hash(tuple(p.key for p in article.passages))
        sketch = self._index.sketch(article.passages)
        shared = self._index.shared(sketch)
        least = sum(sketch.words) * self._rules.limits.share / 2  # the index misses some
        near = [other for other, common in shared.items() if common >= least][: self._rules.limits.compared]
        found = self._best(article, dict.fromkeys([*self._same.get(words, ()), *near]))
        sources = self._sources(article, found, shared) if found else {}
        self._index.add(number, sketch, {n for n in sketch.numbers if n not in sources})
        if found is None:
            self._same[words] = (number,)
            return None
        self._original[number] = found.original
        return self._copy(article, found, sources)

    def _best(self, article: Article, near: Iterable[int]) -> _Found | None:
        """One that copies nothing itself if there is one, with most words in common, the earliest."""
        found = [f for old in near if (f := self._judged(article, old))]
        return min(
            found, key=lambda f: (f.original in self._original, -article.words(f.copied), f.original), default=None
        )

    def _judged(self, article: Article, old: int) -> _Found | None:
        earlier = self._article(old)
        matched = match(earlier.passages, article.passages, range(len(article.passages)), self._rules)
        reason = judge(earlier, article, matched, self._rules.limits)
        return _Found(old, matched.copied, reason) if reason else None

    def _sources(self, article: Article, found: _Found, shared: Iterable[int]) -> Mapping[int, int]:
        """Sentence → the article that it stands in: the original, or another copy of it that adds something."""
        out = dict.fromkeys(found.copied, found.original)
        family = [other for other in shared if self._original.get(other) == found.original]
        for other in family[: self._rules.limits.compared]:
            left = [n for n in range(len(article.passages)) if n not in out]
            matched = match(self._article(other).passages, article.passages, left, self._rules)
            out |= dict.fromkeys(matched.copied, other)
        return out

    def _copy(self, article: Article, found: _Found, sources: Mapping[int, int]) -> Copy:
        """What is not copied and tells nothing, such as another headline, goes with what it heads."""
        told = {n for n, p in enumerate(article.passages) if n not in sources and _tells(p)}
        stretches = [
            Copied(p.start, p.end, self.texts[sources.get(n, found.original)].article_id)
            for n, p in enumerate(article.passages)
            if n not in told
        ]
        return Copy(article.text.article_id, self.texts[found.original].article_id, stretches, bool(told), found.reason)


def _tells(passage: Passage) -> bool:
    """Is it more than a headline, byline, caption or credit?"""
    return len(passage.key) >= (_TOLD if passage.stopped else _LINE)
