"""Numbers in a text, with bounds, qualifier and, where a sign or word gives it, currency or percent."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language.quantities.number import number, vague
from pipeline.language.quantities.shares import share
from pipeline.language.quantities.words import Quantities

_DASHES = ("-", "–", "—")
_REACH = 25  # characters before a number in which its qualifier must begin


class Figure(NamedTuple):
    """`start` and `end` include the qualifier; the number begins at `core`, is `raw`; `after` follows."""

    start: int
    core: int
    end: int
    raw: str
    low: float | None
    high: float | None
    qualifier: str
    unit: str | None
    reason: str
    after: str = ""
    share: bool = False  # a part of a whole, in percent
    vague: bool = False  # "thousands"


def figures(text: str, words: Quantities) -> Iterator[Figure]:
    """Every number of the text, in order, names and dates among them: `refusals` weeds those out."""
    done = 0
    for start in words.patterns.start.finditer(text):
        if start.start() < done:
            continue
        part = words.patterns.share.match(text, start.start())
        match = part or words.patterns.number.match(text, start.start())
        found = _share(part, words) if part else match and _number(match, text, words)
        done = found.end if found else match.end() if match else done
        if match and found:
            found = found._replace(after=text[found.end : found.end + _REACH])
            yield found if found.vague else _qualified(_strong(found, text, words), text, words)


def _share(match: re.Match[str], words: Quantities) -> Figure | None:
    """ "A third of", "two-thirds of", "one in five": percent of a whole."""
    value = share(match, words)
    if value is None:
        return None
    start, end = match.span()
    return Figure(start, start, end, match[0], value, value, "exact", "%", "part of a whole", share=True)


def _number(match: re.Match[str], text: str, words: Quantities) -> Figure | None:
    return _vague(match, words) if match["vague"] else _exact(match, text, words)


def _vague(match: re.Match[str], words: Quantities) -> Figure | None:
    """ "Thousands", "several hundred": at least two of it."""
    low = vague(match["vague"], words)
    if low is None:
        return None
    start, end = match.span()
    reason = "plural: two of it or more"
    return Figure(start, start, end, match[0], low, None, "at_least", _unit(match, words), reason, vague=True)


def _exact(match: re.Match[str], text: str, words: Quantities) -> Figure | None:
    """One number, or a range of two where their sizes and the words between allow it."""
    unit = _unit(match, words)
    low = number(match["low"], words, money=match["sign"] is not None)
    if low is None:
        return None
    lead = text[max(0, match.start() - _REACH) : match.start()]
    between = words.patterns.between.search(lead)
    changed = words.patterns.change.search(lead)
    ranged = match["high"] and not changed and not _mixed(match) and _range(match, words, between is not None)
    if ranged:
        start = match.start() - (len(between[0]) if between else 0)
        return Figure(start, match.start(), match.end(), match[0], *ranged, "range", unit, "range of two numbers")
    if match["high"] and not changed and _score(match, low, words):
        return None
    end, unit = (match.end("low"), _sign(match, words)) if match["high"] else (match.end(), unit)
    end = match.end("percent") if match["high"] and match["percent"] else end
    return Figure(match.start(), match.start(), end, text[match.start() : end], low, low, "exact", unit, "number")


def _mixed(match: re.Match[str]) -> bool:
    """Are the two numbers of different kinds: "2.3% to $71.45"?"""
    second = match["sign2"] is not None
    return second if match["percent"] else second and match["sign"] is None


def _score(match: re.Match[str], low: float, words: Quantities) -> bool:
    """ "51-49", "by 397 to 12": two sides of a game or a vote."""
    join = match["join"].strip().lower()
    if join in _DASHES:
        return True
    bare = not (match["sign"] or match["percent"] or match["after"])
    high = number(match["high"], words)
    return bare and join == words.to and high is not None and low > high


def _range(match: re.Match[str], words: Quantities, between: bool) -> tuple[float, float] | None:
    """Both ends; a scale word after the second holds for the first ("10 to 12 million")."""
    joined_by_and = match["join"].strip().lower() == words.joint
    if joined_by_and != between:
        return None
    money = match["sign"] is not None
    low, high = number(match["low"], words, money=money), number(match["high"], words, money=money)
    if low is None or high is None:
        return None
    digits = re.match(r"[\d.,]+", match["high"])
    bare = number(digits[0], words) if digits else None
    if bare and match["low"].replace(",", "").replace(".", "").isdecimal() and high > bare and low < bare:
        low *= high / bare
    return (low, high) if low < high else None


def _sign(match: re.Match[str], words: Quantities) -> str | None:
    """The currency of the sign before the number, or the percent sign after it."""
    if match["percent"]:
        return "%"
    sign = (match["sign"] or "").strip()
    return words.values.currency_before.get(sign) or words.values.currency_before.get(sign.upper())


def _unit(match: re.Match[str], words: Quantities) -> str | None:
    """Currency or percent, by sign or word."""
    after = " ".join((match["after"] or "").lower().strip(" -\xa0").split())
    return "%" if after in words.nouns.percents else words.values.currency_after.get(after) or _sign(match, words)


def _strong(figure: Figure, text: str, words: Quantities) -> Figure:
    """The figure with the word that a hyphen ties to it: "50,000-strong"."""
    tied = words.patterns.tied.match(text, figure.end)
    return figure._replace(end=tied.end()) if tied else figure


def _qualified(figure: Figure, text: str, words: Quantities) -> Figure:
    """The figure with the qualifier that stands before or after it."""
    offset = max(0, figure.start - _REACH)
    before = words.patterns.qualified.search(text[offset : figure.start])
    after = words.patterns.trailing.match(text, figure.end)
    if before and figure.qualifier != "range":
        name = words.values.before[" ".join(before[1].lower().split())]
        figure = figure._replace(start=offset + before.start())
    elif after and figure.qualifier == "exact":
        name = words.values.after[" ".join(after[1].lower().split())]
        figure = figure._replace(end=after.end())
    else:
        return figure
    return _bounded(figure, name)


def _bounded(figure: Figure, qualifier: str) -> Figure:
    """Bounds as the qualifier leaves them."""
    value = figure.low
    low = None if qualifier in ("at_most", "nearly") else value
    high = None if qualifier in ("at_least", "more_than") else value
    return figure._replace(low=low, high=high, qualifier=qualifier, reason=f"number, {qualifier.replace('_', ' ')}")


def scaled(figure: Figure, noun: str, words: Quantities) -> Figure:
    """The figure with the letter after its digits taken for millions, where the noun is one that is counted so."""
    factor = words.values.money_scales.get(figure.raw[-1:].lower())
    if factor is None or figure.unit or noun not in words.nouns.scaled or figure.raw[:1].isalpha():
        return figure
    low, high = (None if bound is None else bound * factor for bound in (figure.low, figure.high))
    return figure._replace(low=low, high=high)
