"""From matches to readings: tense, the year a neighbour lends, the expression before, and a publication day
that may be known only as an interval."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from spacy.tokens import Doc

from pipeline.language.article import Interval
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.places import Places
from pipeline.language.dates.readers import READERS
from pipeline.language.dates.relative import with_part
from pipeline.language.dates.scene import Found, Reading, Scene, unread
from pipeline.language.dates.tense import tense

_TENSED = frozenset({"day", "days", "month", "season", "weekday", "weekend", "holiday", "quarter", "clock"})
_YEARLESS = frozenset({"day", "days", "month", "season"})
_JOINT = re.compile(r"[\s,]*(?:-|and|or|to|until|till|through)?[\s,]*")
_COARSE_DAYS = 7  # a publication interval no longer than this is a day for the purposes of "the past decade"
_NEWSY = 0.08  # share of expressions counted from today above which a text is no history
_OLD = 0.55  # share of its years that lie two years or more before publication above which it is one
_ASIDE = 3  # years: a bare year farther from where a history stands is a look aside
_PLACED = ("day", "hour", "week", "month", "season", "year", "quarter")


def publication_days(published: Interval) -> tuple[date, ...]:
    """The first and last day of the interval, once if they are the same; nothing if a bound is open."""
    start, end = published
    if start is None or end is None or end <= start:
        return ()
    first, last = start.date(), (end - timedelta(milliseconds=1)).date()
    return (first,) if first == last else (first, last)


def is_history(found: Sequence[Found], published: Interval) -> bool:
    """Does the text tell of the past throughout? Then most of its years lie well before its publication."""
    dated = [f for f in found if f.rule.reads in ("day", "month", "year", "numeric")]
    years = [year for f in dated if (year := f.figure("year"))]
    now = published.start.year if published.start else None
    today = sum(f.rule.reads in ("deictic", "side", "which", "ago") for f in found)
    if today > _NEWSY * len(found):
        return False
    if now is None:
        return len(years) >= 8
    return len(years) >= 4 and sum(y < now - 1 for y in years) > _OLD * len(years)


class Resolver:
    """Reads the matches of one text in their order; its state is the expression told last."""

    def __init__(self, doc: Doc, grammar: Grammar, published: Interval) -> None:
        """Matches of `doc` are to be read against the publication interval."""
        self.places, self.text, self.grammar, self.published = Places(doc), doc.text, grammar, published
        self.days = publication_days(published)
        self.last: Reading | None = None

    def read_all(self, found: Sequence[Found]) -> list[tuple[Found, Reading]]:
        """Each match that has a reading, with it."""
        history = is_history(found, self.published)
        out: list[tuple[Found, Reading]] = []
        for i, one in enumerate(found):
            lent = self._lent(found, i, out)
            result = self._read(one, Scene(None, self._tense(one), self.last, lent, history))
            if result is not None:
                out.append((one, result))
                self.last = result if self._moves_on(result, history) else self.last
        return [(one, _told_by_next(out, i, result)) for i, (one, result) in enumerate(out)]

    def _moves_on(self, result: Reading, history: bool) -> bool:
        """Does the story now stand there? Histories look aside: "it was revealed in 2005", "to this day"."""
        start, told = result.interval.start, self.last.interval.start if self.last else None
        if start is None or result.granularity not in _PLACED:
            return False
        if not history or (result.granularity in ("day", "hour", "month") and result.anchor == "explicit"):
            return True
        aside = told is not None and result.anchor == "explicit" and abs(start.year - told.year) > _ASIDE
        return result.anchor != "publication" and not aside

    def _tense(self, found: Found) -> str | None:
        span = self.places.span(found.start, found.end) if found.rule.reads in _TENSED else None
        return tense(span, self.grammar.tense) if span is not None else None

    def _lent(self, found: Sequence[Found], i: int, done: Sequence[tuple[Found, Reading]]) -> int | None:
        """The year of an expression that is joined to this one: "June 3 and July 4, 2004"."""
        one = found[i]
        if one.rule.reads not in _YEARLESS or one.get("year", "which"):
            return None
        for other in found[i + 1 : i + 4]:
            if not self._joined(one, other):
                break
            if year := other.figure("year"):
                return year - ((one.figure("month") or 0) > (other.figure("month") or 12))
            one = other
        return self._lent_back(found[i], done[-1] if done else None)

    def _lent_back(self, one: Found, before: tuple[Found, Reading] | None) -> int | None:
        """The year of the expression before, if joined: "from 3 June 2004 to 5 August"."""
        if before is None or not before[1].interval.start or not self._joined(before[0], one):
            return None
        if not before[0].get("year") or before[1].granularity not in ("day", "month"):
            return None
        start = before[1].interval.start
        return start.year + ((one.figure("month") or 12) < start.month)

    def _joined(self, one: Found, other: Found) -> bool:
        gap = self.text[one.end : other.start].lower().replace("–", "-")
        return one.sentence == other.sentence and len(gap) < 12 and _JOINT.fullmatch(gap) is not None

    def _read(self, found: Found, scene: Scene) -> Reading | None:
        """One match, read against every publication day that is possible."""
        results = [self._on(found, replace(scene, day=day)) for day in self.days or (None,)]
        first, last = results[0], results[-1]
        if first is None or last is None or first == last:
            return first
        return self._agreed(first, last, self._on(found, scene))

    def _on(self, found: Found, scene: Scene) -> Reading | None:
        result = READERS[found.rule.reads](found, scene)
        hours = self.grammar.parts.get(found.get("part") or "")
        return with_part(found, result, hours) if result and found.rule.reads != "same" else result

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


def since(text: str, start: int, result: Reading) -> tuple[int, Reading]:
    """An expression after "since" starts there and stays open."""
    head = text[max(0, start - 12) : start]
    match = re.search(r"\bsince\s+(?:the\s+)?$", head, re.IGNORECASE)
    if match is None or result.interval.start is None or result.kind != "DATE":
        return start, result
    open_end: tuple[datetime | None, datetime | None] = (result.interval.start, None)
    return start - len(match[0]), result._replace(interval=Interval(*open_end), modifier="after", granularity="range")
