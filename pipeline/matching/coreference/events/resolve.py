"""Which mentions of events mean one event, in an article and across articles.

    rules = resources.load("event_coreference", settings)
    found = resolve_events([Story("a1", article, [Spot("m1", 0, 9), Spot("m2", 40, 42)]), ...], rules)

As `resolve_mentions` for things; the two share the parts: weights of named numbers, likeness of articles, groups by
mean evidence. `python -m tests.bench.public_event_coref` does this from files.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from pipeline.language.article import Interval
from pipeline.matching.coreference.alike import Alike, word_likeness
from pipeline.matching.coreference.events.across import Told, across, published_apart
from pipeline.matching.coreference.events.mention import EventMention
from pipeline.matching.coreference.events.read import EventReader
from pipeline.matching.coreference.events.rules import EventRules
from pipeline.matching.coreference.events.within import Features, within
from pipeline.matching.coreference.linkage import group
from pipeline.matching.coreference.resolve import Cluster, Story
from pipeline.matching.coreference.scorer import reason, score
from pipeline.matching.coreference.texts import Texts, noun_forms

Pair = tuple[int, int]


def resolve_events(stories: Iterable[Story], rules: EventRules) -> list[Cluster]:
    """Every mention in one cluster. The order of the stories does not matter.

    All pairs of articles are compared: meant for some thousands of articles at a time.
    """
    ordered = sorted(stories, key=lambda s: s.article_id)
    if not ordered:
        return []
    return Resolver(ordered, rules).clusters()


class Resolver:
    """The mentions of all articles, their pairs, and how they are grouped."""

    def __init__(self, stories: Sequence[Story], rules: EventRules) -> None:
        self.rules = rules
        self.texts = Texts({s.article_id: s.article for s in stories})
        nouns = noun_forms(s.article for s in stories)
        readers = [(EventReader(s.article_id, s.article, self.texts, rules.speech, nouns), s.spots) for s in stories]
        self.articles = [reader.read(spots) for reader, spots in readers]
        self.published = {s.article_id: s.article.published for s in stories}
        self.alike: Alike = word_likeness(stories[0].article.doc.vocab)

    def clusters(self) -> list[Cluster]:
        """Mentions are grouped within their articles first, then the groups of all articles."""
        reasons: dict[str, list[str]] = defaultdict(list)
        groups = [g for mentions in self.articles for g in self._within(mentions, reasons)]
        joined = self._across(groups, reasons)
        rows = [sorted((m.id, "; ".join(reasons[m.id])) for n in numbers for m in groups[n]) for numbers in joined]
        return [Cluster(*map(tuple, zip(*row, strict=True))) for row in rows]

    def within_pairs(self, mentions: Sequence[EventMention]) -> Iterator[tuple[int, int, Features]]:
        """What speaks for and against each two mentions of an article, by their numbers."""
        for i, j in combinations(range(len(mentions)), 2):
            yield i, j, within(mentions[i], mentions[j], self.rules.words, self.alike)

    def across_pairs(self) -> Iterator[tuple[EventMention, EventMention, Features]]:
        """The same of each two mentions of alike articles."""
        told = Told(self.rules.words, self.alike, self.texts)
        for mine, other in combinations([m for m in self.articles if m], 2):
            a, b = mine[0].article, other[0].article
            likeness = self.texts.likeness(a, b)
            if likeness >= self.rules.limits.likeness:
                apart = published_apart(self.published.get(a, _NEVER), self.published.get(b, _NEVER))
                for x in mine:
                    yield from ((x, y, across(x, y, likeness, told) | apart) for y in other)

    def _within(self, mentions: Sequence[EventMention], reasons: dict[str, list[str]]) -> list[list[EventMention]]:
        limits, weights = self.rules.limits, self.rules.within
        features = {(i, j): found for i, j, found in self.within_pairs(mentions)}
        scores = {pair: _bounded(score(found, weights), limits.most) for pair, found in features.items()}
        groups = group(len(mentions), scores, limits.unknown, limits.within)
        for i, pair in _best(groups, scores).items():
            reasons[mentions[i].id].append(reason(features[pair], weights))
        return [[mentions[i] for i in members] for members in groups]

    def _across(self, groups: Sequence[Sequence[EventMention]], reasons: dict[str, list[str]]) -> list[list[int]]:
        """Groups of the numbers of groups: the mean of all pairs of mentions speaks for two of them."""
        limits = self.rules.limits
        of = {m.id: n for n, members in enumerate(groups) for m in members}
        values: dict[Pair, list[float]] = defaultdict(list)
        why: dict[Pair, tuple[float, str]] = {}
        for a, b, features in self.across_pairs():
            pair = (min(of[a.id], of[b.id]), max(of[a.id], of[b.id]))
            value = _bounded(score(features, self.rules.across), limits.most)
            values[pair].append(value)
            if value > limits.across and value > why.get(pair, (limits.across, ""))[0]:
                why[pair] = value, reason(features, self.rules.across)
        scores = {pair: mean for pair, all_ in values.items() if (mean := sum(all_) / len(all_)) > limits.unknown}
        scores.update(dict.fromkeys(_rivals(groups), limits.apart))
        joined = group(len(groups), scores, limits.unknown, limits.across)
        for i, pair in _best(joined, {p: scores[p] for p in why if p in scores}).items():
            for m in groups[i]:
                reasons[m.id].append(why[pair][1])
        return joined


_NEVER = Interval(None, None)


def _bounded(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _rivals(groups: Sequence[Sequence[EventMention]]) -> Iterator[Pair]:
    """Groups that one article holds apart."""
    by: dict[str, list[int]] = defaultdict(list)
    for n, members in enumerate(groups):
        by[members[0].article].append(n)
    return (pair for numbers in by.values() for pair in combinations(numbers, 2))


def _best(groups: Sequence[Sequence[int]], scores: dict[Pair, float]) -> dict[int, Pair]:
    """For each item of a group of several its best pair within the group."""
    out: dict[int, Pair] = {}
    for members in groups:
        pairs = [p for p in combinations(members, 2) if p in scores]
        for pair in sorted(pairs, key=lambda p: (-scores[p], p)):
            for item in pair:
                out.setdefault(item, pair)
    return out
