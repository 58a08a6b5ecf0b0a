"""What in an article tells when it was published."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.article import Article, Interval
from pipeline.language.dates.find import expressions
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.lines import line_clues
from pipeline.language.dates.places import Places
from pipeline.language.dates.relative import PREVIOUS
from pipeline.language.dates.resolve import Resolver
from pipeline.language.dates.scene import Found, Reading
from pipeline.language.dates.stated import Clue
from pipeline.language.dates.tense import side_of

_KINDS = (
    ("weekday", re.compile(r"XXXX-WXX-\d(?:T\w+)?")),
    ("day", re.compile(r"[\dX]{4}-\d\d-\d\d")),
    ("month", re.compile(r"[\dX]{4}-\d\d")),
    ("year", re.compile(r"\d{4}")),
    ("season", re.compile(r"[\dX]{4}-(?:SP|SU|FA|WI)")),
)
_RELATIVE = ("side", "which", "deictic")
_PART = re.compile(r"T\w+$")  # the part of the day
_APART = re.compile(r"\W*(?:(?:a|on)\W+)?")  # "Monday (Nov. 11", "Nov. 11, a Monday", "last week, on Nov. 11"

_Read = Sequence[tuple[Found, Reading]]


class _Tools(NamedTuple):
    """What every expression of an article is looked at with."""

    grammar: Grammar
    places: Places


def gather_clues(article: Article, grammar: Grammar) -> list[Clue]:
    """One clue per passage that bears on the publication day, in order of the text."""
    places = Places(article.doc)
    stated = list(line_clues(places.text, grammar))
    tools = _Tools(grammar, places)
    read = Resolver(places, grammar, Interval(None, None)).read_all(expressions(article, places, grammar))
    told = [*(_clue(found, result, tools) for found, result in read), *_together(read, tools)]
    kept = [clue for clue in told if clue is not None and not any(_overlap(clue, other) for other in stated)]
    return sorted(stated + kept, key=lambda clue: (clue.char_start or 0, clue.char_end or 0))


def _overlap(a: Clue, b: Clue) -> bool:
    return (a.char_start or 0) < (b.char_end or 0) and (b.char_start or 0) < (a.char_end or 0)


def _clue(found: Found, result: Reading, tools: _Tools) -> Clue | None:
    """A time expression as a clue, if it says anything of the day of publication."""
    kind = _kind(found, result)
    span = tools.places.span(found.start, found.end)
    if kind is None or span is None or result.anchor == PREVIOUS:
        return None
    side = side_of(span, tools.grammar.tense)
    earliest, latest = _bounds(result, side)
    text = tools.places.text[found.start : found.end]
    reason = f"{found.rule.name} in {side or 'no'} tense"
    value = _PART.sub("", result.value) if kind == "weekday" else result.value
    return Clue(found.start, found.end, text, kind, earliest, latest, value, side, reason)


def _kind(found: Found, result: Reading) -> str | None:
    if found.rule.reads in _RELATIVE or {"which", "year_which", "side"} & found.groups.keys():
        return "relative"
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(result.value)), None)


def _bounds(result: Reading, side: str | None) -> tuple[datetime | None, datetime | None]:
    """Told as past, it is not after publication; told as future, not before."""
    start, end = result.interval
    if side == "past":
        return start, None
    return (None, end - timedelta(days=1)) if side == "future" and end else (None, None)


def _together(read: _Read, tools: _Tools) -> Iterator[Clue]:
    """Days that the text tells in two ways: "Monday, November 11"; "last week, on November 11"."""
    text = tools.places.text
    for found, result in read:
        if "weekday" in found.groups and _kind(found, result) == "day":
            yield _pair((found, result), found, tools)
    for one, other in pairwise(read):
        close = one[0].sentence == other[0].sentence and _APART.fullmatch(text[one[0].end : other[0].start])
        day = next((each for each in (one, other) if _kind(*each) == "day" and each[1].anchor != PREVIOUS), None)
        if close and day is not None and "weekday" not in day[0].groups:
            way = other[0] if day is one else one[0]
            if _way(way):
                yield _pair(day, way, tools)


def _pair(day: tuple[Found, Reading], way: Found, tools: _Tools) -> Clue:
    """The day as the calendar has it, then as it is counted."""
    start, end = min(day[0].start, way.start), max(day[0].end, way.end)
    span = tools.places.span(day[0].start, day[0].end)
    side = side_of(span, tools.grammar.tense) if span is not None else None
    value = f"{day[1].value} {_way(way)}"
    return Clue(
        start, end, tools.places.text[start:end], "together", None, None, value, side, "one day told in two ways"
    )


def _way(found: Found) -> str | None:
    """How a day is told by counting: XXXX-WXX-1 its weekday, -1D yesterday, -1W last week, 0N this month."""
    if found.rule.reads == "deictic":
        return f"{found.groups['deictic']}D"
    if found.rule.reads in ("which", "side") and found.groups.get("unit", "?") in "WN":
        return f"{found.groups.get('which', '0')}{found.groups['unit']}"
    return f"XXXX-WXX-{found.groups['weekday']}" if "weekday" in found.groups else None
