"""models/*/main_event.toml as typed objects: points, limits, and the few words that the finder must know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.language.events.ontology import Ontology
from pipeline.language.events.speech import Speech

_LISTS = ("relaying", "speaking", "saying", "selves", "states", "inside", "at", "adjuncts")


class Limits(NamedTuple):
    """The numbers of [limits]; their meaning stands beside them in the file."""

    sentences: int
    words: int
    near_days: int
    least: float


@dataclass(frozen=True)
class Rules:
    """What `find_main_event` is told by the resource."""

    limits: Limits
    points: Mapping[str, float]
    when: Mapping[str, float]
    confidence: Mapping[str, float]
    lead: tuple[float, ...]  # points of the first sentence of the lead, the second, ...
    relaying: frozenset[str]
    speaking: frozenset[str]
    saying: frozenset[str]
    selves: frozenset[str]
    states: frozenset[str]
    inside: frozenset[str]
    at: frozenset[str]
    adjuncts: frozenset[str]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Rules":
        """The rules of a parsed main_event.toml; raises KeyError where something is missing."""
        words = {name: frozenset(data[name]["words"]) for name in _LISTS}
        return cls(
            Limits(**data["limits"]),
            data["points"],
            data["when"],
            data["confidence"],
            tuple(data["lead"]["points"]),
            **words,
        )


class Models(NamedTuple):
    """What the finder needs of models/. `anything` is the ontology that knows the nouns of all events."""

    rules: Rules
    speech: Speech
    anything: Ontology
