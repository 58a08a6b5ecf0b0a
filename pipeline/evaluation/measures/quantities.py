"""Are the figures of the story found, and read rightly?"""

from collections.abc import Sequence
from math import isclose
from typing import NamedTuple

from pipeline.evaluation.case import Case, Row, span
from pipeline.evaluation.counts import Outcome, Slip, matched
from pipeline.evaluation.gold import GoldClaim
from pipeline.evaluation.pairing import Candidate, assign
from pipeline.evaluation.passages import find
from pipeline.evaluation.spans import Span, best_overlap, overlapping


class _Reading(NamedTuple):
    low: bool
    high: bool
    qualifier: bool


def score_quantities(case: Case) -> Outcome:
    """The figures `quantities.found_*` (the extents share characters) and `quantities.*` (all values right too)."""
    claims = _asked(case)
    pairs = _match(case, claims)
    right = [g for g, p in pairs.items() if all(_reading(claims[g], case.quantities[p]))]
    sizes = len(case.quantities), len(claims)
    tallies = {"quantities.": matched(len(right), *sizes), "quantities.found_": matched(len(pairs), *sizes)}
    missed = [item.texts[0] for g, item in enumerate(claims) if g not in pairs]
    extra = [
        f"{row['text']} at {row['char_start']}" for p, row in enumerate(case.quantities) if p not in pairs.values()
    ]
    wrong = [f"{claims[g].texts[0]} is {_label(case.quantities[p])}" for g, p in pairs.items() if g not in right]
    kinds = {"figure missed": missed, "figure not in gold": extra, "figure wrong": wrong}
    return Outcome(tallies, slips=tuple(Slip(case.gold.doc, kind, text) for kind in kinds for text in kinds[kind]))


def _asked(case: Case) -> list[GoldClaim]:
    """The claims to find: one text said of two owners at one place is asked for once."""
    asked: list[GoldClaim] = []
    for claim in case.gold.claims:
        twins = sum(other.texts[0] == claim.texts[0] for other in asked)
        if not twins or twins < len(_places(case, claim)):
            asked.append(claim)
    return asked


def _places(case: Case, claim: GoldClaim) -> list[Span]:
    return [place for text in claim.texts for place in find(case.text, text, whole_words=True)]


def _match(case: Case, claims: Sequence[GoldClaim]) -> dict[int, int]:
    places, spans = [_places(case, claim) for claim in claims], [span(row) for row in case.quantities]
    fits = {(g, p): _fit(claims[g], case.quantities[p]) for g, p in overlapping(places, spans)}
    return assign(Candidate((*fit, best_overlap(spans[p], places[g])), g, p) for (g, p), fit in fits.items())


def _fit(claim: GoldClaim, row: Row) -> tuple[bool, int]:
    reading = _reading(claim, row)
    return all(reading), reading.low + reading.high


def _reading(claim: GoldClaim, row: Row) -> _Reading:
    return _Reading(
        any(_same(row["low"], low) for low in claim.lows),
        any(_same(row["high"], high) for high in claim.highs),
        row["qualifier"] in claim.qualifiers,
    )


def _same(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return isclose(found, wanted, rel_tol=1e-3)


def _label(row: Row) -> str:
    return f"{row['low']} to {row['high']}, {row['qualifier']}"
