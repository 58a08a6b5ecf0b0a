"""The grammar of time expressions, built from `dates.toml`: words, and rules compiled to patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.language.dates.patterns import Rule, compile_rule
from pipeline.language.dates.triggers import Triggers, read_triggers
from pipeline.language.dates.words import Words, alternatives, fraction, read_words, spelled_year


@dataclass(frozen=True)
class Grammar:
    """Words by list, rules in order, and the words that decide tense and ambiguity."""

    words: Words
    rules: tuple[Rule, ...]
    triggers: Triggers
    figures: Mapping[str, str]  # patterns of slots that are figures
    tense: Mapping[str, frozenset[str]]
    guards: Mapping[str, frozenset[str]]
    parts: Mapping[str, tuple[int, int]]
    bounds: Mapping[str, str]  # word before an expression → TIMEX3 modifier
    opens: frozenset[str]  # those of them that leave its interval open
    joints: frozenset[str]  # what may stand between two expressions that lend each other a year
    stated: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Grammar":
        """The grammar that a parsed `dates.toml` describes."""
        words = read_words(data)
        rules = tuple(compile_rule(entry, words, data) for entry in data["rule"])
        return cls(
            words=words,
            rules=rules,
            triggers=read_triggers(rules, words, data["signs"]),
            figures=data["figures"],
            tense={name: frozenset(group) for name, group in data["tense"].items()},
            guards={name: frozenset(group) for name, group in data["guards"].items()},
            parts={code: (hours[0], hours[1]) for code, hours in data["parts"].items()},
            bounds={word: mod for word, mod in data["bounds"].items() if isinstance(mod, str)},
            opens=frozenset(data["bounds"]["open"]),
            joints=frozenset(data["joints"]["words"]),
            stated={name: tuple(group) for name, group in data["stated"].items()},
        )

    @cached_property
    def dateline(self) -> re.Pattern[str]:
        """The date of a dateline, over lower-cased text, after its place: "nov 12 (yonhap) --"."""
        month, day = alternatives(self.words["month"]), self.figures["day"]
        first = rf"(?P<month>{month})\s+(?P<day>{day})|(?P<day2>{day})\s+(?P<month2>{month})"
        date = rf"(?P<date>(?:{first})(?:,?\s+(?P<year>{self.figures['year']}))?)"
        return re.compile(rf"{date}\)?,?\s*(?:\([^)]*\)|/[^/]*/)?\s*(?:-|–|—|:)")

    def value(self, words: str, text: str) -> str:
        """What a matched text means in its list of words; the text itself for figures."""
        plain = " ".join(text.split()).replace(" - ", "-")
        if words == "spelled":
            return spelled_year(plain, self.words)
        table = self.words.get(words, {})
        found = table.get(plain, table.get(plain.replace(" ", "-"), plain))
        return fraction(found) if "/" in found and words == "number" else found
