"""Which year does a neighbour lend? "June 3 and July 4, 2004": both of 2004."""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.places import Places
from pipeline.language.dates.scan import plain
from pipeline.language.dates.scene import Found, Reading

_YEARLESS = frozenset({"day", "month", "season", "month_week", "day_week"})
_FRONT = 2  # words before a year that a sentence begins with: "In 2018", "The 2018 fire"
_NEAR = 12  # characters between two expressions that are joined
_AFTER = 3  # expressions in a row, the last of which says the year


class Lender:
    """Years lent between the matches of one text."""

    def __init__(self, places: Places, found: Sequence[Found], grammar: Grammar) -> None:
        """All matches of a text, in order."""
        self.places, self.found, self.joints, self.opens = places, found, grammar.joints, grammar.opens

    def year(self, i: int, read: Sequence[tuple[Found, Reading]]) -> int | None:
        """The year that is meant by match `i` too: of an expression joined to it, or of one that its sentence begins
        with; `read` are the matches before it that have a reading.
        """
        one = self.found[i]
        if one.rule.reads not in _YEARLESS or one.get("year", "which", "year_which"):
            return None
        for other in self.found[i + 1 : i + 1 + _AFTER]:
            if not self._joined(one, other):
                break
            if year := other.figure("year"):
                return year - ((one.figure("month") or 0) > (other.figure("month") or 12))
            one = other
        return self._back(self.found[i], read[-1] if read else None) or self._fronted(self.found[i], read)

    def _fronted(self, one: Found, read: Sequence[tuple[Found, Reading]]) -> int | None:
        """ "Last year the feast fell on November 12", "The 2018 fire began on Nov. 8"."""
        here = list(takewhile(lambda pair: pair[0].sentence == one.sentence, reversed(read)))
        found, result = here[-1] if here else (None, None)
        if found is None or result is None or result.granularity != "year" or result.interval.start is None:
            return None
        span = self.places.span(found.start, found.end)
        if span is None or span.start - span.sent.start > _FRONT or span.sent[0].lower_ in self.opens:
            return None
        return result.interval.start.year

    def _back(self, one: Found, before: tuple[Found, Reading] | None) -> int | None:
        """The year of the expression before, if joined: "from 3 June 2004 to 5 August"."""
        if before is None or not before[1].interval.start or not self._joined(before[0], one):
            return None
        if not before[0].get("year") or before[1].granularity not in ("day", "month"):
            return None
        start = before[1].interval.start
        return start.year + ((one.figure("month") or 12) < start.month)

    def _joined(self, one: Found, other: Found) -> bool:
        gap = plain(self.places.text[one.end : other.start]).replace(",", " ").split()
        near = other.start - one.end < _NEAR and one.sentence == other.sentence
        return near and len(gap) <= 1 and self.joints.issuperset(gap)
