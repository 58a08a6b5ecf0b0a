"""The publication window that a text implies: a year from one expression, the newest day from the others."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.language.dates.calendar import midnight
from pipeline.language.dates.stated import Clue
from pipeline.matching.publication_window import Window, after_weekday, weekday_told, yearless

_LEAD = 500  # characters: what is told here is the news
_WEEK, _NEXT_DAY = timedelta(days=7), timedelta(days=2)
_NEAR = 45  # days: who tells "Aug. 6" beside "August 1988" tells two years apart
_FAR = 240  # days from the expression that gives the year beyond which a day may be of another year
_OPEN = 250  # characters
_OPENING = re.compile(r"(?:^|[.!?\n]\s*)(?:\w+\s+)?$")


class Told(NamedTuple):
    """A day or month that the text tells as past: its first day, is it a day, is its year said."""

    first: date
    clue: Clue
    is_day: bool
    year_said: bool


def implied(clues: Sequence[Clue], text: str) -> Window | None:
    """The window, or None if no year or no recent day or month is told."""
    past = [c for c in clues if c.tense != "future" and c.kind in ("day", "month")]
    dated = [Told(c.earliest.date(), c, c.kind == "day", True) for c in past if c.earliest]
    base = max(dated, key=lambda t: t.first, default=None)
    if base is None or _later_year(clues, base.first):
        return None
    told = [base, *(t for c in past if (t := _placed(c, base.first)))]
    newest = max(told, key=lambda t: (t.first, t.is_day))
    window = _after(newest, (clues, text))
    return _capped(window, clues) if window else None


def _later_year(clues: Sequence[Clue], base: date) -> bool:
    """Is a year told as past that begins after the base? Then the base is old news."""
    return any(c.earliest and c.earliest.year > base.year for c in clues if c.tense == "past")


def _placed(clue: Clue, base: date) -> Told | None:
    """An expression without a year, placed in the year nearest to the base; None if that is not clear."""
    options = [d for step in (-1, 0, 1) if (d := yearless(clue, base.year + step))]
    best = min(options, key=lambda d: abs((d - base).days), default=None)
    if best is None or not _NEAR <= abs((best - base).days) <= _FAR or clue.tense not in ("past", None):
        return None
    return Told(best, clue, clue.kind == "day", False)


def _after(newest: Told, told: tuple[Sequence[Clue], str]) -> Window | None:
    """How long after the newest expression the article can have been published."""
    clues, text = told
    start, at = midnight(newest.first), newest.clue.char_start or 0
    if not newest.is_day or (newest.year_said and not _opens_sentence(text, at)):
        return None  # a year is said of what is no news, unless the story opens with it
    if at < _LEAD and newest.clue.tense == "past":
        return Window(start, start + _NEXT_DAY, f"the lead tells {newest.clue.text!r} as news")
    if newest.year_said:
        return None
    weekday = weekday_told(clues)
    if weekday is not None:
        start = after_weekday(start, weekday)
        return Window(start, start + _WEEK, f"the weekday of the lead, after {newest.clue.text!r}")
    return Window(start, start + _WEEK, f"{newest.clue.text!r} is the newest day told")


def _opens_sentence(text: str, at: int) -> bool:
    """Does the story open with this expression, but for one word before it?"""
    return at < _OPEN and _OPENING.search(text[max(0, at - 20) : at]) is not None


def _capped(window: Window, clues: Sequence[Clue]) -> Window | None:
    """Not after what is told as still to come."""
    ahead = [c.latest for c in clues if c.latest and c.tense == "future"]
    end = min([window.end, *(day + timedelta(days=1) for day in ahead)])
    return window._replace(end=end) if end > window.start else None
