"""Merge events into stories: block → score → veto → cluster → name. Any order gives the same stories."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.matching.clusters import Pair, agglomerate
from pipeline.matching.stories.keys import EventKey, Node, blocks
from pipeline.matching.stories.scores import score
from pipeline.matching.stories.story import Story, story
from pipeline.matching.stories.vetoes import veto
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
    stories = [story(group) for group in groups]
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
    seen: set[tuple[int, int]] = set()
    for i, j in _candidates(nodes, rules):
        if (i, j) in seen:
            continue
        seen.add((i, j))
        if veto(nodes[i], nodes[j], rules) is None:
            points, reason = score(nodes[i], nodes[j], rules)
            if points >= rules.limits.threshold:
                yield Pair(points, i, j, reason)


def _candidates(nodes: list[Node], rules: Weights) -> Iterator[tuple[int, int]]:
    """In each block, each event with its neighbours in time."""
    order = sorted(range(len(nodes)), key=lambda i: (nodes[i].when, i))
    found: dict[tuple[str, str], list[int]] = {}
    for i in order:
        for block in blocks(nodes[i], rules):
            found.setdefault(block, []).append(i)
    for members in found.values():
        for at, i in enumerate(members):
            for j in members[at + 1 : at + 1 + rules.limits.neighbours]:
                yield min(i, j), max(i, j)
