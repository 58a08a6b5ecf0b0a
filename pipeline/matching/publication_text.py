"""The publication window that a text implies: every expression is weighed under each candidate day."""

import re
from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

import numpy as np

from pipeline.language.dates.calendar import midnight
from pipeline.language.dates.stated import Clue
from pipeline.matching.publication_days import Counts, Days, Scores
from pipeline.matching.publication_evidence import Evidence, Style, weigh
from pipeline.matching.publication_window import Window

_YEARS = 30  # beyond the newest year told: a text that tells no year for longer is none of news
_YEAR_SURE = 0.68  # share of all likelihood that must lie within half a year of the likeliest day
_SURE = 0.8  # share of that which the window must hold
_HALF = 180  # days
_WIDEST = 45  # days: a wider window says less than it seems to
_TELLING = 0.5  # natural logarithm by which a clue must favour the window to be named as a reason
_NAMED = 3  # reasons given
# How old the newest year told is, in years: on half of TimeBank, AQUAINT, MEANTIME, w5h1, PolNeAR and 500 Reuters
# stories 34, 41, 20, 7, 7 and 4 were 0 to 5 years old, 19 were older.
_AFTER_YEAR = (0.26, 0.31, 0.15, 0.05, 0.05, 0.03)
# The chance that the newest day or month with its year is so old falls as (days + 180) ** -2.4: it is as likely of
# some months ago as of last week, and seldom of years ago.
_STEEP, _FLAT = 2.4, 180
_NEWS = 0.85  # the chance that a day with its year is the news itself if the story opens with it
# Of a window known from elsewhere: how far an article can lie beyond it, and how unlikely it is to.
_REACH, _AWAY, _FARTHER, _SURE_NEAR = timedelta(14), -6.0, 0.05, 0.9
_MOVING = ("weekday", "dateline", "together")  # the clues that tell one day from the next
_SAID = 120  # days: agencies say no year of what is newer, unless it is that of the year before
_OPEN = 250  # characters
_OPENING = re.compile(r"(?:^|[.!?\n]\s*)(?:\w+\s+)?$")


class _Newest(NamedTuple):
    """The newest day, month or year told that is not said to lie ahead."""

    first: date
    clue: Clue


def implied(clues: Sequence[Clue], text: str) -> Window | None:
    """The narrowest window that holds most likelihood; None if that is wide, or no year is told."""
    newest = _newest(clues)
    if newest is None:
        return None
    first = newest.first.replace(month=1, day=1)
    days = Days.between(first, first.replace(year=min(first.year + _YEARS, MAXYEAR)))
    style = _style(clues, text)
    evidence = [_age(newest, days, style), *weigh(clues, days, style)]
    near = _near(_chances(evidence))
    if near is None:
        return None
    begin, last = _narrowest(near, _SURE)
    last = max(last, begin + (not style.wire))  # without a dateline it may be told on the day after
    return _window(evidence, days, (begin, last)) if last - begin < _WIDEST else None


def settled(window: Window, clues: Sequence[Clue], text: str) -> Window:
    """A window that is known from elsewhere, as the article's own weekdays and dates narrow or move it.

    They may move it by some days: stories on one event are not all of one day.
    """
    days = Days.between(window.start.date() - _REACH, window.end.date() + _REACH)
    away = np.maximum(
        0, np.maximum(window.start.toordinal() - days.ordinals, days.ordinals - window.end.toordinal() + 1)
    )
    evidence = [Evidence(np.where(away > 0, _AWAY - _FARTHER * away, 0.0), window.reason)]
    evidence += weigh([c for c in clues if c.kind in _MOVING], days, _style(clues, text))
    first, last = _narrowest(_chances(evidence), _SURE_NEAR)
    return _window(evidence, days, (first, last))


def _chances(evidence: Sequence[Evidence]) -> Scores:
    """The chance of each candidate day, all adding up to 1."""
    total = np.sum([e.scores for e in evidence], axis=0)
    chances = np.exp(total - total.max())
    return np.asarray(chances / chances.sum())


def _window(evidence: Sequence[Evidence], days: Days, places: tuple[int, int]) -> Window:
    start = midnight(date.fromordinal(int(days.ordinals[places[0]])))
    return Window(start, start + timedelta(places[1] - places[0] + 1), _reason(evidence, _chances(evidence), places))


def _near(chances: Scores) -> Scores | None:
    """The chances of the days about the likeliest, nothing elsewhere; None if the year is open."""
    best = int(np.argmax(chances))
    near = np.zeros_like(chances)
    around = slice(max(0, best - _HALF), best + _HALF)
    near[around] = chances[around]
    return near / near.sum() if near.sum() >= _YEAR_SURE else None


def _newest(clues: Sequence[Clue]) -> _Newest | None:
    told = [_Newest(first, c) for c in clues if c.tense == "past" and (first := _first(c))]
    return max(told, key=lambda t: (t.first.year, t.clue.kind != "year", t.first), default=None)


def _first(clue: Clue) -> date | None:
    """The first day of an expression that has its year."""
    parts = clue.value.split("-")
    if clue.kind not in ("day", "month", "year") or not all(p.isdecimal() for p in parts):
        return None
    return date(int(parts[0]), *(int(p) for p in [*parts[1:], "1", "1"][:2]))


def _opens(text: str, at: int) -> bool:
    """Does the story open with this expression, but for one word before it?"""
    return at < _OPEN and _OPENING.search(text[max(0, at - 20) : at]) is not None


def _style(clues: Sequence[Clue], text: str) -> Style:
    opening = next((c.char_start for c in clues if c.kind == "day" and _opens(text, c.char_start or 0)), None)
    weekdays = any(c.kind == "weekday" and c.tense == "past" for c in clues)
    return Style(opening, weekdays, any(c.kind == "dateline" for c in clues))


def _age(newest: _Newest, days: Days, style: Style) -> Evidence:
    """How likely a text is that tells nothing newer."""
    age = days.ordinals - newest.first.toordinal()
    years = days.months // 12 - newest.first.year
    if newest.clue.kind == "year" or (newest.clue.kind == "month" and style.wire):
        chances = _by_year(years)
    elif newest.clue.kind == "day" and newest.clue.char_start == style.opening:
        news = np.select([age == 0, age == 1], [0.6, 0.4], 0.0)
        chances = _NEWS * news + (1 - _NEWS) * _by_age(age)
    else:
        chances = _by_age(age) * np.where((age < _SAID) & (years == 0) & style.wire, 0.1, 1.0)
    return Evidence(np.log(np.maximum(chances, 1e-7)), f"the year is that of {newest.clue.text!r} or soon after")


def _by_year(years: Counts) -> Scores:
    rest = (1 - sum(_AFTER_YEAR)) / (_YEARS - len(_AFTER_YEAR) + 1)
    return np.array([*_AFTER_YEAR, *[rest] * _YEARS])[years] / 365


def _by_age(age: Counts) -> Scores:
    chances = np.where(age < 0, 0.0, (np.maximum(age, 0) + float(_FLAT)) ** -_STEEP)
    return np.asarray(chances / chances.sum())


def _narrowest(chances: Scores, share: float) -> tuple[int, int]:
    """The first and last place of the shortest stretch that holds the share wanted; the likeliest of such."""
    sums = np.concatenate([[0.0], np.cumsum(chances)])
    ends = np.searchsorted(sums, sums[:-1] + share - 1e-9, "left")
    starts = np.flatnonzero(ends < len(sums))
    lengths = ends[starts] - starts
    best = min(zip(lengths, -(sums[ends[starts]] - sums[starts]), starts, strict=True))
    return int(best[2]), int(best[2] + best[0] - 1)


def _reason(evidence: Sequence[Evidence], chances: Scores, window: tuple[int, int]) -> str:
    """The clues that favour the window most, in words."""
    inside = slice(window[0], window[1] + 1)
    weights = chances[inside] / chances[inside].sum()
    gains = [float(weights @ e.scores[inside] - np.log(np.mean(np.exp(e.scores)))) for e in evidence]
    ranked = sorted(zip(gains, evidence, strict=True), key=lambda pair: -pair[0])
    told = dict.fromkeys(e.reason for gain, e in ranked if gain >= _TELLING)
    return "; ".join([*told][:_NAMED]) or "all that is told"
