"""Lengths that are ages, rates, or reach to something that is named after them."""

from spacy.tokens import Span, Token

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.guards.around import PLURAL, after, before, part_of_something, tail
from pipeline.language.dates.scene import Found
from pipeline.language.dates.tense import tense


def age(found: Found, span: Span, grammar: Grammar) -> bool:
    """Lengths: not ages, not "a day" as a rate, not "a second", not fractions."""
    previous = before(span)
    if tail(span) in grammar.guards["age_after"]:
        return False
    if previous is not None and previous.lower_ in grammar.guards["age_before"]:
        return False
    number, unit = found.get("number"), found.get("unit")
    if unit == "Q" or (number == "1" and unit == "S"):
        return False
    return not (number == "1" and len(span) == 2 and _rated(previous))


def rate(found: Found, span: Span, grammar: Grammar) -> bool:
    """ "$1 billion a year", not "24 hours a day"."""
    previous = before(span)
    return previous is not None and _rated(previous) and previous.lower_ not in grammar.words["unit"]


def _rated(previous: Token | None) -> bool:
    """Is it what is counted by the year: $1 billion a year?"""
    return previous is not None and (previous.pos_ in ("NOUN", "NUM", "SYM") or previous.text == "%")


def plural(found: Found, span: Span, grammar: Grammar) -> bool:
    """months, years."""
    return any(token.tag_ == PLURAL for token in span)


def bare_plural(found: Found, span: Span, grammar: Grammar) -> bool:
    """months, years: plural, and not the end of a longer expression."""
    previous, following = before(span), tail(span)
    unit = next((t for t in reversed(span) if t.lower_ not in grammar.guards["long"] and t.text != "-"), span[-1])
    if found.groups["unit"] in "QSE" or unit.tag_ != PLURAL or following in grammar.guards["age_after"]:
        return False
    if previous is not None and previous.tag_ == "DT":
        return following in grammar.guards["around"]
    return previous is None or not (previous.like_num or previous.tag_ in ("PRP$", "POS", "JJ", "HYPH", "CD", "JJS"))


def nothing_after(found: Found, span: Span, grammar: Grammar) -> bool:
    """two days before; not "two days before the vote", which counts from the vote."""
    following = after(span)
    if span[-1].lower_ not in grammar.guards["reaching"] or following is None:
        return True
    return following.pos_ in ("PUNCT", "ADP", "CCONJ")


def plural_nothing_after(found: Found, span: Span, grammar: Grammar) -> bool:
    """days later; weeks before."""
    return plural(found, span, grammar) and nothing_after(found, span, grammar)


def lies_ahead(found: Found, span: Span, grammar: Grammar) -> bool:
    """in five years: a day to come only where the clause looks ahead; else it is how long something took."""
    if found.get("unit") == "Q":
        return False
    return "plain" not in found.groups or tense(span, grammar.tense) == "future"


def up_to_now(found: Found, span: Span, grammar: Grammar) -> bool:
    """the past year; not the last year of the war, the last days, nor "would last 50 years"."""
    if part_of_something(span, grammar.guards["of"]) or any(token.pos_ == "VERB" for token in span):
        return False
    return "number" in found.groups or not (plural(found, span, grammar) or found.groups["unit"] == "E")
