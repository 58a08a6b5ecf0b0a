"""Recipients taken from the event that the words are about, where they name nobody themselves."""

from collections.abc import Sequence

from pipeline.language.events.event import Found
from pipeline.language.events.grammar import logical_object
from pipeline.language.events.redundant import holds
from pipeline.language.events.scene import THING, Filler


def borrow(found: Found, others: Sequence[Found]) -> Found:
    """The event with its recipients, its own or borrowed."""
    trigger, roles = found
    about = trigger.rule.spoken or trigger.rule.absorbs
    if not about or any(f.entity_id for f in roles.recipients):
        return found
    own = {f.entity_id for f in roles.actors} - {None}
    lent = [f for f in (*_promised(found, others), *_blamed(found, others)) if f.entity_id not in own]
    somebody = any(f.reason != THING for f in roles.recipients)
    taken = [f._replace(resolution="implied") for f in lent if f.entity_id or not somebody]
    return Found(trigger, roles._replace(recipients=taken or roles.recipients))


def _promised(found: Found, others: Sequence[Found]) -> list[Filler]:
    """ "agreed to send tanks to Poland": whom the promise is to help."""
    inside = (o for o in others if holds(found.trigger, o.trigger))
    return next((o.roles.recipients for o in inside if o.roles.recipients), [])


def _blamed(found: Found, others: Sequence[Found]) -> list[Filler]:
    """ "condemned the killing of X by Y": Y."""
    thing = logical_object(found.trigger.token)
    done = (o for o in others if thing is not None and o.trigger.token == thing)
    return next((o.roles.actors for o in done), [])
