"""What a TIMEX3 value says of the calendar, for tests that hold values against intervals."""

import re
from datetime import datetime, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates import calendar as cal

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PERIODS = (
    (re.compile(r"(\d{4})-(\d\d)"), cal.month_period),
    (re.compile(r"(\d{4})"), cal.year_period),
    (re.compile(r"(\d{4})-Q(\d)"), cal.quarter_period),
    (re.compile(r"(\d{4})-H(\d)"), cal.half_period),
    (re.compile(r"(\d{4})/(\d{4})"), cal.years_period),
)


def bounds(value: str) -> Interval | None:
    """The interval of a value that names a stretch of the calendar; None if it names none."""
    head = value.split("T")[0] if _DAY.match(value) else value
    if match := _DAY.fullmatch(head):
        day = datetime(*map(int, match.groups()))  # type: ignore[arg-type]
        return Interval(day, day + timedelta(1))
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return cal.season_period(int(match[1]), match[2]).interval
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Interval(monday + timedelta(5 if match[3] else 0), monday + timedelta(7))
    if re.fullmatch(r"\d{3}", value):
        return cal.decade_period(int(value) * 10).interval
    if re.fullmatch(r"\d{2}", value):
        return cal.century_period(int(value) + 1).interval
    return next((make(*map(int, m.groups())).interval for p, make in _PERIODS if (m := p.fullmatch(value))), None)
