"""What `models/en` tells the coreference of events: words, fitted weights, limits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.language.events.speech import Speech
from pipeline.matching.coreference.events.lexicon import Lexicon

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Limits:
    """Log odds from which mentions of one article and groups of two join; see the file."""

    within: float
    across: float
    unknown: float
    apart: float
    most: float
    likeness: float


@dataclass(frozen=True)
class EventRules:
    """`within` and `across` are the weights by the names of the numbers."""

    words: Lexicon
    speech: Speech
    within: Weights
    across: Weights
    limits: Limits

    @classmethod
    def from_tables(cls, data: Mapping[str, Any], rows: Iterable[Sequence[str]], speech: Speech) -> "EventRules":
        """From event_coreference.toml and its weights, and words/deeds.csv. Raises KeyError, TypeError."""
        weights = data["weights"]
        return cls(
            Lexicon.from_tables(data, rows), speech, weights["within"], weights["across"], Limits(**data["limits"])
        )
