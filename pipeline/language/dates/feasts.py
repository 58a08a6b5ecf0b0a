"""On which day a holiday falls: fixed days, weekdays of a month, Easter, and the calendars of other faiths."""

import importlib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from dateutil.easter import EASTER_WESTERN, easter

from pipeline.language.dates.calendar import later, valid

_CALENDARS = {
    "chinese": "_ChineseLunisolar",
    "hebrew": "_HebrewLunisolar",
    "hindu": "_HinduLunisolar",
    "islamic": "_IslamicLunar",
    "persian": "_Persian",
}


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a Gregorian year; None if it has none or lies outside the library's tables.

    `MM-DD`, `easter+N` (western), `MM weekday n` (n from the end when negative; `n+1` the day after it), or
    `calendar name` as the library `holidays` has it (`islamic eid_al_fitr`); of a feast that falls twice in a
    year the first.
    """
    head, _, rest = rule.partition(" ")
    if head in _CALENDARS:
        return _of_calendar(head, rest, year)
    if rule.startswith("easter"):
        return later(easter(year, EASTER_WESTERN), int(rule[6:])) if year >= 1583 else None
    if not rest:
        return valid(year, int(rule[:2]), int(rule[3:]))
    base, _, after = rule.partition("+")
    month, weekday, nth = map(int, base.split())
    return later(_nth_weekday(year, month, weekday, nth), int(after or 0))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, from its end if negative."""
    days = [d for n in range(1, 32) if (d := valid(year, month, n)) and d.isoweekday() == weekday]
    return days[nth - 1 if nth > 0 else nth]


@lru_cache(maxsize=4096)
def _of_calendar(calendar: str, name: str, year: int) -> date | None:
    """The library is asked only for a feast that an article names: it takes a tenth of a second to load."""
    known: Any = getattr(importlib.import_module("holidays.calendars"), _CALENDARS[calendar])()
    ask = getattr(known, f"{name}_date", None) or getattr(known, f"{name}_dates")
    return min((day for day in _days(ask(year)) if day.year == year), default=None)


def _days(answer: Any) -> Iterator[date]:
    """The library answers with a day, a day and whether it is an estimate, or several of either."""
    if isinstance(answer, date):
        yield answer
    elif isinstance(answer, tuple):
        yield from _days(answer[0])
    elif answer is not None:
        yield from (day for one in answer for day in _days(one))
