"""What a reader of time expressions is given, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.language.article import Interval
from pipeline.language.dates.calendar import Period
from pipeline.language.dates.patterns import Rule

OPEN = Interval(None, None)


class Found(NamedTuple):
    """A match of a rule, or one of the expressions that it is made of: offsets into the text, the sentence, what each
    slot means, and the size of the whole match in characters.
    """

    start: int
    end: int
    sentence: int
    rule: Rule
    groups: Mapping[str, str]
    size: int

    def get(self, *names: str) -> str | None:
        """The first of these slots that matched anything."""
        return next((self.groups[name] for name in names if name in self.groups), None)

    def figure(self, *names: str) -> int | None:
        """The same as a whole number; None if it is no figure."""
        text = self.get(*names)
        return int(text) if text is not None and text.lstrip("-").isdecimal() else None


class Reading(NamedTuple):
    """What an expression stands for; `interval` may be open, `value` may hold X for what is unknown."""

    value: str
    interval: Interval
    granularity: str | None
    anchor: str | None
    reason: str
    kind: str = "DATE"
    modifier: str | None = None


@dataclass(frozen=True)
class Scene:
    """What an expression is read against.

    `day` is the publication day or None; `tense` that of the clause; `last` the expression before it in the text that
    has a place in the calendar; `lent` a year that a neighbouring expression lends; `history` whether the text tells of
    the past throughout, so that the expression before counts more than the day; `last_day` the day told last, if that
    was a moment ago, `since_day` sentences ago; `between` the year in which a history stands by the full dates before
    and after the expression; `quarter` the first day of a quarter that was told a moment ago; `bc` the year before
    Christ that the story stands in, as TIMEX3 writes it; `day_first` whether the outlet writes the day before the
    month, None if unknown.
    """

    day: date | None
    tense: str | None = None
    last: Reading | None = None
    lent: int | None = None
    history: bool = False
    quarter: date | None = None
    last_day: Reading | None = None
    since_day: int = 0
    between: int | None = None
    bc: str | None = None
    day_first: bool | None = None

    @property
    def story(self) -> date | None:
        """The day or first day that the text told last."""
        start = self.last.interval.start if self.last else None
        return start.date() if start else None

    @property
    def now(self) -> date | None:
        """Where the text stands: in a history at what it told last, in news at the day of publication."""
        return self.story if self.history and self.story else self.day

    @property
    def anchor(self) -> str:
        """The name of the anchor that `now` is."""
        return "previous expression" if self.history and self.story else "publication"


def reading(period: Period, anchor: str | None, reason: str, modifier: str | None = None) -> Reading:
    """A period of the calendar as what an expression stands for."""
    return Reading(period.value, period.interval, period.granularity, anchor, reason, "DATE", modifier)


def unread(value: str, granularity: str | None, reason: str, kind: str = "DATE") -> Reading:
    """An expression without a place in the calendar."""
    return Reading(value, OPEN, granularity, None, reason, kind)
