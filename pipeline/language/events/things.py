"""People and things take part in an event; another event or a time does not."""

from collections.abc import Container, Sequence

from pipeline.language.article import When
from pipeline.language.events.event import Found
from pipeline.language.events.roles import Roles
from pipeline.language.events.scene import Filler


def without_happenings(found: Sequence[Found], dates: Sequence[When]) -> list[Found]:
    """Leave out unnamed fillers that are events or times themselves, for types that hold any event.

    PLOVER's types keep them: whom one condemns may be told by "the attack" alone.
    """
    ends = {f.trigger.token.idx + len(f.trigger.token) for f in found if f.trigger.kind == "noun"}
    ends |= {w.span.end_char for w in dates}
    return [Found(f.trigger, _kept(f.roles, ends)) if f.trigger.rule.broad else f for f in found]


def _kept(roles: Roles, ends: Container[int]) -> Roles:
    """A filler's phrase ends with its head, so that its end tells which word it is."""
    return Roles(*([f for f in fillers if _is_thing(f, ends)] for fillers in roles))


def _is_thing(filler: Filler, ends: Container[int]) -> bool:
    return filler.entity_id is not None or filler.char_end not in ends
