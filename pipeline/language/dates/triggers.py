"""Which rules can match in a sentence at all? Those that need a word or figure that it has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.language.dates.patterns import Rule
from pipeline.language.dates.words import Words, spell

_FIGURES = {
    "year": r"\d{4}",
    "clock": r"\d[.:]\d\d|\d\s*[bap]\.?[cm]\b",
    "nth": r"\d(?:st|nd|rd|th)\b",
    "short": r"\d0'?s",
}


class Triggers(NamedTuple):
    """A pattern that finds every word or figure that a rule needs, and the rules that need each."""

    pattern: re.Pattern[str]
    rules: Mapping[str, frozenset[int]]  # word, or kind of figure → numbers of rules

    def hits(self, text: str) -> Iterator[tuple[int, frozenset[int]]]:
        """Offset of each hit in lower-cased text, and the numbers of the rules that it calls for."""
        for match in self.pattern.finditer(text):
            key = match.lastgroup or " ".join(match[0].split()).replace(" - ", "-")
            yield match.start(), self.rules.get(key, frozenset())


def read_triggers(rules: Sequence[Rule], words: Words) -> Triggers:
    """The triggers of these rules."""
    calls: dict[str, set[int]] = {}
    for number, rule in enumerate(rules):
        for word in _needed(rule, words):
            calls.setdefault(word, set()).add(number)
    spelled = sorted((spell(word) for word in calls if word not in _FIGURES), key=lambda w: (-len(w), w))
    figures = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _FIGURES.items())
    pattern = re.compile(rf"{figures}|\b(?:{'|'.join(spelled)})(?!\w)")
    return Triggers(pattern, {word: frozenset(numbers) for word, numbers in calls.items()})


def _needed(rule: Rule, words: Words) -> Iterator[str]:
    """The words of the lists that a rule needs; a kind of figure by its name."""
    for name in rule.needs:
        if name in _FIGURES:
            yield name
        yield from (" ".join(word.split()) for word in words.get(name, ()))
