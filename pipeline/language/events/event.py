"""An event and who takes part in it, as the rules hand them out."""

from typing import NamedTuple

from pipeline.language.article import When
from pipeline.language.events.roles import Roles
from pipeline.language.events.triggers import Trigger


class Participant(NamedTuple):
    """A phrase that fills a role: actor, recipient, location or source. Offsets into the text.

    `called`: of a pronoun, the phrase that it refers to, else empty. `head`: the offset of the phrase's head word.
    """

    role: str
    entity_id: str | None
    mention_id: str | None
    text: str
    char_start: int
    char_end: int
    resolution: str
    country: str | None
    reason: str
    called: str = ""
    head: int = -1


class Event(NamedTuple):
    """An event as one sentence tells it: which of the Doc's sentences, and the offsets of the trigger."""

    sentence: int
    char_start: int
    char_end: int
    trigger: str
    lemma: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad_class: int | None
    score: float | None
    cameo_root: str | None
    status: str
    participants: tuple[Participant, ...]
    when: When | None
    confidence: float
    reason: str
    text: str
    evidence: tuple[str, ...] = ()  # what `confidence` weighs


class Found(NamedTuple):
    """A trigger and its roles, before it is known whether it is an event of its own."""

    trigger: Trigger
    roles: Roles
