"""The words of models/*/quantities.toml as typed objects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.language.quantities.patterns import Patterns, patterns


@dataclass(frozen=True)
class Values:
    """What words and signs stand for."""

    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    money_scales: Mapping[str, float]
    vague: Mapping[str, float]
    fractions: Mapping[str, float]  # word -> percent
    currency_before: Mapping[str, str]
    currency_after: Mapping[str, str]
    before: Mapping[str, str]  # qualifier words before the number -> qualifier
    after: Mapping[str, str]
    hurt: Mapping[str, str]  # word -> what a bare number beside it counts


@dataclass(frozen=True)
class Nouns:
    """Nouns and other words around a number that say what it is or is not."""

    percents: frozenset[str]
    hyphen: frozenset[str]
    named: frozenset[str]
    time: frozenset[str]
    numbered: frozenset[str]
    idioms: frozenset[str]
    scaled: frozenset[str]
    age: frozenset[str]
    people: frozenset[str]
    uncounted: frozenset[str]


@dataclass(frozen=True)
class Quantities:
    """The resource; the meaning of each list stands in the file."""

    values: Values
    nouns: Nouns
    patterns: Patterns
    before_of: str  # what stands before "of" and a number that is part of its name
    of: str
    to: str
    joint: str  # the word that joins the parts of a number, and after "between" the ends of a range
    half: str
    small: int
    years: tuple[int, int]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Quantities":
        """The word lists of a parsed quantities.toml; raises KeyError where one is missing."""
        limits, grammar = data["limits"], data["grammar"]
        return cls(
            values=_values(data),
            nouns=_nouns(data),
            patterns=patterns(data),
            before_of=data["numbered"]["before_of"],
            of=grammar["of"],
            to=grammar["to"][0],
            joint=grammar["and"],
            half=grammar["half"],
            small=limits["small"],
            years=(limits["first_year"], limits["last_year"]),
        )


def _values(data: Mapping[str, Any]) -> Values:
    return Values(
        numbers=data["numbers"],
        scales=data["scales"],
        money_scales=data["money_scales"],
        vague=data["vague"],
        fractions=data["fractions"],
        currency_before=data["currency_before"],
        currency_after=data["currency_after"],
        before=_turned(data["qualifiers"]),
        after=_turned(data["qualifiers_after"]),
        hurt=_turned(data["hurt"]),
    )


def _nouns(data: Mapping[str, Any]) -> Nouns:
    return Nouns(
        percents=frozenset(data["percent"]["words"]),
        hyphen=frozenset(data["hyphen"]["words"]),
        named=frozenset(data["named"]["words"]),
        time=frozenset(data["time"]["words"]),
        idioms=frozenset(data["share"]["idioms"]),
        numbered=frozenset(data["numbered"]["words"]),
        scaled=frozenset(data["scaled"]["words"]),
        age=frozenset(data["age"]["words"]),
        people=frozenset(data["people"]["words"]),
        uncounted=frozenset(word for words in data["uncounted"].values() for word in words),
    )


def _turned(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """{word: name of its list}."""
    return {word: name for name, words in lists.items() for word in words}
