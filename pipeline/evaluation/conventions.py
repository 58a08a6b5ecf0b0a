"""How surface forms are compared: what does not make another form of a name, and where a sentence ends."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.evaluation.toml_file import read_toml

ENGLISH = Path(__file__).with_name("conventions.toml")
_PLAIN = str.maketrans("‘’‚‛′“”„‟″–—−‐‑", "'''''\"\"\"\"\"-----")
_EDGES = " .,;:\"'()[]"


@dataclass(frozen=True)
class Conventions:
    """Compiled word lists: what may come before a name, and what looks like the end of a sentence and is none."""

    lead: re.Pattern[str]
    abbreviations: frozenset[str]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Conventions":
        """The lists `articles`, `titles` and `abbreviations`, all in lower case."""
        articles, titles = _any_of(data["articles"]), _any_of(data["titles"])
        lead = rf"(?:(?i:{articles})\s+|(?i:{titles})\.?\s+(?=[^\Wa-z]))+"
        return cls(re.compile(lead), frozenset(data["abbreviations"]))

    def form(self, surface: str) -> str:
        """A surface form without article, title, possessive and edging punctuation: forms are compared by this."""
        bare = re.sub(r"'s?$", "", plain(surface).strip(_EDGES + "\t\n"))
        lead = self.lead.match(bare)
        return bare[lead.end() if lead else 0 :].strip(_EDGES)

    def is_abbreviation(self, word: str) -> bool:
        """Whether a full stop after this word leaves the sentence open."""
        return len(word) == 1 or word.lower() in self.abbreviations


def read_conventions() -> Conventions:
    """The conventions of English."""
    return Conventions.from_toml(read_toml(ENGLISH))


def plain(text: str) -> str:
    """Text with plain quotes and dashes, single spaces and composed characters."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_PLAIN))


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
