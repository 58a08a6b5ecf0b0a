"""Intervals of whole days, the unit in which gold and tables are compared."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Days(NamedTuple):
    """A half-open interval: `start` inclusive, `end` exclusive; None = unknown or open."""

    start: date | None = None
    end: date | None = None

    def __str__(self) -> str:
        return f"{self.start or '?'} to {self.end or '?'}"


def from_moments(start: datetime | date | None, end: datetime | date | None) -> Days:
    """The days that two cells of a table span: an end within a day takes in the whole day."""
    last = _day(end)
    late = isinstance(end, datetime) and end.time() > time.min
    return Days(_day(start), last + ONE_DAY if last and late else last)


def _day(moment: datetime | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
