"""Which verb or noun a time expression speaks of: the first on the way up the parse that can have a time."""

from collections.abc import Container

from spacy.tokens import Token

from pipeline.language.article import Interval, When
from pipeline.language.events.grammar import SUBJECTS, children
from pipeline.language.events.speech import Speech
from pipeline.language.events.tenses import fits, tense
from pipeline.language.events.timed import is_day, is_since

_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})  # dates of a thing: "Soviet era ties"
_HELPERS = frozenset({"aux", "auxpass"})


class Governing:
    """Finds governors in a sentence. `triggers` holds the positions of the words that tell events."""

    def __init__(self, triggers: Container[int], speech: Speech, published: Interval) -> None:
        self.triggers = triggers
        self.speech = speech
        self.published = published

    def governor(self, when: When) -> Token | None:
        """The verb, trigger or dated noun over a time expression; None if it only compares or tells of a source."""
        found = None if self._cited(when) else self._first(when)
        named = (found, *children(found, "attr", "acomp")) if found is not None else ()
        if found is None or any(_record(word, when, self.speech) for word in named):
            return None
        return self._corrected(found, when) if found.pos_ in {"VERB", "AUX"} else found

    def trigger_before(self, verb: Token, when: When) -> Token | None:
        """The last noun between a verb and a time that tells an event, and depends on the verb."""
        between = verb.doc[verb.i + 1 : max(when.span.start, verb.i + 1)]
        nouns = (t for t in reversed(between) if t.pos_ in {"NOUN", "PROPN"} and t.i in self.triggers)
        return next((t for t in nouns if verb.is_ancestor(t)), None)

    def _cited(self, when: When) -> bool:
        """ "according to a report Friday"."""
        before = when.span.doc[max(when.span.start - 1, 0)]
        return any(t.lower_ == "according" for t in (before, *before.ancestors) if t.sent == when.span.sent)

    def _first(self, when: When) -> Token | None:
        root = when.span.root
        if root.dep_ in _MODIFIERS:
            return root.head
        below = root
        for over in root.ancestors:
            if over.i in self.triggers or (over.pos_ in {"VERB", "AUX"} and over.dep_ not in _HELPERS):
                return over
            if over.dep_ == "prep" and over.lower_ in self.speech.comparing:
                return None
            if over.pos_ in {"NOUN", "PROPN"} and self._keeps(over, below, when):
                return over
            below = over
        return None

    def _keeps(self, noun: Token, below: Token, when: When) -> bool:
        """Is it the noun that is dated, not the verb over it? "a pact of 1961", "elections in June brought"."""
        if below.lower_ == "of":
            return noun.lemma_.lower() not in self.speech.stretches_of_day
        if noun.dep_ in SUBJECTS:
            return noun.pos_ == "NOUN" and noun.lemma_.lower() not in self.speech.state_roles | self.speech.person_roles
        over = {noun.head.lower_, noun.head.head.lower_} if noun.dep_ == "pobj" else set()
        return bool(over & self.speech.other_times or (over & self.speech.reasons and not is_day(when)))

    def _corrected(self, verb: Token, when: When) -> Token:
        """Another governor where the order of words or the tense speaks against the parser."""
        clause = next((c for c in children(verb, "ccomp") if c.i < verb.i), None)
        if clause is not None and when.span.end <= clause.i:
            return clause
        if verb.dep_ == "ccomp" and self._of_saying(verb, when):
            return verb.head
        return (self.trigger_before(verb, when) if self._clashes(verb, when) else None) or verb

    def _of_saying(self, verb: Token, when: When) -> bool:
        """ "said Tuesday it had": a time right after the verb of saying is when it was said."""
        if verb.head.lemma_.lower() not in self.speech.say or not verb.head.i < when.span.start < verb.i:
            return False
        between = verb.doc[verb.head.i + 1 : when.span.start]
        return all(t.pos_ == "ADP" or t.is_punct for t in between)

    def _clashes(self, verb: Token, when: When) -> bool:
        """ "has been arrested over the bombings last year", "will investigate the attack in 2020".

        The time does not fit the tense, or is open, which only a perfect takes.
        """
        if not fits(verb, when, self.published):
            return True
        return is_since(when) and tense(verb) not in {"perfect", "pluperfect"}


def _record(word: Token, when: When, speech: Speech) -> bool:
    """ "the worst attack since 2008": the time tells what it is compared with."""
    if not is_since(when) or word.pos_ in {"VERB", "AUX"}:
        return False
    before = [t for t in word.subtree if t.i < when.span.start]
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ in speech.unique for t in before)
