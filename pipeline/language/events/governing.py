"""Which verb or noun a time expression speaks of: the first on the way up the parse that can have a time."""

from collections.abc import Container, Iterator

from spacy.tokens import Token

from pipeline.language.article import Interval, When
from pipeline.language.events.grammar import SUBJECTS, children
from pipeline.language.events.speech import Speech
from pipeline.language.events.tenses import tense

_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})  # dates of a thing: "Soviet era ties"
_HELPERS = frozenset({"aux", "auxpass"})


class Governing:
    """Finds governors in a sentence. `triggers` holds the positions of the words that tell events."""

    def __init__(self, triggers: Container[int], speech: Speech, published: Interval) -> None:
        self.triggers = triggers
        self.speech = speech
        self.published = published

    def governor(self, when: When) -> Token | None:
        """The verb, trigger or dated noun over a time expression; None if it only compares."""
        found = self._first(when.span.root)
        named = (found, *children(found, "attr")) if found is not None else ()
        if found is None or any(_record(word, when, self.speech) for word in named):
            return None
        return self._corrected(found, when) if found.pos_ in {"VERB", "AUX"} else found

    def _first(self, root: Token) -> Token | None:
        if root.dep_ in _MODIFIERS:
            return root.head
        below = root
        for over in root.ancestors:
            if over.i in self.triggers or (over.pos_ in {"VERB", "AUX"} and over.dep_ not in _HELPERS):
                return over
            if over.dep_ == "prep" and over.lower_ in self.speech.comparing:
                return None
            if over.pos_ in {"NOUN", "PROPN"} and self._keeps(over, below):
                return over
            below = over
        return None

    def _keeps(self, noun: Token, below: Token) -> bool:
        """Is it the noun that is dated, not the verb over it? "a pact of 1961", "elections in June brought"."""
        if below.lower_ == "of":
            return True
        if noun.dep_ in SUBJECTS:
            return noun.pos_ == "NOUN" and noun.lemma_.lower() not in self.speech.state_roles | self.speech.person_roles
        return noun.dep_ == "pobj" and noun.head.lower_ in self.speech.other_times

    def _corrected(self, verb: Token, when: When) -> Token:
        """Another governor where the order of words or the tense speaks against the parser."""
        clause = next((c for c in children(verb, "ccomp") if c.i < verb.i), None)
        if clause is not None and when.span.end <= clause.i:
            return clause
        if verb.dep_ == "ccomp" and self._of_saying(verb, when):
            return verb.head
        return (self._of_noun(verb, when) if self._clashes(verb, when) else None) or verb

    def _of_saying(self, verb: Token, when: When) -> bool:
        """ "said Tuesday it had": a time right after the verb of saying is when it was said."""
        if verb.head.lemma_.lower() not in self.speech.say or not verb.head.i < when.span.start < verb.i:
            return False
        between = verb.doc[verb.head.i + 1 : when.span.start]
        return all(t.pos_ == "ADP" or t.is_punct for t in between)

    def _clashes(self, verb: Token, when: When) -> bool:
        """ "has been arrested over the bombings last year", "reports showing shipments since 2023": a perfect takes no
        time that is over, and only a perfect takes one that is not.
        """
        return _over(when, self.published) if "perfect" in tense(verb) else _since(when)

    def _of_noun(self, verb: Token, when: When) -> Token | None:
        """The trigger before a time that cannot be the verb's."""
        return next((t for t in self._nouns_between(verb, when) if t.i in self.triggers), None)

    def _nouns_between(self, verb: Token, when: When) -> Iterator[Token]:
        between = verb.doc[verb.i + 1 : when.span.start]
        return (t for t in reversed(between) if t.pos_ in {"NOUN", "PROPN"} and t in verb.subtree)


def _over(when: When, published: Interval) -> bool:
    end = when.interval.end
    return end is not None and published.start is not None and end <= published.start


def _since(when: When) -> bool:
    return when.span[0].lower_ == "since"


def _record(word: Token, when: When, speech: Speech) -> bool:
    """ "the worst attack since 2008": the time tells what it is compared with."""
    if when.interval.end is not None or word.pos_ not in {"NOUN", "PROPN"}:
        return False
    before = [t for c in word.lefts for t in c.subtree]
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ in speech.unique for t in before)
