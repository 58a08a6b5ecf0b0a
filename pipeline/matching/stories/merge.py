"""Merge events into stories: block → score → veto → cluster → name. Any order gives the same stories."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.matching.clusters import Pair, agglomerate
from pipeline.matching.stories.keys import EventKey, Node, blocks
from pipeline.matching.stories.scores import score
from pipeline.matching.stories.story import Story, story
from pipeline.matching.stories.vetoes import apart_in_time, veto
from pipeline.matching.stories.weights import Weights


class Stories(NamedTuple):
    """`membership` maps event_id to (story_id, reason); `stories` are in order of story_id."""

    membership: dict[str, tuple[str, str]]
    stories: list[Story]


def merge(events: Sequence[EventKey], rules: Weights) -> Stories:
    """One story per real-world event."""
    nodes, members = _nodes(sorted(events, key=lambda e: e.event_id), rules)
    vetoed: dict[tuple[int, int], bool] = {}

    def clash(i: int, j: int) -> bool:
        pair = (min(i, j), max(i, j))
        if pair not in vetoed:
            vetoed[pair] = veto(nodes[i], nodes[j], rules) is not None
        return vetoed[pair]

    found = agglomerate(len(nodes), _pairs(nodes, rules), clash)
    groups = [[e for node in group for e in members[node]] for group in found.groups]
    crowd = Counter((e.article_id, e.sentence) for e in events)
    stories = [story(group, crowd) for group in groups]
    reasons = {e.event_id: found.reasons[n] or _alone(members[n]) for n, own in enumerate(members) for e in own}
    membership = {
        e.event_id: (s.story_id, reasons[e.event_id]) for s, g in zip(stories, groups, strict=True) for e in g
    }
    return Stories(membership, sorted(stories, key=lambda s: s.story_id))


def _alone(members: list[EventKey]) -> str:
    return "same words, parties and time" if len(members) > 1 else "no other event like it"


def _nodes(events: Sequence[EventKey], rules: Weights) -> tuple[list[Node], list[list[EventKey]]]:
    """One node per signature, with the events that have it."""
    nodes: list[Node] = []
    members: dict[tuple[object, ...], list[EventKey]] = {}
    for event in events:
        node = Node(event, rules)
        same = members.setdefault(node.signature(), [])
        nodes += [] if same else [node]
        same.append(event)
    return nodes, list(members.values())


def _pairs(nodes: list[Node], rules: Weights) -> Iterator[Pair]:
    """The pairs of each block that may be one, by their evidence."""
    for i, j in _candidates(nodes, rules):
        a, b = nodes[i], nodes[j]
        if not apart_in_time(a, b) and veto(a, b, rules) is None:
            points, reason = score(a, b, rules)
            if points >= rules.limits.threshold:
                yield Pair(points, i, j, reason)


def _candidates(nodes: list[Node], rules: Weights) -> Iterator[tuple[int, int]]:
    """Each event with its neighbours in time in each of its blocks: the ones before it."""
    recent: defaultdict[tuple[str, ...], deque[int]] = defaultdict(lambda: deque(maxlen=rules.limits.neighbours))
    for j in sorted(range(len(nodes)), key=lambda i: (nodes[i].when, i)):
        looks, stands = blocks(nodes[j], rules)
        found = {i for block in looks if block in recent for i in recent[block]}
        yield from ((min(i, j), max(i, j)) for i in found)
        for block in stands:
            recent[block].append(j)
