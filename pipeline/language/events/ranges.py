"""What the words around time expressions make of them: "from Monday to Friday", "by June", "after 2014"."""

from collections.abc import Sequence

from pipeline.language.article import Interval, When
from pipeline.language.events.speech import Speech


def stretches(dates: Sequence[When], speech: Speech) -> list[When]:
    """The time expressions of a sentence, in order; a pair that names a stretch becomes one, under the first's id."""
    out: list[When] = []
    for when in dates:
        joined = _stretch(out[-1], when, speech) if out else None
        if joined is not None:
            out.pop()
        out.append(joined or when)
    return out


def _stretch(first: When, last: When, speech: Speech) -> When | None:
    start, end = first.interval.start, last.interval.end
    if start is None or end is None or end <= start or not _together(first, last, speech):
        return None
    span = first.span.doc[first.span.start : last.span.end]
    return first._replace(interval=Interval(start, end), granularity="range", span=span)


def _together(first: When, last: When, speech: Speech) -> bool:
    """One word between them, which opens or closes a stretch, or joins: "Monday and Tuesday", "April and June"."""
    doc, at = first.span.doc, first.span.end
    if last.span.start != at + 1:
        return False
    before = doc[first.span.start - 1].lower_ if first.span.start else ""
    pairs = {doc[at].lower_, f"{before} {doc[at].lower_}"}
    joined = last.span.root.head in first.span or first.interval.end == last.interval.start
    return (joined and doc[at].lower_ == "and") or bool(pairs & speech.stretches)


def bounded(when: When, speech: Speech) -> When:
    """The time with an open side where a preposition says so and the expression does not."""
    prep, (start, end) = when.span.root.head, when.interval
    if start is None or end is None or prep.dep_ != "prep" or prep.i >= when.span.start:
        return when
    if prep.lower_ in speech.up_to:
        return when._replace(interval=Interval(None, end))
    if prep.lower_ in speech.ahead_of:
        return when._replace(interval=Interval(None, start))
    return when._replace(interval=Interval(end, None)) if prep.lower_ in speech.later_than else when
