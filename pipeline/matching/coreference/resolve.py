"""Which mentions mean one thing, in an article and across articles.

The entry point for outside use:

    rules = resources.load("coreference", settings)
    found = resolve_mentions([Story("a1", article, [Spot("m1", 0, 9), Spot("m2", 40, 42)]), ...], rules)

`article` is an `Article` with its parse, linked names and dates, as `pipeline.stages.annotations.annotate` makes it;
a spot is a mention's own id and its offsets into the text. `python -m tests.bench.public_coref` does this from files.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.language.article import Article
from pipeline.matching.coreference.across_articles import join, things
from pipeline.matching.coreference.alike import Alike, word_likeness
from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.read import Reader, Spot, Words
from pipeline.matching.coreference.rules import Rules
from pipeline.matching.coreference.setting import called
from pipeline.matching.coreference.texts import Texts, noun_forms
from pipeline.matching.coreference.thing import Thing
from pipeline.matching.coreference.within_article import group_article


class Story(NamedTuple):
    """An article and the mentions in it that are to be resolved; the ids of spots are unique in the corpus."""

    article_id: str
    article: Article
    spots: Sequence[Spot]


class Cluster(NamedTuple):
    """Ids of mentions that mean one thing, and for each why it is among them ("" for one that stands alone)."""

    mentions: tuple[str, ...]
    reasons: tuple[str, ...]


def resolve_mentions(stories: Iterable[Story], rules: Rules) -> list[Cluster]:
    """Every mention in one cluster. The order of the stories does not matter.

    All pairs of articles are compared: meant for some thousands of articles at a time.
    """
    ordered = sorted(stories, key=lambda s: s.article_id)
    read = read_stories(ordered, rules)
    if not ordered:
        return []
    alike = word_likeness(ordered[0].article.doc.vocab)
    return _clusters(ordered, read, rules, alike)


def read_stories(stories: Sequence[Story], rules: Rules) -> list[list[Mention]]:
    """The mentions of each story, in order of its text."""
    words = Words(rules.lists, rules.say, noun_forms(story.article for story in stories))
    return [Reader(s.article_id, s.article, words).read(s.spots) for s in stories]


def _clusters(stories: Sequence[Story], read: list[list[Mention]], rules: Rules, alike: Alike) -> list[Cluster]:
    known, texts = called(read), Texts({s.article_id: s.article for s in stories})
    groups: list[list[Mention]] = []
    found: list[Thing] = []
    reasons: dict[str, str] = {}
    for story, mentions in zip(stories, read, strict=True):
        grouped = group_article(mentions, known, rules, alike)
        reasons.update(grouped.reasons)
        groups += grouped.groups
        found += things(grouped.groups, story.article, texts, known)
    joined, why = join(found, texts, rules, alike)
    return [_cluster(numbers, groups, reasons, why) for numbers in joined]


def _cluster(
    numbers: Sequence[int], groups: Sequence[Sequence[Mention]], within: dict[str, str], across: dict[int, str]
) -> Cluster:
    """Both reasons of each mention: in its article, and across articles."""
    rows = [(m.id, "; ".join(filter(None, (within.get(m.id), across.get(n))))) for n in numbers for m in groups[n]]
    rows.sort()
    return Cluster(tuple(mention for mention, _ in rows), tuple(why for _, why in rows))
