"""What a word before an expression makes of it: "since August" is open after, "until Friday" is a bound."""

from pipeline.language.article import Interval
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.places import Places
from pipeline.language.dates.scene import Found, Reading


def bounded(found: Found, result: Reading, places: Places, grammar: Grammar) -> Reading:
    """The reading with the modifier of the word before it; "since" leaves the interval open."""
    word = _before(found, places)
    modifier = grammar.bounds.get(word)
    if modifier is None or result.kind not in ("DATE", "TIME") or result.interval.start is None:
        return result
    if word in grammar.opens:
        opened = Interval(result.interval.start, None)
        return result._replace(interval=opened, modifier=modifier, granularity="range")
    return result if result.modifier else result._replace(modifier=modifier)


def _before(found: Found, places: Places) -> str:
    """The word before the expression, an article left out."""
    span = places.span(found.start, found.end)
    if span is None or span.start == span.sent.start:
        return ""
    token = span.doc[span.start - 1]
    if token.pos_ == "DET" and token.i > span.sent.start:
        token = token.nbor(-1)
    return str(token.lower_)
