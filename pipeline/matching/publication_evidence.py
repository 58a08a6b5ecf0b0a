"""What each clue of a text makes of every candidate day: a score and the reason in words.

A score is the logarithm of how likely the clue is in an article of that day, up to a constant. The shapes are those of
news: a day told without its year is recent, a weekday is that of yesterday or today, a year is said of what is older.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from pipeline.language.dates.calendar import season_period, valid
from pipeline.language.dates.stated import Clue
from pipeline.matching.publication_days import Counts, Days, Scores, months_of

LEAD = 500  # characters: what is told here is the news
_OPENING = 900  # characters in which the weekday told first is that of the news
_NEVER = -6.0  # a tense or a date may be misread, so nothing is quite impossible
# The chance that a day told without its year is so many days off falls as (days + 20) ** -1.5: the newest of a text was
# within 30 days in 11 of 31 articles and within 100 in 25.
_FLAT, _STEEP = 20.0, 1.5
_WHOLE = 0.335  # the sum of these over 300 days
# The chance that a day is that of the news if the story opens with it, if the lead tells it, elsewhere. Where weekdays
# are told as well they tell the news, and a day is said of what is older.
_NEWS = {True: (0.5, 0.15, 0.0), False: (0.85, 0.7, 0.0)}
_TWO_YEARS, _DISAGREE = -1.5, -9.0
_ELSEWHERE = np.log(0.01 / 365)  # a dateline that is misread says nothing
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
# Publication minus the weekday that the lead tells first as past, in days, 0 to 6. On half of TimeBank, AQUAINT,
# MEANTIME, w5h1 and PolNeAR: 47, 23, 6, 7, 3, 1, 1; here some more for those that are misread.
_AFTER_WEEKDAY = np.log([0.47, 0.23, 0.09, 0.08, 0.05, 0.04, 0.04])
_AFTER_DATELINE = {0: 0.8, 1: 0.17, 2: 0.02}  # days: a dateline is of the day of writing


class Evidence(NamedTuple):
    """The score of each candidate day under one clue, and what the clue says of it in words."""

    scores: Scores
    reason: str


class Style(NamedTuple):
    """How an article tells its days: where it opens with one (None if it does not), whether by weekdays, as a wire."""

    opening: int | None
    weekdays: bool
    wire: bool


def weigh(clues: Sequence[Clue], days: Days, style: Style) -> list[Evidence]:
    """What every clue that bears on the day makes of the candidates; one told twice counts once."""
    weekday = next((c for c in clues if c.kind == "weekday" and c.tense == "past" and _at(c) < _OPENING), None)
    once = {(c.kind, c.value, c.tense): c for c in reversed(clues)}
    found = [scores for c in reversed(once.values()) if (scores := _yearless(c, days, style))]
    return [*found, *([_weekday(weekday, days)] if weekday else []), *_dated(clues, days)]


def _at(clue: Clue) -> int:
    return clue.char_start or 0


def _yearless(clue: Clue, days: Days, style: Style) -> Evidence | None:
    """A clue that recurs every year or month."""
    match clue.kind:
        case "dateline":
            return _dateline(clue, days)
        case "day":
            return _day(clue, days, style)
        case "month":
            return _month(clue, days)
        case "season":
            return _season(clue, days)
        case "together":
            return _together(clue, days)
    return None


def _dateline(clue: Clue, days: Days) -> Evidence | None:
    """SEOUL, Nov 12: written on that day, published then or on the next."""
    gap = _since(clue.value, days)
    if gap is None:
        return None
    scores = np.full(days.count, _ELSEWHERE)
    for after, share in _AFTER_DATELINE.items():
        scores[gap == after] = np.log(share)
    return Evidence(scores, f"the dateline has {clue.text!r}")


def _day(clue: Clue, days: Days, style: Style) -> Evidence | None:
    """November 12: recent if it is told as past, near if it is told as future."""
    gap, ahead = _since(clue.value, days), _until(clue.value, days)
    if gap is None or ahead is None:
        return None
    if clue.tense == "past":
        return _past(clue, gap, style)
    if clue.tense == "future":
        return Evidence(_near(ahead), f"{clue.text!r} is still to come")
    return Evidence(_near(np.minimum(gap, ahead)), f"{clue.text!r} is near")


def _past(clue: Clue, gap: Counts, style: Style) -> Evidence:
    opens, leads = clue.char_start == style.opening, _at(clue) < LEAD
    news = _NEWS[style.weekdays][0 if opens else 1 if leads else 2]
    scores = _recent(gap, news, 0.2 if style.weekdays else 1.0)
    return Evidence(scores, f"{clue.text!r} is told as {'the news' if opens else 'past'}")


def _recent(gap: Counts, news: float, week: float) -> Scores:
    """The day of the news, of today or yesterday; else one for which a weekday no longer serves."""
    today = np.select([gap == 0, gap == 1, gap == 2], [0.5, 0.4, 0.1], 0.0)
    older = np.where(gap < 6, week, 1.0) * np.exp(_near(gap)) / _WHOLE
    return np.asarray(np.log(news * today + (1 - news) * older))


def _near(gap: Counts) -> Scores:
    """The nearer the likelier; beyond ten months the year would be said."""
    return np.where(gap > 300, _NEVER, 0.0) - _STEEP * np.log(gap + _FLAT)


def _month(clue: Clue, days: Days) -> Evidence | None:
    """June: within the year before if it is told as past, within the year to come if as future."""
    match = _YEARLESS.fullmatch(clue.value)
    if match is None or clue.tense not in ("past", "future"):
        return None
    gone = (days.months - int(match[1]) + 1) % 12
    gap = gone if clue.tense == "past" else (-gone) % 12
    scores = np.where(gap > 10, -2.0, np.where(gap > 8, -1.0, np.where(gap == 0, -0.7, 0.0)))
    side = "is told as past" if clue.tense == "past" else "is still to come"
    return Evidence(scores, f"{clue.text!r} {side}")


def _season(clue: Clue, days: Days) -> Evidence | None:
    """In the summer: it has begun, and is not the one before the last."""
    if not clue.value.startswith("XXXX") or clue.tense != "past":
        return None
    gap = days.since(lambda year: _first(year, clue.value[-2:]))
    return Evidence(np.where(gap > 270, -2.0, 0.0), f"{clue.text!r} is told as past")


def _first(year: int, season: str) -> date | None:
    start = season_period(year, season).interval.start
    return start.date() if start else None


def _together(clue: Clue, days: Days) -> Evidence | None:
    """One day told in two ways: only some years or weeks make them agree."""
    value, way = clue.value.split(" ")
    gap = _since(value, days) if clue.tense != "future" else _until(value, days)
    if gap is None:
        return None
    signed = gap if clue.tense != "future" else -gap
    agree = _agree(way, signed, days)
    if clue.tense not in ("past", "future"):
        ahead = _until(value, days)
        agree |= _agree(way, -ahead, days) if ahead is not None else False
    return Evidence(np.where(agree, 0.0, _DISAGREE), f"{' '.join(clue.text.split())!r} agree")


def _agree(way: str, gap: Counts, days: Days) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Is the day so many days ago what the counting calls it?"""
    if way.startswith("XXXX-WXX-"):
        return np.asarray((days.weekdays - gap - 1) % 7 + 1 == int(way[-1]))
    step, unit = int(way[:-1]), way[-1]
    if unit == "D":
        return np.asarray(gap == -step)
    then = days.ordinals - gap
    if unit == "W":
        return np.asarray((then - 1) // 7 == (days.ordinals - 1) // 7 + step)
    return np.asarray(months_of(then) == days.months + step)


def _weekday(clue: Clue, days: Days) -> Evidence:
    """Monday, first in the lead: the day of the news."""
    gap = (days.weekdays - int(clue.value[-1])) % 7
    return Evidence(_AFTER_WEEKDAY[gap], f"the lead tells of {clue.text}")


def _since(value: str, days: Days) -> Counts | None:
    match = _YEARLESS.fullmatch(value)
    return days.since(lambda year: valid(year, int(match[1]), int(match[2] or 1))) if match else None


def _until(value: str, days: Days) -> Counts | None:
    match = _YEARLESS.fullmatch(value)
    return days.until(lambda year: valid(year, int(match[1]), int(match[2] or 1))) if match else None


def _dated(clues: Sequence[Clue], days: Days) -> Iterable[Evidence]:
    """What is told with its year: not before what is past, not after what is to come."""
    past = [c for c in clues if c.earliest and not c.latest]
    ahead = [c for c in clues if c.latest and not c.earliest]
    yield from _apart(past, clues, days)
    for clue in past:
        early = days.ordinals < clue.earliest.toordinal() if clue.earliest else False
        yield Evidence(np.where(early, _NEVER, 0.0), f"{clue.text!r} is told as past")
    for clue in ahead:
        gap = clue.latest.toordinal() - days.ordinals if clue.latest else days.ordinals
        yield Evidence(np.where(gap < 0, _NEVER, -np.log(np.maximum(gap, 0) + 200)), f"{clue.text!r} is still to come")


def _apart(past: Sequence[Clue], clues: Sequence[Clue], days: Days) -> Iterable[Evidence]:
    """Who tells "Aug. 6" beside "August 1988" tells two years apart."""
    yearless = {c.value[5:7]: c for c in reversed(clues) if c.kind == "day" and _YEARLESS.fullmatch(c.value)}
    for clue in past:
        if clue.kind == "month" and clue.value[5:] in yearless:
            same = days.months // 12 == int(clue.value[:4])
            told = f"{yearless[clue.value[5:]].text!r} is told beside {clue.text!r}"
            yield Evidence(np.where(same, _TWO_YEARS, 0.0), told)
