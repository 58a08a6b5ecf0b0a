"""Which events of other stories come nearest to a story, and what keeps them apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.matching.stories.keys import EventKey, Node, blocks
from pipeline.matching.stories.scores import score
from pipeline.matching.stories.vetoes import veto
from pipeline.matching.stories.weights import Weights


class Rival(NamedTuple):
    """The pair of a member and an event outside that scores best, and why the two are not one."""

    member: EventKey
    other: EventKey
    points: float
    reason: str


def nearest_others(members: Sequence[EventKey], others: Iterable[EventKey], rules: Weights, most: int) -> list[Rival]:
    """For each event outside that shares a block with a member its best pair; the best of these, at most `most`."""
    inside = [Node(e, rules) for e in members]
    stands = [{*blocks(n, rules).looks, *blocks(n, rules).stands} for n in inside]
    found = []
    for event in others:
        node = Node(event, rules)
        own = {*blocks(node, rules).looks, *blocks(node, rules).stands}
        pairs = [_rival(n, node, rules) for n, known in zip(inside, stands, strict=True) if own & known]
        found += [max(pairs, key=lambda r: (r.points, r.member.event_id))] if pairs else []
    return sorted(found, key=lambda r: (-r.points, r.other.event_id))[:most]


def _rival(a: Node, b: Node, rules: Weights) -> Rival:
    points, said = score(a, b, rules)
    ruled_out = veto(a, b, rules)
    least = rules.limits.threshold
    if ruled_out:
        why = f"{ruled_out}, whatever they have in common ({said or 'nothing'})"
    elif points < least:
        why = f"{points:.1f} points of {least:.1f}: {said or 'nothing in common'}"
    else:
        why = f"alike ({said}), but another report of one is ruled out against one of the other"
    return Rival(a.event, b.event, points, why)
