"""Where an event happens: named places after a preposition of place, in the event's own clause."""

from collections.abc import Sequence

from pipeline.language.events.grammar import children
from pipeline.language.events.scene import Filler, Scene
from pipeline.language.events.slots import Slots
from pipeline.language.events.treaties import distinct
from pipeline.language.events.triggers import Trigger

_PLACES = (
    *("in", "at", "near", "inside", "outside", "into", "around"),
    *("across", "to", "on", "over", "along", "from"),
)
_LANDS = frozenset({"GPE", "LOC", "FAC"})


def places(scene: Scene, slots: Slots, trigger: Trigger, taken: Sequence[Filler]) -> list[Filler]:
    """The places of an event. One that is its actor or recipient is not its place as well."""
    known = {f.entity_id for f in taken}
    found = [t for word in _PLACES for t in slots.after(trigger, word)]
    names = [(t, n) for token in found for t in (token, *children(token, "compound")) if (n := scene.at.get(t.i))]
    fillers = [
        scene.named(n, t, "named", "place after a preposition")
        for t, n in names
        if n.type in _LANDS and n.entity_id not in known
    ]
    return distinct(fillers)
