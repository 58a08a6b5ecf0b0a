"""Reasons why a match is no time expression: names, verbs, counts, ages. Rules name the guard they need.

A guard is given the match, its tokens and the grammar, and says whether the match stands. Tags are those of spaCy's
English pipelines.
"""

from collections.abc import Callable, Mapping

from spacy.tokens import Span

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.guards import figures, lengths, names, periods
from pipeline.language.dates.scene import Found

_GUARDS: Mapping[str, Callable[[Found, Span, Grammar], bool]] = {
    "name": names.name,
    "noun": names.noun,
    "no part of a name": names.no_part,
    "no name": names.no_name,
    "vague": names.vague,
    "year": figures.year,
    "decade": figures.decade,
    "day of a list": figures.list_day,
    "no noun after": figures.free_ordinal,
    "age": lengths.age,
    "rate": lengths.rate,
    "plural": lengths.plural,
    "bare plural": lengths.bare_plural,
    "nothing after": lengths.nothing_after,
    "plural, nothing after": lengths.plural_nothing_after,
    "lies ahead": lengths.lies_ahead,
    "up to now": lengths.up_to_now,
    "calendar unit": periods.calendar_unit,
    "step of the story": periods.step,
    "whole year": periods.whole_year,
    "period": periods.period,
}


def stands(found: Found, span: Span, grammar: Grammar) -> bool:
    """Is the match a time expression after all?"""
    guard = _GUARDS.get(found.rule.guard)
    if not names.capital(found, span) or names.inside_a_name(found, span, grammar):
        return False
    return guard is None or guard(found, span, grammar)
