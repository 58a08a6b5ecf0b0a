"""The word lists of `models/en/coreference.toml` as typed objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True)
class Lists:
    """`pronouns`, `nouns` and `given` by the name of their list; `same` maps a noun to the first of its row;
    `idle` words add nothing to a mention; `determiners` as `pronouns`.
    """

    pronouns: Mapping[str, str]
    nouns: Mapping[str, Words]
    given: Mapping[str, str]
    same: Mapping[str, str]
    idle: Words
    determiners: Mapping[str, str]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Lists":
        """Build it from the parsed file. Raises KeyError where a list is missing."""
        nouns = {name: frozenset(words) for name, words in data["nouns"].items() if name != "same"}
        same = {word: row[0] for row in data["nouns"]["same"] for word in row}
        idle, determiners = frozenset(data["grammar"]["idle"]), _by_word(data["grammar"]["determiners"])
        return cls(_by_word(data["pronouns"]), nouns, _by_word(data["given"]), same, idle, determiners)

    def kind_of(self, lemma: str) -> str:
        """person, organisation, place or time, by the first list that has the noun; else thing."""
        order = ("person", "time", "place", "organisation")
        return next((name for name in order if lemma in self.nouns[name]), "thing")


def _by_word(lists: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words}
