"""Are the time expressions found, and is each one's interval right?"""

from collections.abc import Mapping

from pipeline.evaluation.case import Case, Row, span
from pipeline.evaluation.counts import Outcome, Slip, matched
from pipeline.evaluation.days import Days, from_moments
from pipeline.evaluation.pairing import Candidate, assign
from pipeline.evaluation.passages import date_places
from pipeline.evaluation.spans import best_overlap, overlapping


def score_dates(case: Case) -> Outcome:
    """The figures `dates.*` (the extents share characters) and `dates.value_*` (the interval is right too)."""
    pairs = _match(case)
    right = {g: p for g, p in pairs.items() if interval(case.dates[p]) in case.gold.dates[g].values}
    sizes = len(case.dates), len(case.gold.dates)
    tallies = {"dates.": matched(len(pairs), *sizes), "dates.value_": matched(len(right), *sizes)}
    return Outcome(tallies, slips=(*_unmatched(case, pairs), *_wrong(case, pairs, right)))


def interval(row: Row) -> Days:
    """The days of a row's interval."""
    return from_moments(row["date_start"], row["date_end"])


def _match(case: Case) -> dict[int, int]:
    places = [date_places(case.text, item) for item in case.gold.dates]
    spans = [span(row) for row in case.dates]
    fits = {(g, p): (spans[p] in places[g], best_overlap(spans[p], places[g])) for g, p in overlapping(places, spans)}
    return assign(Candidate(fit, g, p) for (g, p), fit in fits.items())


def _unmatched(case: Case, pairs: Mapping[int, int]) -> list[Slip]:
    missed = [f"{item.texts[0]} in “{item.context}”" for g, item in enumerate(case.gold.dates) if g not in pairs]
    extra = [f"{row['text']} at {row['char_start']}" for p, row in enumerate(case.dates) if p not in pairs.values()]
    slips = [Slip(case.gold.doc, "date missed", text) for text in missed]
    return slips + [Slip(case.gold.doc, "date not in gold", text) for text in extra]


def _wrong(case: Case, pairs: Mapping[int, int], right: Mapping[int, int]) -> list[Slip]:
    return [
        Slip(
            case.gold.doc,
            "date wrong",
            f"{case.gold.dates[g].texts[0]} is {interval(case.dates[p])}, not {case.gold.dates[g].values[0]}",
        )
        for g, p in pairs.items()
        if g not in right
    ]
