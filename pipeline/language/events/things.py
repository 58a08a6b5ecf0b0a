"""People and things take part in an event; another event or a time does not."""

from collections.abc import Container, Sequence

from spacy.tokens import Doc

from pipeline.language.article import When
from pipeline.language.events.event import Found
from pipeline.language.events.roles import Roles
from pipeline.language.events.scene import Filler


def without_happenings(found: Sequence[Found], dates: Sequence[When]) -> list[Found]:
    """Leave out unnamed fillers that are events or times themselves, for types that hold any event.

    PLOVER's types keep them: whom one condemns may be told by "the attack" alone.
    """
    taken = {f.trigger.token.i for f in found if f.trigger.kind == "noun"}
    taken |= {t.i for w in dates for t in w.span}
    return [Found(f.trigger, _kept(f, taken)) if f.trigger.rule.broad else f for f in found]


def _kept(found: Found, taken: Container[int]) -> Roles:
    doc = found.trigger.token.doc
    return Roles(*([f for f in fillers if f.entity_id or _head(doc, f) not in taken] for fillers in found.roles))


def _head(doc: Doc, filler: Filler) -> int | None:
    phrase = doc.char_span(filler.char_start, filler.char_end)
    return phrase.root.i if phrase is not None else None
