"""What comparing two names says."""

from typing import NamedTuple


class Verdict(NamedTuple):
    """same | maybe | different, a score 0 to 1, and the reason in words."""

    verdict: str
    score: float
    reason: str


def same(score: float, reason: str) -> Verdict:
    """The names are of one thing, wherever they stand."""
    return Verdict("same", score, reason)


def maybe(score: float, reason: str) -> Verdict:
    """The names fit, and what stands around them must decide."""
    return Verdict("maybe", score, reason)


def different(reason: str) -> Verdict:
    """The names are of two things."""
    return Verdict("different", 0.0, reason)
