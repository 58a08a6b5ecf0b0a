"""What `models/en/copies.toml` says: limits, and words that may or may not differ in a copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Limits:
    """Thresholds of copies, as the file explains them."""

    share: float
    near: float
    rival: float
    spelling: float
    least: int
    brief: int
    brief_title: float
    brief_share: float
    brief_days: int
    rows: int
    days: int
    common: int
    compared: int


@dataclass(frozen=True)
class Rules:
    """Limits, and lower-case words: free to differ, never to be left out, and figures."""

    limits: Limits
    free: frozenset[str]
    turning: frozenset[str]
    figures: frozenset[str]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Rules":
        """From the parsed file."""
        words = {
            name: frozenset(w for group in data[name].values() for w in group)
            for name in ("free", "turning", "figures")
        }
        return cls(Limits(**data["limits"]), **words)
