"""What one condemns is blamed on whoever did it: recipients taken from the event that is the object."""

from collections.abc import Sequence

from pipeline.language.events.event import Found
from pipeline.language.events.grammar import logical_object


def borrow(found: Found, others: Sequence[Found]) -> Found:
    """ "condemned the killing of X by Y": Y, where the words of blame name nobody themselves."""
    trigger, roles = found
    if trigger.kind != "verb" or not trigger.rule.spoken or any(f.entity_id for f in roles.recipients):
        return found
    thing = logical_object(trigger.token)
    event = next((o for o in others if thing is not None and o.trigger.token == thing), None)
    blamed = [f for f in event.roles.actors if f.entity_id] if event is not None else []
    own = {f.entity_id for f in roles.actors}
    taken = [f._replace(resolution="implied") for f in blamed if f.entity_id not in own]
    return Found(trigger, roles._replace(recipients=taken or roles.recipients))
