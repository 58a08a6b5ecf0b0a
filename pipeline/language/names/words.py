"""The word lists of `models/en/names.toml` as typed objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

Words = frozenset[str]


class Bare(NamedTuple):
    """A direction that stands for a state ("the North") in an article that names one of `needs`."""

    word: str
    iso3: str
    needs: Words
    unless: Words


@dataclass(frozen=True)
class Surface:
    """What surrounds a name and is not part of it."""

    leading: Words
    directions: Words
    abbreviations: Words
    credits: tuple[str, ...]
    never: Words


@dataclass(frozen=True, eq=False)
class Titles:
    """Honorifics, roles and what may stand between them."""

    honorifics: Words
    polite: Words
    roles: Words
    modifiers: Words

    @cached_property
    def before_names(self) -> Words:
        """Every word that may stand before a person's name and is no part of it."""
        return self.honorifics | self.roles | self.modifiers


@dataclass(frozen=True, eq=False)
class Persons:
    """The make-up of people's names; each row of equal names is a map to its first."""

    suffixes: Words
    dropped: Words
    degrees: Words
    fronts: Words
    links: Words
    particles: Words
    tails: tuple[tuple[str, ...], ...]
    korean: Mapping[str, str]
    chinese: Mapping[str, str]
    vietnamese: Words
    given: Mapping[str, str]
    first: Words
    family: Mapping[str, str]
    distinct: frozenset[frozenset[str]]


@dataclass(frozen=True)
class Organisations:
    """Words of the names of organisations."""

    generic: Words
    same: Mapping[str, str]
    stop: Words
    legal: frozenset[tuple[str, ...]]
    legal_first: frozenset[tuple[str, ...]]
    lettered: Words
    heads: Words


@dataclass(frozen=True)
class Places:
    """Words around places, and what they make of them."""

    regions: Words
    nouns: Words
    of_nouns: Words
    prepositions: Words
    motion: Words
    objects: Words
    partners: Words
    after_the: Words
    bare: tuple[Bare, ...]


@dataclass(frozen=True)
class TerritoryWords:
    """Words of the names of places: kinds of state, small words, and words that are one."""

    kinds: Words
    joints: Words
    parts: Words
    same: Mapping[str, str]
    short: Mapping[str, str]


@dataclass(frozen=True)
class Laws:
    """Heads of the names of treaties and laws; `subjects` maps a word to what the treaty is about."""

    heads: Words
    lower: Words
    partnerships: Words
    same: Words
    plain: Words
    subjects: Mapping[str, str]


@dataclass(frozen=True)
class Wars:
    """Heads of the names of wars and disasters."""

    heads: Words
    lower: Words
    civil: tuple[tuple[str, ...], ...]
    storms: Words


@dataclass(frozen=True, eq=False)
class NameWords:
    """All word lists for names. Told apart by identity, so that what they make of a name can be remembered."""

    surface: Surface
    titles: Titles
    persons: Persons
    organisations: Organisations
    places: Places
    territories: TerritoryWords
    laws: Laws
    wars: Wars
    weak: Words

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "NameWords":
        """Build it from the parsed names.toml."""
        return cls(
            surface=_surface(data["surface"]),
            titles=Titles(
                **{name: frozenset(data["titles"][name]) for name in ("honorifics", "polite", "roles", "modifiers")}
            ),
            persons=_persons(data["persons"]),
            organisations=_organisations(data["organisations"]),
            places=_places(data["places"]),
            territories=_territories(data["territories"]),
            laws=_laws(data["laws"]),
            wars=_wars(data["wars"]),
            weak=frozenset(data["gazetteer"]["weak"]),
        )


def _surface(data: Mapping[str, Any]) -> Surface:
    sets = {name: frozenset(data[name]) for name in ("leading", "directions", "abbreviations", "never")}
    return Surface(**sets, credits=tuple(data["credits"]))


def _persons(data: Mapping[str, Any]) -> Persons:
    sets = {
        name: frozenset(data[name])
        for name in ("suffixes", "dropped", "degrees", "fronts", "links", "particles", "vietnamese")
    }
    rows = {name: first_of(data[name]) for name in ("korean", "chinese", "given", "family")}
    distinct = frozenset(frozenset(pair) for pair in data["distinct"])
    first = frozenset(data["common"]) | rows["given"].keys()
    return Persons(**sets, **rows, first=first, tails=_split(data["tails"]), distinct=distinct)  # type: ignore[arg-type]


def _organisations(data: Mapping[str, Any]) -> Organisations:
    names = ("generic", "stop", "lettered", "heads")
    sets = {name: frozenset(data[name]) for name in names}
    forms = {name: frozenset(_split(data[name])) for name in ("legal", "legal_first")}
    return Organisations(**sets, same=first_of(data["same"]), **forms)  # type: ignore[arg-type]


def _places(data: Mapping[str, Any]) -> Places:
    names = ("regions", "nouns", "of_nouns", "prepositions", "motion", "objects", "partners", "after_the")
    bare = tuple(Bare(b["word"], b["iso3"], frozenset(b["needs"]), frozenset(b["unless"])) for b in data["bare"])
    return Places(**{name: frozenset(data[name]) for name in names}, bare=bare)


def _territories(data: Mapping[str, Any]) -> TerritoryWords:
    sets = {name: frozenset(data[name]) for name in ("kinds", "joints", "parts")}
    return TerritoryWords(**sets, same=first_of(data["same"]), short=first_of(data["short"]))


def _laws(data: Mapping[str, Any]) -> Laws:
    names = ("heads", "lower", "partnerships", "same", "plain")
    subjects = {word: subject for subject, words in data["subjects"].items() for word in words}
    return Laws(**{name: frozenset(data[name]) for name in names}, subjects=subjects)


def _wars(data: Mapping[str, Any]) -> Wars:
    return Wars(frozenset(data["heads"]), frozenset(data["lower"]), _split(data["civil"]), frozenset(data["storms"]))


def _split(phrases: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


def first_of(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Rows of equal words as a map from each word to the first of its row; a word's first row counts."""
    out: dict[str, str] = {}
    for row in rows:
        for word in row:
            out.setdefault(word, row[0])
    return out
