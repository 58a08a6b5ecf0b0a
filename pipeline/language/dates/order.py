"""In which order does an outlet write day and month? Its other dates tell."""

from collections.abc import Sequence

from pipeline.language.dates.calendar import valid
from pipeline.language.dates.scene import Found


def day_first(found: Sequence[Found]) -> bool | None:
    """True if the article's other dates have the day first, False if the month; None if neither, or both, occur."""
    seen = {order for one in found if (order := _order(one)) is not None}
    return seen.pop() if len(seen) == 1 else None


def _order(one: Found) -> bool | None:
    """The order of one date that leaves no doubt about its own."""
    if one.rule.reads == "slashed":
        year, a, b = (int(one.groups[name]) for name in ("year", "a", "b"))
        either = valid(year, b, a) is not None, valid(year, a, b) is not None
        return None if either[0] == either[1] else either[0]
    if "first_day" in one.groups:
        return True
    return False if "month_first" in one.groups else None
