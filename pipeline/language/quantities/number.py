"""The value of a number written in digits or in words."""

import re

from pipeline.language.quantities.words import Quantities

_PART = re.compile(r"[\d.,\xa0\u202f]*\d|[^\W\d]+")


def number(text: str, words: Quantities, *, money: bool = False) -> float | None:
    """The value of a text such as "1.2 million" or "half a dozen"; None if it has none.

    `money`: letters such as "m" multiply.
    """
    total, current, seen = 0.0, 0.0, False
    for part in _PART.findall(text.lower()):
        value, factor = _value(part, words), _factor(part, words, money)
        if value is not None:
            current, seen = current + value, True
        elif factor is None:
            continue
        elif factor == words.values.scales["hundred"]:
            current, seen = (current if seen else 1.0) * factor, True
        else:
            total, current, seen = total + (current if seen else 1.0) * factor, 0.0, True
    return (total + current) * _half(text, words) if seen else None


def vague(text: str, words: Quantities) -> float | None:
    """The least that a plural stands for, two of it: "tens of thousands" is 2 * 10 * 1000."""
    product, found = 2.0, False
    for part in _PART.findall(text.lower()):
        factor = words.values.vague.get(part) or words.values.scales.get(part)
        product, found = product * (factor or 1.0), found or factor is not None
    return product if found else None


def _value(part: str, words: Quantities) -> float | None:
    """A numeral or a number word."""
    if not part[-1].isdecimal():
        return words.values.numbers.get(part)
    plain = re.sub(r"[,\xa0\u202f]", "", part)
    return float(plain) if plain.count(".") <= 1 else None


def _factor(part: str, words: Quantities, money: bool) -> float | None:
    """What a scale word multiplies by."""
    return words.values.scales.get(part) or (words.values.money_scales.get(part) if money else None)


def _half(text: str, words: Quantities) -> float:
    """One half if the text begins so."""
    return 0.5 if text.lower().startswith(words.half) else 1.0
