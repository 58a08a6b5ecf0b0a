"""Words of speech and thought, as models/en/quotes.toml lists them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Reporting:
    """Lemmas by construction; what each is for stands beside it in the TOML file."""

    clause: frozenset[str]
    as_said: frozenset[str]
    intend: frozenset[str]
    told: frozenset[str]
    called: frozenset[str]
    spoken: frozenset[str]
    voice: frozenset[str]
    uttering: frozenset[str]
    voiced: frozenset[str]
    that_noun: frozenset[str]
    to_noun: frozenset[str]
    feeling: frozenset[str]
    direct: frozenset[str]
    aside: frozenset[str]
    according: frozenset[str]
    per: frozenset[str]
    citing: frozenset[str]
    doubtful: frozenset[str]
    plain: frozenset[str]
    source: frozenset[str]
    about: Mapping[str, frozenset[str]]  # verb → prepositions
    weights: Mapping[str, float]  # sign → weight

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Reporting":
        """The word lists of a parsed quotes.toml; raises KeyError where one is missing."""
        lists = [f.name for f in fields(cls) if f.name not in {"about", "weights"}]
        words = {name: frozenset(data[name]["words"]) for name in lists}
        return cls(**words, about=_turned(data["about"]), weights=data["weights"])


def _turned(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """{preposition: verbs} → {verb: prepositions}."""
    verbs = {verb for words in lists.values() for verb in words}
    return {verb: frozenset(prep for prep, words in lists.items() if verb in words) for verb in verbs}
