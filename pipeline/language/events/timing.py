"""Which time expression dates which event: the one that governs it in the parse, else one that it shares."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from pipeline.language.article import Interval, When
from pipeline.language.events.governing import Governing
from pipeline.language.events.ranges import bounded, stretches
from pipeline.language.events.sharing import Known, lenders
from pipeline.language.events.speech import Speech
from pipeline.language.events.tenses import fits, infinitive, tense
from pipeline.language.events.timed import Lender, Timed, is_day

_OPEN = frozenset({"future", "hypothetical", "negated"})  # what was not done by the time it is told
_DEPTH = 3  # how many relations long a shared time may reach


class Timing:
    """Time expressions of a sentence by governor. `carriers` maps verbs to the triggers they carry."""

    def __init__(self, dates: Sequence[When], carriers: Mapping[int, int], speech: Speech, published: Interval) -> None:
        self.known = Known(speech, carriers)
        self.carriers = carriers
        self.published = published
        self.of: dict[int, When] = {}
        self.governing = Governing(carriers, speech, published)
        for when in stretches(dates, speech):
            if when.interval.start is not None or when.interval.end is not None:
                self._place(bounded(when, speech), self.governing.governor(when))

    def _place(self, when: When, governor: Token | None) -> None:
        """The first expression of a governor holds, unless a later one is finer ("last week … on Friday") or the day of
        an hour; one that disagrees is of a noun before it: "On Sunday he condemned the attacks on Friday".
        """
        self.of |= {token.i: when for token in when.span}
        if governor is None:
            return
        known = self.of.setdefault(governor.i, when)
        if _within(when.interval, known.interval) or (known.granularity == "hour" and when.granularity == "day"):
            self.of[governor.i] = when
        elif known is not when and (noun := self.governing.trigger_before(governor, when)) is not None:
            self.of.setdefault(noun.i, when)

    def when(self, trigger: Token, status: str) -> Timed | None:
        """The time of an event: of its trigger or of a verb that carries it, else one that it shares."""
        words = [trigger, *(trigger.doc[i] for i, t in self.carriers.items() if t == trigger.i and i != trigger.i)]
        own = next((Timed(self.of[w.i], _own(w, trigger)) for w in words if w.i in self.of), None)
        if own is not None:
            return None if status in _OPEN and self._too_early(trigger, own.when) else own
        if status in _OPEN - {"negated"}:
            return self._to_come(trigger)
        return self._shared(trigger, ())

    def _too_early(self, verb: Token, when: When) -> bool:
        """ "urged Israel to withdraw on Monday", told on Tuesday: Monday is not when it may withdraw."""
        end, told = when.interval.end, self.published.end
        if not infinitive(verb) or not is_day(when) or end is None or told is None or end > told:
            return False
        return any(t.i in self.carriers for t in verb.ancestors)

    def _to_come(self, word: Token) -> Timed | None:
        """A verb that is yet to come shares nothing but the time of one it is joined to: "will on Friday begin to"."""
        joined = word.dep_ == "conj" or (word.dep_ == "xcomp" and tense(word.head) == "modal")
        return self._shared(word, ()) if joined or word.pos_ in {"NOUN", "PROPN"} else None

    def _shared(self, token: Token, path: tuple[Token, ...]) -> Timed | None:
        """The time of the first lender that has one, its own or shared in turn. `path`: who asks on whose behalf."""
        if len(path) == _DEPTH:
            return None
        askers = (*path, token)
        found = (self._borrowed(lender, askers) for lender in lenders(token, self.known) if lender.word not in askers)
        return next((timed for timed in found if timed is not None), None)

    def _borrowed(self, lender: Lender, askers: tuple[Token, ...]) -> Timed | None:
        own = self.of.get(lender.word.i)
        source = Timed(own, "") if own is not None else self._shared(lender.word, askers)
        lent = lender.lend(source.when) if source is not None else None
        return Timed(lent, lender.reason) if lent is not None and fits(askers[-1], lent, self.published) else None


def _own(word: Token, trigger: Token) -> str:
    return "governs the trigger" if word == trigger else f"governs “{word.lower_}”"


def _within(inner: Interval, outer: Interval) -> bool:
    """Is it part of the other, and shorter?"""
    if inner.start is None or inner.end is None or outer.start is None:
        return False
    return outer.start <= inner.start and (outer.end is None or inner.end <= outer.end) and inner != outer
