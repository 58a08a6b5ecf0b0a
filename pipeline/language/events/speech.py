"""Words of reporting, doubt and reference, as models/en/speech.toml lists them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from pipeline.errors import DatelineError


@dataclass(frozen=True)
class Speech:
    """Word lists, lemmas in lower case. What each is for stands beside it in the TOML file."""

    say: frozenset[str]
    say_nouns: frozenset[str]
    unnamed_sources: frozenset[str]
    hearsay: frozenset[str]
    media: frozenset[str]
    state_roles: frozenset[str]
    person_roles: frozenset[str]
    groups: frozenset[str]
    states: frozenset[str]
    sides: frozenset[str]
    leaders: frozenset[str]
    pair_words: frozenset[str]
    parts: frozenset[str]
    hosts: frozenset[str]
    modals_future: frozenset[str]
    modals_hypothetical: frozenset[str]
    future: frozenset[str]
    hypothetical: frozenset[str]
    hypothetical_nouns: frozenset[str]
    wanted: frozenset[str]
    decided: frozenset[str]
    future_nouns: frozenset[str]
    conditions: frozenset[str]
    negators: frozenset[str]
    negating: frozenset[str]
    obligations: frozenset[str]
    eras: frozenset[str]
    comparing: frozenset[str]
    unique: frozenset[str]
    other_times: frozenset[str]
    reasons: frozenset[str]
    stretches_of_day: frozenset[str]
    inside: frozenset[str]
    happening: frozenset[str]
    lasting: frozenset[str]
    afterwards: frozenset[str]
    stretches: frozenset[str]
    up_to: frozenset[str]
    ahead_of: frozenset[str]
    later_than: frozenset[str]
    apart: frozenset[str]
    prosecuting: frozenset[str]
    voiced: frozenset[str]
    benefits: frozenset[str]
    wars: frozenset[str]
    people_endings: frozenset[str]
    not_people: frozenset[str]

    @cached_property
    def people(self) -> frozenset[str]:
        """Words for people and bodies that can do and say things."""
        bodies = (self.state_roles, self.person_roles, self.groups, self.states, self.sides, self.parts, self.leaders)
        return frozenset().union(*bodies)

    def is_people(self, lemma: str) -> bool:
        """Is the noun one for people or bodies, listed or by its ending?"""
        return lemma in self.people or (lemma.endswith(tuple(self.people_endings)) and lemma not in self.not_people)

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Speech":
        """Build from parsed TOML, each list under `words`. Raises DatelineError if one is missing."""
        missing = [f.name for f in fields(cls) if f.name not in data]
        if missing:
            raise DatelineError(f"speech.toml lacks the lists {', '.join(missing)}: restore them.")
        return cls(**{f.name: frozenset(data[f.name]["words"]) for f in fields(cls)})
