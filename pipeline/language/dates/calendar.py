"""The calendar's arithmetic: periods with their TIMEX3 value and half-open interval. No language here.

Conventions: ISO weeks from Monday; seasons of three whole months, winter from December; a decade from
its year 0; the twentieth century from 1900, as TIMEX3 has it.
"""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from pipeline.language.article import Interval

_FIRST, _LAST = 100, 9800  # years: nothing is counted from days, or to days, beyond them
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LENGTHS = {"D": 1, "W": 7, "F": 14}  # units of a fixed number of days
_MONTHS = {"N": 1, "Q": 3, "Y": 12, "T": 120, "C": 1200}  # units of whole months


class Period(NamedTuple):
    """A stretch of the calendar: TIMEX3 value, interval, granularity."""

    value: str
    interval: Interval
    granularity: str


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time())


def between(start: date, end: date) -> Interval:
    """From the first moment of `start` to that of `end`."""
    return Interval(midnight(start), midnight(end))


def valid(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_reach(day: date) -> bool:
    """Is a day so far from the ends of the calendar that all that is counted from it lies inside?"""
    return _FIRST <= day.year <= _LAST


def later(day: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    try:
        found = day + timedelta(days)
    except OverflowError:
        return None
    return found if in_reach(found) else None


def months_on(day: date, months: int) -> date | None:
    """The same day of another month, or the last day that month has; None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not _FIRST <= year <= _LAST:
        return None
    return next((d for n in range(day.day, 27, -1) if (d := valid(year, month + 1, n))), None) or valid(
        year, month + 1, day.day
    )


def shifted(day: date, amount: float, unit: str) -> date | None:
    """`amount` units on from a day: D, W, F, N (month), Q, Y, T (decade), C (century)."""
    if unit in _LENGTHS:
        return later(day, round(amount * _LENGTHS[unit]))
    if unit == "E":
        return later(day, round(amount * 7))
    return months_on(day, round(amount * _MONTHS[unit])) if unit in _MONTHS else None


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), between(day, later(day, 1) or day), "day")


def week_period(day: date) -> Period:
    """The ISO week that holds a day."""
    year, week, weekday = day.isocalendar()
    monday = later(day, 1 - weekday) or day
    return Period(f"{year:04d}-W{week:02d}", between(monday, later(monday, 7) or day), "week")


def weekend_period(day: date) -> Period:
    """The Saturday and Sunday of the ISO week that holds a day."""
    week = week_period(day)
    end = week.interval.end or midnight(day)
    return Period(f"{week.value}-WE", Interval(end - timedelta(2), end), "day")


def _months(year: int, month: int, count: int) -> Interval:
    """`count` whole months from the first of a month."""
    first = date(year, month, 1)
    return between(first, months_on(first, count) or date.max)


def month_period(year: int, month: int) -> Period:
    """One calendar month."""
    return Period(f"{year:04d}-{month:02d}", _months(year, month, 1), "month")


def quarter_period(year: int, quarter: int) -> Period:
    """One calendar quarter, 1 to 4."""
    return Period(f"{year:04d}-Q{quarter}", _months(year, 3 * quarter - 2, 3), "quarter")


def half_period(year: int, half: int) -> Period:
    """One half of a year, 1 or 2."""
    return Period(f"{year:04d}-H{half}", _months(year, 6 * half - 5, 6), "range")


def season_month(season: str) -> int:
    """The month that a season begins with."""
    return _SEASONS[season]


def season_period(year: int, season: str) -> Period:
    """One season: SP, SU, FA, WI; a winter belongs to the year of its December."""
    return Period(f"{year:04d}-{season}", _months(year, _SEASONS[season], 3), "season")


def year_period(year: int) -> Period:
    """One calendar year."""
    return Period(f"{year:04d}", _months(year, 1, 12), "year")


def years_period(first: int, last: int) -> Period:
    """From one year to another, both included."""
    return Period(f"{first:04d}/{last:04d}", _months(first, 1, 12 * (last - first + 1)), "range")


def decade_period(year: int) -> Period:
    """The ten years from a year that ends in 0."""
    return Period(f"{year // 10:03d}", _months(year // 10 * 10, 1, 120), "decade")


def century_period(number: int) -> Period:
    """The nth century."""
    return Period(f"{number - 1:02d}", _months(max(1, 100 * (number - 1)), 1, 1200), "century")


def unit_period(day: date, unit: str) -> Period | None:
    """The whole unit that holds a day: D W E N Q Y T C; None for clock units."""
    quarter = (day.month + 2) // 3
    return {
        "D": lambda: day_period(day),
        "W": lambda: week_period(day),
        "F": lambda: week_period(day),
        "E": lambda: weekend_period(day),
        "N": lambda: month_period(day.year, day.month),
        "Q": lambda: quarter_period(day.year, quarter),
        "Y": lambda: year_period(day.year),
        "T": lambda: decade_period(day.year),
        "C": lambda: century_period(day.year // 100 + 1),
    }.get(unit, lambda: None)()
