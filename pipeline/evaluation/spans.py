"""Spans of characters and what they have in common."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into an article's text, end exclusive."""

    start: int
    end: int


def shared(one: Span, other: Span) -> int:
    """How many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def best_overlap(span: Span, places: Iterable[Span]) -> int:
    """The most characters that a span has in common with one of the places."""
    return max((shared(span, place) for place in places), default=0)


def overlapping(places: Sequence[Sequence[Span]], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The pairs (item, span) of numbers where one of the item's places and the span share characters."""
    return [(g, p) for g, options in enumerate(places) for p, span in enumerate(spans) if best_overlap(span, options)]
