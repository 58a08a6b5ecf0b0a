"""models/*/stories.toml as typed objects: points, limits, and the classes of happenings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Happening(NamedTuple):
    """A [[class]]: words for one kind of happening."""

    name: str
    types: frozenset[str]
    lemmas: frozenset[str]
    needs: frozenset[str]
    bars: frozenset[str]
    mutual: bool
    lasting: bool
    once: bool


class Limits(NamedTuple):
    """The numbers of [limits]; their meaning stands beside them in the file."""

    threshold: float
    window_days: int
    stale_days: int
    narrow_days: int
    neighbours: int


@dataclass(frozen=True)
class Weights:
    """What `merge` is told by the resource."""

    limits: Limits
    points: Mapping[str, float]
    type_pairs: frozenset[frozenset[str]]
    class_pairs: frozenset[frozenset[str]]
    by_lemma: Mapping[str, tuple[Happening, ...]]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Weights":
        """The rules of a parsed stories.toml; raises KeyError where something is missing."""
        by_lemma: dict[str, list[Happening]] = {}
        for happening in map(_happening, data["class"]):
            for lemma in sorted(happening.lemmas):
                by_lemma.setdefault(lemma, []).append(happening)
        return cls(
            limits=Limits(**data["limits"]),
            points=data["weights"],
            type_pairs=frozenset(frozenset(pair) for pair in data["compatible"]["types"]),
            class_pairs=frozenset(frozenset(pair) for pair in data["compatible"]["classes"]),
            by_lemma={lemma: tuple(found) for lemma, found in by_lemma.items()},
        )

    def happening(self, event_type: str, lemma: str, trigger: str, words: frozenset[str]) -> Happening | None:
        """The first class that the trigger and the clause fit; None if they fit none."""
        around = words | frozenset(trigger.lower().split())
        for candidate in self.by_lemma.get(lemma.lower(), ()):
            typed = not event_type or event_type in candidate.types
            if typed and (not candidate.needs or candidate.needs & around) and not candidate.bars & around:
                return candidate
        return None

    def types_agree(self, first: str, second: str) -> bool:
        """Can events of these types be one?"""
        return first == second or frozenset((first, second)) in self.type_pairs

    def classes_agree(self, first: Happening, second: Happening) -> bool:
        """Can happenings of these classes be one?"""
        return first.name == second.name or frozenset((first.name, second.name)) in self.class_pairs

    def families(self, event_type: str) -> list[str]:
        """The names of the blocks in which events of this type meet all that they can join."""
        return [event_type, *sorted("+".join(sorted(pair)) for pair in self.type_pairs if event_type in pair)]


def _happening(data: Mapping[str, Any]) -> Happening:
    return Happening(
        name=data["name"],
        types=frozenset(data["types"]),
        lemmas=frozenset(data["lemmas"]),
        needs=frozenset(data.get("with", ())),
        bars=frozenset(data.get("without", ())),
        mutual=data.get("mutual", False),
        lasting=data.get("lasting", False),
        once=data.get("once", False),
    )
