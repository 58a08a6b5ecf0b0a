"""Rules of `dates.toml`, compiled: slots filled with words, groups numbered so that a role may occur twice."""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, NamedTuple

from pipeline.language.dates.words import Words, alternatives, spelled_pattern

_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}|\(\?P<([a-z_]+)>")
_FRAGMENT = re.compile(r"(?<!\(\?P)<([a-z_]+)>")
_LEFT, _RIGHT = r"(?<![\w$£€¥#])(?<!\d[.,:/])(?:", r")(?!\w)(?![.,:/]\d)"
PARTS = ("one", "two", "three")


class Slot(NamedTuple):
    """A group of a pattern: its name, what it is to the reader, and the list of words that it is taken from."""

    group: str
    role: str
    words: str | None


class Rule(NamedTuple):
    """One family of expressions: its pattern, the reader that understands it, and what stands against it."""

    name: str
    pattern: re.Pattern[str]
    slots: tuple[Slot, ...]
    reads: str
    guard: str
    needs: tuple[frozenset[str], ...]  # it matches nothing in a sentence without a word of each list of one of these

    @property
    def parts(self) -> tuple[Slot, ...]:
        """The groups that are expressions of their own."""
        return tuple(slot for slot in self.slots if slot.role in PARTS)


def compile_rule(entry: Mapping[str, Any], words: Words, data: Mapping[str, Any]) -> Rule:
    """A rule of the parsed `dates.toml` with its fragments and slots filled in and its pattern compiled."""
    numbers, figures = count(), data["figures"]
    source = _expand(entry["pattern"], data["fragments"]).replace(" ?", r"\s*").replace(" ", r"\s+")
    slots = tuple(_slots(source, count()))
    pattern = _LEFT + _SLOT.sub(lambda m: _group(m, next(numbers), words, figures), source) + _RIGHT
    guard, needs = entry.get("guard", ""), tuple(frozenset(need.split("+")) for need in entry["needs"])
    return Rule(entry["name"], re.compile(pattern), slots, entry["reads"], guard, needs)


def _expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern with its fragments written out, theirs as well."""
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda m: fragments[m[1]], pattern)
    return pattern


def _slots(source: str, numbers: Iterator[int]) -> Iterator[Slot]:
    for (words, role, literal), number in zip(_SLOT.findall(source), numbers, strict=False):
        role = role or words or literal
        yield Slot(f"{role}__{number}", role, words or None)


def _group(match: re.Match[str], number: int, words: Words, figures: Mapping[str, str]) -> str:
    """A slot as a named group over its words; a named group with its number."""
    name, role, literal = match.groups()
    if literal:
        return f"(?P<{literal}__{number}>"
    return f"(?P<{role or name}__{number}>{_inside(name, words, figures)})"


def _inside(name: str, words: Words, figures: Mapping[str, str]) -> str:
    """What a slot may hold: a year that is read out, a figure, a word, or either."""
    if name == "spelled":
        return spelled_pattern(words)
    return "|".join(part for part in (figures.get(name), alternatives(words.get(name, {}))) if part)
