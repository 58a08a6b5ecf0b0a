"""The figures that measure one story, side by side, and whether they can all hold."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

_ABOUT = 0.1  # "about 11,000" may be a tenth more or less


class FigureKey(NamedTuple):
    """One quantity that measures an event of the story; bounds are inclusive, None = open; `holder`: whose it is."""

    unit: str | None
    low: float | None
    high: float | None
    qualifier: str
    sources: tuple[str, ...]
    article_id: str
    holder: str | None = None


class Figure(NamedTuple):
    """One figure, with all who give it, all articles that print it and all whose it is said to be."""

    unit: str | None
    low: float | None
    high: float | None
    qualifier: str
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    holders: tuple[str, ...] = ()


def figures(quantities: Iterable[FigureKey]) -> list[Figure]:
    """Every different figure once, in order of unit and size; none is thrown away."""
    found: dict[tuple[str | None, float | None, float | None, str], list[FigureKey]] = {}
    for quantity in quantities:
        found.setdefault(quantity[:4], []).append(quantity)
    rows = [
        Figure(
            *key,
            tuple(sorted({s for q in same for s in q.sources})),
            tuple(sorted({q.article_id for q in same})),
            tuple(sorted({q.holder for q in same if q.holder})),
        )
        for key, same in found.items()
    ]
    return sorted(rows, key=lambda f: (f.unit or "", f.low or 0.0, f.high or 0.0, f.qualifier))


def conflicting(rows: Sequence[Figure]) -> bool:
    """Is there a pair for one unit that cannot both hold?"""
    return any(_unit(a) == _unit(b) and _apart(a, b) for a, b in combinations(rows, 2))


def _unit(figure: Figure) -> str:
    """What is counted, by the last word: "Malian soldiers" and "soldiers" are one unit."""
    words = (figure.unit or "").lower().split()
    return words[-1].removesuffix("s") if words else ""


def _apart(a: Figure, b: Figure) -> bool:
    (low, high), (other_low, other_high) = _bounds(a), _bounds(b)
    return high < other_low or other_high < low


def _bounds(figure: Figure) -> tuple[float, float]:
    slack = _ABOUT if figure.qualifier == "about" else 0.0
    low = float("-inf") if figure.low is None else figure.low * (1 - slack)
    high = float("inf") if figure.high is None else figure.high * (1 + slack)
    return low, high
