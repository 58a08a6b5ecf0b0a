"""What `models/en` tells coreference: word lists, fitted weights, limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.matching.coreference.words import Lists

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Limits:
    """Log odds from which mentions join, and articles from which likeness they are compared; see the file."""

    within: float
    pronoun: float
    across: float
    unknown: float
    apart: float
    most: float
    likeness: float


@dataclass(frozen=True)
class Rules:
    """`weights` by the shapes of the two: in one article, for pronouns, across articles."""

    lists: Lists
    say: frozenset[str]
    weights: Weights
    limits: Limits

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Rules":
        """From coreference.toml, coreference_weights.toml and speech.toml together. Raises KeyError, TypeError."""
        return cls(Lists.from_toml(data), frozenset(data["say"]["words"]), data["weights"], Limits(**data["limits"]))
