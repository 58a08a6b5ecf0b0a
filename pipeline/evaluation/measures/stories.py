"""Are events of one real-world event, and only they, joined in one story? Counted over pairs of found events."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.evaluation.counts import Outcome, Slip, Tally
from pipeline.evaluation.gold import GoldEvent
from pipeline.evaluation.measures.event_pairs import Match


class _Told(NamedTuple):
    """A found event: the stories that the gold accepts for it, and the one that the tables put it in; "" for none."""

    doc: str
    trigger: str
    stories: frozenset[str]
    story_id: str


def score_stories(matches: Sequence[Match], story_of: Mapping[str, str]) -> Outcome:
    """The figures `stories.*`. Pairs whose accepted stories are partly the same may be joined or not."""
    told = [
        _told(match.doc, pair.gold, story_of.get(pair.row["event_id"], "")) for match in matches for pair in match.pairs
    ]
    pairs = list(combinations(told, 2))
    right = sum(_wanted(*pair) and _joined(*pair) for pair in pairs)
    false = sum(_apart(*pair) and _joined(*pair) for pair in pairs)
    wanted = sum(_wanted(*pair) for pair in pairs) if told else _wanted_in_all(matches)
    tally = Tally(right, right + false, right, wanted)
    return Outcome({"stories.": tally}, slips=(*_torn(told), *_mixed(told)))


def _told(doc: str, gold: GoldEvent, story_id: str) -> _Told:
    return _Told(doc, gold.triggers[0], gold.stories, story_id)


def _wanted(one: _Told, other: _Told) -> bool:
    return one.stories == other.stories


def _apart(one: _Told, other: _Told) -> bool:
    return not one.stories & other.stories


def _joined(one: _Told, other: _Told) -> bool:
    return one.story_id != "" and one.story_id == other.story_id


def _wanted_in_all(matches: Iterable[Match]) -> int:
    """The pairs of the gold where not one event was found, so that its stories count as missed."""
    told = [_told(match.doc, event, "") for match in matches for event in match.missed]
    return sum(_wanted(*pair) for pair in combinations(told, 2))


def _torn(told: Iterable[_Told]) -> list[Slip]:
    """A slip for each story of the gold whose events the tables put in several."""
    parted = [(same, _grouped(same, _part)) for same in _grouped(told, lambda event: event.stories)]
    return [
        Slip(same[0].doc, "story torn apart", f"{_name(same[0])}: {_listed(parts)}")
        for same, parts in parted
        if len(parts) > 1
    ]


def _mixed(told: Iterable[_Told]) -> list[Slip]:
    """A slip for each story of the tables that holds several of the gold."""
    joined = [same for same in _grouped(told, _part) if any(_apart(*pair) for pair in combinations(same, 2))]
    parted = [_grouped(same, lambda event: event.stories) for same in joined]
    return [Slip(parts[0][0].doc, "stories mixed", f"{_names(parts)}: {_listed(parts)}") for parts in parted]


def _grouped(told: Iterable[_Told], key: Callable[[_Told], Hashable]) -> list[list[_Told]]:
    groups: dict[Hashable, list[_Told]] = defaultdict(list)
    for event in told:
        groups[key(event)].append(event)
    return list(groups.values())


def _part(event: _Told) -> Hashable:
    """What holds an event together with others: its story, or nothing but itself."""
    return event.story_id or id(event)


def _name(event: _Told) -> str:
    return "/".join(sorted(event.stories))


def _names(parts: Iterable[Sequence[_Told]]) -> str:
    return " and ".join(_name(part[0]) for part in parts)


def _listed(parts: Iterable[Sequence[_Told]]) -> str:
    return " | ".join(", ".join(f"“{event.trigger}” in {event.doc}" for event in part) for part in parts)
