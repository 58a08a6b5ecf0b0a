"""When it was: the time that the clause tells, else the most telling day near it, else the day of the dateline."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Article, When
from pipeline.language.events.event import Event
from pipeline.language.events.status import event_status
from pipeline.language.events.timing import Timing
from pipeline.language.main_event.clauses import Clause
from pipeline.language.main_event.opening import Opening
from pipeline.language.main_event.rules import Models, Rules
from pipeline.language.main_event.words import content

_DAYS = frozenset({"day", "hour"})
_POINTS = frozenset({"DATE", "TIME"})
_VERBS = frozenset({"VERB", "AUX"})
_UNREAD = frozenset({"boilerplate", "byline"})
_QUARTER = timedelta(days=92)
Told = Sequence[tuple[Clause, Event | None]]


class Dated(NamedTuple):
    """`reason` completes "when: ..."."""

    when: When
    reason: str


class Times:
    """The time expressions of one article that may date its main event."""

    def __init__(self, article: Article, opening: Opening, models: Models) -> None:
        self.article = article
        self.opening = opening
        self.rules, self.speech, self.anything = models

    def of(self, told: Told, status: str) -> Dated | None:
        """The time of an event of that status; `told` are the clauses that tell it, best first, with their events."""
        found = [w for clause, event in told if (w := self._told(clause, event)) is not None]
        own = [w for w in found if status == "future" or not self._ahead(w)]
        narrow = [w for w in own[:1] if _narrow(w) and w.span.sent == told[0][0].line.span]
        exact = next((w for w in (*own, *narrow) if w.granularity in _DAYS or w in narrow), None)
        if exact is not None:
            return Dated(exact, "told with it")
        near = self._unresolved(told) or self._near(told)
        return near or (Dated(own[0], "told with it") if own else self._of_dateline())

    def _told(self, clause: Clause, event: Event | None) -> When | None:
        """The time of a clause, of the event typed there or of its verb, if it has two ends."""
        when = event.when if event is not None and event.when is not None else self._own(clause)
        return when if when is not None and not _open(when) else None

    def _own(self, clause: Clause) -> When | None:
        """What the sentence's time expressions say of the clause's verb."""
        dates = self._inside(clause.line.span)
        if not dates:
            return None
        timing = Timing(dates, {clause.head.i: clause.head.i}, self.speech, self.article.published)
        timed = timing.when(clause.head, event_status(clause.head, None, self.speech).value)
        return timed.when if timed is not None else None

    def _inside(self, span: Span) -> list[When]:
        return [w for w in self.article.dates if span.start <= w.span.start < span.end]

    def _ahead(self, when: When) -> bool:
        """Is it after the publication, and so no time of what is told as done: "issues a bond due in 2002"?"""
        start, told = when.interval.start, self.article.published.end
        return start is not None and told is not None and start >= told

    def _unresolved(self, told: Told) -> Dated | None:
        """ "on Tuesday" of an article whose day of publication nobody knows: words without an interval."""
        if self.article.published.start is not None:
            return None
        pairs = ((w, clause.head) for clause, _ in told for w in self._inside(clause.line.span))
        days = ((w, head) for w, head in pairs if w.kind in _POINTS and w.granularity in _DAYS)
        first = next((w for w, head in days if w.interval == (None, None) and _governs(head, w.span)), None)
        return Dated(first, "told with it, but of which week is unknown") if first is not None else None

    def _near(self, told: Told) -> Dated | None:
        """Of the days shortly before publication the one whose sentence tells most of it, late and early on."""
        words = frozenset(w for clause, _ in told for w in clause.words)
        saying = self._speaks(told[0][0].head)
        worth = [(self._worth(r, w, span, words, saying), w) for r, w, span in self._days()]
        best = max(worth, key=lambda pair: pair[0], default=None)
        if best is None or best[0] < self.rules.when["least"]:
            return None
        return Dated(best[1], "the most telling day near it")

    def _worth(self, rank: int, when: When, span: Span, words: frozenset[str], saying: bool) -> float:
        points = self.rules.when
        shared = min(len(words & content(span)), points["most"])
        worth = points["word"] * shared + points["sentence"] * rank + points["day"] * self._days_ago(when)
        return worth + points["report"] * (not saying and _of_report(when, self.rules))

    def _speaks(self, verb: Token) -> bool:
        """Is the event itself a saying: "blames", "announces"?"""
        patterns = self.anything.verbs.of(verb.lemma_.lower())
        return bool(patterns) and patterns[0].rule.event_type in self.rules.saying

    def _days(self) -> Iterator[tuple[int, When, Span]]:
        """Days and hours not long before publication, with their sentences and the number of those before them.

        Where the publication is unknown only those of the opening; never those of the dateline.
        """
        read = {line.span.start for line in self.opening.lines}
        known, rank = self.article.published.start is not None, 0
        for span, kind in zip(self.article.doc.sents, self.article.kinds, strict=True):
            if kind not in _UNREAD:
                near = self._inside(span) if known or span.start in read else []
                yield from ((rank, w, span) for w in near if self._recent(w) and not self._signs(w))
                rank += 1

    def _recent(self, when: When) -> bool:
        end, told = when.interval.end, self.article.published.end
        if when.granularity not in _DAYS or _open(when):
            return False
        return (told is None or end is None or end <= told) and self._days_ago(when) <= self.rules.limits.near_days

    def _days_ago(self, when: When) -> int:
        """Days between it and the publication; 0 if either is unknown."""
        start, told = when.interval.start, self.article.published.start
        return max(0, (told - start).days) if start is not None and told is not None else 0

    def _signs(self, when: When) -> bool:
        """Does it stand in the dateline?"""
        sign = self.opening.dateline
        return sign is not None and sign.start <= when.span.start_char < sign.end

    def _of_dateline(self) -> Dated | None:
        found = next((w for w in self.article.dates if self._signs(w) and not _open(w)), None)
        return Dated(found, "the day of the dateline") if found is not None else None


def _open(when: When) -> bool:
    """ "since 2014" bounds a state and dates no event."""
    return when.interval.start is None or when.interval.end is None


def _narrow(when: When) -> bool:
    """Is it too short to be a background: "sales rose in March"?"""
    start, end = when.interval
    return start is not None and end is not None and end - start <= _QUARTER


def _governs(head: Token, span: Span) -> bool:
    """Does it stand in the head's clause, in what completes that, or in a clause over it?"""
    up = _verb_over(span.root)
    while up is not None and up != head and head.is_ancestor(up) and _completes(up):
        up = _verb_over(up)
    return up is not None and (up == head or up.is_ancestor(head))


def _completes(verb: Token) -> bool:
    """Does the verb belong to the one over it: "take part in an activity to preserve ..."?"""
    return verb.dep_ in {"xcomp", "ccomp", "pcomp"} or (verb.dep_ in {"acl", "advcl"} and verb.tag_ in {"VB", "VBG"})


def _verb_over(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in _VERBS), None)


def _of_report(when: When, rules: Rules) -> bool:
    """Is it the day on which somebody said something?"""
    verb = _verb_over(when.span.root)
    return verb is not None and _says(verb, rules)


def _says(verb: Token, rules: Rules) -> bool:
    return verb.lemma_.lower() in rules.relaying | rules.speaking
