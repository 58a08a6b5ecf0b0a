"""How likely a row of `events` is right: evidence, weighed. What the evidence is: see evidence.py."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp
from typing import Any


@dataclass(frozen=True)
class Confidence:
    """Weights of evidence, from models/*/confidence.toml.

    The logistic of their sum orders rows; `steps`, pairs of that number and of the share that was right near it, make a
    probability of it, with straight lines between.
    """

    bias: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)
    steps: tuple[tuple[float, float], ...] = ()

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Confidence":
        """Read the table [confidence]; evidence that it does not list weighs nothing."""
        steps = tuple((float(at), float(share)) for at, share in data.get("steps", ()))
        return cls(data.get("bias", 0.0), dict(data.get("weights", {})), steps)

    def of(self, evidence: Iterable[str]) -> float:
        """The probability that an event with this evidence has type, actor, recipient and status right."""
        return round(self._right(self.order(evidence)), 2)

    def order(self, evidence: Iterable[str]) -> float:
        """The logistic of the summed weights, 0 to 1."""
        return 1 / (1 + exp(-self.bias - sum(self.weights.get(name, 0.0) for name in evidence)))

    def _right(self, place: float) -> float:
        """The share right at that place: between the two steps around it, or that of the first or last step."""
        for (left, low), (right, high) in pairwise(self.steps):
            if left <= place < right:
                return low + (high - low) * (place - left) / (right - left)
        if not self.steps:
            return place
        return self.steps[0][1] if place < self.steps[0][0] else self.steps[-1][1]
