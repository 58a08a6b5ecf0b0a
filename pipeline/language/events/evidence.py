"""What speaks for and against an event: how its roles were found, what tells it, in what kind of sentence."""

from collections.abc import Iterator, Sequence

from pipeline.language.events.event import Found
from pipeline.language.events.scene import THING, Filler

_LONG = 40  # tokens of a sentence that parsers often get wrong
_FAR = 80  # characters between a trigger and who did it
_RESOLVED = ("named", "definite description", "pronoun", "implied")  # how surely, the surest first
_MUTUAL = "a side of both"
_PEOPLE = "people without a name"


def evidence(found: Found, status: str, kind: str, length: int) -> tuple[str, ...]:
    """What speaks for or against an event. `kind` is its sentence's, `length` counts the sentence's tokens."""
    trigger, roles = found
    rule, alone = trigger.rule, not roles.recipients and trigger.rule.mutual
    actor, recipient = _best(roles.actors), _MUTUAL if alone else _best(roles.recipients)
    return (
        f"actor: {actor}",
        f"recipient: {recipient}",
        f"who: {_told(actor, recipient)}",
        f"trigger: {trigger.kind}",
        f"status: {status}",
        f"needs: {'both' if 'both' in rule.needs else 'less'}",
        *_when("several words", len(trigger.words) > 1),
        *_when("rule asks for company", bool(rule.objects or rule.subjects)),
        *_when("main clause", trigger.token.dep_ == "ROOT"),
        *_when("headline", kind == "headline"),
        *_when("long sentence", length > _LONG),
        *_when("several actors", len(roles.actors) > 1 and not rule.mutual),
        *_when("several recipients", len(roles.recipients) > 1),
        *_when("actor far away", _far(roles.actors, trigger.token.idx)),
    )


def _best(fillers: Sequence[Filler]) -> str:
    """How the surest of the fillers of a role was found."""
    known = {f.resolution for f in fillers if f.entity_id}
    if known:
        return next((name for name in _RESOLVED if name in known), "implied")
    if not fillers:
        return "nobody"
    return "a thing" if all(f.reason == THING for f in fillers) else _PEOPLE


def _told(actor: str, recipient: str) -> str:
    """Are both sides told, and are both known things?"""
    known = (*_RESOLVED, _MUTUAL)
    if actor in known and recipient in known:
        return "both known"
    return "both told" if actor in (*known, _PEOPLE) and recipient in (*known, _PEOPLE) else "one told"


def _far(fillers: Sequence[Filler], place: int) -> bool:
    return bool(fillers) and min(abs(f.char_start - place) for f in fillers) > _FAR


def _when(name: str, holds: bool) -> Iterator[str]:
    if holds:
        yield name
