"""Which year is meant when none is said: the nearest that fits the tense, or that of the story so far."""

from collections.abc import Callable, Iterable
from datetime import date

from pipeline.language.dates.calendar import later, valid
from pipeline.language.dates.scene import Scene

# How many times farther off a past date may be than a future one and still be meant, by tense. From tests on
# newswire: news tells mostly of the past, but never blindly of the year before.
_REACH = {"past": 6.0, "weak past": 2.0, "present": 1.5, "weak future": 1.0, "future": 1 / 6}
LAST, NEXT = "last", "next"  # in place of a tense: the one before the publication day, or the one after it, is said
_OPEN_REACH = 3.0  # when the tense is unclear


def nearest(candidates: Iterable[date], scene: Scene) -> date | None:
    """The candidate that fits the publication day and the tense best; a day equal to it counts as past, but not as the
    last one.
    """
    day = scene.day
    if day is None:
        return None
    past: date | None = max((c for c in candidates if c < day or (c == day and scene.tense != LAST)), default=None)
    ahead = min((c for c in candidates if c > day), default=None)
    if scene.tense in (LAST, NEXT):
        return past if scene.tense == LAST else ahead
    if past is None or ahead is None:
        return past or ahead
    reach = _REACH.get(scene.tense or "", _OPEN_REACH)
    return past if (day - past).days <= reach * (ahead - day).days else ahead


def year_of(month: int, day: int, scene: Scene) -> tuple[int | None, str | None, str]:
    """The year of a month and day that lacks one, its anchor, and the reason."""
    if scene.lent is not None:
        return scene.lent, "previous expression", "year of the expression beside it"
    if scene.bc is not None:
        return None, None, "before Christ: outside the calendar"
    if scene.between is not None:
        return scene.between, "previous expression", "year of the dated expressions before and after it"
    told = scene.story if scene.history else None
    if told is not None:
        return _following(told, month, day), "previous expression", "year of the expression before it"
    found = nearest(_days(scene.day, lambda year: valid(year, month, day)), scene) if scene.day else None
    if found is None:
        return None, None, "no year: publication day unknown"
    how = "counted from" if scene.tense in (LAST, NEXT) else "nearest to"
    return found.year, "publication", f"{how} the publication day, {scene.tense or 'no'} tense"


def _days(around: date, make: Callable[[int], date | None]) -> list[date]:
    """The same date in the years about a day; leap days four years about."""
    return [d for year in range(around.year - 4, around.year + 5) if 0 < year < 10000 and (d := make(year))]


def _following(told: date, month: int, day: int) -> int:
    """The year that brings the date nearest to where the story stands, forward rather than back."""
    options = [(told.year + step, d) for step in (0, 1, -1) if (d := valid(told.year + step, month, min(day, 28)))]
    forward = {1: 2.0, -1: 4.0, 0: 1.0}
    return min(options, key=lambda o: abs((o[1] - told).days) * forward[o[0] - told.year])[0]


def occurrence(make: Callable[[int], date | None], scene: Scene) -> date | None:
    """The occurrence of a yearly day that fits best."""
    return nearest(_days(scene.day, make), scene) if scene.day else None


def weekday(number: int, which: int | None, scene: Scene) -> date | None:
    """The weekday (ISO number) that is meant, seen from the publication day."""
    day = scene.day
    if day is None:
        return None
    back = later(day, -((day.isoweekday() - number) % 7))
    if which is None:
        ahead = scene.tense in ("future", "weak future", "present")
        return later(back, 7) if back and ahead and back != day else back
    if which < 0:
        return later(day, -7) if back == day else back
    monday = later(day, 1 - day.isoweekday())
    return later(monday, number - 1 + 7 * which) if monday else None
