"""Readers of lengths, frequencies and vague words: expressions with no place in the calendar."""

from pipeline.language.dates.scene import OPEN, Found, Reading, Scene, unread

# TIMEX3 spells the units that it lacks in those that it has: letter, factor.
_DATES = {
    "D": ("D", 1),
    "W": ("W", 1),
    "F": ("W", 2),
    "E": ("WE", 1),
    "N": ("M", 1),
    "Q": ("Q", 1),
    "Y": ("Y", 1),
}
_LONG = {"T": ("Y", 10), "C": ("Y", 100)}
_CLOCK = {"H": "H", "M": "M", "S": "S"}
_OPEN = {"T": "DE", "C": "CE"}
_HALVES = {"Y": "6M", "H": "30M", "M": "30S"}
GRANULARITY = {
    "S": "hour", "M": "hour", "H": "hour", "D": "day", "W": "week", "F": "week", "E": "day",
    "N": "month", "Q": "quarter", "Y": "year", "T": "decade", "C": "century",
}  # fmt: skip


def length_value(number: str, unit: str) -> str:
    """The TIMEX3 value of a length: P2W, PT24H, P10Y, PXM."""
    if unit in _CLOCK:
        return f"PT{_plain(number, 1)}{_CLOCK[unit]}"
    if number == "X" and unit in _OPEN:
        return f"PX{_OPEN[unit]}"
    letter, factor = {**_DATES, **_LONG}[unit]
    return f"P{_plain(number, factor)}{letter}"


def _plain(number: str, factor: int) -> str:
    """A number as TIMEX3 writes it."""
    if number == "X":
        return "X"
    value = float(number.replace(",", "")) * factor
    return str(int(value)) if value == int(value) else str(value)


def _with_half(number: str, unit: str) -> str:
    """A number of units and a half of one: P2Y6M, PT1M30S."""
    whole, half = int(float(number)), _HALVES.get(unit)
    if half is None or float(number) - whole != 0.5:
        return length_value(number, unit)
    return f"{length_value(str(whole), unit)}{half}" if whole else f"P{'T' if unit in _CLOCK else ''}{half}"


def _counted(found: Found) -> str:
    """The number of units with its fraction, as text."""
    number, fraction = found.groups.get("number", "1"), found.get("fraction")
    if fraction is None or number == "X":
        return number
    return str(float(number.replace(",", "")) + float(fraction))


def read_length(found: Found, scene: Scene) -> Reading | None:
    """24 hours; two-week."""
    if "unit_long" in found.groups:
        number, unit = found.groups["unit_long"][0], found.groups["unit_long"][1]
    else:
        number, unit = _counted(found), found.get("unit") or "Y"
    value = length_value(number, unit) if number == "X" else _with_half(number.replace(",", ""), unit)
    return Reading(value, OPEN, GRANULARITY[unit], None, "length without an anchor", "DURATION", found.get("approx"))


def read_open_length(found: Found, scene: Scene) -> Reading | None:
    """months; decades."""
    unit = found.groups["unit"]
    return Reading(length_value("X", unit), OPEN, GRANULARITY[unit], None, "length left open", "DURATION")


def read_length_between(found: Found, scene: Scene) -> Reading | None:
    """12 to 18 months; a year or two: the number is left open."""
    unit, approx = found.groups["unit"], found.get("approx")
    return Reading(length_value("X", unit), OPEN, GRANULARITY[unit], None, "length between two", "DURATION", approx)


def read_every(found: Found, scene: Scene) -> Reading | None:
    """every Monday; each year; twice a week."""
    unit, weekday, month = found.get("unit"), found.get("weekday"), found.get("month")
    if weekday is not None:
        part = f"T{found.groups['part']}" if "part" in found.groups else ""
        return unread(f"XXXX-WXX-{weekday}{part}", "day", "recurs", "SET")
    if month is not None:
        day = found.figure("day")
        value = f"XXXX-{int(month):02d}" + (f"-{day:02d}" if day else "")
        return unread(value, "day" if day else "month", "recurs", "SET")
    if unit is None:
        code = found.get("part")
        return unread(f"XXXX-XX-XXT{code}" if code else f"XXXX-{found.get('season')}", None, "recurs", "SET")
    number = found.get("number") or ("2" if "other" in found.groups else "1")
    return unread(length_value(number, unit), GRANULARITY[unit], "recurs", "SET")


def read_often(found: Found, scene: Scene) -> Reading | None:
    """daily."""
    return unread(found.groups["often"], None, "recurs", "SET")


def read_vague(found: Found, scene: Scene) -> Reading | None:
    """recent; now; soon."""
    return unread(found.get("now") or "PRESENT_REF", None, "vague")


def read_vague_term(found: Found, scene: Scene) -> Reading | None:
    """the short term; recent weeks; the past few years."""
    unit = found.get("unit")
    value = found.get("term") or (length_value("X", unit) if unit else "PXY")
    return unread(value, None, "vague", "DURATION")
