"""Figures that are years, decades and days, and those that count something else."""

import re

from spacy.tokens import Span, Token

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.guards.around import after, before
from pipeline.language.dates.scene import Found

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_MARKS = "'’‘"


def year(found: Found, span: Span, grammar: Grammar) -> bool:
    """A bare number is a year after "in" and the like, in brackets, or before a noun that it dates."""
    previous, following = before(span), after(span)
    if len(span) > 1 and not span.text[:1].isdigit():
        return following is None or following.lower_ not in grammar.words["unit"]
    if _counted(span[-1], previous, following, grammar):
        return False
    if previous is None:
        alone = following is None or following.pos_ in ("NOUN", "PROPN", "PUNCT", "SPACE")
        return alone or _acts(span[-1], following, grammar)
    if previous.pos_ == "PROPN" and (following is None or following.is_punct or following.is_space):
        return span[-1].text[:2] in ("19", "20")
    bracketed = previous.text in "([" or (following is not None and following.text in ")]")
    led = previous.lower_ in grammar.guards["year_before"] or _acts(span[-1], following, grammar)
    return led or bracketed or _listed(previous) or _dates_noun(previous, following)


def _counted(number: Token, previous: Token | None, following: Token | None, grammar: Grammar) -> bool:
    """Is it a sum, a code, or a number of things?"""
    if previous is not None and previous.lower_ in grammar.guards["number_before"]:
        return True
    if following is not None and (following.lower_ in grammar.guards["count_after"] or following.text[:1] in "%°"):
        return True
    return _counts(number, following, previous)


def _listed(previous: Token) -> bool:
    """2008, 2012 and 2016: after another year."""
    joined = previous.text in (",", "-", "–", "/", "&") and previous.i > 0
    return joined and bool(_YEAR.fullmatch(previous.doc[previous.i - 1].text))


def _acts(number: Token, following: Token | None, grammar: Grammar) -> bool:
    """2007 saw a truce; 1965's man of the year."""
    verb = number.head.lemma_ in grammar.guards["year_acts"] and number.dep_ == "nsubj"
    return verb or (following is not None and following.tag_ == "POS")


def _dates_noun(previous: Token, following: Token | None) -> bool:
    """the 2022 invasion, the 1967 Six-Day War."""
    if following is None or not (
        following.pos_ in ("NOUN", "PROPN", "ADJ") or following.is_title or following.is_quote
    ):
        return False
    named = previous.pos_ == "VERB" and following.pos_ == "PROPN"
    return named or previous.pos_ in ("DET", "PRON", "ADJ", "PROPN", "PART")


def _counts(number: Token, following: Token | None, previous: Token | None) -> bool:
    """ "2000 soldiers": a number before a plural, with nothing before it that makes it a year."""
    plurals = ("NNS", "NNPS")
    if following is None or following.tag_ not in (*plurals, "JJ") or number.head.tag_ not in plurals:
        return False
    round_number = number.text.endswith("00") and following.tag_ != "NNPS"
    dated = previous is not None and previous.pos_ in ("DET", "PROPN", "PART") and not round_number
    return number.dep_ == "nummod" and not dated


def decade(found: Found, span: Span, grammar: Grammar) -> bool:
    """The 60s, the 70s and 80s; not his 60s."""
    previous = before(span)
    if "decade" in found.groups or span[0].lower_ in grammar.guards["articles"] or span[0].text[:1] in _MARKS:
        return True
    return previous is not None and (previous.text in _MARKS or previous.lower_ in grammar.joints)


def list_day(found: Found, span: Span, grammar: Grammar) -> bool:
    """May 4 and 5, not "May 4 and 5 people"."""
    following = after(span)
    if any(token.is_alpha and token.lower_ in grammar.words["month"] for token in span):
        return True
    joined = following is None or following.text in "-–—" or following.lower_ in grammar.words["month"]
    return joined or (following is not None and following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM"))


def free_ordinal(found: Found, span: Span, grammar: Grammar) -> bool:
    """the 15th, not the 15th brigade."""
    following, previous = after(span), before(span)
    free = following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
    return free and previous is not None and previous.pos_ in ("ADP", "CCONJ", "PUNCT")
