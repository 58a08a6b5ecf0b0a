"""Readers of expressions that count from the publication day or from the expression before."""

from datetime import date, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates import calendar as cal
from pipeline.language.dates.absolute import Year, said_side
from pipeline.language.dates.feasts import holiday
from pipeline.language.dates.fiscal import year_before
from pipeline.language.dates.lengths import GRANULARITY, length_value
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene, reading, unread
from pipeline.language.dates.yearless import occurrence, weekday

PUBLICATION = "publication"
PREVIOUS = "previous expression"
UNKNOWN = "publication day unknown"
_MOST = 5000  # units: more lie beyond the calendar or are no news


def with_part(found: Found, result: Reading, hours: tuple[int, int] | None) -> Reading:
    """A day narrowed to the part of it that is named."""
    part, start = found.get("part"), result.interval.start
    if part is None or hours is None:
        return result
    value = f"{result.value}T{part}"
    if start is None:
        return result._replace(value=value, kind="TIME")
    span = Interval(start + timedelta(hours=hours[0]), start + timedelta(hours=hours[1]))
    granularity = "day" if hours == (0, 24) else "hour"
    return result._replace(value=value, interval=span, kind="TIME", granularity=granularity)


def read_weekday(found: Found, scene: Scene) -> Reading | None:
    """Tuesday; last Friday; Wednesday last week."""
    number, which, week = int(found.groups["weekday"]), found.figure("which"), found.figure("week")
    if scene.day is None:
        return unread(f"XXXX-WXX-{number}", "day", UNKNOWN)
    if week is not None:
        day = cal.later(scene.day, 7 * week - scene.day.isoweekday() + number)
        return reading(cal.day_period(day), PUBLICATION, "weekday of a week that is named") if day else None
    if scene.history and scene.story and which is None:
        day = cal.later(scene.story, (number - scene.story.isoweekday()) % 7)
        return reading(cal.day_period(day), PREVIOUS, "first such weekday in the story") if day else None
    day = weekday(number, which, scene)
    reason = (
        f"nearest such weekday, {scene.tense or 'no'} tense" if which is None else "counted from the publication day"
    )
    return reading(cal.day_period(day), PUBLICATION, reason) if day else None


def read_deictic(found: Found, scene: Scene) -> Reading | None:
    """yesterday; tomorrow morning."""
    day = cal.later(scene.day, int(found.groups["deictic"])) if scene.day else None
    if scene.history and scene.story:
        value = "PRESENT_REF" if found.groups["deictic"] == "0" else "XXXX-XX-XX"
        return unread(value, "day", "said in another time than the article's")
    if day is None:
        return unread("PRESENT_REF" if found.groups["deictic"] == "0" else "XXXX-XX-XX", "day", UNKNOWN)
    return reading(cal.day_period(day), PUBLICATION, "counted from the publication day")


def read_part_today(found: Found, scene: Scene) -> Reading | None:
    """this morning; last night."""
    day = cal.later(scene.day, int(found.groups["which"])) if scene.day else None
    if day is None:
        return unread("XXXX-XX-XX", "day", UNKNOWN)
    return reading(cal.day_period(day), PUBLICATION, "counted from the publication day")


def read_holiday(found: Found, scene: Scene) -> Reading | None:
    """Christmas Day; Good Friday 1998; last Easter."""
    rule = found.groups["holiday"]
    year, anchor, reason = _feast_year(found, scene)
    if year is not None:
        day = holiday(rule, year)
        return reading(cal.day_period(day), anchor, reason) if day else None
    day = occurrence(lambda y: holiday(rule, y), said_side(found.figure("which"), scene))
    if day is None:
        return unread("XXXX-XX-XX", "day", UNKNOWN)
    return reading(cal.day_period(day), PUBLICATION, "nearest such holiday")


def _feast_year(found: Found, scene: Scene) -> Year:
    """The year of a feast that is said, counted, or that of the story."""
    said, counted = found.figure("year"), found.figure("year_which")
    if said is not None:
        return said, "explicit", "of a stated year"
    if counted is not None and scene.day is not None:
        return scene.day.year + counted, PUBLICATION, "counted from the publication year"
    if scene.history and scene.story and "which" not in found.groups:
        return scene.story.year, PREVIOUS, "of the year told before"
    return None, None, UNKNOWN


def read_festival(found: Found, scene: Scene) -> Reading | None:
    """Ramadan: from its first day to the day before the feast that ends it."""
    first, last = found.groups["season_day"].split("/")
    year, anchor, _ = _feast_year(found, scene)
    start = holiday(first, year) if year else occurrence(lambda y: holiday(first, y), scene)
    ends = [holiday(last, start.year + step) for step in (0, 1)] if start else []
    end = next((day for day in ends if start and day and day > start), None)
    if start is None or end is None:
        return unread("XXXX", None, UNKNOWN if scene.day is None else "not in the calendar's tables")
    value = f"{start.isoformat()}/{(end - timedelta(1)).isoformat()}"
    return Reading(value, cal.between(start, end), "range", anchor or PUBLICATION, "by the calendar of the faith")


def read_weekend(found: Found, scene: Scene) -> Reading | None:
    """the weekend; last weekend: in past tense the one that has begun, in future tense the one to come."""
    which, day = found.figure("which"), scene.day
    if day is None:
        return unread("XXXX-WXX-WE", "day", UNKNOWN)
    ahead = day.isoweekday() > 5 or scene.tense in ("future", "weak future", "present")
    other = cal.later(day, 7 * (which if which is not None else 0 if ahead else -1))
    reason = "nearest weekend" if which is None else "counted from the publication week"
    return reading(cal.weekend_period(other), PUBLICATION, reason, found.get("edge")) if other else None


def read_which(found: Found, scene: Scene) -> Reading | None:
    """last week; next month; this year; the end of the year."""
    unit, which = found.groups["unit"], found.figure("which") or 0
    other = cal.shifted(scene.now, which, unit) if scene.now else None
    if scene.now and other is None:
        return unread("PRESENT_REF" if not which else "PAST_REF" if which < 0 else "FUTURE_REF", None, "vague")
    if other is None:
        return unread(unit_open(unit), GRANULARITY.get(unit), UNKNOWN)
    period = cal.unit_period(other, unit)
    reason = "counted from the publication day" if scene.anchor == PUBLICATION else "counted from the expression before"
    return reading(period, scene.anchor, reason, found.get("edge")) if period else None


def unit_open(unit: str) -> str:
    """The TIMEX3 value of one unit that is not known."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "N": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}.get(unit, "XXXX")


def read_side(found: Found, scene: Scene) -> Reading | None:
    """earlier this month: from its start to the publication day; later this year: from there to its end."""
    if scene.history and scene.story:
        period = cal.unit_period(scene.story, found.groups["unit"])
        return reading(period, PREVIOUS, "of the expression before") if period else None
    whole = read_which(found, scene)
    if whole is None or scene.day is None or None in whole.interval:
        return whole
    earlier = found.groups["side"] == "-1"
    now = cal.midnight(scene.day)
    span = Interval(whole.interval.start, now) if earlier else Interval(now, whole.interval.end)
    if earlier and span.start == now:
        span = Interval(now, now + timedelta(1))
    modifier, reason = ("start", "up to the publication day") if earlier else ("end", "from the publication day on")
    return whole._replace(interval=span, granularity="range", modifier=modifier, reason=reason)


def number_of(found: Found, *names: str) -> float | None:
    """The number of units; None when the words leave it open."""
    text = found.get(*names)
    plain = (text or "").replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdecimal() else None


def unit_at(day: date | None, amount: float, unit: str) -> cal.Period | None:
    """The whole unit that lies so many units from a day."""
    if day is None or abs(amount) > _MOST:
        return None
    if unit in "HMS":
        return None
    other = cal.shifted(day, amount, unit)
    fine = "N" if unit == "Y" and amount % 1 else "Y" if unit in "TC" else "W" if unit == "F" else unit
    return cal.unit_period(other, fine) if other else None


def read_ago(found: Found, scene: Scene) -> Reading | None:
    """three years ago: the year; two days ago: the day."""
    unit, count = found.groups["unit"], number_of(found, "number")
    if count is None:
        return unread("PAST_REF", None, "number left open")
    if (unit, count) == ("Y", 1) and (quarter := year_before(scene)):
        return quarter
    if unit in "HMS":
        return _clock_ago(unit, count, scene)
    period = unit_at(scene.day, -count, unit)
    if period is None:
        return unread(length_value(found.groups["number"], unit), GRANULARITY.get(unit), _unknown(scene, count, unit))
    return reading(period, PUBLICATION, "counted from the publication day", found.get("approx"))


def _clock_ago(unit: str, count: float, scene: Scene) -> Reading:
    """two hours ago: today, as the hour of publication is not known."""
    if scene.day is None or (unit != "H" and count > 600) or (unit == "H" and count > 23):
        return unread("PAST_REF", "hour", "hour of publication unknown")
    return reading(cal.day_period(scene.day), PUBLICATION, "hours before publication: same day", "approx")


def read_ahead(found: Found, scene: Scene) -> Reading | None:
    """in two weeks' time."""
    unit, count = found.groups["unit"], number_of(found, "number")
    period = unit_at(scene.day, count, unit) if count is not None else None
    if period is None:
        return unread("FUTURE_REF", None, _unknown(scene, count, unit))
    return reading(period, PUBLICATION, "counted from the publication day")


def read_past(found: Found, scene: Scene) -> Reading | None:
    """the past three years: up to the publication day."""
    return _stretch(found, scene, -1)


def read_next(found: Found, scene: Scene) -> Reading | None:
    """the next three days: from the publication day."""
    return _stretch(found, scene, 1)


def _stretch(found: Found, scene: Scene, side: int) -> Reading | None:
    unit, count = found.groups["unit"], number_of(found, "number")
    number = found.get("number") or "1"
    value, granularity = length_value(number, unit), GRANULARITY.get(unit)
    amount = 1.0 if number == "1" else count
    other = cal.shifted(scene.day, side * amount, unit) if scene.day and amount and amount < _MOST else None
    if other is None or scene.day is None:
        return Reading(value, OPEN, granularity, None, _unknown(scene, amount, unit), "DURATION")
    ends = sorted((cal.midnight(other), cal.midnight(scene.day)))
    return Reading(value, Interval(*ends), granularity, PUBLICATION, "counted from the publication day", "DURATION")


def _unknown(scene: Scene, count: float | None, unit: str) -> str:
    """Why a number of units cannot be counted from the publication day."""
    if count is None:
        return "number left open"
    if scene.day is None:
        return UNKNOWN
    return "hour of publication unknown" if unit in "HMS" else "beyond the calendar"
