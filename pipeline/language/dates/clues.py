"""What in an article tells when it was published."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from pipeline.language.article import Article, Interval
from pipeline.language.dates.find import expressions
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.lines import line_clues
from pipeline.language.dates.places import Places
from pipeline.language.dates.resolve import Resolver
from pipeline.language.dates.scene import Found, Reading
from pipeline.language.dates.stated import Clue
from pipeline.language.dates.tense import tense

_KINDS = (
    ("weekday", re.compile(r"XXXX-WXX-\d")),
    ("day", re.compile(r"[\dX]{4}-\d\d-\d\d")),
    ("month", re.compile(r"[\dX]{4}-\d\d")),
    ("year", re.compile(r"\d{4}")),
    ("season", re.compile(r"[\dX]{4}-(?:SP|SU|FA|WI)")),
)
_RELATIVE = ("side", "which", "deictic")


class _Tools(NamedTuple):
    """What every expression of an article is looked at with."""

    grammar: Grammar
    places: Places
    text: str


def gather_clues(article: Article, grammar: Grammar) -> list[Clue]:
    """One clue per passage that bears on the publication day, in order of the text."""
    stated = list(line_clues(article.doc.text, grammar))
    tools = _Tools(grammar, Places(article.doc), article.doc.text)
    read = Resolver(article.doc, grammar, Interval(None, None)).read_all(expressions(article, grammar))
    told = [_clue(found, result, tools) for found, result in read]
    kept = [clue for clue in told if clue is not None and not any(_overlap(clue, other) for other in stated)]
    return sorted(stated + kept, key=lambda clue: (clue.char_start or 0, clue.char_end or 0))


def _overlap(a: Clue, b: Clue) -> bool:
    return (a.char_start or 0) < (b.char_end or 0) and (b.char_start or 0) < (a.char_end or 0)


def _clue(found: Found, result: Reading, tools: _Tools) -> Clue | None:
    """A time expression as a clue, if it says anything of the day of publication."""
    kind = _kind(found, result)
    span = tools.places.span(found.start, found.end)
    if kind is None or span is None or result.anchor == "previous expression":
        return None
    side = (tense(span, tools.grammar.tense) or "").removeprefix("weak ") or None
    earliest, latest = _bounds(result, side)
    text = tools.text[found.start : found.end]
    reason = f"{found.rule.name} in {side or 'no'} tense"
    return Clue(found.start, found.end, text, kind, earliest, latest, result.value, side, reason)


def _kind(found: Found, result: Reading) -> str | None:
    if found.rule.reads in _RELATIVE or "which" in found.groups:
        return "relative"
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(result.value)), None)


def _bounds(result: Reading, side: str | None) -> tuple[datetime | None, datetime | None]:
    """Told as past, it is not after publication; told as future, not before."""
    start, end = result.interval
    if start is None or end is None or side is None:
        return None, None
    if side == "past":
        return start, None
    return (None, end - timedelta(days=1)) if side == "future" else (None, None)
