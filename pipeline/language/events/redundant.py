"""One event, told once: what a promise or threat contains, and what two words of one clause both express."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language.events.event import Found
from pipeline.language.events.triggers import Trigger

_INSIDE = frozenset({"xcomp", "pcomp", "prep", "pobj", "dobj", "conj", "advcl", "acl", "attr", "dative", "oprd"})


def without_absorbed(found: Sequence[Found]) -> list[Found]:
    """Leave out what another event is about: what one agrees, refuses, threatens or is asked to do."""
    absorbers = [f.trigger for f in found if f.trigger.rule.absorbs]
    return [f for f in found if not any(absorbs(a, f.trigger.token) for a in absorbers)]


def absorbs(trigger: Trigger, token: Token) -> bool:
    """Does the complement of a trigger hold the token? "infinitive": no clause with its own subject."""
    over, how = trigger.token, trigger.rule.absorbs
    path = _path(over, token) if how else []
    if not path:
        return False
    if how == "clause":
        return path[-1].dep_ in _INSIDE | {"ccomp"} and path[-1].i > over.i
    return path[-1].i > over.i and path[-1].dep_ in {"xcomp", "prep", "acl", "ccomp"} and _infinitive(path)


def _infinitive(path: Sequence[Token]) -> bool:
    """ "to send", "sending", "for talks": what is promised or asked, not a clause that tells something."""
    first = path[-1]
    if first.dep_ == "ccomp":
        return first.tag_ == "VB" and not _own_subject(first) and all(t.dep_ in _INSIDE for t in path[:-1])
    return all(t.dep_ in _INSIDE for t in path) and first.tag_ not in {"VBD", "VBZ", "VBP"}


def _path(over: Token, token: Token) -> list[Token]:
    """Tokens from the lower one up to, not with, the upper one; empty if it is not above."""
    path = []
    while token != over:
        path.append(token)
        if token.head == token:
            return []
        token = token.head
    return path


def repeats(found: Sequence[Found]) -> dict[int, int]:
    """Positions of triggers that say again what the trigger over them says, with that one's position."""
    pairs = ((f, next((o for o in found if o is not f and _repeats(f, o)), None)) for f in found)
    return {f.trigger.token.i: o.trigger.token.i for f, o in pairs if o is not None}


def _repeats(found: Found, other: Found) -> bool:
    """Same type, below the other's verb as its object or result, and nobody new takes part."""
    rule = found.trigger.rule
    if rule.event_type != other.trigger.rule.event_type or rule.broad:
        return False
    path = _path(other.trigger.token, found.trigger.token)
    if not path or any(t.dep_ not in _INSIDE or _own_subject(t) for t in path):
        return False
    known = {x for f in (*other.roles.actors, *other.roles.recipients) for x in (f.entity_id, f.country)}
    return all({f.entity_id, f.country} & known for f in (*found.roles.actors, *found.roles.recipients) if f.entity_id)


def _own_subject(token: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
