"""Which year does a neighbour lend? "June 3 and July 4, 2004": both of 2004."""

from collections.abc import Sequence

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.scan import plain
from pipeline.language.dates.scene import Found, Reading

_YEARLESS = frozenset({"day", "month", "season", "month_week", "day_week"})
_NEAR = 12  # characters between two expressions that are joined
_AFTER = 3  # expressions in a row, the last of which says the year


class Lender:
    """Years lent between the matches of one text."""

    def __init__(self, text: str, found: Sequence[Found], grammar: Grammar) -> None:
        """All matches of `text`, in order."""
        self.text, self.found, self.joints = text, found, grammar.joints

    def year(self, i: int, before: tuple[Found, Reading] | None) -> int | None:
        """The year of an expression that is joined to the match `i`; `before` is the one read last."""
        one = self.found[i]
        if one.rule.reads not in _YEARLESS or one.get("year", "which"):
            return None
        for other in self.found[i + 1 : i + 1 + _AFTER]:
            if not self._joined(one, other):
                break
            if year := other.figure("year"):
                return year - ((one.figure("month") or 0) > (other.figure("month") or 12))
            one = other
        return self._back(self.found[i], before)

    def _back(self, one: Found, before: tuple[Found, Reading] | None) -> int | None:
        """The year of the expression before, if joined: "from 3 June 2004 to 5 August"."""
        if before is None or not before[1].interval.start or not self._joined(before[0], one):
            return None
        if not before[0].get("year") or before[1].granularity not in ("day", "month"):
            return None
        start = before[1].interval.start
        return start.year + ((one.figure("month") or 12) < start.month)

    def _joined(self, one: Found, other: Found) -> bool:
        gap = plain(self.text[one.end : other.start]).replace(",", " ").split()
        near = other.start - one.end < _NEAR and one.sentence == other.sentence
        return near and len(gap) <= 1 and self.joints.issuperset(gap)
