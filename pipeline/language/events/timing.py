"""Which time expression dates which event: the one that the trigger governs in the parse."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from pipeline.language.article import When
from pipeline.language.events.grammar import children
from pipeline.language.events.speech import Speech

_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})  # dates of a thing: "Soviet era ties"
_ASPECT = frozenset({"xcomp"})


class Timing:
    """Time expressions of a sentence by governor. `carriers` maps verbs to the triggers they carry."""

    def __init__(self, dates: Iterable[When], carriers: dict[int, int], speech: Speech) -> None:
        self.speech = speech
        self.carriers = carriers
        self.of: dict[int, When] = {}
        for when in dates:
            if when.interval.start is not None or when.interval.end is not None:
                self._place(when)

    def _place(self, when: When) -> None:
        governor = self._governor(when.span.root)
        if governor is not None:
            self.of.setdefault(governor, when)

    def _governor(self, token: Token) -> int | None:
        """The trigger over a time expression; None if another verb stands between."""
        if token.dep_ in _MODIFIERS and token.head.i not in self.carriers:
            return None
        for over in token.ancestors:
            if over.i in self.carriers:
                return self.carriers[over.i]
            if over.pos_ in {"VERB", "AUX"} and over.dep_ not in {"auxpass", "aux"}:
                return self._helped(over)
        return None

    def _helped(self, verb: Token) -> int | None:
        """ "began on Monday to withdraw": the time of a helping verb is that of its infinitive."""
        if verb.lemma_.lower() in self.speech.say:
            return None
        inner = [self.carriers[c.i] for c in children(verb, *_ASPECT) if c.i in self.carriers]
        return inner[0] if inner else None

    def when(self, words: Sequence[Token]) -> When | None:
        """The time expression of a trigger: its own, else the one before the verb it is joined to."""
        own = next((self.of[w.i] for w in words if w.i in self.of), None)
        if own is not None:
            return own
        return self._joined(words[0]) or self._during(words[0])

    def _joined(self, token: Token) -> When | None:
        """ "On Monday he met Kim and signed a treaty": a date in front holds for the verbs joined."""
        if token.dep_ != "conj":
            return None
        when = self.of.get(token.head.i)
        return when if when is not None and when.span.start < token.head.i else None

    def _during(self, token: Token) -> When | None:
        """ "signed during a summit in June": when the summit was."""
        inside = [o for p in children(token, "prep") if p.lower_ in {"during", "at", "in"} for o in children(p, "pobj")]
        return next((self.of[o.i] for o in inside if o.i in self.of), None)
