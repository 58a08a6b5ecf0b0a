"""The words of models/*/quantities.toml as typed objects, with the patterns that they make up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_FREE = r"(?<![\w/:@#.-])"  # where a number may begin: not inside a word, a code, a clock time
_DIGITS = r"\d{1,3}(?:[,\xa0\u202f]\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True)
class Quantities:
    """Word lists and compiled patterns; the meaning of each list stands in the file."""

    values: Mapping[str, float]  # words that are numbers
    scales: Mapping[str, float]
    money_scales: Mapping[str, float]
    vague: Mapping[str, float]
    currency_before: Mapping[str, str]
    currency_after: Mapping[str, str]
    before: Mapping[str, str]  # qualifier words -> qualifier
    after: Mapping[str, str]
    hurt: Mapping[str, str]  # word -> what is counted
    small: int
    years: tuple[int, int]
    percents: frozenset[str]
    hyphen: frozenset[str]
    strong: re.Pattern[str]
    named: frozenset[str]
    time: frozenset[str]
    age: frozenset[str]
    uncounted: frozenset[str]
    people: frozenset[str]
    grammar: Mapping[str, Any]
    change: re.Pattern[str]  # what comes before "5 to 10" where that is no range
    age_after: re.Pattern[str]
    time_after: re.Pattern[str]
    between: re.Pattern[str]
    starts: re.Pattern[str]
    starters: frozenset[str]
    pattern: re.Pattern[str]
    qualified: re.Pattern[str]
    trailing: re.Pattern[str]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Quantities":
        """The word lists of a parsed quantities.toml; raises KeyError where one is missing."""
        limits, before, after = data["limits"], _turned(data["qualifiers"]), _turned(data["qualifiers_after"])
        return cls(
            **{
                name: data[name]
                for name in ("scales", "money_scales", "vague", "currency_before", "currency_after")
            },
            **{name: frozenset(data[name]["words"]) for name in ("hyphen", "named", "time", "age", "people")},
            values=data["numbers"],
            before=before,
            after=after,
            hurt=_turned(data["hurt"]),
            small=limits["small"],
            years=(limits["first_year"], limits["last_year"]),
            percents=frozenset(data["percent"]["words"]),
            uncounted=frozenset(word for words in data["uncounted"].values() for word in words),
            grammar=data["grammar"],
            change=re.compile(rf"\b{data['grammar']['from']}\s+$", re.IGNORECASE),
            age_after=re.compile(data["age"]["after"], re.IGNORECASE),
            time_after=re.compile(data["time"]["after"], re.IGNORECASE),
            between=re.compile(rf"\b{data['grammar']['between']}\s+$", re.IGNORECASE),
            strong=re.compile(rf"-(?:{_any(data['hyphen']['words'])})\b", re.IGNORECASE),
            starts=re.compile(
                rf"{_FREE}(?:(?:(?:{_any(data['currency_before'])})\s?)?\d|[^\W\d]+)", re.IGNORECASE
            ),
            starters=_starters(data),
            pattern=_pattern(data),
            qualified=re.compile(
                rf"(?<![\w-])({_any(before)})\s+(?:{_any(data['grammar']['a'])}\s+)?$", re.IGNORECASE
            ),
            trailing=re.compile(rf"[\s-]?({_any(after)})(?!\w)", re.IGNORECASE),
        )


def _turned(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """{word: name of its list}."""
    return {word: name for name, words in lists.items() for word in words}


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any white space between their parts."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _starters(data: Mapping[str, Any]) -> frozenset[str]:
    """The words with which a spelled number can begin."""
    grammar = data["grammar"]
    few = [words.split()[0] for words in data["few"]["words"]]
    return frozenset([*data["numbers"], *data["vague"], *few, *grammar["a"], grammar["half"]])


def _pattern(data: Mapping[str, Any]) -> re.Pattern[str]:
    """A number or a range of two, with its currency, scale and percent sign."""
    unit, scale = _any(data["numbers"]), _any(data["scales"])
    grammar = data["grammar"]
    a, half, of, join = _any(grammar["a"]), grammar["half"], grammar["of"], grammar["and"]
    first = rf"{a}|{half}\s+(?:{a})|{half}|{unit}"
    spelled = rf"(?:(?:{first})[\s-]+(?:{scale})|(?:{unit}))(?:(?:[\s-]+{join})?[\s-]+(?:{unit}|{scale})\b)*"
    vague = rf"(?:{_any(data['vague'])})(?:\s+{of}\s+(?:{_any(data['vague'])}))?"
    few = rf"(?:{_any(data['few']['words'])})\s+(?:{scale})"
    digits = rf"(?:{_DIGITS})(?:[\s-]?(?:{scale})\b|(?:{_any(data['money_scales'])})\b)?"
    sign = rf"(?:{_any(data['currency_before'])})\s?"
    number = rf"(?:{digits}|(?:{spelled})\b)"
    after = _any([*data["percent"]["words"], *data["currency_after"]])
    return re.compile(
        rf"(?:(?P<vague>(?:{vague})\b|(?:{few})\b)|(?P<sign>{sign})?(?P<low>{number})"
        rf"(?:(?P<percent>\s?%)?(?P<join>\s?[-–—]\s?|\s+(?:{_any(grammar['to'])}|{join})\s+)(?:{sign})?(?P<high>{number}))?)"
        rf"(?P<after>[\s-]?(?:{after})(?!\w))?(?![/:]\d|\w|[.,]\d)",
        re.IGNORECASE,
    )
