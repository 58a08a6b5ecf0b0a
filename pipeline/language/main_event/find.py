"""The main event of an article: the clause of headline and lead that tells it best, and its who, what, when, where."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Article, When
from pipeline.language.events.event import Event
from pipeline.language.events.grammar import children
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import Scene
from pipeline.language.events.status import event_status
from pipeline.language.main_event.clauses import Clause, clauses, is_verb
from pipeline.language.main_event.opening import Opening, opening
from pipeline.language.main_event.phrases import Phrases
from pipeline.language.main_event.rules import Models
from pipeline.language.main_event.scores import Scored, Scores
from pipeline.language.main_event.when import Times
from pipeline.language.main_event.where import Places
from pipeline.language.main_event.who import Doer, Doers

_POINTS = frozenset({"DATE", "TIME"})  # not lengths: "jailed for six years"
_ALIKE, _SHARE = 2, 0.4  # content words that two clauses must share to tell the same, and share of the first one's


class MainEvent(NamedTuple):
    """Spans of the Doc; `event`: the place in the list of typed events of the one with the same trigger."""

    sentence: int
    event: int | None
    trigger: Span
    status: str
    who: Span | None
    who_ids: tuple[str, ...]
    what: Span
    when: When | None
    place: Span | None
    place_id: str | None
    confidence: float
    reason: str


def find_main_event(article: Article, title: str, events: Sequence[Event], models: Models) -> MainEvent | None:
    """The event that the article is about; None if its opening tells none.

    `title` is the one that came apart from the text, or empty; `events` are those that an ontology types in the text.
    """
    read = opening(article, models.rules.limits)
    if not read.lines:
        return None
    return _Reading(article, read, title, events, models).answer()


class _Reading:
    """One article being read."""

    def __init__(self, article: Article, read: Opening, title: str, events: Sequence[Event], models: Models) -> None:
        self.article, self.read, self.events = article, read, events
        self.models = models
        self.rules, self.speech, self.anything = models
        scene = Scene(article, self.speech)
        times = {i for w in article.dates if w.kind in _POINTS for i in range(w.span.start, w.span.end)}
        places = {i for i, n in scene.at.items() if n.type in {"GPE", "LOC", "FAC"}}
        self.phrases = Phrases(self.rules, times, places)
        self.doers = Doers(scene, Participants(scene, self.speech), self.phrases, read.lines)
        self.scores = Scores(article, read, self.doers, self.rules, title)

    def answer(self) -> MainEvent | None:
        scored = [self.scores.score(c, self._typed(c)) for c in self._clauses()]
        best = max(scored, key=lambda s: s.points, default=None)
        if best is None or best.points < self.rules.limits.least:
            return None
        again = self._again(best, scored)
        return self._filled([best, *again])

    def _clauses(self) -> Iterator[Clause]:
        """Those of the headline and of the sentences whose place is worth something."""
        lines = (line for line in self.read.lines if line.rank is None or line.rank < len(self.rules.lead))
        return (c for line in lines for c in clauses(line, self.rules, self.anything))

    def _again(self, best: Scored, scored: Sequence[Scored]) -> list[Scored]:
        """The clauses of other lines that tell the same once more, most alike first."""
        words, verb = best.clause.words, self._telling(best.clause)
        least = max(_ALIKE, _SHARE * len(words))
        others = [s for s in scored if s.clause.line.number != best.clause.line.number]
        alike = [(len(words & s.clause.words), s.points, s) for s in others]
        again = [a for a in alike if a[0] >= least or (verb and verb == self._telling(a[2].clause))]
        return [s for _, _, s in sorted(again, key=lambda a: a[:2], reverse=True)]

    def _telling(self, clause: Clause) -> str:
        """The lemma of its verb, if that says more than that somebody speaks or how things are."""
        lemma = clause.head.lemma_.lower()
        return "" if lemma in self.rules.relaying | self.rules.speaking | self.rules.states else lemma

    def _typed(self, clause: Clause) -> int | None:
        """The typed event whose trigger is the clause's verb, or the noun that the verb carries out."""
        heads = [clause.head]
        if clause.head.lemma_.lower() in self.speech.hosts:
            heads += children(clause.head, "dobj")
        places = [t.idx for t in heads]
        return next((n for n, e in enumerate(self.events) for at in places if e.char_start <= at < e.char_end), None)

    def _filled(self, told: Sequence[Scored]) -> MainEvent:
        """The answers, from the best clause and those that tell the same."""
        best = told[0]
        clause = best.clause
        doer = self._who(told)
        typed = [(s.clause, self.events[s.event] if s.event is not None else None) for s in told]
        when = Times(self.article, self.read, self.models).of(typed, self._status(best))
        place = Places(self.article, self.rules).of([s.clause for s in told], self.read)
        return MainEvent(
            sentence=clause.line.number,
            event=best.event,
            trigger=self._trigger(best),
            status=self._status(best),
            who=doer.span if doer else None,
            who_ids=doer.ids if doer else (),
            what=self._what(clause.head),
            when=when.when if when else None,
            place=place.span if place else None,
            place_id=place.name.entity_id if place else None,
            confidence=self._confidence(best),
            reason=_reason(best, when.reason if when else None, place.reason if place else None),
        )

    def _who(self, told: Sequence[Scored]) -> Doer | None:
        """The doer of the first of the clauses that names one."""
        subjects = (s.clause.subject for s in told)
        return next((d for s in subjects if s is not None and (d := self.doers.of(s)) is not None), None)

    def _what(self, head: Token) -> Span:
        return self.phrases.predicate(head) if is_verb(head) else self.phrases.noun(head)

    def _trigger(self, best: Scored) -> Span:
        head, doc = best.clause.head, self.article.doc
        event = self.events[best.event] if best.event is not None else None
        own = doc.char_span(event.char_start, event.char_end) if event else None
        return own if own is not None else doc[head.i : head.i + 1]

    def _status(self, best: Scored) -> str:
        """As the typed event has it, else by the words around the verb."""
        if best.event is not None:
            return self.events[best.event].status
        return event_status(best.clause.head, None, self.speech).value

    def _confidence(self, best: Scored) -> float:
        points = self.rules.confidence
        return round(min(points["most"], max(points["least"], points["base"] + points["point"] * best.points)), 2)


def _reason(best: Scored, when: str | None, where: str | None) -> str:
    line = best.clause.line
    place = "headline" if line.rank is None else f"sentence {line.rank + 1} of the lead"
    return f"{place}; {', '.join(best.evidence)}; when: {when or 'not told'}; where: {where or 'not told'}"
