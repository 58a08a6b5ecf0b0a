"""The rules, in order: each makes of a word what it reports, or nothing. The first that finds something counts."""

from collections.abc import Container, Iterable

from spacy.tokens import Token

from pipeline.language.events.grammar import SUBJECTS, child, children, prepositional, surface_subject
from pipeline.language.quotes.direct import Direct
from pipeline.language.quotes.found import Extent, Found, extent
from pipeline.language.quotes.verbs import (
    after,
    around,
    asked_act,
    described,
    named_as,
    rest,
    said_clause,
    speaker,
    spoken_of,
    stands_in,
    wanted_act,
)
from pipeline.language.quotes.words import Reporting

_ABOUT = frozenset({"about", "of", "on"})


class Rules:
    """The rules for one article."""

    def __init__(self, words: Reporting, direct: Direct, names: Container[int]) -> None:
        self.words = words
        self.names = names
        self.direct = direct
        reports = (self._according, self._citing, self._says, self._quotes, self._opens, self._says_last)
        wishes = (self._calls, self._asks, self._intends)
        verbs = (*reports, *wishes, self._about, self._voices, self._speaks_of)
        self.rules = {
            **dict.fromkeys(("VERB", "AUX", "PROPN"), verbs),  # verbs in headlines are often tagged as names
            "NOUN": (self._noun,),
            "ADJ": (self._feels,),
            "ADP": (self._per,),
        }

    def find(self, token: Token) -> Found | None:
        """What a word reports by the first rule of its part of speech that fits."""
        lemma = token.lemma_.lower()
        rules = self.rules.get(token.pos_, ())
        return next((found for rule in rules if (found := rule(token, lemma)) is not None), None)

    def _says(self, verb: Token, lemma: str) -> Found | None:
        if lemma not in self.words.clause and not (lemma in self.words.as_said and stands_in(verb)):
            return None
        return _found(verb, said_clause(verb, self.words.aside), "clause", direct=lemma in self.words.direct)

    def _says_last(self, verb: Token, lemma: str) -> Found | None:
        return _found(verb, rest(verb), "clause", direct=True) if lemma in self.words.plain else None

    def _quotes(self, verb: Token, lemma: str) -> Found | None:
        """A quotation beside a verb that has no clause: "“Why?” he asked", "He added: “…”"."""
        if lemma not in self.words.direct:
            return None
        beside = self.direct.before_speaker(verb) or self.direct.after_speaker(verb)
        if beside is None:
            return None
        inside = self.direct.tokens(beside.start, beside.end)
        return _found(verb, Extent(inside.start, inside.end), "quotation", direct=True)

    def _opens(self, verb: Token, lemma: str) -> Found | None:
        """ "The governor added:", and the next paragraph is what he said, with or without marks."""
        doc, colon = verb.doc, verb.i + 1
        if lemma not in self.words.direct or colon == len(doc) or doc[colon].text != ":":
            return None
        return _found(verb, self.direct.paragraph_after(colon), "quotation", direct=True)

    def _asks(self, verb: Token, lemma: str) -> Found | None:
        if lemma not in self.words.told:
            return None
        return _found(verb, asked_act(verb, whom=lemma not in self.words.direct), "told to do")

    def _intends(self, verb: Token, lemma: str) -> Found | None:
        return _found(verb, wanted_act(verb), "intends") if lemma in self.words.intend else None

    def _calls(self, verb: Token, lemma: str) -> Found | None:
        return _found(verb, named_as(verb), "called") if lemma in self.words.called else None

    def _about(self, verb: Token, lemma: str) -> Found | None:
        found = after(verb, preps) if (preps := self.words.about.get(lemma)) else None
        return _found(verb, found[1], "spoken about") if found else None

    def _speaks_of(self, verb: Token, lemma: str) -> Found | None:
        return _found(verb, spoken_of(verb), "spoken of") if lemma in self.words.spoken else None

    def _voices(self, verb: Token, lemma: str) -> Found | None:
        """ "expressed concern that", "issued a statement"."""
        thing = child(verb, "dobj", "nsubjpass") if lemma in self.words.voice else None
        if thing is not None and thing.lemma_.lower() not in self.words.voiced:
            thing = next(iter(prepositional(thing, "of")), None)
        if thing is None or thing.lemma_.lower() not in self.words.voiced:
            return None
        below = [t for c in children(thing, "acl", "prep", "ccomp", "relcl") for t in c.subtree]
        return _found(verb, extent(below or list(thing.subtree)), "voices")

    def _according(self, word: Token, lemma: str) -> Found | None:
        """ "according to officials": the clause that it stands in."""
        to = child(word, "prep") if lemma in self.words.according else None
        source = child(to, "pobj") if to is not None else None
        content = around(word) if source is not None else None
        if to is None or content is None:
            return None
        return Found(Extent(word.i, to.i + 1), word, source, content, "according to")

    def _per(self, word: Token, lemma: str) -> Found | None:
        """ "per KCNA": a name behind a preposition that names sources."""
        source = child(word, "pobj") if lemma in self.words.per else None
        content = around(word) if source is not None and source.i in self.names else None
        return Found(Extent(word.i, word.i + 1), word, source, content, "according to") if content else None

    def _citing(self, verb: Token, lemma: str) -> Found | None:
        """ "The Times reported, citing officials": what the verb over it reports is said by the cited too."""
        source = child(verb, "dobj", "pobj") if lemma in self.words.citing and verb.tag_ == "VBG" else None
        if source is None or not (source.i in self.names or source.lemma_.lower() in self.words.source):
            return None
        over = verb.head
        reported = said_clause(over, self.words.aside) if over.lemma_.lower() in self.words.clause else None
        content = reported or around(verb)
        return Found(Extent(verb.i, verb.i + 1), verb, source, content, "according to") if content else None

    def _noun(self, noun: Token, lemma: str) -> Found | None:
        """ "the claim that", "his plan to", unless a verb voices it."""
        if noun.dep_ == "dobj" and noun.head.lemma_.lower() in self.words.voice and lemma in self.words.voiced:
            return None
        for clause in children(noun, "acl", "ccomp"):
            if self._holds(lemma, clause) and (content := extent(clause.subtree)) is not None:
                return Found(Extent(noun.i, noun.i + 1), noun, self._owner(noun), content, "noun")
        about = after(noun, _ABOUT) if lemma in self.words.voiced else None
        if about is None:
            return None
        rule = "noun about" if about[0].lower_ == "about" else "noun of"
        return Found(Extent(noun.i, noun.i + 1), noun, self._owner(noun), about[1], rule)

    def _owner(self, noun: Token) -> Token | None:
        """Whose claim it is: "his claim", "X made the claim", "a claim by X"; not in "a vote that follows claims"."""
        owner = child(noun, "poss")
        if owner is not None:
            return owner
        if noun.dep_ not in {"dobj", "attr"} or noun.head.pos_ not in {"VERB", "AUX"}:
            return next(iter(prepositional(noun, "by")), None)
        return None if noun.head.lemma_.lower() in self.words.upon else surface_subject(noun.head)

    def _holds(self, noun: str, clause: Token) -> bool:
        if clause.tag_ == "VB":
            return noun in self.words.to_noun
        said = noun in self.words.that_noun or noun in self.words.voiced
        return said and (clause.dep_ == "ccomp" or child(clause, "mark", *SUBJECTS) is not None)

    def _feels(self, adjective: Token, lemma: str) -> Found | None:
        """ "was afraid that", "are confident of"."""
        if lemma not in self.words.feeling or adjective.head.lemma_.lower() not in self.words.seem:
            return None
        parts: Iterable[Token] = children(adjective, "ccomp", "xcomp") or [
            c for p in children(adjective, "prep") for c in children(p, "pobj", "pcomp")
        ]
        content = extent(t for part in parts for t in described(part))
        source = surface_subject(adjective.head)
        return Found(Extent(adjective.i, adjective.i + 1), adjective, source, content, "feels") if content else None


def _found(verb: Token, content: Extent | None, rule: str, direct: bool = False) -> Found | None:
    if content is None:
        return None
    return Found(Extent(verb.i, verb.i + 1), verb, speaker(verb), content, rule, direct)
