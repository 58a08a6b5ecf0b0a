"""When it was: the time that the clause tells, else the most telling day near it, else the day of the dateline."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Article, When
from pipeline.language.events.event import Event
from pipeline.language.events.speech import Speech
from pipeline.language.events.status import event_status
from pipeline.language.events.timing import Timing
from pipeline.language.main_event.clauses import Clause
from pipeline.language.main_event.opening import Opening
from pipeline.language.main_event.rules import Rules
from pipeline.language.main_event.words import content

_DAYS = frozenset({"day", "hour"})
_QUARTER = timedelta(days=92)
_VERBS = frozenset({"VERB", "AUX"})
_UNREAD = frozenset({"boilerplate", "byline"})
Told = Sequence[tuple[Clause, Event | None]]


class Dated(NamedTuple):
    """`reason` completes "when: ..."."""

    when: When
    reason: str


def dated(article: Article, told: Told, opening: Opening, rules: Rules, speech: Speech) -> Dated | None:
    """The time of the main event; `told` are the clauses that tell it, best first, with the events typed there."""
    own = [w for clause, event in told if (w := _told(article, clause, event, speech)) is not None]
    itself = [w for w in own[:1] if w.span.sent == told[0][0].line.span]
    exact = [w for w in own if w.granularity in _DAYS]
    first = min(exact, key=lambda w: _ahead(article, w), default=None) or next((w for w in itself if _narrow(w)), None)
    if first is not None:
        return Dated(first, "told with it")
    near = _unresolved(article, told) or _near(article, told, opening, rules)
    return near or (Dated(own[0], "told with it") if own else _of_dateline(article, opening))


def _told(article: Article, clause: Clause, event: Event | None, speech: Speech) -> When | None:
    """The time of a clause, of the event typed there or of its verb, if it has two ends."""
    when = event.when if event is not None and event.when is not None else _own(article, clause, speech)
    return when if when is not None and not _open(when) else None


def _ahead(article: Article, when: When) -> bool:
    """Is it after the publication? What a headline tells is mostly not."""
    start, told = when.interval.start, article.published.end
    return start is not None and told is not None and start >= told


def _narrow(when: When) -> bool:
    """Is it too short to be a background: "sales rose in March"?"""
    start, end = when.interval
    return start is not None and end is not None and end - start <= _QUARTER


def _unresolved(article: Article, told: Told) -> Dated | None:
    """ "on Tuesday" of an article whose day of publication nobody knows: words without an interval."""
    if article.published.start is not None:
        return None
    below = ((w, clause) for clause, _ in told for w in _inside(article, clause.line.span))
    found = (w for w, c in below if w.kind in {"DATE", "TIME"} and w.granularity in _DAYS and _governs(c.head, w.span))
    first = next((w for w in found if w.interval == (None, None)), None)
    return Dated(first, "told with it, but of which week is unknown") if first is not None else None


def _governs(head: Token, span: Span) -> bool:
    """Does it stand in the head's clause, in what completes that, or in a clause over it?"""
    up = next((t for t in (span.root, *span.root.ancestors) if t.pos_ in _VERBS), None)
    while up is not None and up != head and up.dep_ in {"xcomp", "ccomp"} and head.is_ancestor(up):
        up = up.head
    return up is not None and (up == head or up.is_ancestor(head))


def _own(article: Article, clause: Clause, speech: Speech) -> When | None:
    """What the sentence's time expressions say of the clause's verb."""
    dates = _inside(article, clause.line.span)
    if not dates:
        return None
    timing = Timing(dates, {clause.head.i: clause.head.i}, speech, article.published)
    timed = timing.when(clause.head, event_status(clause.head, None, speech).value)
    return timed.when if timed is not None else None


def _inside(article: Article, span: Span) -> list[When]:
    return [w for w in article.dates if span.start <= w.span.start < span.end]


def _open(when: When) -> bool:
    """ "since 2014" bounds a state and dates no event."""
    return when.interval.start is None or when.interval.end is None


def _near(article: Article, told: Told, opening: Opening, rules: Rules) -> Dated | None:
    """Of the days shortly before the article came out the one whose sentence tells most of it, late and early on."""
    words = frozenset(w for clause, _ in told for w in clause.words)
    points = rules.when
    known = article.published.start is not None
    lines = {line.span.start for line in opening.lines}
    sign = opening.dateline
    best: tuple[float, When] | None = None
    for rank, when, span in _days(article, rules.limits.near_days):
        if (not known and span.start not in lines) or (sign and sign.start <= when.span.start_char < sign.end):
            continue
        shared = min(len(words & content(span)), points["most"])
        worth = points["word"] * shared + points["sentence"] * rank + points["day"] * _days_ago(article, when)
        if worth > (best[0] if best is not None else points["least"]):
            best = (worth, when)
    return Dated(best[1], "the most telling day near it") if best is not None else None


def _days(article: Article, most: int) -> Iterator[tuple[int, When, Span]]:
    """Days and hours not long before publication, with their sentences and the number of those before them."""
    rank = 0
    for span, kind in zip(article.doc.sents, article.kinds, strict=True):
        if kind in _UNREAD:
            continue
        yield from ((rank, w, span) for w in _inside(article, span) if _recent(article, w, most))
        rank += 1


def _recent(article: Article, when: When, most: int) -> bool:
    end, told = when.interval.end, article.published.end
    if when.granularity not in _DAYS or _open(when):
        return False
    return (told is None or end is None or end <= told) and _days_ago(article, when) <= most


def _days_ago(article: Article, when: When) -> int:
    """Days between it and the publication; 0 if either is unknown."""
    start, told = when.interval.start, article.published.start
    return max(0, (told - start).days) if start is not None and told is not None else 0


def _of_dateline(article: Article, opening: Opening) -> Dated | None:
    sign = opening.dateline
    if sign is None:
        return None
    own = (w for w in article.dates if sign.start <= w.span.start_char < sign.end and not _open(w))
    found = next(own, None)
    return Dated(found, "the day of the dateline") if found is not None else None
