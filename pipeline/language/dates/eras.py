"""Readers of decades, centuries, and what lies before the calendar."""

from pipeline.language.dates import calendar as cal
from pipeline.language.dates.absolute import EXPLICIT
from pipeline.language.dates.scene import Found, Reading, Scene, reading, unread

_BC = "before Christ: outside the calendar"


def read_decade(found: Found, scene: Scene) -> Reading | None:
    """the 1990s; the '60s; the sixties: of the last century unless it says otherwise."""
    year, short, word = found.figure("decade"), found.figure("twenty"), found.figure("decade_word")
    if year is None:
        year = 1900 + (short if short is not None else 10 * (word or 0))
    return reading(cal.decade_period(year), *EXPLICIT, found.get("edge"))


def read_century(found: Found, scene: Scene) -> Reading | None:
    """the 19th century; before Christ there is no interval, as calendars in use cannot hold it."""
    number = int(found.groups["century_ordinal"])
    if "bc" in found.groups:
        return unread(f"BC{number - 1:02d}", "century", _BC)
    return reading(cal.century_period(number), *EXPLICIT, found.get("edge"))


def read_ancient(found: Found, scene: Scene) -> Reading | None:
    """480 BC; the autumn of 481 BC; September 480 BC."""
    value = f"BC{int(found.groups['bc']):04d}"
    if (month := found.figure("month")) is not None:
        return unread(f"{value}-{month:02d}", "month", _BC)
    season = found.get("season")
    return unread(f"{value}-{season}", "season", _BC) if season else unread(value, "year", _BC)
