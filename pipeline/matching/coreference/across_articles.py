"""The things of many articles: those of alike articles, and those of one name anywhere, are compared."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.language.article import Article
from pipeline.matching.coreference.across import across, model_across
from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.linkage import group
from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.rules import Rules
from pipeline.matching.coreference.scorer import bounded, reason
from pipeline.matching.coreference.setting import Called
from pipeline.matching.coreference.texts import Texts
from pipeline.matching.coreference.thing import Ground, Thing, thing_of
from pipeline.matching.coreference.within import Features

Groups = Sequence[Sequence[Mention]]
Joined = tuple[list[list[int]], dict[int, str]]


def things(groups: Groups, article: Article, texts: Texts, known: Called) -> list[Thing]:
    """The groups of one article as things."""
    sentences = list(article.doc.sents)
    nouns = [{m.noun for m in g if m.shape not in ("name", "pronoun")} for g in groups]
    rivals = Counter(noun for each in nouns for noun in each)
    ground = Ground(texts, known, rivals, max((len(g) for g in groups), default=1))
    told = [texts.told([sentences[n] for n in sorted({m.sentence for m in g})]) for g in groups]
    return [thing_of(g, bag, ground) for g, bag in zip(groups, told, strict=True)]


def join(found: Sequence[Thing], texts: Texts, rules: Rules, alike: Alike) -> Joined:
    """Groups of the numbers of things, and for each number why it joined another."""
    limits = rules.limits
    scores: dict[tuple[int, int], float] = {}
    why: dict[tuple[int, int], str] = {}
    for i, j, features in compared(found, texts, limits.likeness, alike):
        model = rules.weights[model_across(found[i], found[j])]
        scores[i, j] = bounded(features, model, limits)
        if scores[i, j] > limits.across:
            why[i, j] = reason(features, model)
    scores.update(dict.fromkeys(_rivals(found), limits.apart))
    groups = group(len(found), scores, limits.unknown, limits.across)
    return groups, _reasons(groups, scores, why)


def compared(found: Sequence[Thing], texts: Texts, least: float, alike: Alike) -> Iterator[tuple[int, int, Features]]:
    """What speaks for and against two things of two articles, by their numbers; what only pronouns name stays alone."""
    by: dict[str, list[int]] = defaultdict(list)
    for i, thing in enumerate(found):
        if thing.shape != "pronoun":
            by[thing.article].append(i)
    for a, b in combinations(sorted(by), 2):
        likeness = texts.likeness(a, b)
        for i in by[a]:
            for j in by[b]:
                if likeness >= least or _one_name(found[i], found[j]):
                    yield min(i, j), max(i, j), across(found[i], found[j], likeness, alike)


def _one_name(a: Thing, b: Thing) -> bool:
    return bool(a.entities & b.entities) or bool(set(a.names) & set(b.names))


def _rivals(found: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Things that one article holds apart."""
    by: dict[str, list[int]] = defaultdict(list)
    for i, thing in enumerate(found):
        by[thing.article].append(i)
    return (pair for members in by.values() for pair in combinations(members, 2))


def _reasons(
    groups: list[list[int]], scores: Mapping[tuple[int, int], float], why: Mapping[tuple[int, int], str]
) -> dict[int, str]:
    """The reason of the best pair of each."""
    out: dict[int, str] = {}
    for members in groups:
        pairs = [p for p in combinations(members, 2) if p in why]
        for pair in sorted(pairs, key=lambda p: (-scores[p], p)):
            for item in pair:
                out.setdefault(item, why[pair])
    return out
