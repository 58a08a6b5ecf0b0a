"""Weighted sums of named numbers: log odds that two mentions are one thing."""

from collections.abc import Mapping

from pipeline.matching.coreference.rules import Limits

_NEVER = -1000.0  # no mean of other pairs makes up for it


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log odds; what has no weight does not count."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def bounded(features: Mapping[str, float], weights: Mapping[str, float], limits: Limits) -> float:
    """The log odds, held within what one pair may say; a man and a woman are never one."""
    if features.get("sexes differ"):
        return _NEVER
    return max(-limits.most, min(limits.most, score(features, weights)))


def reason(features: Mapping[str, float], weights: Mapping[str, float], most: int = 3) -> str:
    """The names of what speaks loudest for the pair."""
    parts = sorted(((value * weights.get(name, 0.0), name) for name, value in features.items()), reverse=True)
    return ", ".join(name for amount, name in parts[:most] if amount > 0 and name != "bias") or "nothing speaks against"
