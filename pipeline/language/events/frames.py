"""Where in a sentence the actor and the recipient of an event stand, by the kind of its trigger."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Slots(NamedTuple):
    """Where the fillers of two roles stand, best place first: `subject`, `owner` ... or a preposition."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """Slots of verbs (adjectives too) and of nouns that take the same arguments."""

    verb: Slots
    noun: Slots

    @classmethod
    def from_toml(cls, row: Mapping[str, Any]) -> "Frame":
        """Read one of [frames]."""
        return cls(*(_slots(row.get(kind, {})) for kind in ("verb", "noun")))


def _slots(row: Mapping[str, list[str]]) -> Slots:
    return Slots(tuple(row.get("actor", ())), tuple(row.get("recipient", ())))
