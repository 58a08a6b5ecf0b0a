"""The arguments of an event's head: who, what, and what stands after a preposition, by entity or lemma."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.events.grammar import children, conjuncts, logical_object, logical_subject, prepositional

Key = Callable[[Token], str]
_DESCRIBING = ("compound", "nmod", "amod")
_HOST = ("in", "at", "near", "on", "of")  # what follows the verb of which an event is the subject


class Argument(NamedTuple):
    """`role` is actor, object, describing or a preposition; `key` an entity id or a lemma."""

    role: str
    key: str


def arguments(head: Token, key: Key, entity: Callable[[Token], str | None]) -> frozenset[Argument]:
    """Of a verb its logical subject and object, of a noun its owner and "of", and all that prepositions add.

    The country in "the French army" counts for the army.
    """
    found = _of_verb(head) if head.pos_ in ("VERB", "AUX") else _of_noun(head)
    out = set()
    for role, token in found:
        for each in conjuncts(token):
            if each != head and each.pos_ not in ("PRON", "DET"):
                out.add(Argument(role, key(each)))
                within = (entity(c) for c in children(each, "poss", *_DESCRIBING))
                out.update(Argument(role, name) for name in within if name)
    return frozenset(out)


def _of_verb(verb: Token) -> Iterator[tuple[str, Token]]:
    for role, token in (("actor", logical_subject(verb)), ("object", logical_object(verb))):
        if token is not None:
            yield role, token
    yield from _after(verb, {})
    yield from (("to", t) for t in children(verb, "dative") if t.pos_ not in ("ADP", "PART"))


def _of_noun(noun: Token) -> Iterator[tuple[str, Token]]:
    yield from (("actor", t) for t in children(noun, "poss"))
    yield from (("describing", t) for t in children(noun, *_DESCRIBING))
    yield from _after(noun, {"of": "object", "by": "actor"})
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
        subject = logical_subject(verb)
        yield from [("actor", subject)] if subject is not None else []
        yield from _after(verb, {})
    elif noun.dep_ == "nsubj" and verb.pos_ in ("VERB", "AUX"):
        yield from ((p, t) for p in _HOST for t in prepositional(verb, p))


def _after(token: Token, roles: dict[str, str]) -> Iterator[tuple[str, Token]]:
    """What its prepositions introduce, under the role that they stand for, else under themselves."""
    for prep in dict.fromkeys(p.lower_ for p in children(token, "prep", "agent", "dative")):
        yield from ((roles.get(prep, prep), t) for t in prepositional(token, prep))
