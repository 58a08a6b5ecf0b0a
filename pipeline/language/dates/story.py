"""Readers of expressions that count from the expression before: two days later, the next day, that year."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.language.dates import calendar as cal
from pipeline.language.dates.fiscal import year_before
from pipeline.language.dates.lengths import GRANULARITY, length_value
from pipeline.language.dates.relative import PREVIOUS, PUBLICATION, UNKNOWN, number_of, unit_at, unit_open
from pipeline.language.dates.scene import Found, Reading, Scene, reading, unread
from pipeline.language.dates.yearless import nearest

_NO_STORY, _COARSER = "no dated expression before it", "the expression before is coarser"
_FINE = ("day", "hour")
_FINER = {  # unit → granularities as fine
    "D": _FINE,
    "W": (*_FINE, "week"),
    "F": (*_FINE, "week"),
    "N": (*_FINE, "week", "month"),
    "Q": (*_FINE, "week", "month", "quarter"),
}


def _why(scene: Scene) -> str:
    """Why nothing can be counted from the expression before."""
    return _NO_STORY if scene.story is None else _COARSER


def _to_the_day(scene: Scene, unit: str) -> Scene:
    """For "that day" the day told a moment ago, though a month or a year was told since."""
    return replace(scene, last=scene.last_day) if unit == "D" and scene.last_day else scene


def fine_enough(scene: Scene, unit: str) -> bool:
    """Was the expression before told as exactly as the unit that is counted from it?"""
    told = scene.last.granularity if scene.last else None
    return told in _FINER.get(unit, ()) or unit not in _FINER


def partly(scene: Scene, unit: str) -> str:
    """The TIMEX3 value of a day of the month, or of the year, that was told before."""
    last = scene.last.value if scene.last and scene.last.granularity in ("month", "year") else "XXXX"
    return f"{last[:7]}{'-XX' * (3 - len(last[:7].split('-')))}" if unit == "D" else unit_open(unit)


def read_story_shift(found: Found, scene: Scene) -> Reading | None:
    """two days later; three years earlier: from the expression before."""
    unit, count, side = found.groups["unit"], number_of(found, "number"), int(found.groups["later"])
    if count is None:
        return unread("PAST_REF" if side < 0 else "FUTURE_REF", None, "number left open")
    if (unit, count, side) == ("Y", 1, -1) and (quarter := year_before(scene)):
        return quarter
    day = scene.story or (scene.day if side < 0 else None)
    exact = not scene.last or scene.last.granularity in _FINE or unit not in "DW"
    period = unit_at(day, side * count, unit) if exact and unit not in "HMS" else None
    if period is None:
        return unread(length_value(found.groups["number"], unit), None, _why(scene), "DURATION")
    if unit == "W" and scene.last and scene.last.granularity == "day" and day:
        period = cal.day_period(cal.shifted(day, side * count, unit) or day)
    anchor, told = (PREVIOUS, "expression before") if scene.last else (PUBLICATION, "publication day")
    return reading(period, anchor, f"counted from the {told}", found.get("approx"))


def read_vague_shift(found: Found, scene: Scene) -> Reading | None:
    """days later: how many is left open, so only the next day that is named can tell (see `resolve`)."""
    return unread("PAST_REF" if int(found.groups["later"]) < 0 else "FUTURE_REF", None, "number left open")


def read_story_next(found: Found, scene: Scene) -> Reading | None:
    """the next day; the previous year; the day before."""
    unit = found.get("unit") or "D"
    scene = _to_the_day(scene, unit)
    if scene.story is None or not fine_enough(scene, unit):
        return unread(unit_open(unit), GRANULARITY.get(unit), _why(scene))
    other = cal.shifted(scene.story, found.figure("step", "later") or 1, unit)
    period = cal.unit_period(other, unit) if other else None
    return reading(period, PREVIOUS, "counted from the expression before") if period else None


def read_same(found: Found, scene: Scene) -> Reading | None:
    """that day; the same year; that summer."""
    unit, season = found.get("unit") or "D", found.get("season")
    scene = _to_the_day(scene, unit)
    day = scene.story
    if day is None:
        return unread("XXXX", None, _NO_STORY)
    if season is not None:
        return reading(cal.season_period(day.year, season), PREVIOUS, "of the year told before")
    if not fine_enough(scene, unit):
        return unread(partly(scene, unit), GRANULARITY.get(unit), _COARSER)
    period = cal.unit_period(day, unit)
    return reading(period, PREVIOUS, "of the expression before") if period else None


def read_part_told(found: Found, scene: Scene) -> Reading | None:
    """In the morning, at noon: of the day told before."""
    if scene.story is None or not fine_enough(scene, "D"):
        return unread("XXXX-XX-XX", None, _why(scene))
    return reading(cal.day_period(scene.story), PREVIOUS, "of the day told before")


def read_nth(found: Found, scene: Scene) -> Reading | None:
    """the 15th: of the month told before."""
    number, told = int(found.groups["nth"][:-2]), scene.story
    if told and scene.last and scene.last.granularity == "day":
        day = cal.valid(told.year, told.month, number)
        return reading(cal.day_period(day), PREVIOUS, "of the month told before") if day else None
    months = [cal.months_on(scene.day.replace(day=1), step) for step in range(-2, 3)] if scene.day else []
    days = [d for month in months if month and (d := cal.valid(month.year, month.month, number))]
    near = nearest(days, scene)
    return reading(cal.day_period(near), PUBLICATION, f"nearest, {scene.tense or 'no'} tense") if near else None


def read_day_told(found: Found, scene: Scene) -> Reading | None:
    """July 25 of that year."""
    month, number = int(found.groups["month"]), int(found.groups["day"])
    day = cal.valid(scene.story.year, month, number) if scene.story else None
    if day is None:
        return unread(f"XXXX-{month:02d}-{number:02d}", "day", _NO_STORY)
    return reading(cal.day_period(day), PREVIOUS, "of the year told before")


def read_month_told(found: Found, scene: Scene) -> Reading | None:
    """July of that year."""
    month = int(found.groups["month"])
    if scene.story is None:
        return unread(f"XXXX-{month:02d}", "month", _NO_STORY)
    return reading(cal.month_period(scene.story.year, month), PREVIOUS, "of the year told before", found.get("edge"))


def _stepped(month: int, step: int, told: date) -> int:
    """The year of the next such month after the one told, or of the last before it."""
    return told.year + (-(month >= told.month) if step < 0 else (month <= told.month))


def read_month_step(found: Found, scene: Scene) -> Reading | None:
    """the previous April; the following May."""
    month, step, told = int(found.groups["month"]), int(found.groups["step"]), scene.story
    if told is None:
        return unread(f"XXXX-{month:02d}", "month", _NO_STORY)
    year = _stepped(month, step, told)
    return reading(cal.month_period(year, month), PREVIOUS, "counted from the expression before")


def read_season_step(found: Found, scene: Scene) -> Reading | None:
    """the next spring; the following winter."""
    season, step, told = found.groups["season"], int(found.groups["step"]), scene.story
    if told is None:
        return unread(f"XXXX-{season}", "season", _NO_STORY)
    month = cal.season_month(season)
    year = _stepped(month, step, told)
    return reading(cal.season_period(year, season), PREVIOUS, "counted from the expression before")


def read_weekday_told(found: Found, scene: Scene) -> Reading | None:
    """the following Friday; the previous Friday: from the day told before, else from that of publication."""
    number, step = int(found.groups["weekday"]), int(found.groups["step"])
    near = scene.last is not None and scene.last.granularity in _FINE
    told = scene.story if near else scene.day
    if told is None:
        return unread(f"XXXX-WXX-{number}", "day", UNKNOWN)
    days = (number - told.isoweekday() - 1) % 7 + 1 if step > 0 else -((told.isoweekday() - number - 1) % 7 + 1)
    anchor = PREVIOUS if near else PUBLICATION
    return reading(cal.day_period(told + timedelta(days)), anchor, "counted from the day told before")


def read_year_told(found: Found, scene: Scene) -> Reading | None:
    """the year; the current year; the full year: where the text stands."""
    if scene.now is None:
        return unread(scene.bc or "XXXX", "year", UNKNOWN)
    year = scene.now.year + (found.figure("told") or 0)
    return reading(cal.year_period(year), scene.anchor, "the year at hand")


def read_edge_told(found: Found, scene: Scene) -> Reading | None:
    """the end of the year; month's end: of where the text stands."""
    unit = found.groups["unit"]
    period = cal.unit_period(scene.now, unit) if scene.now else None
    if period is None:
        return unread(unit_open(unit), GRANULARITY.get(unit), UNKNOWN)
    return reading(period, scene.anchor, "the one at hand", found.get("edge"))
