"""Years that a like story lends: "June 19" here is "June 19, 2024" there."""

from collections.abc import Sequence
from datetime import datetime

from pipeline.language.dates.stated import Clue

_OPEN = "XXXX-"  # the year of a day that is told without one


def with_years(clues: Sequence[Clue], like: Sequence[Clue]) -> list[Clue]:
    """The clues, with the year for each day told without one that a like story tells with one.

    A day that the like story tells of two years is left out. Months are not lent: stories tell of many Augusts.
    """
    years = _years(like)
    return [_dated(c, years[c.value[5:]]) if _is_open(c) and c.value[5:] in years else c for c in clues]


def _is_open(clue: Clue) -> bool:
    return clue.kind == "day" and clue.tense != "future" and clue.value.startswith(_OPEN)


def _years(clues: Sequence[Clue]) -> dict[str, str]:
    """Day of the year → the one year that it is told with."""
    told = {c.value for c in clues if c.kind == "day" and c.tense != "future" and c.value[:4].isdecimal()}
    days = [value[5:] for value in told]
    return {value[5:]: value[:4] for value in sorted(told) if days.count(value[5:]) == 1}


def _dated(clue: Clue, year: str) -> Clue:
    value = f"{year}-{clue.value[5:]}"
    return clue._replace(value=value, text=f"{clue.text}, {year}", tense="past", earliest=datetime.fromisoformat(value))
