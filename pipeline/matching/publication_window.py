"""Windows of publication days, and how an article's own clues narrow or forbid them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from pipeline.language.dates.calendar import valid
from pipeline.language.dates.stated import Clue

_DAY = timedelta(days=1)
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_SLACK = 2  # days: time zones, and stories told the day after


class Window(NamedTuple):
    """Publication days from `start` to before `end`, and why."""

    start: datetime
    end: datetime
    reason: str


def fits(window: Window, clues: Sequence[Clue]) -> bool:
    """Do the article's own clues allow the window?"""
    slack = timedelta(_SLACK)
    past = all(c.earliest is None or c.earliest < window.end + slack for c in clues)
    ahead = all(c.latest is None or c.latest >= window.start - slack for c in clues)
    return past and ahead and all(_recent(c, window) for c in clues if c.tense == "past")


def _recent(clue: Clue, window: Window) -> bool:
    """A day without a year, told as past, does not lie just ahead of the window (its year would be said)."""
    first = yearless(clue, window.start.year)
    if first is None or clue.kind != "day":
        return True
    ahead = (first - window.end.date()).days
    return not _SLACK < ahead < 60


def yearless(clue: Clue, year: int) -> date | None:
    """The first day of an expression without a year, in a given year."""
    match = _YEARLESS.fullmatch(clue.value)
    return valid(year, int(match[1]), int(match[2] or 1)) if match else None


def told_days(clues: Iterable[Clue], day: date) -> set[str]:
    """The days (YYYY-MM-DD) and months (MM) that clues tell as past to an article published on `day`."""
    past = [c for c in clues if c.tense != "future"]
    weekdays = {day - timedelta((day.isoweekday() - int(c.value[-1])) % 7) for c in past if c.kind == "weekday"}
    days = {d for c in past if c.kind == "day" and (d := _latest(c, day))}
    months = {c.value[-2:] for c in past if c.kind == "month"}
    return {d.isoformat() for d in weekdays | days} | months


def _latest(clue: Clue, day: date) -> date | None:
    """The last occurrence of a day up to the day after publication."""
    if clue.earliest is not None:
        return clue.earliest.date()
    found = (yearless(clue, year) for year in (day.year, day.year - 1))
    return next((d for d in found if d and d <= day + _DAY), None)
