"""Words of speech and thought, as models/en/quotes.toml lists them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from spacy.attrs import LEMMA
from spacy.strings import get_string_id
from spacy.tokens import Doc

_TABLES = frozenset({"about", "weights"})


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
    upon: frozenset[str]
    that_noun: frozenset[str]
    to_noun: frozenset[str]
    feeling: frozenset[str]
    seem: frozenset[str]
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

    @cached_property
    def _hashes(self) -> frozenset[int]:
        """spaCy's hashes of the words of all lists, also with a capital, as lemmas of names have."""
        words = frozenset(self.about).union(*(getattr(self, f.name) for f in fields(self) if f.name not in _TABLES))
        return frozenset(get_string_id(form) for word in words for form in (word, word.capitalize()))

    def listed(self, doc: Doc) -> list[int]:
        """The tokens whose lemma is in any list: the others need no rule."""
        hashes = self._hashes
        return [i for i, lemma in enumerate(doc.to_array([LEMMA]).reshape(-1).tolist()) if lemma in hashes]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Reporting":
        """The word lists of a parsed quotes.toml; raises KeyError where one is missing."""
        lists = [f.name for f in fields(cls) if f.name not in _TABLES]
        words = {name: frozenset(data[name]["words"]) for name in lists}
        return cls(**words, about=_turned(data["about"]), weights=data["weights"])


def _turned(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """{preposition: verbs} → {verb: prepositions}."""
    verbs = {verb for words in lists.values() for verb in words}
    return {verb: frozenset(prep for prep, words in lists.items() if verb in words) for verb in verbs}
