"""Readers of clock times, which need a day from elsewhere."""

from datetime import datetime, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates.relative import PREVIOUS, PUBLICATION, read_deictic, read_weekday
from pipeline.language.dates.scene import OPEN, Found, Reading, Scene


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
