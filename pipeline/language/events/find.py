"""Finds the events of an article: triggers, who takes part, when, in which status, according to whom."""

from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.language.article import Article, When
from pipeline.language.events.attribution import Attribution
from pipeline.language.events.borrow import borrow
from pipeline.language.events.enough import enough
from pipeline.language.events.event import Event, Found, Participant
from pipeline.language.events.evidence import evidence
from pipeline.language.events.foes import with_foes
from pipeline.language.events.ontology import Ontology
from pipeline.language.events.participants import Participants
from pipeline.language.events.redundant import repeats, without_absorbed
from pipeline.language.events.roles import RoleFinder, Roles
from pipeline.language.events.scene import Filler, Scene
from pipeline.language.events.sharing import carries
from pipeline.language.events.speech import Speech
from pipeline.language.events.status import Status, event_status, historical
from pipeline.language.events.things import without_happenings
from pipeline.language.events.timed import Timed
from pipeline.language.events.timing import Timing
from pipeline.language.events.treaties import Treaties
from pipeline.language.events.triggers import Trigger, TriggerFinder, trigger_text
from pipeline.language.quotes.quote import Quote


def find_events(article: Article, ontology: Ontology, speech: Speech, quotes: Sequence[Quote] = ()) -> list[Event]:
    """All events that the story of an article tells, in the order of the text; `quotes` tell who says so."""
    return _Reading(article, ontology, speech, quotes).events()


class _Reading:
    """One article being read. Holds the finders that share its names."""

    def __init__(self, article: Article, ontology: Ontology, speech: Speech, quotes: Sequence[Quote]) -> None:
        self.article = article
        self.text = article.doc.text
        self.ontology = ontology
        self.speech = speech
        scene = Scene(article, speech)
        self.states = frozenset(scene.states.values())
        participants = Participants(scene, speech)
        treaties = Treaties(article.doc, ontology, participants)
        self.triggers = TriggerFinder(article.doc, ontology, speech, {i: n.type for i, n in scene.at.items()})
        self.roles = RoleFinder(scene, speech, participants, treaties)
        self.attribution = Attribution(quotes)

    def events(self) -> list[Event]:
        events: list[Event] = []
        for number, (sentence, kind) in enumerate(zip(self.article.doc.sents, self.article.kinds, strict=True)):
            if kind not in ("boilerplate", "byline"):
                events += self._sentence(number, sentence)
        return with_foes(events, self.roles.scene, self.speech)

    def _sentence(self, number: int, sentence: Span) -> list[Event]:
        found = [f for candidates in self.triggers.find(sentence) if (f := self._best(candidates)) is not None]
        found = without_happenings(found, self._dates(sentence), self.ontology.vague)
        told = without_absorbed([borrow(f, found) for f in found])
        again = repeats(told)
        kept = [f for f in told if f.trigger.token.i not in again]
        if not kept:
            return []
        timing = Timing(self._dates(sentence), self._carriers(found, again), self.speech, self.article.published)
        return [self._event(number, sentence, f, timing) for f in kept]

    def _best(self, candidates: Sequence[Trigger]) -> Found | None:
        """The first reading of a word in which somebody named takes part."""
        found = (Found(t, self.roles.find(t)) for t in candidates)
        return next((f for f in found if enough(f, self.states)), None)

    def _dates(self, sentence: Span) -> list[When]:
        return [w for w in self.article.dates if sentence.start <= w.span.start < sentence.end]

    def _carriers(self, found: Sequence[Found], again: dict[int, int]) -> dict[int, int]:
        """Positions of trigger words, and of the verbs that carry triggers out at their time, with the trigger's."""
        carriers: dict[int, int] = {}
        for trigger, _ in found:
            host = self.roles.host(trigger)
            timed = host is not None and carries(host, trigger.token, self.speech)
            for token in (*trigger.words, *([host] if host is not None and timed else ())):
                carriers.setdefault(token.i, trigger.token.i)
        carriers |= {trigger.token.i: trigger.token.i for trigger, _ in found}
        return {i: again.get(t, t) for i, t in carriers.items()}

    def _event(self, number: int, sentence: Span, found: Found, timing: Timing) -> Event:
        trigger, roles = found
        rule, kind = trigger.rule, self.ontology.types[trigger.rule.event_type]
        start, end = trigger_text(trigger)
        told = event_status(trigger.token, self.roles.host(trigger), self.speech)
        timed = timing.when(trigger.token, told.value)
        when = timed.when if timed is not None else None
        status = self._dated(told, trigger, when)
        sources = self.attribution.sources(trigger.token)
        signs = evidence(found, status.value, self.article.kinds[number], len(sentence))
        return Event(
            sentence=number,
            char_start=start,
            char_end=end,
            trigger=self.text[start:end],
            lemma=" ".join(w.lemma_.lower() for w in trigger.words),
            event_type=rule.event_type,
            mode=rule.mode,
            contexts=self._contexts(rule.contexts, sentence),
            quad_class=kind.quad_class,
            score=kind.score,
            cameo_root=kind.cameo_root,
            status=status.value,
            participants=_participants(roles, sources),
            when=when,
            confidence=self.ontology.confidence.of(signs),
            reason=f"{rule.event_type} by rule {rule.name}; {status.value}: {status.reason}; {_date_reason(timed)}",
            text=sentence.text.strip(),
            evidence=signs,
        )

    def _dated(self, status: Status, trigger: Trigger, when: When | None) -> Status:
        """The status that the words give, as its date and its rule may change it."""
        if status.value == "actual" and historical(when, self.article.published):
            return Status("historical", "dated long before the article")
        if status.value == "actual" and trigger.rule.status:
            return Status(trigger.rule.status, "by the rule")
        return status

    def _contexts(self, own: tuple[str, ...], sentence: Span) -> tuple[str, ...]:
        words = (c for t in sentence for c in self.ontology.contexts.get(t.lemma_.lower(), ()))
        return tuple(dict.fromkeys((*own, *words)))


def _participants(roles: Roles, sources: Sequence[Filler]) -> tuple[Participant, ...]:
    rows = (
        ("actor", roles.actors),
        ("recipient", roles.recipients),
        ("location", roles.locations),
        ("source", sources),
    )
    return tuple(Participant(role, *filler) for role, fillers in rows for filler in fillers)


def _date_reason(timed: Timed | None) -> str:
    return f"date: {timed.reason}" if timed is not None else "date: none given"
