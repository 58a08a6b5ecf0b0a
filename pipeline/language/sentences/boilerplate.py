"""The rules of models/*/boilerplate.toml as typed objects: what gives away what is not the story."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

_ODD = (
    ("\xa0", " "),
    ("’", "'"),
    ("‘", "'"),
    ("\n", " "),
    ("\r", " "),
    ("\t", " "),
)  # of one length, so that offsets stay
_TRAILING = " .!:›»>→|…"
_WORD = re.compile(r"\w+")
_COUNT = re.compile(r"\s*[(\[]?\d*[)\]]?$")


class Rule(NamedTuple):
    """One [[rule]]: `marks` says what the pattern reads, `kind` what that becomes, `name` is the reason."""

    name: str
    marks: str
    kind: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    block: bool
    always: bool

    def match(self, text: str) -> re.Match[str] | None:
        """Where the text, plain or bare as its caller has made it, matches the rule."""
        if self.marks == "sentence":
            return self.pattern.search(text)
        return self.pattern.match(text) if self.marks == "paragraph" else self.pattern.fullmatch(text)


class Limits(NamedTuple):
    """The numbers of [limits]; their meaning stands beside them in the file."""

    gap: int
    headline_words: int
    headline_lines: int
    caption_words: int
    label_words: int
    quote_outside: int


@dataclass(frozen=True)
class Boilerplate:
    """Everything that tells boilerplate from the story, as read from the resource."""

    limits: Limits
    news: re.Pattern[str]
    labels: frozenset[str]
    lists: frozenset[str]
    rules: tuple[Rule, ...]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Boilerplate":
        """The rules of a parsed boilerplate.toml; raises KeyError or re.error where the file is wrong."""
        labels = data["labels"]
        return cls(
            limits=Limits(**data["limits"]),
            news=re.compile(data["news"]["pattern"], re.IGNORECASE),
            labels=frozenset([*labels["sections"], *labels["furniture"], *labels["lists"]]),
            lists=frozenset(labels["lists"]),
            rules=tuple(_rule(r) for r in data["rule"]),
        )

    def candidates(self, text: str, *marks: str) -> list[Rule]:
        """The rules for such a unit of text of which it has a cue, in the order of the file."""
        words = frozenset(_WORD.findall(text.lower()))
        return [r for r in self.rules if r.marks in marks and not (r.cues and r.cues.isdisjoint(words))]


def _rule(data: Mapping[str, Any]) -> Rule:
    pattern = re.compile(data["pattern"], re.IGNORECASE)
    kind = data.get("kind", "boilerplate")
    cues = frozenset(data.get("cues", ()))
    return Rule(data["name"], data["marks"], kind, pattern, cues, data.get("block", False), data.get("always", False))


def plain(text: str) -> str:
    """The text with plain spaces and apostrophes; every offset still holds."""
    for odd, usual in _ODD:
        text = text.replace(odd, usual)
    return text


def bare(text: str) -> str:
    """The text without white space around it and without the stop or arrow at its end."""
    return plain(text).strip().rstrip(_TRAILING)


def label(text: str) -> str:
    """A line in the form in which [labels] lists it: no case, no count, no colon, no arrow."""
    return _COUNT.sub("", bare(text).lower().strip("•*<«→- ")).rstrip(_TRAILING)
