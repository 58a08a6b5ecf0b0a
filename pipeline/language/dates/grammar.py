"""The grammar of time expressions, built from `dates.toml`: words, and rules compiled to patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

_FIXED = {
    "year": r"(?:1[0-9]|20)\d\d",
    "short": r"\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "nth": r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)",
    "mm": r"(?:1[0-2]|0?[1-9])",
    "clock": r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){0,2}",
    "tens": r"(?:1[0-9]|20|[1-9])",
}
_FIGURES = (
    r"(?P<year>\d{4})|(?P<clock>\d[.:]\d\d|\d\s*[bap]\.?[cm]\b)"
    r"|(?P<nth>\d(?:st|nd|rd|th)\b)|(?P<short>\d0'?s)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_SLOT = re.compile(r"\{([a-z_]+?)(\d?)\}")
_LEFT, _RIGHT = r"(?<![\w$£€¥#])(?<!\d[.,:/])(?:", r")(?!\w)(?![.,:/]\d)"


class Rule(NamedTuple):
    """One family of expressions: its pattern, the reader that understands it, and what stands against it."""

    name: str
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]  # name of the group → list of words that it stands for
    reads: str
    guard: str
    needs: frozenset[str]  # it matches nothing in a sentence without a word of one of these lists


@dataclass(frozen=True)
class Grammar:
    """Words by list, rules in order, and the words that decide tense and ambiguity."""

    words: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...]
    tense: Mapping[str, frozenset[str]]
    guards: Mapping[str, frozenset[str]]
    parts: Mapping[str, tuple[int, int]]
    stated: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Grammar":
        """The grammar that a parsed `dates.toml` describes."""
        words = _with_compounds(data)
        return cls(
            words=words,
            rules=tuple(_rule(entry, words) for entry in data["rule"]),
            tense={name: frozenset(group) for name, group in data["tense"].items()},
            guards={name: frozenset(group) for name, group in data["guards"].items()},
            parts={code: (hours[0], hours[1]) for code, hours in data["parts"].items()},
            stated={name: tuple(group) for name, group in data["stated"].items()},
        )

    @cached_property
    def _lists(self) -> dict[str, frozenset[str]]:
        """Word → the lists that it is in, for the lists that rules need."""
        needed = sorted({name for rule in self.rules for name in rule.needs} - _FIXED.keys())
        out: dict[str, set[str]] = {}
        for name in needed:
            for word in self.words[name]:
                out.setdefault(" ".join(word.split()), set()).add(name)
        return {word: frozenset(names) for word, names in out.items()}

    @cached_property
    def _trigger(self) -> re.Pattern[str]:
        """Any word or figure that a rule needs."""
        words = sorted((_spell(word) for word in self._lists), key=lambda w: (-len(w), w))
        return re.compile(rf"{_FIGURES}|\b(?:{'|'.join(words)})(?!\w)")

    def lists_in(self, text: str, start: int, end: int) -> set[str]:
        """The lists of words, and kinds of figures, that occur in a stretch of lower-cased text."""
        found: set[str] = set()
        for match in self._trigger.finditer(text, start, end):
            plain = " ".join(match[0].split()).replace(" - ", "-")
            found |= {match.lastgroup} if match.lastgroup else self._lists.get(plain, frozenset())
        return found

    @cached_property
    def dateline(self) -> re.Pattern[str]:
        """The date of a dateline, over lower-cased text, after its place: "nov 12 (yonhap) --"."""
        month, day = _alternatives(self.words["month"]), _FIXED["day"]
        first = rf"(?P<month>{month})\s+(?P<day>{day})|(?P<day2>{day})\s+(?P<month2>{month})"
        date = rf"(?P<date>(?:{first})(?:,?\s+(?P<year>{_FIXED['year']}))?)"
        return re.compile(rf"{date}\)?,?\s*(?:\([^)]*\)|/[^/]*/)?\s*(?:-|–|—|:)")

    def value(self, words: str, text: str) -> str:
        """What a matched text means in its list of words; the text itself for figures."""
        plain = " ".join(text.split()).replace(" - ", "-")
        table = self.words.get(words, {})
        return table.get(plain, table.get(plain.replace(" ", "-"), plain))


def _with_compounds(data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The lists of words, numbers with their compounds: twenty-one."""
    words = {name: dict(table) for name, table in data["words"].items()}
    ones = {w: n for w, n in words["number"].items() if len(n) == 1 and n.isdigit() and len(w) > 2}
    tens = data["compounds"]["tens"]
    words["number"] |= {f"{ten}-{one}": f"{words['number'][ten][0]}{n}" for ten in tens for one, n in ones.items()}
    return words


def _spell(word: str) -> str:
    """The pattern of a word or phrase, whatever its white space and hyphens."""
    return r"\s+".join(re.escape(part).replace(r"\-", "(?: ?- ?| )") for part in word.split())


def _alternatives(table: Mapping[str, str]) -> str:
    """Any word of a list, the longest first."""
    return "|".join(_spell(word) for word in sorted(table, key=lambda w: (-len(w), w)))


def _rule(entry: Mapping[str, Any], words: Mapping[str, Mapping[str, str]]) -> Rule:
    """A rule with its slots filled in and its pattern compiled."""
    slots: list[tuple[str, str]] = []

    def fill(match: re.Match[str]) -> str:
        name, number = match.groups()
        slots.append((name + number, name))
        inside = _FIXED.get(name) or _alternatives(words[name])
        digits = f"{_DIGITS}|" if name == "number" else ""
        return f"(?P<{name}{number}>{digits}{inside})"

    source = _SLOT.sub(fill, entry["pattern"].replace(" ?", r"\s*").replace(" ", r"\s+"))
    pattern = re.compile(_LEFT + source + _RIGHT)
    needs = frozenset(entry["needs"])
    return Rule(entry["name"], pattern, tuple(slots), entry["reads"], entry.get("guard", ""), needs)
