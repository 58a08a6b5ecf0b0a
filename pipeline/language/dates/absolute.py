"""Readers of expressions that name a place in the calendar, from days to centuries."""

from datetime import date, datetime, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates import calendar as cal
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene, reading, unread
from pipeline.language.dates.yearless import nearest, year_of

EXPLICIT = ("explicit", "stated in full")


def _modifier(found: Found) -> str | None:
    return found.get("edge", "edge2", "edge3", "edge4", "edge5")


def _on(found: Found, month: int, day: int, scene: Scene) -> tuple[date | None, str | None, str]:
    """A month and day with the year that is said, counted, or found."""
    year, anchor, reason = _year(found, month, day, scene)
    return (cal.valid(year, month, day) if year else None), anchor, reason


def _year(found: Found, month: int, day: int, scene: Scene) -> tuple[int | None, str | None, str]:
    said, which = found.figure("year"), found.figure("which")
    if said is not None:
        return said, *EXPLICIT
    if which is not None and scene.day:
        return scene.day.year + which, "publication", "counted from the publication year"
    if which is not None:
        return None, None, "no year: publication day unknown"
    return year_of(month, day, scene)


def read_numeric(found: Found, scene: Scene) -> Reading | None:
    """2024-06-19."""
    day = cal.valid(int(found.groups["year"]), int(found.groups["mm"]), int(found.groups["dd"]))
    return reading(cal.day_period(day), *EXPLICIT) if day else None


def read_slashed(found: Found, scene: Scene) -> Reading | None:
    """25/11/2024; left open where day and month could be exchanged."""
    year, a, b = (int(found.groups[name]) for name in ("year", "a", "b"))
    days = {d for d in (cal.valid(year, b, a), cal.valid(year, a, b)) if d}
    if len(days) == 1:
        return reading(cal.day_period(days.pop()), *EXPLICIT)
    return unread(f"{year}-XX-XX", "day", "day and month could be exchanged") if days else None


def read_day(found: Found, scene: Scene) -> Reading | None:
    """November 12, 2024; 12 November; Tuesday, Nov. 12."""
    month, number = found.figure("month", "month2"), found.figure("day", "day2", "day_word")
    if month is None or number is None or cal.valid(2000, month, number) is None:
        return None
    day, anchor, reason = _on(found, month, number, scene)
    if day is None:
        return None if anchor == "explicit" else unread(f"XXXX-{month:02d}-{number:02d}", "day", reason)
    return reading(cal.day_period(day), anchor, reason)


def read_days(found: Found, scene: Scene) -> Reading | None:
    """9-11 July 2024; July 29-August 2."""
    month = found.figure("month", "month3") or 0
    last_month = found.figure("month2") or month
    first, last = found.figure("day", "day3") or 0, found.figure("day2", "day4") or 0
    end, anchor, reason = _on(found, last_month, last, scene) if cal.valid(2000, last_month, last) else (None, None, "")
    start = cal.valid(end.year - (month > last_month), month, first) if end else None
    if end is None or start is None or start >= end:
        return None if end or not reason else unread(f"XXXX-{month:02d}", "range", reason)
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Reading(value, cal.between(start, cal.later(end, 1) or end), "range", anchor, reason)


def read_month(found: Found, scene: Scene) -> Reading | None:
    """June 2024; early June; last June; July last year."""
    month, which = found.figure("month") or 1, found.figure("which")
    if which is not None and "year" not in found.groups and found.rule.name == "month":
        return _which_month(found, month, which, scene)
    year, anchor, reason = _month_year(found, month, scene)
    if year is None:
        return unread(f"XXXX-{month:02d}", "month", reason)
    return reading(cal.month_period(year, month), anchor, reason, _modifier(found))


def _month_year(found: Found, month: int, scene: Scene) -> tuple[int | None, str | None, str]:
    """The year of a month; the month of publication itself counts as at hand."""
    if scene.day and scene.day.month == month and not (scene.lent or scene.history or found.get("year", "which")):
        return scene.day.year, "publication", "the month of publication"
    return _year(found, month, 15, scene)


def _which_month(found: Found, month: int, which: int, scene: Scene) -> Reading:
    """last June: before this month; next June: after it; this June: of this year."""
    if scene.day is None:
        return unread(f"XXXX-{month:02d}", "month", "publication day unknown")
    here = scene.day.month
    year = scene.day.year + (-(here <= month) if which < 0 else (here >= month) if which > 0 else 0)
    return reading(cal.month_period(year, month), "publication", "counted from the publication month", _modifier(found))


def read_season(found: Found, scene: Scene) -> Reading | None:
    """the summer; winter 1932; last spring; the summer of last year."""
    season = found.groups["season"]
    start = cal.season_period(2001, season).interval.start or datetime(2001, 1, 1)
    if found.get("year") or found.rule.name == "season of last year":
        year, anchor, reason = _year(found, start.month, 15, scene)
    else:
        year, anchor, reason = _season_year(found, season, start.month, scene)
    if year is None:
        return unread(f"XXXX-{season}", "season", reason)
    return reading(cal.season_period(year, season), anchor, reason, _modifier(found))


def _season_year(found: Found, season: str, month: int, scene: Scene) -> tuple[int | None, str | None, str]:
    """The season at hand or the nearest, unless last or next is said."""
    which = found.figure("which")
    if which in (None, 0) and (scene.lent or scene.history):
        return year_of(month, 15, scene)
    if scene.day is None:
        return None, None, "no year: publication day unknown"
    years = [scene.day.year + step for step in (-2, -1, 0, 1, 2)]
    starts = [date(y, month, 1) for y in years if 0 < y < 9999]
    running = [s for s in starts if s <= scene.day < (cal.months_on(s, 3) or s)]
    if running and which in (None, 0):
        return running[0].year, "publication", "the season at hand"
    if which is not None and which != 0:
        past = [s for s in starts if (cal.months_on(s, 3) or s) <= scene.day]
        ahead = [s for s in starts if s > scene.day]
        return (past[-1] if which < 0 else ahead[0]).year, "publication", "counted from the publication day"
    middles = [s + timedelta(45) for s in starts]
    best = nearest(middles, scene)
    return (best - timedelta(45)).year if best else None, "publication", "nearest to the publication day"


def _within_year(found: Found, scene: Scene) -> tuple[int | None, str | None, str]:
    """The year of a quarter or half: said, counted, or that of publication."""
    said, which = found.figure("year", "year2", "year3"), found.figure("which")
    if said is not None:
        return said, *EXPLICIT
    if scene.day is None:
        return None, None, "no year: publication day unknown"
    return scene.day.year + (which or 0), "publication", "counted from the publication year"


def read_quarter(found: Found, scene: Scene) -> Reading | None:
    """the third quarter of 2023; last quarter."""
    number, which = found.figure("ordinal", "ordinal2", "n"), found.figure("which2")
    if which is not None:
        start = cal.months_on(scene.day, 3 * which) if scene.day else None
        period = cal.unit_period(start, "Q") if start else None
        return reading(period, "publication", "counted from the publication quarter") if period else None
    year, anchor, reason = _within_year(found, scene)
    if year is None or number is None:
        return unread(f"XXXX-Q{number}", "quarter", reason)
    if anchor == "publication" and scene.day and not found.get("which"):
        year -= number > (scene.day.month + 2) // 3 and scene.tense != "future"
    return reading(cal.quarter_period(year, number), anchor, reason)


def read_half(found: Found, scene: Scene) -> Reading | None:
    """the first half of 2023."""
    number = min(found.figure("ordinal") or 1, 2)
    year, anchor, reason = _within_year(found, scene)
    if year is None:
        return unread(f"XXXX-H{number}", "range", reason)
    return reading(cal.half_period(year, number), anchor, reason)


def read_year(found: Found, scene: Scene) -> Reading | None:
    """2022; late 2019."""
    return reading(cal.year_period(int(found.groups["year"])), *EXPLICIT, _modifier(found))


def read_years(found: Found, scene: Scene) -> Reading | None:
    """1950-53; 1999-2008."""
    first = int(found.groups["year"])
    last = found.figure("year2") or first // 100 * 100 + (found.figure("short") or 0)
    return reading(cal.years_period(first, last), *EXPLICIT) if first < last <= first + 200 else None


def read_decade(found: Found, scene: Scene) -> Reading | None:
    """the 1990s; the '60s; the sixties: of the last century unless it says otherwise."""
    year, short = found.figure("decade"), found.figure("twenty")
    word = found.figure("decade_word")
    if year is None:
        year = 1900 + (short if short is not None else 10 * (word or 0))
    return reading(cal.decade_period(year), *EXPLICIT, _modifier(found))


def read_century(found: Found, scene: Scene) -> Reading | None:
    """the 19th century; before Christ there is no interval, as calendars in use cannot hold it."""
    number = int(found.groups["century_ordinal"])
    if "bc" in found.groups:
        return unread(f"BC{number - 1:02d}", "century", "before Christ: outside the calendar")
    return reading(cal.century_period(number), *EXPLICIT, _modifier(found))


def read_ancient(found: Found, scene: Scene) -> Reading | None:
    """480 BC."""
    year = int(found.groups["bc"])
    return unread(f"BC{year:04d}", "year", "before Christ: outside the calendar")


def _era(found: Found) -> Interval:
    first, last = (found.get("age", "era") or "").split("/")
    return Interval(datetime.fromisoformat(first), datetime.fromisoformat(last))


def read_era(found: Found, scene: Scene) -> Reading | None:
    """Soviet era: conventional bounds."""
    return Reading(found.groups["age"], _era(found), "range", "explicit", "named era, conventional bounds")


def read_since_era(found: Found, scene: Scene) -> Reading | None:
    """since the end of the Cold War: from the conventional bound, open after."""
    first, last = _era(found)
    start = first if found.groups["which_end"] in ("start", "beginning", "outbreak") else last
    value = start.date().isoformat() if start else "XXXX"
    return Reading(
        value,
        OPEN._replace(start=start),
        "range",
        "explicit",
        "since a named era, conventional bounds",
        "DATE",
        "after",
    )
