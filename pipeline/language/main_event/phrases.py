"""The words of the answers: a noun phrase without long descriptions, a predicate as short as in a headline."""

from collections.abc import Container

from spacy.tokens import Doc, Span, Token

from pipeline.language.events.grammar import children, is_passive
from pipeline.language.main_event.rules import Rules

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HELPERS = frozenset({"aux", "auxpass", "neg"})
_NOT_BEFORE = frozenset({"punct", "cc", "preconj", "relcl", "advcl"})
_NEAR = 6  # tokens behind a phrase in which a quotation may close
_PART_OF_NOUN = frozenset({"case", "nummod", "nmod", "amod", "compound"})
_SHORT = frozenset({"prt", "neg", "advmod"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "npadvmod"})
_VERBAL = frozenset({"xcomp", "ccomp", "acomp"})
_HOLDING = _OBJECTS | _VERBAL  # complements in which a time may stand without being cut off


class Phrases:
    """Cuts phrases out of one article. `times` are the positions of its time expressions, `places` of place names."""

    def __init__(self, rules: Rules, times: Container[int], places: Container[int]) -> None:
        self.rules = rules
        self.times = times
        self.places = places

    def noun(self, head: Token) -> Span:
        """ "dozens of rescuers": from its first word to its head, with what follows "of" and what is joined to it."""
        lefts = [c for c in head.lefts if c.dep_ not in _NOT_BEFORE]
        first = lefts[0].left_edge.i if lefts else head.i
        return head.doc[first : self._noun_end(head, first, wide=False)]

    def predicate(self, head: Token) -> Span:
        """The verb with its helpers and complements, cut before adjuncts of time and place."""
        first = _first_helper(head)
        end = _unbroken(head, self._verb_end(head, first))
        return head.doc[first : _closed(head.doc, first, end)]

    def _noun_end(self, head: Token, first: int, *, wide: bool = True) -> int:
        """One past the last word of a noun's phrase, within a whole that begins at `first`; `wide`: with all that
        prepositions add, not only "of".
        """
        end = head.i + 1
        for part in head.rights:
            after = None if _widens(part) and not wide else self._after_noun(part, first)
            if after is None or not _reaches(head, end, part):
                break
            end = max(end, after)
        return _stripped(head, end)

    def _after_noun(self, part: Token, first: int) -> int | None:
        """Where what follows a noun ends, if it belongs to the phrase."""
        if part.dep_ in {"cc", "punct"} or part.is_space:
            return part.i + 1
        if any(t.i in self.times for t in part.subtree) and part.dep_ != "prep":
            return None
        if part.dep_ in _PART_OF_NOUN:
            return part.right_edge.i + 1
        if part.dep_ == "conj" and part.pos_ not in {"VERB", "AUX"}:
            return self._fitting(self._noun_end(part, first), first)
        if part.dep_ == "prep":
            return self._after_preposition(part, first)
        if part.dep_ == "acl" and part.tag_ == "VB":
            return self._fitting(self._verb_end(part, first), first)
        return None

    def _verb_end(self, head: Token, first: int) -> int:
        """One past the last word of the predicate that begins at `first`.

        A time is passed over as long as the verb stands alone: "discussed on Monday the plans".
        """
        end = reach = head.i + 1
        for part in head.rights:
            bare = _stripped(head, end) == head.i + 1
            after = self._after_verb(part, first, bare=bare)
            if not _reaches(head, reach, part) or (after is None and not (bare and self._timed(part))):
                break
            end = max(end, after or end)
            reach = max(end, part.right_edge.i + 1 if after is None else end)
        return _stripped(head, end)

    def _timed(self, part: Token) -> bool:
        """Is it an adjunct of time?"""
        return part.dep_ in {"advmod", "npadvmod", "prep"} and any(t.i in self.times for t in part.subtree)

    def _after_verb(self, part: Token, first: int, *, bare: bool) -> int | None:
        """Where a complement of a verb ends; None if the predicate stops before it."""
        if part.is_space or part.is_quote or (bare and part.dep_ == "cc"):
            return part.i + 1
        if any(t.i in self.times for t in part.subtree) and part.dep_ not in _HOLDING:
            return None
        if part.dep_ in _SHORT:
            return self._fitting(part.right_edge.i + 1, first) or part.i + 1
        if part.dep_ in _OBJECTS and part.pos_ != "ADP" and part.i not in self.times:
            return self._noun_end(part, first)
        if part.dep_ in _VERBAL or (bare and part.dep_ == "conj"):
            return self._verb_end(part, first)
        return self._after_preposition(part, first, bare=bare) if part.dep_ in {"prep", "agent", "dative"} else None

    def _after_preposition(self, prep: Token, first: int, *, bare: bool = False) -> int | None:
        """Where a prepositional phrase ends; None if it says when or where, unless a bare verb needs it ("met in")."""
        objects = children(prep, "pobj", "pcomp")
        if not objects or prep.lower_ in self.rules.adjuncts or any(t.i in self.times for t in prep.subtree):
            return None
        if prep.lower_ in self.rules.inside and objects[0].i in self.places and not bare:
            return None
        if objects[0].dep_ == "pcomp":
            return self._fitting(self._verb_end(objects[0], first), first)
        return self._fitting(self._noun_end(objects[0], first), first) or self._fitting(objects[0].i + 1, first)

    def _fitting(self, end: int, first: int) -> int | None:
        """The end, unless the whole becomes longer than a headline's predicate."""
        return end if end - first <= self.rules.limits.words else None


def _first_helper(verb: Token) -> int:
    """Where the predicate begins: at its helpers; "has" of an active verb tells only the tense."""
    helpers = [c for c in verb.lefts if c.dep_ in _HELPERS]
    if not helpers or any(c.dep_ in _SUBJECTS and c.i > helpers[0].i for c in verb.lefts):
        return verb.i
    perfect = len(helpers) == 1 and helpers[0].lemma_ == "have" and verb.lemma_ != "be" and not is_passive(verb)
    return verb.i if perfect else helpers[0].i


def _widens(part: Token) -> bool:
    """Does it add more than the name of the thing?"""
    return part.dep_ in {"prep", "acl"} and part.lower_ != "of"


def _reaches(head: Token, end: int, part: Token) -> bool:
    """Does the part begin where the phrase has come to, line breaks apart?"""
    while end < len(head.doc) and head.doc[end].is_space:
        end += 1
    return part.left_edge.i <= end


def _unbroken(head: Token, end: int) -> int:
    """The end behind what is written as one word: "beat Porto 3-1"."""
    doc = head.doc
    while end < len(doc) and not doc[end - 1].whitespace_ and "-" in (doc[end].text, doc[end - 1].text):
        end += 1
    return end


def _closed(doc: Doc, first: int, end: int) -> int:
    """The end with the mark that closes a quotation begun inside, if it stands near."""
    marks = [t.i for t in doc[first : end + _NEAR] if t.is_quote]
    inside = sum(i < end for i in marks)
    return marks[inside] + 1 if inside % 2 and len(marks) > inside else end


def _stripped(head: Token, end: int) -> int:
    """The end without commas, conjunctions and line breaks after which nothing was taken."""
    while end - 1 > head.i and (head.doc[end - 1].dep_ in {"cc", "punct"} or head.doc[end - 1].is_space):
        end -= 1
    return end
