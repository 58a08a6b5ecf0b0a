"""The publication window that a text implies: a year from one expression, the newest day or month from the others."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.language.dates.calendar import midnight
from pipeline.language.dates.stated import Clue
from pipeline.matching.publication_window import Window, after_weekday, month_end, weekday_told, yearless

_LEAD = 500  # characters: what is told here is the news
_WEEK, _NEXT_DAY = timedelta(days=7), timedelta(days=2)
_FAR = 240  # days from the expression that gives the year beyond which a day without one may be of another year
_HALF_YEAR = 184  # days: a month told without its year lies no farther back


class Told(NamedTuple):
    """A day or month that the text tells as past: its first day, whether it is a day, and whether its year is said."""

    first: date
    clue: Clue
    is_day: bool
    year_said: bool


def implied(clues: Sequence[Clue]) -> Window | None:
    """The window, or None if no year or no recent day or month is told."""
    past = [c for c in clues if c.tense != "future" and c.kind in ("day", "month")]
    dated = [Told(c.earliest.date(), c, c.kind == "day", True) for c in past if c.earliest]
    base = max(dated, key=lambda t: t.first, default=None)
    if base is None or _later_year(clues, base.first):
        return None
    told = [base, *(t for c in past if (t := _placed(c, base.first)))]
    newest = max(told, key=lambda t: (t.first, t.is_day))
    window = _after(newest, clues)
    return _capped(window, clues) if window else None


def _later_year(clues: Sequence[Clue], base: date) -> bool:
    """Is a year told as past that begins after the base? Then the base is old news."""
    return any(c.earliest and c.earliest.year > base.year for c in clues if c.tense == "past")


def _placed(clue: Clue, base: date) -> Told | None:
    """An expression without a year, placed in the year nearest to the base; None if that is not clear."""
    options = [d for step in (-1, 0, 1) if (d := yearless(clue, base.year + step))]
    best = min(options, key=lambda d: abs((d - base).days), default=None)
    if best is None or abs((best - base).days) > _FAR or clue.tense not in ("past", None):
        return None
    return Told(best, clue, clue.kind == "day", False)


def _after(newest: Told, clues: Sequence[Clue]) -> Window | None:
    """How long after the newest expression the article can have been published."""
    start, lead = midnight(newest.first), (newest.clue.char_start or 0) < _LEAD
    if newest.is_day and lead and newest.clue.tense == "past":
        return Window(start, start + _NEXT_DAY, f"the lead tells {newest.clue.text!r} as news")
    if newest.year_said:
        return None
    if not newest.is_day:
        after = month_end(newest.first)
        return Window(after, after + timedelta(_HALF_YEAR), f"{newest.clue.text!r} is told as past, without its year")
    weekday = weekday_told(clues)
    if weekday is not None:
        start = after_weekday(start, weekday)
        return Window(start, start + _WEEK, f"the weekday of the lead, after {newest.clue.text!r}")
    return Window(start, start + _WEEK, f"{newest.clue.text!r} is the newest day told")


def _capped(window: Window, clues: Sequence[Clue]) -> Window | None:
    """Not after what is told as still to come."""
    ahead = [c.latest for c in clues if c.latest and c.tense == "future"]
    end = min([window.end, *(day + timedelta(days=1) for day in ahead)])
    return window._replace(end=end) if end > window.start else None
