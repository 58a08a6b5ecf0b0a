"""Are events of one real-world event, and only they, joined in one story? Counted over pairs of found events."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.evaluation.counts import Outcome, Slip, Tally
from pipeline.evaluation.gold import GoldEvent
from pipeline.evaluation.measures.event_pairs import Match


class _Told(NamedTuple):
    doc: str
    stories: frozenset[str]
    story_id: str | None
    trigger: str


def score_stories(matches: Sequence[Match], story_of: Mapping[str, str]) -> Outcome:
    """The figures `stories.*`. Pairs whose accepted stories are partly the same may be joined or not."""
    told = [
        _told(match.doc, pair.gold, story_of.get(pair.row["event_id"])) for match in matches for pair in match.pairs
    ]
    pairs = list(combinations(told, 2))
    right = [pair for pair in pairs if _wanted(*pair) and _joined(*pair)]
    torn = [pair for pair in pairs if _wanted(*pair) and not _joined(*pair)]
    false = [pair for pair in pairs if not (pair[0].stories & pair[1].stories) and _joined(*pair)]
    wanted = len(right) + len(torn) if told else _wanted_in_all(matches)
    slips = (*(_slip("story torn apart", *pair) for pair in torn), *(_slip("stories mixed", *pair) for pair in false))
    return Outcome({"stories.": Tally(len(right), len(right) + len(false), len(right), wanted)}, slips=slips)


def _told(doc: str, gold: GoldEvent, story_id: str | None) -> _Told:
    return _Told(doc, gold.stories, story_id, gold.triggers[0])


def _wanted(one: _Told, other: _Told) -> bool:
    return one.stories == other.stories


def _joined(one: _Told, other: _Told) -> bool:
    return one.story_id is not None and one.story_id == other.story_id


def _wanted_in_all(matches: Iterable[Match]) -> int:
    """The pairs of the gold where not one event was found, so that its stories count as missed."""
    told = [_told(match.doc, event, None) for match in matches for event in match.missed]
    return sum(_wanted(*pair) for pair in combinations(told, 2))


def _slip(kind: str, one: _Told, other: _Told) -> Slip:
    where = "" if one.doc == other.doc else f"{other.doc}: "
    stories = " and ".join(sorted({"/".join(sorted(told.stories)) for told in (one, other)}))
    return Slip(one.doc, kind, f"“{one.trigger}” with {where}“{other.trigger}” ({stories})")
