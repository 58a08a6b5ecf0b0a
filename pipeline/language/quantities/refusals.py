"""Why a number is not a figure about the world: a date, an age, a name, mere grammar."""

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from pipeline.language.quantities.counted import Counted
from pipeline.language.quantities.figures import Figure
from pipeline.language.quantities.words import Quantities

_NAMES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
_WHO = ("PERSON", "NORP", "ORG", "GPE", "LOC")
_LIST_ITEM = re.compile(r"\s*\d{1,2}[.)]\s")
_LONG = re.compile(r"\d{5,}")
_COMPOUND = re.compile(r"-([^\W\d]+)")


def refusal(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    """The reason why the figure is refused; None if it stands. Taken dates are the caller's affair."""
    if figure.share:
        return _duration(figure, span, what, words) or _of_year(what) or _idiom(span, words)
    if figure.unit:
        return None
    checks = (_numbered, _named, _code, _age, _clock, _item, _compound, _year, _duration, _small)
    return next((why for check in checks if (why := check(figure, span, what, words))), None)


def _of_year(what: Counted) -> str | None:
    return "part of a year" if what.noun is not None and what.noun.pos_ == "NUM" else None


def _idiom(span: Span, words: Quantities) -> str | None:
    """ "Half the time", "half of the battle"."""
    near = span.doc[span.end : span.end + 3]
    return "a way of speaking" if any(t.lemma_.lower() in words.nouns.idioms for t in near) else None


def _numbered(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    """The number of a thing, whatever follows: "Section 301 tariffs", "the Group of 20 leaders"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.sent.start != span.sent.start or figure.qualifier != "exact":
        return None
    group = before.lower_ == words.of and span.start > 1 and span.doc[span.start - 2].text == words.before_of
    listed = before.lemma_.lower() in words.nouns.numbered and before.dep_ != "dobj" and before.text[0].isupper()
    return "a number that is part of a name" if group or listed or _behind(before, what) else None


def _behind(before: Token, what: Counted) -> bool:
    """Does it number the noun before, and only "of" stands behind: "room 101 of the hotel"?"""
    thing = before.pos_ in ("NOUN", "PROPN") and before.ent_type_ not in _WHO
    return what.partitive and what.number.head == before and thing


def _code(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    """Long digits that count nothing and have no commas, and what stands beside other digits: telephone numbers."""
    if what.noun is not None or what.text:
        return None
    before = span.doc[span.start - 1] if span.start else None
    return "a code" if _LONG.fullmatch(figure.raw) or (before is not None and before.text[-1:].isdecimal()) else None


def _named(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    """Part of a name, or a number after a noun: "Article 5", "Boeing 737"."""
    if any(t.ent_type_ in _NAMES for t in span if t.i >= what.number.i) and what.noun is None:
        return "part of a name"
    before = span.doc[span.start - 1] if span.start else None
    if before is None or what.noun is not None or before.lemma_.lower() in words.nouns.named:
        return None
    bare = figure.qualifier == "exact" and before.pos_ in ("NOUN", "PROPN")
    return "a number after a noun is its name" if bare and before.sent.start == span.sent.start else None


def _age(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    told = before in words.nouns.age or words.patterns.age.match(figure.after)
    return "an age" if told or _apposed(figure, span) else None


def _apposed(figure: Figure, span: Span) -> bool:
    """Is it a number between commas after a person: "John Doe, 34, said"?"""
    doc, short = span.doc, figure.high is not None and figure.high < 130 and len(span) == 1
    if not short or span.start < 2 or doc[span.start - 1].text != "," or doc[span.start - 2].pos_ != "PROPN":
        return False
    return span.end >= len(doc) or doc[span.end].is_punct


def _clock(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    return "a time of day" if words.patterns.clock.match(figure.after) else None


def _item(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    first = span.start == span.sent.start
    return "the number of an item" if first and _LIST_ITEM.match(figure.raw + figure.after) else None


def _compound(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    """ "Two-state", "five-day": a kind of thing; "50,000-strong": a figure."""
    match = _COMPOUND.match(figure.after)
    return "names a kind" if match and match[1].lower() not in words.nouns.hyphen else None


def _year(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    first, last = words.years
    year = re.fullmatch(r"\d{4}", figure.raw) is not None and first <= int(figure.raw) <= last
    counted = what.noun is not None and what.noun.lemma_.lower() in words.nouns.people
    return "a year" if year and not counted else None


def _duration(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    noun = what.noun.lemma_.lower() if what.noun is not None else ""
    near = span.doc[span.end].lemma_.lower() if span.end < len(span.doc) else ""
    return "a length of time" if noun in words.nouns.time or near in words.nouns.time else None


def _small(figure: Figure, span: Span, what: Counted, words: Quantities) -> str | None:
    """Small numbers are grammar unless they count something new: not "the two sides", "one of them"."""
    value = figure.low if figure.low is not None else figure.high
    if value is None or value > words.small or figure.qualifier not in ("exact", "about"):
        return None
    if value <= 1 and what.partitive:
        return "one of several"
    if what.noun is None:
        return None if what.text and value > 1 else "a small number that counts nothing"
    lemma = what.noun.lemma_.lower()
    if lemma in words.nouns.uncounted or (value <= 1 and lemma not in words.nouns.people):
        return "a small number of grammar"
    return "refers back" if _definite(what, span) else None


def _definite(what: Counted, span: Span) -> bool:
    """Does "the", "its", "both" or a possessor stand before the number?"""
    children: Sequence[str] = [t.dep_ for t in what.noun.children if t.i < span.start] if what.noun is not None else []
    before = span.doc[span.start - 1] if span.start else None
    form = before.morph.to_dict() if before is not None else {}
    article = form.get("Definite") == "Def" or form.get("PronType") == "Dem" or form.get("Poss") == "Yes"
    return article or "poss" in children
