"""Readers of expressions that count from the publication day or from the expression before."""

from datetime import date, datetime, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates import calendar as cal
from pipeline.language.dates.lengths import amount_value, length_value
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene, reading, unread
from pipeline.language.dates.yearless import occurrence, weekday

PUBLICATION = "publication"
PREVIOUS = "previous expression"
_UNKNOWN = "publication day unknown"
_NO_STORY = "no dated expression before it"
_LETTER = {"N": "M", "T": "0Y", "C": "00Y"}
_GRANULARITY = {
    "D": "day",
    "W": "week",
    "F": "week",
    "N": "month",
    "Q": "quarter",
    "Y": "year",
    "T": "decade",
}


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
    number, which, week = int(found.groups["weekday"]), found.figure("which"), found.figure("which2")
    if scene.day is None:
        return unread(f"XXXX-WXX-{number}", "day", _UNKNOWN)
    if week is not None:
        day = cal.later(scene.day, 7 * week - scene.day.isoweekday() + number)
        return reading(cal.day_period(day), PUBLICATION, "weekday of a week that is named") if day else None
    start = scene.last.interval.start if scene.history and scene.last else None
    if start is not None:
        day = cal.later(start.date(), (number - start.isoweekday()) % 7)
        return reading(cal.day_period(day), PREVIOUS, "first such weekday in the story") if day else None
    day = weekday(number, which, scene)
    return (
        reading(cal.day_period(day), PUBLICATION, f"nearest such weekday, {scene.tense or 'no'} tense") if day else None
    )


def read_deictic(found: Found, scene: Scene) -> Reading | None:
    """yesterday; tomorrow morning."""
    day = cal.later(scene.day, int(found.groups["deictic"])) if scene.day else None
    if day is None:
        return unread("PRESENT_REF" if found.groups["deictic"] == "0" else "XXXX-XX-XX", "day", _UNKNOWN)
    return reading(cal.day_period(day), PUBLICATION, "counted from the publication day")


def read_part_today(found: Found, scene: Scene) -> Reading | None:
    """this morning; last night."""
    day = cal.later(scene.day, -1 if found.groups["this"] == "last" else 0) if scene.day else None
    if day is None:
        return unread("XXXX-XX-XX", "day", _UNKNOWN)
    return reading(cal.day_period(day), PUBLICATION, "counted from the publication day")


def read_holiday(found: Found, scene: Scene) -> Reading | None:
    """Christmas Day; Good Friday 1998; last Easter."""
    rule, year, which = found.groups["holiday"], found.figure("year"), found.figure("which")
    if year is not None:
        day = cal.holiday(rule, year)
        return reading(cal.day_period(day), "explicit", "holiday of a stated year") if day else None
    tense = {-1: "past", 1: "future"}.get(which or 0, scene.tense)
    day = occurrence(lambda y: cal.holiday(rule, y), Scene(scene.day, tense))
    if day is None:
        return unread("XXXX-XX-XX", "day", _UNKNOWN)
    return reading(cal.day_period(day), PUBLICATION, "nearest such holiday")


def read_weekend(found: Found, scene: Scene) -> Reading | None:
    """the weekend; last weekend: in past tense the one that has begun, in future tense the one to come."""
    which, day = found.figure("which"), scene.day
    if day is None:
        return unread("XXXX-WXX-WE", "day", _UNKNOWN)
    step = 0 if which == 0 else which
    if step is None:
        step = 0 if day.isoweekday() > 5 or scene.tense in ("future", "present") else -1
    other = cal.later(day, 7 * step)
    return reading(cal.weekend_period(other), PUBLICATION, "nearest weekend") if other else None


def read_which(found: Found, scene: Scene) -> Reading | None:
    """last week; next month; this year; the end of the year."""
    unit, which = found.groups["unit"], found.figure("which") or 0
    other = cal.shifted(scene.day, which, unit) if scene.day else None
    if scene.day and other is None:
        return unread("PRESENT_REF" if not which else "PAST_REF" if which < 0 else "FUTURE_REF", None, "vague")
    if other is None:
        return unread(_unit_open(unit), _GRANULARITY.get(unit), _UNKNOWN)
    start = cal.midnight(other.replace(day=1)).date() if unit in "NQYTC" else other
    period = cal.unit_period(start if unit == "N" else other, unit)
    return reading(period, PUBLICATION, "counted from the publication day", found.get("edge")) if period else None


def _unit_open(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "N": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}.get(unit, "XXXX")


def read_side(found: Found, scene: Scene) -> Reading | None:
    """earlier this month: from its start to the publication day; later this year: from there to its end."""
    whole = read_which(found, scene)
    if whole is None or scene.day is None or None in whole.interval:
        return whole
    earlier = found.groups["side"] == "earlier"
    now = cal.midnight(scene.day)
    span = Interval(whole.interval.start, now) if earlier else Interval(now, whole.interval.end)
    if earlier and span.start == now:
        span = Interval(now, now + timedelta(1))
    modifier = "start" if earlier else "end"
    return whole._replace(interval=span, granularity="range", modifier=modifier, reason="up to the publication day")


def _count(found: Found, *names: str) -> float | None:
    """The number of units; None when the words leave it open."""
    text = found.get(*names)
    plain = (text or "").replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdecimal() else None


def _at(day: date | None, amount: float, unit: str) -> cal.Period | None:
    """The whole unit that lies so many units from a day."""
    if day is None or abs(amount) > 5000:
        return None
    if unit in "HMS":
        return None
    other = cal.shifted(day, amount, unit)
    fine = "N" if unit == "Y" and amount % 1 else "Y" if unit in "TC" else "W" if unit == "F" else unit
    return cal.unit_period(other, fine) if other else None


def read_ago(found: Found, scene: Scene) -> Reading | None:
    """three years ago: the year; two days ago: the day."""
    unit, count = found.groups["unit"], _count(found, "number")
    if count is None:
        return unread("PAST_REF", None, "number left open")
    if unit in "HMS":
        return _clock_ago(unit, count, scene)
    period = _at(scene.day, -count, unit)
    if period is None:
        return unread(amount_value(found.groups["number"], unit), _GRANULARITY.get(unit), _UNKNOWN)
    return reading(period, PUBLICATION, "counted from the publication day", found.get("approx"))


def _clock_ago(unit: str, count: float, scene: Scene) -> Reading:
    """two hours ago: today, as the hour of publication is not known."""
    if scene.day is None or (unit != "H" and count > 600) or (unit == "H" and count > 23):
        return unread("PAST_REF", "hour", "hour of publication unknown")
    return reading(cal.day_period(scene.day), PUBLICATION, "hours before publication: same day", "approx")


def read_ahead(found: Found, scene: Scene) -> Reading | None:
    """in two weeks' time."""
    unit, count = found.get("unit", "unit2") or "D", _count(found, "number", "number2")
    period = _at(scene.day, count, unit) if count is not None else None
    if period is None:
        return unread("FUTURE_REF", None, "number left open" if count is None else _UNKNOWN)
    return reading(period, PUBLICATION, "counted from the publication day")


def _story_day(scene: Scene) -> date | None:
    """The day or first day that the story told last."""
    start = scene.last.interval.start if scene.last else None
    return start.date() if start else None


def read_story_shift(found: Found, scene: Scene) -> Reading | None:
    """two days later; three years earlier: from the expression before."""
    unit, count = found.groups["unit"], _count(found, "number")
    back = found.groups["later"] in ("earlier", "before", "previously", "beforehand")
    if count is None:
        return unread("PAST_REF" if back else "FUTURE_REF", None, "number left open")
    day = _story_day(scene) or (scene.day if back else None)
    fine_enough = not scene.last or scene.last.granularity in ("day", "hour") or unit not in "DW"
    period = _at(day, -count if back else count, unit) if fine_enough else None
    if period is None:
        return unread(amount_value(found.groups["number"], unit), None, _NO_STORY, "DURATION")
    if unit == "W" and scene.last and scene.last.granularity == "day" and day:
        period = cal.day_period(cal.shifted(day, (-count if back else count), unit) or day)
    anchor = PREVIOUS if scene.last else PUBLICATION
    return reading(period, anchor, "counted from the expression before", found.get("approx"))


def read_vague_shift(found: Found, scene: Scene) -> Reading | None:
    """days later: how many is left open, so only the next day that is named can tell (see `resolve`)."""
    back = found.groups["later"] in ("earlier", "before")
    return unread("PAST_REF" if back else "FUTURE_REF", None, "number left open")


def read_story_next(found: Found, scene: Scene) -> Reading | None:
    """the next day; the previous year; the day before."""
    unit = found.get("unit", "unit2") or "D"
    back = {"previous", "preceding", "before", "earlier"} & set(found.groups.values())
    day = _story_day(scene)
    period = _at(day, -1 if back else 1, unit) if day else None
    if period is None:
        return unread(_unit_open(unit), _GRANULARITY.get(unit), _NO_STORY)
    return reading(period, PREVIOUS, "counted from the expression before")


def read_same(found: Found, scene: Scene) -> Reading | None:
    """that day; the same year; that summer."""
    day, season = _story_day(scene), found.get("season")
    if day is None:
        return unread("XXXX", None, _NO_STORY)
    if season is not None:
        return reading(cal.season_period(day.year, season), PREVIOUS, "of the year told before")
    period = cal.unit_period(day, found.get("unit") or "D")
    return reading(period, PREVIOUS, "of the expression before") if period else None


def read_nth(found: Found, scene: Scene) -> Reading | None:
    """the 15th: of the month told before."""
    number, told = int(found.groups["nth"][:-2]), _story_day(scene)
    day = cal.valid(told.year, told.month, number) if told and scene.last and scene.last.granularity == "day" else None
    return reading(cal.day_period(day), PREVIOUS, "of the month told before") if day else None


def read_past(found: Found, scene: Scene) -> Reading | None:
    """the past three years: up to the publication day."""
    return _stretch(found, scene, -1)


def read_next(found: Found, scene: Scene) -> Reading | None:
    """the next three days: from the publication day."""
    return _stretch(found, scene, 1)


def _stretch(found: Found, scene: Scene, side: int) -> Reading | None:
    unit, text = found.groups["unit"], found.get("number") or "1"
    count = _count(found, "number") if "number" in found.groups else 1.0
    value = length_value(text, unit)
    granularity = _GRANULARITY.get(unit)
    other = cal.shifted(scene.day, side * count, unit) if scene.day and count and count < 5000 else None
    if other is None or scene.day is None:
        why = "number left open" if count is None else "clock units" if unit in "HMS" else _UNKNOWN
        return Reading(value, OPEN, granularity, None, why, "DURATION")
    ends = sorted((cal.midnight(other), cal.midnight(scene.day)))
    return Reading(value, Interval(*ends), granularity, PUBLICATION, "counted from the publication day", "DURATION")


def read_clock(found: Found, scene: Scene) -> Reading | None:
    """5:30 p.m.; 4 a.m. Wednesday: of the day named with it, told before, or unknown."""
    hour, minute = _clock(found)
    if hour is None:
        return None
    stamp, unit = f"T{hour:02d}:{minute:02d}", 1 if minute else 60
    day = _clock_day(found, scene)
    if day is None:
        return Reading(f"XXXX-XX-XX{stamp}", OPEN, "hour", None, "day not told", "TIME")
    start = datetime.combine(day.date(), datetime.min.time()) + timedelta(hours=hour, minutes=minute)
    span = Interval(start, start + timedelta(minutes=unit))
    anchor = PUBLICATION if found.get("weekday", "deictic") else PREVIOUS
    return Reading(f"{day.date().isoformat()}{stamp}", span, "hour", anchor, "hour of a day that is told", "TIME")


def _clock_day(found: Found, scene: Scene) -> datetime | None:
    if "weekday" in found.groups or "deictic" in found.groups:
        named = read_weekday(found, scene) if "weekday" in found.groups else read_deictic(found, scene)
        return named.interval.start if named else None
    last = scene.last
    return last.interval.start if last and last.granularity in ("day", "hour") else None


def _clock(found: Found) -> tuple[int | None, int]:
    """Hour and minute of the day."""
    parts = [int(p) for p in (found.get("clock", "clock2") or "").replace(".", ":").split(":") if p]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    half = (found.get("ampm") or "")[:1]
    if (half and not 1 <= hour <= 12) or hour > 23 or (not half and len(parts) == 1 and "clock2" not in found.groups):
        return None, 0
    return (hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour), minute
