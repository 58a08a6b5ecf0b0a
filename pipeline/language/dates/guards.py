"""Reasons why a match is no time expression: names, verbs, counts, ages. Rules name the guard they need."""

import re
from collections.abc import Callable, Mapping

from spacy.tokens import Span, Token

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.scene import Found
from pipeline.language.dates.tense import tense

_YEAR = re.compile(r"(?:1\d|20)\d\d")


def stands(found: Found, span: Span, grammar: Grammar) -> bool:
    """Is the match a time expression after all?"""
    guard = _GUARDS.get(found.rule.guard)
    return _capital(found, span) and (guard is None or guard(found, span, grammar))


def _capital(found: Found, span: Span) -> bool:
    """Names of days and months are written with a capital."""
    named = not found.rule.parts and bool({"month", "weekday"} & found.groups.keys())
    return not named or any(token.text[:1].isupper() for token in span)


def _before(span: Span) -> Token | None:
    return None if not span.start or span[0].is_sent_start else span.doc[span.start - 1]


def _after(span: Span) -> Token | None:
    return None if span.end >= len(span.doc) or span.doc[span.end].is_sent_start else span.doc[span.end]


def _tail(span: Span) -> str:
    """The next word, a hyphen left out."""
    after = span.doc[span.end : span.end + 2]
    return next((token.lower_ for token in after if token.text != "-"), "")


def _name(found: Found, span: Span, grammar: Grammar) -> bool:
    """May, March, Sun: alone only as a proper noun that is no part of a longer name and no subject."""
    token = span[-1]
    if len(span) > 1 or token.lower_ not in grammar.guards["names"]:
        return True
    if token.lower_ in grammar.guards["never_alone"]:
        return False
    before, after = _before(span), _after(span)
    part = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i == token.i
    if after is not None and after.lower_ == "of" and "month" in found.groups:
        return False
    whole = after is not None and after.tag_ == "NNP" and token.dep_ == "compound" and token.head.i == after.i
    return token.tag_ == "NNP" and token.dep_ not in ("nsubj", "nsubjpass") and not part and not whole


def _noun(found: Found, span: Span, grammar: Grammar) -> bool:
    """Seasons: nouns that are no part of a name (Prague Spring) and no downfall (the fall of Kabul)."""
    token = next((t for t in span if t.lower_.startswith(("spring", "summer", "autumn", "fall", "winter"))), span[-1])
    before, after = _before(span), _after(span)
    if token.pos_ not in ("NOUN", "PROPN") and "which" not in found.groups:
        return False
    if token.lower_ == "fall" and ((after is not None and after.lower_ in ("of", "in")) or len(span) == 1):
        return len(span) > 1 and span[-1].like_num
    named = [t for t in (before if token.i == span.start else None, after) if t is not None and token.is_title]
    return not any(t.tag_ in ("NNP", "NNPS") and t.dep_ in ("compound", "pobj", "nsubj", "dobj") for t in named)


def _year(found: Found, span: Span, grammar: Grammar) -> bool:
    """A bare number is a year after "in" and the like, in brackets, or before a noun that it dates."""
    if len(span) > 1 and not span[0].like_num:
        return True
    before, after = _before(span), _after(span)
    if before is not None and before.lower_ in grammar.guards["number_before"]:
        return False
    if after is not None and (after.lower_ in grammar.guards["count_after"] or after.text[:1] in "%°"):
        return False
    if _counts(span[-1], after, before):
        return False
    if before is None:
        return after is None or after.pos_ in ("NOUN", "PROPN", "PUNCT", "SPACE")
    if before.pos_ == "PROPN" and (after is None or after.is_punct or after.is_space):
        return span[-1].text[:2] in ("19", "20")
    bracketed = before.text in "([" or (after is not None and after.text in ")]")
    return before.lower_ in grammar.guards["year_before"] or bracketed or _listed(before) or _dates_noun(before, after)


def _listed(before: Token) -> bool:
    """2008, 2012 and 2016: after another year."""
    joined = before.text in (",", "-", "–", "/", "&") and before.i > 0
    return joined and bool(_YEAR.fullmatch(before.doc[before.i - 1].text))


def _dates_noun(before: Token, after: Token | None) -> bool:
    """the 2022 invasion."""
    if after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return before.pos_ in ("DET", "PRON", "ADJ", "PROPN", "PART")


def _counts(number: Token, after: Token | None, before: Token | None) -> bool:
    """ "2000 soldiers": a number before a plural, with nothing before it that makes it a year."""
    if after is None or after.tag_ not in ("NNS", "NNPS", "JJ") or number.head.tag_ not in ("NNS", "NNPS"):
        return False
    round_number = number.text.endswith("00") and after.tag_ != "NNPS"
    dated = before is not None and before.pos_ in ("DET", "PROPN", "PART") and not round_number
    return number.dep_ == "nummod" and not dated


def _decade(found: Found, span: Span, grammar: Grammar) -> bool:
    """The 60s, not his 60s."""
    before = _before(span)
    if "decade" in found.groups:
        return True
    return "the" in span[0].lower_ or span[0].text[:1] in "'’‘" or (before is not None and before.text in "'’‘")


def _age(found: Found, span: Span, grammar: Grammar) -> bool:
    """Lengths: not ages, not "a day" as a rate, not "a second", not fractions."""
    tail = _tail(span)
    before = _before(span)
    if (tail in grammar.guards["age_after"]) or (before is not None and before.lower_ in grammar.guards["age_before"]):
        return False
    number, unit = found.get("number"), found.get("unit")
    if unit == "Q" or (number == "1" and unit == "S"):
        return False
    return not (number == "1" and len(span) == 2 and _rated(before))


def _rated(before: Token | None) -> bool:
    """Is it what is counted by the year: $1 billion a year?"""
    return before is not None and (before.pos_ in ("NOUN", "NUM", "SYM") or before.text == "%")


def _rate(found: Found, span: Span, grammar: Grammar) -> bool:
    """ "$1 billion a year", not "24 hours a day"."""
    before = _before(span)
    return _rated(before) and before is not None and before.lower_ not in grammar.words["unit"]


def _bare_plural(found: Found, span: Span, grammar: Grammar) -> bool:
    """months, years: plural, and not the end of a longer expression."""
    before, tail = _before(span), _tail(span)
    unit = next((t for t in reversed(span) if t.lower_ not in ("long", "-")), span[-1])
    if found.groups["unit"] in "QSE" or not unit.lower_.endswith("s") or tail in grammar.guards["age_after"]:
        return False
    if before is not None and before.tag_ == "DT":
        return tail in grammar.guards["around"]
    return before is None or not (before.like_num or before.tag_ in ("PRP$", "POS", "JJ", "HYPH", "CD", "JJS"))


def _plural(found: Found, span: Span, grammar: Grammar) -> bool:
    return any(t.lower_.endswith("s") and t.pos_ == "NOUN" for t in span)


def _vague(found: Found, span: Span, grammar: Grammar) -> bool:
    """the future, not the future of the alliance."""
    after = _after(span)
    return after is None or after.lower_ != "of" or span[-1].pos_ != "NOUN"


def _nothing_after(found: Found, span: Span, grammar: Grammar) -> bool:
    """two days before; not "two days before the vote", which counts from the vote."""
    after = _after(span)
    return (
        span[-1].lower_ not in ("before", "prior", "after") or after is None or after.pos_ in ("PUNCT", "ADP", "CCONJ")
    )


def _plural_nothing_after(found: Found, span: Span, grammar: Grammar) -> bool:
    return _plural(found, span, grammar) and _nothing_after(found, span, grammar)


def _free_ordinal(found: Found, span: Span, grammar: Grammar) -> bool:
    """the 15th, not the 15th brigade."""
    after, before = _after(span), _before(span)
    return (after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")) and (
        before is not None and before.pos_ in ("ADP", "CCONJ", "PUNCT")
    )


def _whole_unit(found: Found, span: Span, grammar: Grammar) -> bool:
    """last week, not last minute; the units that have a place in the calendar."""
    return found.groups["unit"] not in "SMHDE" and span[-1].tag_ != "NNS" and _no_name(found, span, grammar)


def _step(found: Found, span: Span, grammar: Grammar) -> bool:
    """the next day, that night, the day before; not the next minute, the weeks before the vote."""
    if found.get("unit") in ("S", "M", "H", "E") or span[-1].tag_ == "NNS" or span[-2:][0].tag_ == "NNS":
        return False
    return _nothing_after(found, span, grammar)


def _list_day(found: Found, span: Span, grammar: Grammar) -> bool:
    """May 4 and 5, not "May 4 and 5 people"."""
    after = _after(span)
    if any(t.is_alpha and t.lower_ in grammar.words["month"] for t in span):
        return True
    joined = after is None or after.text in "-–—" or after.lower_ in grammar.words["month"]
    return joined or (after is not None and after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM"))


def _no_name(found: Found, span: Span, grammar: Grammar) -> bool:
    """today; not USA Today, Daily News."""
    token = span[-1]
    return not (token.is_title and token.tag_ == "NNP" and not token.is_sent_start)


def _whole_year(found: Found, span: Span, grammar: Grammar) -> bool:
    """in the year; not the year of the dragon, the year's end."""
    before, after = _before(span), _after(span)
    if after is not None and (
        after.lower_ in grammar.guards["other_period"] or after.tag_ in ("POS", "CD", "NN", "NNP")
    ):
        return False
    return "latest" in found.groups or (before is not None and before.lower_ in grammar.guards["within"])


def _period(found: Found, span: Span, grammar: Grammar) -> bool:
    """the quarter; not the quarter century."""
    after = _after(span)
    return after is None or after.lower_ not in grammar.guards["other_period"]


def _ahead(found: Found, span: Span, grammar: Grammar) -> bool:
    """in five years: a day to come only where the clause looks ahead; else it is how long something took."""
    if found.get("unit") == "Q":
        return False
    plain = "time" not in span.text.lower() and span[0].lower_ != "within" and len(span) and span[0].lower_ == "in"
    return not plain or tense(span, grammar.tense) == "future"


_GUARDS: Mapping[str, Callable[[Found, Span, Grammar], bool]] = {
    "name": _name,
    "noun": _noun,
    "year": _year,
    "decade": _decade,
    "age": _age,
    "plural": _plural,
    "bare plural": _bare_plural,
    "nothing after": _nothing_after,
    "plural, nothing after": _plural_nothing_after,
    "no noun after": _free_ordinal,
    "calendar unit": _whole_unit,
    "vague": _vague,
    "rate": _rate,
    "step of the story": _step,
    "a day told": _step,
    "day of a list": _list_day,
    "no name": _no_name,
    "no title": _no_name,
    "whole year": _whole_year,
    "no noun of a period": _period,
    "lies ahead": _ahead,
}
