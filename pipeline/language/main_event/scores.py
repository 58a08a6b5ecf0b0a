"""How likely a clause tells the main event: points for where it stands and what it has, from the resource."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language.article import Article
from pipeline.language.events.grammar import child
from pipeline.language.main_event.clauses import Clause, background, empty, finite, is_verb, relays
from pipeline.language.main_event.opening import Opening
from pipeline.language.main_event.rules import Rules
from pipeline.language.main_event.who import Doers
from pipeline.language.main_event.words import content, plain


class Scored(NamedTuple):
    """A clause with the event that is typed there, its points, and the evidence that gave them."""

    clause: Clause
    event: int | None
    points: float
    evidence: tuple[str, ...]


class Scores:
    """Judges the clauses of one article's opening."""

    def __init__(self, article: Article, opening: Opening, doers: Doers, rules: Rules, title: str) -> None:
        self.rules = rules
        self.doers = doers
        self.often = Counter(n.entity_id for n in article.names if n.type in {"PERSON", "ORG", "GPE", "NORP"})
        self.most = max(self.often.values(), default=1)
        self.words = {line.number: content(line.span) for line in opening.lines}
        above = frozenset(w for line in opening.headlines for w in self.words[line.number])
        self.headline = above or plain(title)
        self.lead = frozenset(w for line in opening.lead for w in self.words[line.number])
        end = max((line.span.end for line in opening.lines), default=0)
        self.dated = [w.span.start for w in article.dates if w.span.start < end]

    def score(self, clause: Clause, event: int | None) -> Scored:
        """The clause with its points."""
        found = [(name, share * self.rules.points[name]) for name, share in self._evidence(clause, event) if share]
        place = self._place(clause)
        return Scored(clause, event, place + sum(p for _, p in found), tuple(name for name, _ in found))

    def _place(self, clause: Clause) -> float:
        rank, lead = clause.line.rank, self.rules.lead
        if rank is None:
            return self.rules.points["capitals" if clause.line.span.text.isupper() else "headline"]
        return lead[rank]

    def _evidence(self, clause: Clause, event: int | None) -> Iterator[tuple[str, float]]:
        head, subject = clause.head, clause.subject
        yield "depth", float(clause.depth)
        yield "no subject", float(subject is None)
        yield "pronoun", float(subject is not None and subject.pos_ in {"PRON", "DET"})
        yield "empty", float(empty(clause))
        yield "named", float(self.doers.entity(subject) is not None)
        yield "frequent", self.often[self.doers.entity(subject) or ""] / self.most
        yield "agreement", self._agreement(clause)
        yield "typed", float(event is not None)
        yield "relays", float(relays(head, self.rules))
        yield "state", float(head.lemma_.lower() in self.rules.states and child(head, "xcomp") is None)
        yield "background", float(background(head))
        yield "not finite", float(clause.depth > 0 and not finite(head))
        yield "noun", float(not is_verb(head))
        yield "dated", float(any(head.left_edge.i <= i <= head.right_edge.i for i in self.dated))

    def _agreement(self, clause: Clause) -> float:
        """The share of its content words that the other part, headline or lead, has as well."""
        own = clause.words
        other = self.lead if clause.line.rank is None else self.headline
        return len(own & other) / len(own) if own else 0.0
