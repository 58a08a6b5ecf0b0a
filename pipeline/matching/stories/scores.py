"""The evidence that two events are one: small functions, each with points and its reason in words."""

from collections.abc import Iterator
from datetime import timedelta

from pipeline.matching.stories.keys import Node
from pipeline.matching.stories.weights import Weights

Evidence = tuple[str, float, str]  # name of a weight, how much of it, reason


def score(a: Node, b: Node, rules: Weights) -> tuple[float, str]:
    """The points for both being one event, and the reasons that speak for it."""
    found = [e for part in (_predicate, _who, _where, _when, _words) for e in part(a, b, rules)]
    points = sum(rules.points[name] * share for name, share, _ in found)
    return points, ", ".join(reason for name, _, reason in found if rules.points[name] > 0)


def _predicate(a: Node, b: Node, rules: Weights) -> Iterator[Evidence]:
    if a.happening and b.happening and rules.classes_agree(a.happening, b.happening):
        yield "same_class", 1, "same kind of happening"
    elif a.event.lemma != b.event.lemma:
        yield "other_word", 1, "other words"
    if a.event.lemma == b.event.lemma:
        yield "same_lemma", 1, f"both say {a.event.lemma!r}"
        if a.event.article_id == b.event.article_id:
            yield "same_article", 1, "in one article"
    if a.event.event_type == b.event.event_type:
        yield "same_type", 1, "same type"
    if a.event.mode and a.event.mode == b.event.mode:
        yield "same_mode", 1, "same mode"


def _who(a: Node, b: Node, rules: Weights) -> Iterator[Evidence]:
    if a.mutual and b.mutual and len(a.parties & b.parties) >= 2:
        yield "same_parties", 1, "same parties"
        return
    yield from _role("actor", (a.actors, b.actors), (a.actor_countries, b.actor_countries))
    yield from _role("recipient", (a.recipients, b.recipients), (a.recipient_countries, b.recipient_countries))


def _role(
    role: str,
    entities: tuple[frozenset[str], frozenset[str]],
    countries: tuple[frozenset[str], frozenset[str]],
) -> Iterator[Evidence]:
    if entities[0] & entities[1]:
        yield f"same_{role}", 1, f"same {role}"
    elif countries[0] & countries[1]:
        yield f"same_{role}_country", 1, f"{role}s of one country"


def _where(a: Node, b: Node, rules: Weights) -> Iterator[Evidence]:
    if a.locations & b.locations:
        yield "same_location", 1, "same place"
    elif a.locations and b.locations:
        yield "other_location", 1, "other place"


def _when(a: Node, b: Node, rules: Weights) -> Iterator[Evidence]:
    if a.lasting and b.lasting:
        return
    if a.dated and b.dated:
        narrow = _narrow(a, rules) and _narrow(b, rules)
        yield ("same_days", 1, "same day") if narrow else ("overlapping_dates", 1, "dates overlap")
    elif not a.dated and not b.dated:
        yield from _reports(a, b, rules)
    elif _stale(a, b, rules) or _stale(b, a, rules):
        yield "stale", 1, "long past"


def _reports(a: Node, b: Node, rules: Weights) -> Iterator[Evidence]:
    """Two without a date: were they told at one time, as far as publication is known?"""
    if a.told is None or b.told is None or a.told_from is None or b.told_from is None or (a.once and b.once):
        return
    gap = max(a.told_from, b.told_from) - min(a.told, b.told)
    near = gap <= timedelta(days=rules.limits.window_days)
    yield ("near_reports", 1, "told at one time") if near else ("far_reports", 1, "told far apart")


def _stale(dated: Node, told: Node, rules: Weights) -> bool:
    """Did the one happen long before the other was told?"""
    end = dated.event.date_end
    return bool(end and told.told and told.told - end > timedelta(days=rules.limits.stale_days))


def _narrow(node: Node, rules: Weights) -> bool:
    start, end = node.event.date_start, node.event.date_end
    return bool(start and end and end - start <= timedelta(days=rules.limits.narrow_days))


def _words(a: Node, b: Node, rules: Weights) -> Iterator[Evidence]:
    first, second = a.event.words, b.event.words
    if first and second:
        yield "words", len(first & second) / len(first | second), "words in common"
