"""One event, told once: what a promise or threat contains, and what two words of one clause both express."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language.events.complement import INSIDE, announces, infinitive, own_subject, path
from pipeline.language.events.event import Found
from pipeline.language.events.triggers import Trigger

_LABELS = frozenset({"compound", "nmod", "amod", "poss"})


def without_absorbed(found: Sequence[Found]) -> list[Found]:
    """Leave out what another event is about: what one agrees, refuses, threatens or is asked to do."""
    return [f for f in found if not any(holds(o.trigger, f.trigger) for o in found)]


def holds(trigger: Trigger, other: Trigger) -> bool:
    """Is the other what this one agrees, refuses, threatens or plans to do?"""
    event_type = other.rule.event_type
    return announces(trigger.token, trigger.rule, other.token, event_type) or absorbs(trigger, other.token)


def absorbs(trigger: Trigger, token: Token) -> bool:
    """Does the complement of a trigger hold the token? In what kind of complement: see Rule.absorbs."""
    over, how = trigger.token, trigger.rule.absorbs
    steps = path(over, token) if how else []
    if not steps:
        return False
    if how == "object":
        return steps[-1].dep_ in {"dobj", "nsubjpass"} and all(t.dep_ in INSIDE | _LABELS for t in steps[:-1])
    if how == "clause":
        return steps[-1].dep_ in INSIDE | {"ccomp"} and steps[-1].i > over.i
    return steps[-1].i > over.i and steps[-1].dep_ in {"xcomp", "prep", "acl", "ccomp"} and infinitive(steps)


def repeats(found: Sequence[Found]) -> dict[int, int]:
    """Positions of triggers that say again what the trigger over them says, with that one's position."""
    pairs = ((f, next((o for o in found if o is not f and _repeats(f, o)), None)) for f in found)
    return {f.trigger.token.i: o.trigger.token.i for f, o in pairs if o is not None}


def _repeats(found: Found, other: Found) -> bool:
    """Same type, a word of the other or below its verb as its object or result, and nobody new takes part."""
    rule = found.trigger.rule
    if rule.event_type != other.trigger.rule.event_type or rule.broad:
        return False
    if found.trigger.token in other.trigger.words and len(other.trigger.words) > len(found.trigger.words):
        return True
    steps = path(other.trigger.token, found.trigger.token)
    if not steps or any(t.dep_ not in INSIDE or own_subject(t) for t in steps):
        return False
    known = {x for f in (*other.roles.actors, *other.roles.recipients) for x in (f.entity_id, f.country)}
    return all({f.entity_id, f.country} & known for f in (*found.roles.actors, *found.roles.recipients) if f.entity_id)
