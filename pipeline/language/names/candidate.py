"""A stretch of text that may be a name, before rivals are weighed."""

from collections.abc import Iterable
from typing import NamedTuple

MODEL, KNOWN, RULE, OWN = 1, 2, 3, 4  # ranks: of two names that overlap, the higher one stays


class Candidate(NamedTuple):
    """Offsets in the article, OntoNotes label, where it comes from, and its rank against overlapping ones."""

    start: int
    end: int
    label: str
    source: str
    rank: int


def overlaps(a: Candidate, b: Candidate) -> bool:
    """Do the two share a character?"""
    return a.start < b.end and b.start < a.end


def covers(a: Candidate, b: Candidate) -> bool:
    """Does `a` hold all of `b`?"""
    return a.start <= b.start and b.end <= a.end


def without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in text order; of overlapping ones the higher rank stays, then the longer one."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, -c.rank)):
        rival = kept[-1] if kept and kept[-1].end > candidate.start else None
        if rival is None:
            kept.append(candidate)
        elif _weight(candidate) > _weight(rival):
            kept[-1] = candidate
    return kept


def _weight(candidate: Candidate) -> tuple[int, int]:
    return candidate.rank, candidate.end - candidate.start
