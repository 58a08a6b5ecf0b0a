"""Periods of the calendar: last week, the year, the quarter; not last minute, the year of the dragon."""

from spacy.tokens import Span

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.guards.around import PLURAL, after, before, part_of_something
from pipeline.language.dates.guards.lengths import nothing_after
from pipeline.language.dates.guards.names import no_name
from pipeline.language.dates.scene import Found


def calendar_unit(found: Found, span: Span, grammar: Grammar) -> bool:
    """last week, not last minute; the units that have a place in the calendar. Not the last month of the war."""
    if found.groups["unit"] in "SMHDE" or span[-1].tag_ == PLURAL or not no_name(found, span, grammar):
        return False
    previous = before(span)
    named = previous is not None and previous.lower_ in grammar.guards["articles"]
    return not (named and part_of_something(span, grammar.guards["of"]))


def step(found: Found, span: Span, grammar: Grammar) -> bool:
    """the next day, that night, the day before; not the next minute, the weeks before the vote."""
    if found.get("unit") in ("S", "M", "H", "E") or any(token.tag_ == PLURAL for token in span[-2:]):
        return False
    return nothing_after(found, span, grammar)


def whole_year(found: Found, span: Span, grammar: Grammar) -> bool:
    """in the year; not the year of the dragon, the year's end."""
    previous, following = before(span), after(span)
    if following is not None and (not period(found, span, grammar) or following.tag_ in ("POS", "CD", "NN", "NNP")):
        return False
    return "latest" in found.groups or (previous is not None and previous.lower_ in grammar.guards["within"])


def period(found: Found, span: Span, grammar: Grammar) -> bool:
    """the quarter; not the quarter century."""
    following = after(span)
    return following is None or following.lower_ not in grammar.guards["other_period"]
