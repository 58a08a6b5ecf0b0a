"""The patterns that the words of quantities.toml make up; compiled once per loaded file."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_FREE = r"(?<![\w/:@#.+-])"  # where a number may begin: not inside a word, a code, a clock time
_DIGITS = r"\d{1,3}(?:[,\xa0\u202f]\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"


class Patterns(NamedTuple):
    """`start` finds where numbers may begin, `number` reads one or a range; the others read around it."""

    start: re.Pattern[str]
    number: re.Pattern[str]
    share: re.Pattern[str]  # "a third of", "one in five"
    qualified: re.Pattern[str]
    trailing: re.Pattern[str]
    between: re.Pattern[str]
    change: re.Pattern[str]  # what comes before "5 to 10" where that is no range
    tied: re.Pattern[str]  # "-strong"
    age: re.Pattern[str]
    clock: re.Pattern[str]


def patterns(data: Mapping[str, Any]) -> Patterns:
    """All patterns, from the parsed file."""
    grammar, before, after = data["grammar"], _all(data["qualifiers"]), _all(data["qualifiers_after"])
    return Patterns(
        start=_compiled(_start(data)),
        number=_compiled(_range(data)),
        share=_compiled(_share(data)),
        qualified=_compiled(rf"(?<![\w-])({before})\s+(?:{_any(grammar['a'])}\s+)?$"),
        trailing=_compiled(rf"[\s-]?({after})(?!\w)"),
        between=_compiled(rf"\b{grammar['between']}\s+$"),
        change=_compiled(rf"(?<=[\w,]\s){grammar['from']}\s+$"),
        tied=_compiled(rf"-(?:{_any(data['hyphen']['words'])})\b"),
        age=_compiled(data["age"]["after"]),
        clock=_compiled(data["time"]["after"]),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any white space between their parts."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _all(lists: Mapping[str, Iterable[str]]) -> str:
    return _any([word for words in lists.values() for word in words])


def _start(data: Mapping[str, Any]) -> str:
    """A digit, with the sign before it, or a word that a number begins with; "a" only before the word it counts."""
    grammar, few = data["grammar"], [words.split() for words in data["few"]["words"]]
    first = {*data["numbers"], *data["vague"], grammar["half"], *(w[0] for w in few if w[0] not in grammar["a"])}
    after = {*data["scales"], *data["fractions"], *(w[1] for w in few if w[0] in grammar["a"])}
    spelled = rf"(?:{_any(first)}|(?:{_any(grammar['a'])})[\s-]+(?:{_any(after)}))\b"
    return rf"{_FREE}(?:(?:(?:{_any(data['currency_before'])})\s?)?\d|{spelled})"


def _range(data: Mapping[str, Any]) -> str:
    """A number or a range of two, with currency and percent; or a vague plural."""
    grammar, number = data["grammar"], _number(data)
    sign = rf"(?:{_any(data['currency_before'])})\s?"
    join = rf"\s?[-–—]\s?|\s+(?:{_any(grammar['to'])}|{grammar['and']})\s+"
    after = _any([*data["percent"]["words"], *data["currency_after"]])
    return (
        rf"(?:(?P<vague>{_vague(data)})|(?P<sign>{sign})?(?P<low>{number})"
        rf"(?:(?P<percent>\s?%)?(?P<join>{join})(?P<sign2>{sign})?(?P<high>{number}))?)"
        rf"(?P<after>[\s-]?(?:{after})(?!\w))?(?![/:]\d|\w|[.,]\d)"
    )


def _number(data: Mapping[str, Any]) -> str:
    """One number in digits or words, with its scale."""
    unit, scale, grammar = _any(data["numbers"]), _any(data["scales"]), data["grammar"]
    a, half, joint = _any(grammar["a"]), grammar["half"], grammar["and"]
    first = rf"{a}|{half}\s+(?:{a})|{half}|{unit}"
    more = rf"(?:[\s-]+{joint})?[\s-]+(?:{unit}|{scale})\b"
    spelled = rf"(?:(?:{first})[\s-]+(?:{scale})|(?:{unit}))(?:{more})*\b"
    return rf"(?:(?:{_DIGITS})(?:[\s-]?(?:{scale})\b|(?:{_any(data['money_scales'])})\b)?|{spelled})"


def _share(data: Mapping[str, Any]) -> str:
    """ "A third of", "half the", "two-thirds of", "one in five"; in figures only "out of": "3 out of 10"."""
    share, spelled = data["share"], _any(data["numbers"])
    of = rf"(?=\s+{data['grammar']['of']}\b)"
    parts = rf"(?:(?P<parts>{_any(data['grammar']['a'])}|{spelled}|\d)[\s-])?"
    some = rf"{parts}(?P<fraction>{_any(data['fractions'])})s?{of}"
    half = rf"(?P<half>{_any(share['of_many'])})(?=\s+(?:{_any(share['whole'])})\b)"
    join = rf"(?:(?<=\d)\s+(?:{_any(share['join'][1:])})|(?<!\d)\s+(?:{_any(share['join'])}))\s+"
    return rf"(?:{some}|{half}|(?P<ones>{spelled}|\d){join}(?P<whole>{spelled}|\d{{1,3}})(?![\w,.]?\d|-)\b)"


def _vague(data: Mapping[str, Any]) -> str:
    """ "Thousands", "tens of thousands", "several hundred"."""
    plural, few, scale = _any(data["vague"]), _any(data["few"]["words"]), _any(data["scales"])
    return rf"(?:{plural})(?:\s+{data['grammar']['of']}\s+(?:{plural}))?\b|(?:{few})\s+(?:{scale})\b"
