"""What a measure counts, and the figures that come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class Tally:
    """Counts behind precision (right of predicted) and recall (found of wanted).

    `right` and `found` differ only where the two sides count different things, such as mentions against forms.
    """

    right: int = 0
    predicted: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    def figures(self, name: str) -> dict[str, float]:
        """Precision, recall and F1; nothing if there was nothing to find and nothing was predicted."""
        if not self.predicted and not self.wanted:
            return {}
        precision, recall = _ratio(self.right, self.predicted), _ratio(self.found, self.wanted)
        f1 = _ratio(2 * precision * recall, precision + recall)
        return {f"{name}precision": precision, f"{name}recall": recall, f"{name}f1": f1}


@dataclass(frozen=True)
class Share:
    """How many of some items are right. `expected` > 0 makes a share of nothing 0 instead of unmeasured."""

    right: int = 0
    items: int = 0
    expected: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.items + other.items, self.expected + other.expected)

    def figures(self, name: str) -> dict[str, float]:
        """The share; nothing if there was nothing to measure."""
        return {name: _ratio(self.right, self.items)} if self.items or self.expected else {}


class Slip(NamedTuple):
    """One error: the article's file name, what kind of error, and the words concerned."""

    article: str
    kind: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """What one measure found: counts by the name that their figures begin with, and the errors behind them."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()

    def __add__(self, other: "Outcome") -> "Outcome":
        tallies = {k: self.tallies.get(k, Tally()) + v for k, v in other.tallies.items()}
        shares = {k: self.shares.get(k, Share()) + v for k, v in other.shares.items()}
        return Outcome({**self.tallies, **tallies}, {**self.shares, **shares}, self.slips + other.slips)


def matched(pairs: int, predicted: int, wanted: int) -> Tally:
    """The tally of a one-to-one match."""
    return Tally(pairs, predicted, pairs, wanted)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
