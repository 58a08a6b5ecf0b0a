"""From matches to readings: tense, the year a neighbour lends, the expression before, and a publication day
that may be known only as an interval."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.language.article import Interval
from pipeline.language.dates import calendar as cal
from pipeline.language.dates.bounds import bounded
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.history import full_years, is_history, moves_on
from pipeline.language.dates.lending import Lender
from pipeline.language.dates.order import day_first
from pipeline.language.dates.places import Places
from pipeline.language.dates.readers import READERS
from pipeline.language.dates.relative import with_part
from pipeline.language.dates.scene import Found, Reading, Scene, unread
from pipeline.language.dates.tense import tense

_TENSED = frozenset(  # readers that ask for the tense
    [
        "day",
        "day_week",
        "month",
        "month_week",
        "season",
        "weekday",
        "weekend",
        "holiday",
        "festival",
        "quarter",
        "clock",
        "nth",
        "year_end",
    ]
)
_COARSE_DAYS = 7  # a publication interval no longer than this is a day for the purposes of "the past decade"
_SINCE = 3  # sentences after which "that day" no longer means the day told last, if something else was told since
_MOMENT = 8  # sentences after which a quarter that was told is no longer what "a year earlier" speaks of


def publication_days(published: Interval) -> tuple[date, ...]:
    """The first and last day of the interval, once if they are the same; nothing if a bound is open, or a day at the
    ends of the calendar, which is no news.
    """
    start, end = published
    if start is None or end is None or end <= start:
        return ()
    first, last = start.date(), (end - timedelta(milliseconds=1)).date()
    if not (cal.in_reach(first) and cal.in_reach(last)):
        return ()
    return (first,) if first == last else (first, last)


class Resolver:
    """Reads the matches of one text in their order; its state is what was told last."""

    def __init__(self, places: Places, grammar: Grammar, published: Interval) -> None:
        """Matches of a text are to be read against the publication interval."""
        self.places, self.grammar, self.published = places, grammar, published
        self.days = publication_days(published)
        self.last: Reading | None = None
        self.quarter: tuple[date, int] | None = None  # the first day of the quarter told last, and its sentence
        self.day: tuple[Reading, int] | None = None  # the day told last, and its sentence
        self.bc: str | None = None

    def read_all(self, found: Sequence[Found]) -> list[tuple[Found, Reading]]:
        """Each match that has a reading, with it."""
        general = Scene(None, history=is_history(found, self.published), day_first=day_first(found))
        lender, between = Lender(self.places, found, self.grammar), full_years(found)
        out: list[tuple[Found, Reading]] = []
        for i, one in enumerate(found):
            near = replace(general, lent=lender.year(i, out), between=between[i] if general.history else None)
            result = self._read(one, self._scene(near, one))
            if result is not None:
                out.append((one, result))
                self._remember(one, result, general.history)
        told = [(one, _told_by_next(out, i, result)) for i, (one, result) in enumerate(out)]
        return [(one, bounded(one, result, self.places, self.grammar)) for one, result in told]

    def _scene(self, near: Scene, one: Found) -> Scene:
        """What a match is read against, but for the publication day."""
        fresh = self.quarter is not None and one.sentence - self.quarter[1] <= _MOMENT
        quarter = self.quarter[0] if self.quarter and fresh else None
        day, at = self.day or (None, 0)
        since = one.sentence - at
        told = replace(near, last=self.last, last_day=day if since <= _SINCE else None, since_day=since)
        return replace(told, tense=self._tense(one), quarter=quarter, bc=self.bc)

    def _remember(self, one: Found, result: Reading, history: bool) -> None:
        """Where the text stands after an expression."""
        if result.granularity == "quarter" and result.interval.start and self._over(result):
            keep = self.quarter if result.anchor == "previous expression" else (result.interval.start.date(), 0)
            self.quarter = (keep[0], one.sentence) if keep else None
        if result.granularity in ("day", "hour") and result.interval.start:
            self.day = result, one.sentence
        if result.value.startswith("BC") and len(result.value) >= len("BC0480"):
            self.bc, self.last = result.value[:6], None
        elif moves_on(result, self.last, history):
            self.last, self.bc = result, None if result.anchor == "explicit" else self.bc

    def _over(self, result: Reading) -> bool:
        """Is it over on the day of publication? Accounts are of quarters that are."""
        end = result.interval.end
        return not self.days or (end is not None and end.date() <= self.days[-1])

    def _tense(self, found: Found) -> str | None:
        span = self.places.span(found.start, found.end) if found.rule.reads in _TENSED else None
        return tense(span, self.grammar.tense) if span is not None else None

    def _read(self, found: Found, scene: Scene) -> Reading | None:
        """One match, read against every publication day that is possible."""
        results = [self._on(found, replace(scene, day=day)) for day in self.days or (None,)]
        first, last = results[0], results[-1]
        if first is None or last is None or first == last:
            return first if last else None
        return self._agreed(first, last, self._on(found, scene))

    def _on(self, found: Found, scene: Scene) -> Reading | None:
        result = READERS[found.rule.reads](found, scene)
        hours = self.grammar.parts.get(found.get("part") or "")
        return with_part(found, result, hours) if result and result.kind == "DATE" else result

    def _agreed(self, first: Reading, last: Reading, without: Reading | None) -> Reading | None:
        """What first and last publication day agree on; readings grow with the day, so the rest agree."""
        if (first.value, first.interval) == (last.value, last.interval):
            return first
        short = (self.days[-1] - self.days[0]).days <= _COARSE_DAYS
        if first.value == last.value and first.interval.start == last.interval.start:
            return first._replace(reason=f"{first.reason}, the earliest that is possible")
        if first.kind == "DURATION" and short and first.granularity not in ("day", "hour"):
            return first._replace(reason=f"{first.reason}, the earliest that is possible")
        open_value = without.value if without else "XXXX"
        return unread(open_value, first.granularity, "publication day not known well enough", first.kind)


def _told_by_next(done: Sequence[tuple[Found, Reading]], i: int, result: Reading) -> Reading:
    """ "Just days later, it reported Sunday": the day that follows in the sentence tells which."""
    found = done[i][0]
    if found.rule.reads != "vague_shift":
        return result
    for other, told in done[i + 1 :]:
        if other.sentence != found.sentence:
            break
        if told.granularity == "day" and told.interval.start:
            return told._replace(anchor="previous expression", reason="told by the day named after it")
    return result
