"""The clauses of a line that may tell the main event: a predicate, and who or what it is said of."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.events.grammar import SUBJECTS, child, children, surface_subject
from pipeline.language.events.ontology import Ontology
from pipeline.language.main_event.opening import Line
from pipeline.language.main_event.rules import Rules
from pipeline.language.main_event.words import core

_CLAUSES = frozenset({"ROOT", "ccomp", "parataxis", "conj", "advcl", "relcl", "acl", "pcomp", "dep", "appos"})
_ARCS = frozenset({"advcl", "relcl", "acl", "pcomp", "ccomp", "dep", "appos"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

_DEEPEST = 1


class Clause(NamedTuple):
    """`depth`: how many clauses stand over it; what somebody is said to say counts as the clause of the saying.

    `words`: lemmas of the predicate, its subject and its objects.
    """

    line: Line
    head: Token
    subject: Token | None
    depth: int
    words: frozenset[str]


def clauses(line: Line, rules: Rules, anything: Ontology) -> Iterator[Clause]:
    """Every clause with a verb, and of a headline without one the event that it names: `anything` has their nouns."""
    found = [c for t in line.span if tells(t) and (c := _clause(line, t, rules)) is not None]
    yield from found
    root = line.span.root
    named = line.rank is None and root.pos_ in _NOUNS and anything.nouns.of(root.lemma_.lower())
    if named and not any(c.subject is not None for c in found):
        yield Clause(line, root, None, 0, core(root, None))


def _clause(line: Line, verb: Token, rules: Rules) -> Clause | None:
    """The clause, unless it lies too deep to be the news."""
    depth = sum(w.dep_ in _ARCS and not _counts_as_main(w, rules) for w in (verb, *verb.ancestors))
    if depth > _DEEPEST:
        return None
    subject = _subject(verb, rules)
    return Clause(line, verb, subject, depth, core(verb, subject))


def _subject(verb: Token, rules: Rules) -> Token | None:
    """Of whom it is said; where somebody says it of himself ("The firm said it bought ...") he is."""
    subject = surface_subject(verb)
    if subject is None or child(verb, "expl") is not None or not subject.text[:1].isalnum():
        return None
    bare = [c.lower_ for c in subject.lefts] == ["the"]
    himself = subject.pos_ == "PRON" or (subject.lemma_.lower() in rules.selves and bare)
    speaker = surface_subject(verb.head) if himself and relayed(verb, rules) else None
    return subject if speaker is None else speaker


def relayed(verb: Token, rules: Rules) -> bool:
    """Is it what somebody says?"""
    return verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in rules.relaying


def tells(word: Token) -> bool:
    """Is it the verb of a clause, also one that a headline's capitals made look like a name?"""
    if word.pos_ not in _VERBS:
        return word.dep_ == "ROOT" and is_verb(word)
    return word.dep_ in _CLAUSES and (word.dep_ != "conj" or word.head.pos_ in _VERBS)


def is_verb(word: Token) -> bool:
    """Is it one by its tag or, in a headline, by its subject?"""
    return word.pos_ in _VERBS or child(word, "nsubj", "nsubjpass") is not None


def _counts_as_main(word: Token, rules: Rules) -> bool:
    """What somebody is said to say; in a headline "Firm to cut jobs", "Man jailed", where the noun is its subject."""
    head = word.head
    if relayed(word, rules):
        return True
    noun = word.dep_ in {"acl", "relcl"} and head.dep_ == "ROOT" and head.pos_ in _NOUNS
    return noun and (child(word, *SUBJECTS) is not None or not any(t.is_punct for t in _between(head, word)))


def _between(first: Token, last: Token) -> Span:
    return first.doc[first.i + 1 : last.i]


def relays(head: Token, rules: Rules) -> bool:
    """Does it only pass on what somebody says: "said that ...", or tell that somebody spoke, not what?"""
    lemma = head.lemma_.lower()
    return lemma in rules.speaking or (lemma in rules.relaying and child(head, "ccomp", "parataxis") is not None)


def background(verb: Token) -> bool:
    """ "had said": told as what came before."""
    return any(c.lower_ in {"had", "'d"} for c in children(verb, "aux")) and verb.tag_ == "VBN"


def finite(verb: Token) -> bool:
    """Has it a tense, its own or that of its helpers?"""
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in children(verb, "aux", "auxpass"))


def empty(clause: Clause) -> bool:
    """ "There was misery", "It is clear": nobody does it."""
    return child(clause.head, "expl") is not None or (
        clause.head.lemma_ == "be" and any(c.lower_ == "it" for c in children(clause.head, *SUBJECTS))
    )
