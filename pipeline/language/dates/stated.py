"""Publication dates that an input states outright: metadata, addresses, file names, "Published …" lines."""

import re
from calendar import month_name
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from pipeline.language.dates.calendar import day_period, month_period, valid


class Clue(NamedTuple):
    """A passage that tells when the article was published; fields as in the table `clues`.

    `earliest` and `latest` are publication days, both inclusive; offsets are None for a clue from outside.
    """

    char_start: int | None
    char_end: int | None
    text: str
    kind: str
    earliest: datetime | None
    latest: datetime | None
    value: str
    tense: str | None
    reason: str


_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_NUMERIC = re.compile(_YEAR + r"([-/_.]?)(0?[1-9]|1[0-2])\2(3[01]|[12]\d|0?[1-9])(?!\d)")
_NAMED_PATH = re.compile(_YEAR + r"[-/_. ]([A-Za-z]{3,9})[-/_. ](3[01]|[12]\d|0?[1-9])(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?[-\s./]*([A-Za-z]{3,9})\.?,?[-\s./]*((?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"([A-Za-z]{3,9})\.?[-\s]*(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?[-\s]+((?:19|20)\d\d)(?!\d)"
)
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/.]\d)")
_HOST = re.compile(r"(?:https?:)?//([^/:?#]+)", re.IGNORECASE)
_MONTH = re.compile(_YEAR + r"[-/](0[1-9]|1[0-2])(?![\d-])")
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")


def stated_clue(text: str, kind: str, day_first: bool | None = None) -> Clue | None:
    """The day (or month) that a string states, or None; `kind` says where the string comes from.

    12/11/2024 is read only where its writer is known to put the day first, or not to.
    """
    day = _numeric(text) or _named(text) or _slashed(text, day_first) or _mail(text) or _epoch(text)
    if day is not None:
        return _clue(text, kind, (day, day), day_period(day.date()).value)
    month = _MONTH.search(text)
    return _whole_month(text, kind, int(month[1]), int(month[2])) if month else None


def day_goes_first(url: str | None, habits: Mapping[str, tuple[str, ...]]) -> bool | None:
    """Does the country of an address write 12/11 for 12 November? None if it is not known."""
    host = _HOST.match(url or "")
    end = f".{host[1].lower().rsplit('.', 1)[-1]}" if host else ""
    return True if end in habits["day_first"] else False if end in habits["month_first"] else None


def month_number(word: str) -> int | None:
    """1 to 12 for an English month or its first three or four letters."""
    low = word.lower()
    found = [i for i, name in enumerate(month_name) if i and name.lower().startswith(low)]
    if low == "sept":
        return 9
    return found[0] if len(found) == 1 and (len(low) == 3 or low == month_name[found[0]].lower()) else None


def stated_span(text: str) -> tuple[int, int] | None:
    """Where in a line the stated day stands."""
    matches = (pattern.search(text) for pattern in (_NUMERIC, _NAMED_PATH, _DAY_FIRST, _MONTH_FIRST, _SLASHED))
    return next((m.span() for m in matches if m), None)


def _numeric(text: str) -> datetime | None:
    """2024-11-12, 2024/11/12, 20241112."""
    found = (_day(int(m[1]), int(m[3]), int(m[4])) for m in _NUMERIC.finditer(text) if m[2] or len(m[0]) == 8)
    return next((day for day in found if day), None)


def _named(text: str) -> datetime | None:
    """12 November 2024, Nov. 12, 2024, 2024/nov/12."""
    orders = ((_DAY_FIRST, 3, 2, 1), (_MONTH_FIRST, 3, 1, 2), (_NAMED_PATH, 1, 2, 3))
    found = (
        _day(int(m[year]), month_number(m[month]) or 0, int(m[day]))
        for pattern, year, month, day in orders
        for m in pattern.finditer(text)
    )
    return next((day for day in found if day), None)


def _slashed(text: str, day_first: bool | None) -> datetime | None:
    """13/11/2024, 11/13/2024; 12/11/2024 as the habit has it."""
    for match in _SLASHED.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        days = {d for d in (_day(year, second, first), _day(year, first, second)) if d}
        if len(days) == 1:
            return days.pop()
        if days and day_first is not None:
            return _day(year, second, first) if day_first else _day(year, first, second)
    return None


def _mail(text: str) -> datetime | None:
    """RFC 2822, in the zone that it states."""
    try:
        stamp = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _day(stamp.year, stamp.month, stamp.day)


def _epoch(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970, in UTC."""
    match = _EPOCH.fullmatch(text)
    if match is None or not match[1].isascii():
        return None
    stamp = datetime.fromtimestamp(int(match[1]), UTC)
    return _day(stamp.year, stamp.month, stamp.day)


def _day(year: int, month: int, day: int) -> datetime | None:
    found = valid(year, month, day)
    return datetime(found.year, found.month, found.day) if found else None


def _whole_month(text: str, kind: str, year: int, month: int) -> Clue:
    """/2024/11/ in an address."""
    period = month_period(year, month)
    start, end = period.interval
    assert start is not None
    assert end is not None
    return _clue(text, kind, (start, end - timedelta(1)), period.value)


def _clue(text: str, kind: str, days: tuple[datetime, datetime], value: str) -> Clue:
    return Clue(None, None, text, kind, *days, value, None, f"{kind} states it")
