"""Readers of expressions that count from the expression before: two days later, the next day, that year."""

from datetime import date

from pipeline.language.dates import calendar as cal
from pipeline.language.dates.lengths import length_value
from pipeline.language.dates.relative import GRANULARITY, PREVIOUS, PUBLICATION, number_of, unit_at, unit_open
from pipeline.language.dates.scene import Found, Reading, Scene, reading, unread

_NO_STORY = "no dated expression before it"


def story_day(scene: Scene) -> date | None:
    """The day or first day that the story told last."""
    start = scene.last.interval.start if scene.last else None
    return start.date() if start else None


def read_story_shift(found: Found, scene: Scene) -> Reading | None:
    """two days later; three years earlier: from the expression before."""
    unit, count = found.groups["unit"], number_of(found, "number")
    back = found.groups["later"] in ("earlier", "before", "previously", "beforehand")
    if count is None:
        return unread("PAST_REF" if back else "FUTURE_REF", None, "number left open")
    day = story_day(scene) or (scene.day if back else None)
    fine_enough = not scene.last or scene.last.granularity in ("day", "hour") or unit not in "DW"
    period = unit_at(day, -count if back else count, unit) if fine_enough else None
    if period is None:
        return unread(length_value(found.groups["number"], unit), None, _NO_STORY, "DURATION")
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
    day = story_day(scene)
    period = unit_at(day, -1 if back else 1, unit) if day else None
    if period is None:
        return unread(unit_open(unit), GRANULARITY.get(unit), _NO_STORY)
    return reading(period, PREVIOUS, "counted from the expression before")


def read_same(found: Found, scene: Scene) -> Reading | None:
    """that day; the same year; that summer."""
    day, season = story_day(scene), found.get("season")
    if day is None:
        return unread("XXXX", None, _NO_STORY)
    if season is not None:
        return reading(cal.season_period(day.year, season), PREVIOUS, "of the year told before")
    period = cal.unit_period(day, found.get("unit") or "D")
    return reading(period, PREVIOUS, "of the expression before") if period else None


def read_nth(found: Found, scene: Scene) -> Reading | None:
    """the 15th: of the month told before."""
    number, told = int(found.groups["nth"][:-2]), story_day(scene)
    day = cal.valid(told.year, told.month, number) if told and scene.last and scene.last.granularity == "day" else None
    return reading(cal.day_period(day), PREVIOUS, "of the month told before") if day else None
