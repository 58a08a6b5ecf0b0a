"""People and things take part in an event; another event or a time does not."""

from collections.abc import Container, Sequence

from pipeline.language.article import When
from pipeline.language.events.event import Found
from pipeline.language.events.roles import Roles


def without_happenings(found: Sequence[Found], dates: Sequence[When]) -> list[Found]:
    """Leave out unnamed fillers that are events or times themselves, for types that hold any event.

    PLOVER's types keep them: whom one condemns may be told by "the attack" alone.
    """
    happenings = {f.trigger.token.idx for f in found if f.trigger.kind == "noun"}
    happenings |= {t.idx for w in dates for t in w.span}
    return [Found(f.trigger, _kept(f.roles, happenings)) if f.trigger.rule.broad else f for f in found]


def _kept(roles: Roles, happenings: Container[int]) -> Roles:
    """A filler's head tells what it is. `happenings`: the offsets of words for events and times."""
    return Roles(*([f for f in fillers if f.entity_id or f.head not in happenings] for fillers in roles))
