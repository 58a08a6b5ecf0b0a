"""Weighted sums of named numbers: log odds that two mentions are one thing."""

from collections.abc import Mapping

Weights = Mapping[str, Mapping[str, float]]


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log odds; what has no weight does not count."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def reason(features: Mapping[str, float], weights: Mapping[str, float], most: int = 3) -> str:
    """The names of what speaks loudest for the pair."""
    parts = sorted(((value * weights.get(name, 0.0), name) for name, value in features.items()), reverse=True)
    return ", ".join(name for amount, name in parts[:most] if amount > 0 and name != "bias") or "nothing speaks against"
