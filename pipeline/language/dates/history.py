"""Does a text tell of the past throughout, and where does its story stand?"""

from collections.abc import Sequence

from pipeline.language.article import Interval
from pipeline.language.dates.scene import Found, Reading

_DATED = frozenset({"day", "month", "year", "numeric"})
_FULL = frozenset({"day", "month", "numeric"})
_TODAY = frozenset({"deictic", "side", "which", "ago", "weekday"})
_NEWSY = 0.08  # share of expressions counted from today above which a text is no history
_OLD = 0.55  # share of its years that lie two years or more before publication above which it is one
_FEW, _UNDATED = 4, 8  # years that a text must tell to be one, with and without a known publication day
_ASIDE = 3  # years: a bare year farther from where a history stands is a look aside
_PLACED = ("day", "hour", "week", "month", "season", "year", "quarter")


def is_history(found: Sequence[Found], published: Interval) -> bool:
    """Does the text tell of the past throughout? Then most of its years lie well before its publication."""
    years = [year for f in found if f.rule.reads in _DATED and (year := f.figure("year"))]
    if sum(f.rule.reads in _TODAY for f in found) > _NEWSY * len(found):
        return False
    if published.start is None:
        return len(years) >= _UNDATED
    now = published.start.year
    return len(years) >= _FEW and sum(y < now - 1 for y in years) > _OLD * len(years)


def full_years(found: Sequence[Found]) -> list[int | None]:
    """For each match the year in which a history stands by the full dates about it: that of the last one before it and
    of the next one after it, where they agree.
    """
    full = [f.figure("year") if f.rule.reads in _FULL and f.get("month", "mm") else None for f in found]
    before, after = _carried(full), _carried(full[::-1])[::-1]
    return [a if a == b else None for a, b in zip(before, after, strict=True)]


def _carried(years: Sequence[int | None]) -> list[int | None]:
    """Each place's last year that is not None."""
    out: list[int | None] = []
    for year in years:
        out.append(year if year is not None or not out else out[-1])
    return out


def moves_on(result: Reading, last: Reading | None, history: bool) -> bool:
    """Does the story now stand there? Histories look aside: "it was revealed in 2005", "to this day"."""
    start, told = result.interval.start, last.interval.start if last else None
    if start is None or result.granularity not in _PLACED:
        return False
    if not history or (result.granularity in ("day", "hour", "month") and result.anchor == "explicit"):
        return True
    aside = told is not None and abs(start.year - told.year) > _ASIDE
    return result.anchor != "publication" and not aside
