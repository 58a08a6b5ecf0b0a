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

_MARK = "#"  # before the name of a kind of figure, which may also be a word: year


class Triggers(NamedTuple):
    """A pattern that finds every word or figure that a rule needs, and the rules that need each."""

    pattern: re.Pattern[str]
    rules: Mapping[str, frozenset[int]]  # word, or marked kind of figure → numbers of rules

    def hits(self, text: str) -> Iterator[tuple[int, frozenset[int]]]:
        """Offset of each hit in lower-cased text, and the numbers of the rules that it calls for."""
        for match in self.pattern.finditer(text):
            key = f"{_MARK}{match.lastgroup}" if match.lastgroup else _plain(match[0])
            yield match.start(), self.rules.get(key, frozenset())


def read_triggers(rules: Sequence[Rule], words: Words) -> Triggers:
    """The triggers of these rules."""
    calls: dict[str, set[int]] = {}
    for number, rule in enumerate(rules):
        for word in _needed(rule, words):
            calls.setdefault(word if word.startswith(_MARK) else _plain(word), set()).add(number)
    words_of = {word: {word, *word.split()} & calls.keys() for word in calls}
    plain = (spell(word.replace(" ", "-")) for word in calls if not word.startswith(_MARK))
    spelled = sorted(plain, key=lambda w: (-len(w), w))
    figures = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _FIGURES.items())
    pattern = re.compile(rf"{figures}|\b(?:{'|'.join(spelled)})(?!\w)")
    return Triggers(pattern, {word: frozenset().union(*(calls[w] for w in words_of[word])) for word in calls})


def _plain(word: str) -> str:
    """A word or phrase with blanks for its white space and hyphens."""
    return " ".join(word.replace("-", " ").split())


def _needed(rule: Rule, words: Words) -> Iterator[str]:
    """The words of the lists that a rule needs; a kind of figure by its name."""
    for name in rule.needs:
        if name in _FIGURES:
            yield f"{_MARK}{name}"
        yield from words.get(name, ())
