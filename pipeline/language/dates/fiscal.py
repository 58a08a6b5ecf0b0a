"""Readers of the periods that accounts are kept by: quarters, halves, fiscal years, and the same a year before."""

from datetime import date, timedelta

from pipeline.language.dates import calendar as cal
from pipeline.language.dates.absolute import EXPLICIT, Year, counted
from pipeline.language.dates.lengths import length_value
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene, reading, unread
from pipeline.language.dates.yearless import nearest

_ACCOUNTS = 120  # days after the end of a quarter in which its accounts are news
_UNKNOWN = "publication day unknown"
_TOLD = "the quarter told before"
_LIKE = f"{_TOLD}, a year back"


def _within_year(found: Found, scene: Scene) -> Year:
    """The year of a quarter or half: said, counted, or that of publication."""
    said = found.figure("year")
    if said is not None:
        return said, *EXPLICIT
    return counted(found.figure("which") or 0, scene)


def read_quarter(found: Found, scene: Scene) -> Reading | None:
    """the third quarter of 2023; third-quarter; next year's first quarter."""
    number = found.figure("ordinal", "n")
    year, anchor, reason = _within_year(found, scene)
    if number is None or not 1 <= number <= 4:
        return None
    if year is None:
        return unread(f"XXXX-Q{number}", "quarter", reason)
    if anchor == "publication" and scene.day and not found.get("which"):
        year, reason = _near_quarter(number, scene.day, scene), "nearest to the publication day"
    if "fiscal" in found.groups:
        return reading(cal.quarter_period(year, number), anchor, f"{reason}, read as a calendar quarter", "approx")
    return reading(cal.quarter_period(year, number), anchor, reason)


def _near_quarter(number: int, day: date, scene: Scene) -> int:
    """The year of a quarter that was over a moment ago, as accounts come weeks after it, even when they are still
    expected; else of the nearest that fits the tense.
    """
    ends = [cal.quarter_period(year, number).interval.end for year in (day.year, day.year - 1)]
    over = [end for end in ends if end and 0 <= (day - end.date()).days <= _ACCOUNTS]
    if over:
        return (over[0] - timedelta(1)).year
    middles = [date(year, 3 * number - 1, 15) for year in (day.year - 1, day.year, day.year + 1)]
    return (nearest(middles, scene) or day).year


def read_quarter_which(found: Found, scene: Scene) -> Reading | None:
    """last quarter; this quarter."""
    start = cal.months_on(scene.day, 3 * int(found.groups["which"])) if scene.day else None
    period = cal.unit_period(start, "Q") if start else None
    if period is None:
        return unread("XXXX-QX", "quarter", _UNKNOWN)
    return reading(period, "publication", "counted from the publication quarter")


def read_quarter_told(found: Found, scene: Scene) -> Reading | None:
    """the quarter; the latest period; the year-ago quarter; the corresponding period last year."""
    start, anchor, reason = _told_quarter(found, scene)
    if start is None:
        return _like_told(found, scene)
    back = found.figure("told") == -1 or "back" in found.groups or found.figure("which") == -1
    year = found.figure("year") or start.year - back
    period = cal.quarter_period(year, found.figure("ordinal") or (start.month + 2) // 3)
    return reading(period, anchor, f"{reason}, a year back" if back else reason)


def _like_told(found: Found, scene: Scene) -> Reading | None:
    """The same period last year: of the month told last, else of last year as a whole."""
    if "like" not in found.groups or scene.day is None or not {"which", "back"} & found.groups.keys():
        return None
    told = scene.story if scene.last and scene.last.granularity == "month" else None
    if told is not None:
        return reading(
            cal.month_period(told.year - 1, told.month), "previous expression", "the month told before, a year back"
        )
    year = scene.day.year + (found.figure("which") or -1)
    return reading(cal.year_period(year), "publication", "counted from the publication year", "approx")


def _told_quarter(found: Found, scene: Scene) -> tuple[date | None, str, str]:
    """The quarter told a moment ago; for "the latest quarter" the last that was over on the day of publication. Its
    first day, the anchor, the reason.
    """
    latest = "latest" in found.groups and "ordinal" not in found.groups
    if scene.quarter is not None and not (latest and scene.day):
        return scene.quarter, "previous expression", _TOLD
    known = found.get("latest", "which", "like") is not None and (found.get("period_word") == "Q" or scene.quarter)
    before = cal.months_on(scene.day, -3) if scene.day and known else None
    period = cal.unit_period(before, "Q") if before else None
    start = period.interval.start.date() if period and period.interval.start else None
    return start, "publication", "the last quarter that was over on the publication day"


def year_before(scene: Scene) -> Reading | None:
    """A year ago, after a quarter: the same quarter a year before; None if no quarter was told a moment ago."""
    if scene.quarter is None:
        return None
    period = cal.quarter_period(scene.quarter.year - 1, (scene.quarter.month + 2) // 3)
    return reading(period, "previous expression", _LIKE)


def read_year_ago(found: Found, scene: Scene) -> Reading | None:
    """The year-ago results."""
    quarter = year_before(scene)
    if quarter is not None or scene.day is None:
        return quarter or unread("XXXX", "year", _UNKNOWN)
    return reading(cal.year_period(scene.day.year - 1), "publication", "counted from the publication year")


def read_half(found: Found, scene: Scene) -> Reading | None:
    """the first half of 2023; the latter half of 2008."""
    number = 2 if "final" in found.groups else int(found.groups["ordinal"])
    year, anchor, reason = _within_year(found, scene)
    if year is None:
        return unread(f"XXXX-H{number}", "range", reason)
    return reading(cal.half_period(year, number), anchor, reason)


def read_year_end(found: Found, scene: Scene) -> Reading | None:
    """year-end: the last day of the year."""
    year, anchor, reason = _within_year(found, scene)
    if year is None:
        return unread("XXXX-12-31", "day", reason)
    year -= anchor == "publication" and scene.tense == "past"
    return reading(cal.day_period(date(year, 12, 31)), anchor, reason)


def read_fiscal(found: Found, scene: Scene) -> Reading | None:
    """fiscal 1989; fiscal '89: read as the calendar year of that name."""
    year, short = found.figure("year"), found.figure("short")
    if year is None and short is not None:
        year = (2000 if short < 50 else 1900) + short
    reason = "fiscal year, read as the calendar year of its name"
    return reading(cal.year_period(year), "explicit", reason, "approx") if year else None


def read_first_units(found: Found, scene: Scene) -> Reading | None:
    """the first nine months of 2023; the nine months."""
    unit, number, which = found.groups["unit"], found.figure("number"), found.figure("which")
    value = length_value(found.groups["number"], unit)
    year = found.figure("year") or (scene.day.year + which if scene.day and which is not None else None)
    end = cal.shifted(date(year, 1, 1), number, unit) if year and number and number < 400 else None
    if end is None or year is None or found.figure("ordinal") not in (None, 1):
        return Reading(value, OPEN, None, None, "length of a period that is not told", "DURATION")
    return Reading(
        value, cal.between(date(year, 1, 1), end), "range", "explicit", "from the start of the year", "DURATION"
    )
