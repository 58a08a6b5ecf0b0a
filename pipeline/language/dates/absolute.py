"""Readers of expressions that name a place in the calendar: days, months, seasons, years."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from pipeline.language.dates import calendar as cal
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene, reading, unread
from pipeline.language.dates.yearless import LAST, NEXT, nearest, year_of

EXPLICIT = ("explicit", "stated in full")
_NO_YEAR = (None, None, "no year: publication day unknown")
Year = tuple[int | None, str | None, str]  # the year, its anchor, the reason


def _on(found: Found, month: int, day: int, scene: Scene) -> tuple[date | None, str | None, str]:
    """A month and day with the year that is said, counted, or found."""
    year, anchor, reason = _year(found, month, day, scene)
    weekday = found.figure("weekday")
    if weekday and year and anchor != "explicit" and (agreed := _agreeing(weekday, (year, month, day), scene)):
        return agreed, "publication", "the day of that name nearest to the publication day"
    return (cal.valid(year, month, day) if year else None), anchor, reason


def _agreeing(weekday: int, told: tuple[int, int, int], scene: Scene) -> date | None:
    """A month and day that is a weekday (ISO number): of the year told if it is that weekday there, else of the year
    nearest to publication in which it is; None if there is none within six years.
    """
    (year, month, day), now = told, scene.day
    here = cal.valid(year, month, day)
    if (here and here.isoweekday() == weekday) or now is None:
        return here
    years = range(now.year - 6, now.year + 7)
    days = [d for y in years if (d := cal.valid(y, month, day)) and d.isoweekday() == weekday]
    return min(days, key=lambda d: abs((d - now).days), default=None)


def _year(found: Found, month: int, day: int, scene: Scene) -> Year:
    said, which = found.figure("year"), found.figure("year_which")
    if said is not None:
        return said, *EXPLICIT
    if which is not None:
        return counted(which, scene)
    return year_of(month, day, said_side(found.figure("side"), scene))


def said_side(side: int | None, scene: Scene) -> Scene:
    """The scene with the side that "last" or "next" says, in place of the tense."""
    return scene if not side else replace(scene, tense=LAST if side < 0 else NEXT, history=False, between=None)


def counted(which: int, scene: Scene) -> Year:
    """last year, next year."""
    if scene.day is None:
        return _NO_YEAR
    return scene.day.year + which, "publication", "counted from the publication year"


def read_numeric(found: Found, scene: Scene) -> Reading | None:
    """2024-06-19."""
    day = cal.valid(int(found.groups["year"]), int(found.groups["mm"]), int(found.groups["dd"]))
    return reading(cal.day_period(day), *EXPLICIT) if day else None


def read_slashed(found: Found, scene: Scene) -> Reading | None:
    """25/11/2024; left open where day and month could be exchanged and the article's other dates do not tell."""
    year, a, b = (int(found.groups[name]) for name in ("year", "a", "b"))
    days = {d for d in (cal.valid(year, b, a), cal.valid(year, a, b)) if d}
    if len(days) == 1:
        return reading(cal.day_period(days.pop()), *EXPLICIT)
    if days and scene.day_first is not None:
        day = date(year, b, a) if scene.day_first else date(year, a, b)
        return reading(cal.day_period(day), "explicit", "day and month in the order of the article's other dates")
    return unread(f"{year}-XX-XX", "day", "day and month could be exchanged") if days else None


def read_dotted(found: Found, scene: Scene) -> Reading | None:
    """19.06.2024: the day comes first."""
    day = cal.valid(*(int(found.groups[name]) for name in ("year", "b", "a")))
    return reading(cal.day_period(day), *EXPLICIT) if day else None


def read_day(found: Found, scene: Scene) -> Reading | None:
    """November 12, 2024; 12 November; Tuesday, Nov. 12."""
    month, number = found.figure("month"), found.figure("day")
    if month is None or number is None or cal.valid(2000, month, number) is None:
        return None
    day, anchor, reason = _on(found, month, number, scene)
    if day is None and scene.bc and anchor is None and "year" not in found.groups:
        return unread(f"{scene.bc}-{month:02d}-{number:02d}", "day", "before Christ: outside the calendar")
    if day is None:
        return None if anchor == "explicit" else unread(f"XXXX-{month:02d}-{number:02d}", "day", reason)
    return reading(cal.day_period(day), anchor, reason)


def read_day_week(found: Found, scene: Scene) -> Reading | None:
    """the week of March 6."""
    result = read_day(found, scene)
    if result is None or result.interval.start is None:
        return result
    return reading(cal.week_period(result.interval.start.date()), result.anchor, result.reason)


def read_month(found: Found, scene: Scene) -> Reading | None:
    """June 2024; early June; last June; July last year."""
    month, which = int(found.groups["month"]), found.figure("which")
    if which is not None:
        return _which_month(found, month, which, scene)
    year, anchor, reason = _month_year(found, month, scene)
    if year is None:
        return unread(f"{scene.bc or 'XXXX'}-{month:02d}", "month", reason)
    return reading(cal.month_period(year, month), anchor, reason, found.get("edge"))


def _month_year(found: Found, month: int, scene: Scene) -> Year:
    """The year of a month; the month of publication itself counts as at hand."""
    if scene.day and scene.day.month == month and not (scene.lent or scene.history or found.get("year", "year_which")):
        return scene.day.year, "publication", "the month of publication"
    return _year(found, month, 15, scene)


def _which_month(found: Found, month: int, which: int, scene: Scene) -> Reading:
    """last June: before this month; next June: after it; this June: of this year."""
    if scene.day is None:
        return unread(f"XXXX-{month:02d}", "month", "publication day unknown")
    here = scene.day.month
    year = scene.day.year + (-(here <= month) if which < 0 else (here >= month) if which > 0 else 0)
    period = cal.month_period(year, month)
    return reading(period, "publication", "counted from the publication month", found.get("edge"))


def read_month_week(found: Found, scene: Scene) -> Reading | None:
    """the last week of March: the week from Monday that holds its 25th, counted from the last full one; the first
    week that begins in it.
    """
    month, number = int(found.groups["month"]), found.figure("ordinal")
    year, anchor, reason = _month_year(found, month, scene)
    if year is None:
        return unread("XXXX-WXX", "week", reason)
    day = date(year, month, 25 if number is None else 7 * number)
    return reading(cal.week_period(day), anchor, reason)


def read_season(found: Found, scene: Scene) -> Reading | None:
    """the summer; winter 1932; last spring; the summer of last year."""
    season = found.groups["season"]
    year, anchor, reason = _season_year(found, cal.season_month(season), scene)
    if year is None:
        return unread(f"{scene.bc or 'XXXX'}-{season}", "season", reason)
    return reading(cal.season_period(year, season), anchor, reason, found.get("edge"))


def _season_year(found: Found, month: int, scene: Scene) -> Year:
    """The year that is said or counted; the season at hand or the nearest, unless last or next is said."""
    which, year_which = found.figure("which"), found.figure("year_which")
    if (said := found.figure("year")) is not None:
        return said, *EXPLICIT
    if year_which is not None:
        return counted(year_which, scene)
    if scene.bc or (which in (None, 0) and (scene.lent or scene.history)):
        return year_of(month, 15, scene)
    return _near_season(which, month, scene.now, scene) if scene.now else _NO_YEAR


def _near_season(which: int | None, month: int, day: date, scene: Scene) -> Year:
    """The season at hand, the one before, the one to come, or the nearest."""
    starts = [date(y, month, 1) for y in range(day.year - 2, day.year + 3) if 0 < y < 9999]
    running = [s for s in starts if s <= day < (cal.months_on(s, 3) or s)]
    if running and which in (None, 0):
        return running[0].year, "publication", "the season at hand"
    if which is not None and which != 0:
        past = [s for s in starts if (cal.months_on(s, 3) or s) <= day]
        ahead = [s for s in starts if s > day]
        return (past[-1] if which < 0 else ahead[0]).year, "publication", "counted from the publication day"
    best = nearest([s + timedelta(45) for s in starts], scene)
    return (best - timedelta(45)).year if best else None, "publication", "nearest to the publication day"


def read_year(found: Found, scene: Scene) -> Reading | None:
    """2022; late 2019."""
    return reading(cal.year_period(int(found.groups["year"])), *EXPLICIT, found.get("edge"))


def read_years(found: Found, scene: Scene) -> Reading | None:
    """1950-53."""
    first = int(found.groups["year"])
    last = first // 100 * 100 + int(found.groups["short"])
    return reading(cal.years_period(first, last), *EXPLICIT) if first < last else None


def read_since_era(found: Found, scene: Scene) -> Reading | None:
    """since the end of the Cold War: from the conventional bound, open after."""
    start = _bounds(found.groups["era"])[found.groups["era_end"] != "start"]
    reason = "since a named era, conventional bounds"
    return Reading(start.date().isoformat(), OPEN._replace(start=start), "range", "explicit", reason, modifier="after")


def read_era(found: Found, scene: Scene) -> Reading | None:
    """Soviet era: conventional bounds; an era without any has no interval."""
    if "/" not in (age := found.groups["age"]):
        return unread("PAST_REF", None, "era without agreed bounds")
    first, last = _bounds(age)
    return Reading(age, OPEN._replace(start=first, end=last), "range", "explicit", "named era, conventional bounds")


def _bounds(era: str) -> tuple[datetime, datetime]:
    first, last = era.split("/")
    return datetime.fromisoformat(first), datetime.fromisoformat(last)
