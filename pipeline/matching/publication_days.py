"""Candidate days of publication, and how far each lies from a day, month or season of the calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Days:
    """Every day from `first` on, `count` of them."""

    first: date
    count: int

    @classmethod
    def between(cls, first: date, end: date) -> "Days":
        """The days from `first` to before `end`."""
        return cls(first, (end - first).days)

    @cached_property
    def ordinals(self) -> Counts:
        """The days as `date.toordinal` counts them."""
        return np.arange(self.first.toordinal(), self.first.toordinal() + self.count, dtype=np.int64)

    @cached_property
    def months(self) -> Counts:
        """The months of the days, counted from the year 0."""
        return months_of(self.ordinals)

    @property
    def weekdays(self) -> Counts:
        """1 to 7, from Monday."""
        return (self.ordinals - 1) % 7 + 1

    def since(self, day: Callable[[int], date | None]) -> Counts:
        """Days since the last occurrence of a yearly day, given by its day in a year."""
        marks = self._marks(day)
        return self.ordinals - marks[np.searchsorted(marks, self.ordinals, "right") - 1]

    def until(self, day: Callable[[int], date | None]) -> Counts:
        """Days until the next occurrence of a yearly day, 0 on that day."""
        marks = self._marks(day)
        return marks[np.searchsorted(marks, self.ordinals, "left")] - self.ordinals

    def _marks(self, day: Callable[[int], date | None]) -> Counts:
        """Its occurrences, from before the first day to after the last (a leap day may need eight years)."""
        years = range(self.first.year - 8, self.first.year + self.count // 365 + 9)
        return np.array([d.toordinal() for y in years if (d := day(y))], dtype=np.int64)


def months_of(ordinals: Counts) -> Counts:
    """The months of days, counted from the year 0."""
    since_1970 = (ordinals - date(1970, 1, 1).toordinal()).astype("datetime64[D]").astype("datetime64[M]")
    return np.asarray(since_1970.astype(np.int64) + 1970 * 12)
