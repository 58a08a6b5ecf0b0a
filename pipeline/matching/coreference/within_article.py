"""The things of one article: names and nouns first, then each pronoun joins the thing that it means best."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.linkage import Pairs, group
from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.pronouns import candidates, pronoun_features
from pipeline.matching.coreference.rules import Rules
from pipeline.matching.coreference.scorer import bounded, reason, score
from pipeline.matching.coreference.setting import Called, Setting
from pipeline.matching.coreference.within import Features, features, model_of


class Grouped(NamedTuple):
    """The groups of one article, and for each mention's id why it is in its group ("" for one alone)."""

    groups: list[list[Mention]]
    reasons: dict[str, str]


def group_article(mentions: Sequence[Mention], known: Called, rules: Rules, alike: Alike) -> Grouped:
    """Mentions in order of the text → groups."""
    told = [m for m in mentions if m.shape != "pronoun"]
    pairs = {(i, j): found for i, j, found in compared(mentions, known, alike)}
    model = {(i, j): rules.weights[model_of(told[i], told[j])] for i, j in pairs}
    scores = {pair: bounded(found, model[pair], rules.limits) for pair, found in pairs.items()}
    numbers = group(len(told), scores, rules.limits.unknown, rules.limits.within)
    reasons = {}
    for members in numbers:
        for i in members if len(members) > 1 else ():
            best = _best(i, members, scores)
            reasons[told[i].id] = reason(pairs[best], model[best])
    groups = [[told[i] for i in members] for members in numbers]
    _add_pronouns([m for m in mentions if m.shape == "pronoun"], groups, reasons, rules)
    return Grouped(groups, reasons)


def compared(mentions: Sequence[Mention], known: Called, alike: Alike) -> Iterator[tuple[int, int, Features]]:
    """What speaks for and against each two of the article's mentions that are no pronouns, by their numbers."""
    setting = Setting(mentions, known)
    told = [m for m in mentions if m.shape != "pronoun"]
    for i, a in enumerate(told):
        for j in range(i + 1, len(told)):
            yield i, j, features(a, told[j], setting, alike)


def _best(item: int, members: Sequence[int], scores: Pairs) -> tuple[int, int]:
    """The pair of the item that scores best within its group."""
    pairs = [(min(item, other), max(item, other)) for other in members if other != item]
    return max(pairs, key=lambda pair: (scores[pair], pair))


def _add_pronouns(
    pronouns: Sequence[Mention], groups: list[list[Mention]], reasons: dict[str, str], rules: Rules
) -> None:
    for pronoun in pronouns:
        best = _meant(pronoun, groups, rules)
        if best is None:
            groups.append([pronoun])
        else:
            best[0].append(pronoun)
            reasons[pronoun.id] = best[1]


def _meant(pronoun: Mention, groups: list[list[Mention]], rules: Rules) -> tuple[list[Mention], str] | None:
    """The group that the pronoun means, and why; None if none is likely enough."""
    model = rules.weights["pronoun"]
    best: tuple[list[Mention], str] | None = None
    limit = rules.limits.pronoun
    for rival in candidates(pronoun, groups):
        found = pronoun_features(pronoun, rival, groups)
        if (value := score(found, model)) > limit:
            best, limit = (rival, f"{pronoun.head.lower_} means {rival[0].key}: {reason(found, model)}"), value
    return best
