"""models/*/stories.toml as typed objects: points, limits, and the classes of happenings."""

from collections.abc import Iterable, Mapping
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
    types: Mapping[str, frozenset[str]]  # type -> the other types that its events may join
    classes: Mapping[str, frozenset[str]]
    families: Mapping[str, tuple[str, ...]]  # type -> the blocks in which it meets all that it can join
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
            types=_partners(data["compatible"]["types"]),
            classes=_partners(data["compatible"]["classes"]),
            families=_families(data["compatible"]["types"]),
            by_lemma={lemma: tuple(found) for lemma, found in by_lemma.items()},
        )

    def happening(self, event_type: str, lemma: str, trigger: str, words: frozenset[str]) -> Happening | None:
        """The first class that the trigger and the clause fit; None if they fit none."""
        around = words | frozenset(trigger.lower().split())
        for candidate in self._candidates(lemma.lower()):
            typed = not event_type or event_type in candidate.types
            if typed and (not candidate.needs or candidate.needs & around) and not candidate.bars & around:
                return candidate
        return None

    def types_agree(self, first: str, second: str) -> bool:
        """Can events of these types be one?"""
        return first == second or second in self.types.get(first, ())

    def classes_agree(self, first: Happening, second: Happening) -> bool:
        """Can happenings of these classes be one?"""
        return first.name == second.name or second.name in self.classes.get(first.name, ())

    def _candidates(self, lemma: str) -> tuple[Happening, ...]:
        """The classes of a lemma, else of its first word ("be in"), or of what a headline's capitals kept the
        lemmatizer from: "approves".
        """
        forms = (lemma, lemma.split(" ")[0], lemma.removesuffix("s"))
        return next((self.by_lemma[form] for form in forms if form in self.by_lemma), ())


def _partners(pairs: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """{member: the members of all its pairs}."""
    found: dict[str, set[str]] = {}
    for pair in map(tuple, pairs):
        for member in pair:
            found.setdefault(member, set()).update(pair)
    return {member: frozenset(others) for member, others in found.items()}


def _families(pairs: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """{type: one name per pair that it is in}."""
    found: dict[str, list[str]] = {}
    for pair in map(sorted, pairs):
        for member in pair:
            found.setdefault(member, []).append("+".join(pair))
    return {member: tuple(names) for member, names in found.items()}


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
