"""People and things take part in an event; another event, a time or a mere word such as "attention" does not."""

from collections.abc import Container, Sequence

from pipeline.language.article import When
from pipeline.language.events.event import Found
from pipeline.language.events.roles import Roles


def without_happenings(found: Sequence[Found], dates: Sequence[When], vague: Container[str]) -> list[Found]:
    """Leave out unnamed fillers that are events or times themselves, or `vague` by their lemmas.

    Only for types that hold any event. PLOVER's keep them: whom one condemns may be told by "the attack" alone.
    """
    if not any(f.trigger.rule.broad for f in found):
        return list(found)
    nothing = {f.trigger.token.idx for f in found if f.trigger.kind == "noun"}
    nothing |= {t.idx for w in dates for t in w.span}
    nothing |= {t.idx for t in found[0].trigger.token.sent if t.lemma_.lower() in vague}
    return [Found(f.trigger, _kept(f.roles, nothing)) if f.trigger.rule.broad else f for f in found]


def _kept(roles: Roles, nothing: Container[int]) -> Roles:
    """A filler's head tells what it is. `nothing`: the offsets of words for what takes no part."""
    return Roles(*([f for f in fillers if f.entity_id or f.head not in nothing] for fillers in roles))
