"""Is what is not part of the story left alone?"""

from pipeline.evaluation.case import Case, Row, span
from pipeline.evaluation.counts import Outcome, Share, Slip
from pipeline.evaluation.passages import line_or_phrase
from pipeline.evaluation.spans import Span, shared


def score_boilerplate(case: Case) -> Outcome:
    """The figure `boilerplate.clean`: passages of boilerplate without any mention, date or event."""
    strings = case.gold.boilerplate
    soiled = {string: _inside(case, string) for string in strings}
    clean = sum(not soiled[string] for string in strings) if case.article else 0
    slips = [
        Slip(case.gold.doc, "boilerplate read as story", f"{case.text[slice(*span(row))]} in “{string[:50]}”")
        for string, rows in soiled.items()
        for row in rows
    ]
    return Outcome(shares={"boilerplate.clean": Share(clean, len(strings))}, slips=tuple(slips))


def _inside(case: Case, string: str) -> list[Row]:
    place = line_or_phrase(case.text, string) or Span(0, 0)
    return [row for row in (*case.mentions, *case.dates, *case.events) if shared(span(row), place)]
