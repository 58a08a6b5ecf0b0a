"""Readers of clock times, which need a day from elsewhere."""

from datetime import date, datetime, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates.absolute import read_day
from pipeline.language.dates.calendar import day_period
from pipeline.language.dates.relative import PREVIOUS, PUBLICATION, read_deictic, read_weekday
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene

_MIDNIGHT = 24
_THESE_DAYS = 7  # from publication: an hour in news is not of a day farther off
_AFTERNOON = ("AF", "EV", "NI")


def read_clock(found: Found, scene: Scene) -> Reading | None:
    """5:30 p.m.; 4 a.m. Wednesday; noon on 3 May: of the day named with it, told before, or unknown."""
    named = _named(found, scene)
    if named is None:
        return _at(found, *_told(scene))
    day = named.interval.start.date() if named.interval.start else None
    return _at(found, day, named.anchor, "hour of the day named with it")


def read_stamp(found: Found, scene: Scene) -> Reading | None:
    """13:30 GMT at the head of a line: of the day of publication. A figure alone needs minutes to be a time."""
    if ":" not in found.groups["clock"] and not {"zone", "ampm"} & found.groups.keys():
        return None
    return _at(found, scene.day, PUBLICATION, "time stamp of a line: day of publication")


def _at(found: Found, day: date | None, anchor: str | None, reason: str) -> Reading | None:
    """The hour of a day; None if there is no such hour."""
    hour, minute = _clock(found)
    if hour is None:
        return None
    stamp = f"T{hour:02d}:{minute:02d}{found.get('zone') or ''}"
    if day is None:
        return Reading(f"XXXX-XX-XX{stamp}", OPEN, "hour", None, "day not told", "TIME")
    if hour == _MIDNIGHT:
        whole, value = day_period(day), f"{day.isoformat()}{stamp}"
        return Reading(value, whole.interval, "day", anchor, "midnight, at either end of a day that is told", "TIME")
    start = datetime.combine(day, datetime.min.time()) + timedelta(hours=hour, minutes=minute)
    span = Interval(start, start + timedelta(minutes=1 if minute else 60))
    return Reading(f"{day.isoformat()}{stamp}", span, "hour", anchor, reason, "TIME")


def _named(found: Found, scene: Scene) -> Reading | None:
    """The day that is named with the hour."""
    if "month" in found.groups:
        return read_day(found, scene)
    if "weekday" in found.groups:
        return read_weekday(found, scene)
    return read_deictic(found, scene) if "deictic" in found.groups else None


def _told(scene: Scene) -> tuple[date | None, str | None, str]:
    """The day told a moment ago, in news if it is of these days; else, in news, the day of publication."""
    start = scene.last_day.interval.start if scene.last_day else None
    told = start.date() if start else None
    near = scene.day is not None and told is not None and abs((told - scene.day).days) <= _THESE_DAYS
    if told and (near or scene.since_day == 0 or scene.history or scene.day is None):
        return told, PREVIOUS, "hour of the day told before"
    if scene.history or scene.day is None:
        return None, None, "day not told"
    return scene.day, PUBLICATION, "no day told: hour of the day of publication"


def _clock(found: Found) -> tuple[int | None, int]:
    """Hour and minute of the day; None if there is no such hour."""
    if (four := found.get("four")) is not None:
        return int(four[:2]), int(four[2:])
    said = found.get("clock", "hhmm", "clock_word") or ""
    parts = [int(part) for part in said.replace(".", ":").split(":") if part]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    half = found.get("ampm", "half")
    if (half and not 1 <= hour <= 12) or hour > 24 or (hour == 24 and "clock_word" not in found.groups):
        return None, 0
    if not half:
        return hour, minute
    return hour % 12 + (12 if half in _AFTERNOON else 0), minute
