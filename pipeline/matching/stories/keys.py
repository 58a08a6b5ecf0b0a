"""What merging knows of an event, and the blocks within which events are compared."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from pipeline.matching.stories.weights import Happening, Weights

_EVER = datetime.max


class EventKey(NamedTuple):
    """An event as one sentence tells it: roles are entity ids, dates half-open, `words` content lemmas."""

    event_id: str
    article_id: str
    sentence: int
    event_type: str
    mode: str | None
    quad_class: int | None
    lemma: str
    trigger: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    locations: tuple[str, ...]
    actor_countries: tuple[str, ...]
    recipient_countries: tuple[str, ...]
    date_start: datetime | None
    date_end: datetime | None
    not_after: datetime | None
    published: datetime | None
    words: frozenset[str]
    text: str
    location_countries: tuple[str, ...] = ()
    published_end: datetime | None = None  # where publication is known only within an interval, its end
    sources: tuple[str, ...] = ()  # entity ids of who is said to say so


class Node:
    """An event made ready for comparison; events with one signature are compared as one node."""

    __slots__ = (
        *("event", "happening", "actors", "recipients", "actor_countries", "recipient_countries", "locations"),
        *("location_countries", "parties", "mutual", "lasting", "once", "dated", "begins", "ends", "told", "told_from"),
    )

    def __init__(self, event: EventKey, rules: Weights) -> None:
        self.event = event
        self.happening: Happening | None = rules.happening(event.event_type, event.lemma, event.trigger, event.words)
        self.actors = _set(event.actors)
        self.recipients = _set(event.recipients)
        self.actor_countries = _set(event.actor_countries)
        self.recipient_countries = _set(event.recipient_countries)
        self.locations = _set(event.locations)
        self.location_countries = _set(event.location_countries)
        self.parties = _set(tuple(sorted(self.actor_countries | self.recipient_countries)))
        self.mutual = self.happening is not None and self.happening.mutual
        self.lasting = self.happening is not None and self.happening.lasting
        self.once = self.happening is not None and self.happening.once
        self.dated = event.date_start is not None or event.date_end is not None
        self.begins = event.date_start or datetime.min
        self.ends = event.date_end or datetime.max
        self.told = event.published_end or event.not_after or event.published
        self.told_from = event.published or self.told

    @property
    def when(self) -> datetime:
        """Where the event stands in the order of time: its date, else when it was told, else the end."""
        return self.event.date_start or self.event.date_end or self.told or _EVER

    def signature(self) -> tuple[object, ...]:
        """Events that agree in this are one happening; one that nobody takes part in is only like itself."""
        event = self.event
        if not (self.actors or self.recipients):
            return (event.event_id,)
        name = self.happening.name if self.happening else event.lemma
        roles = (self.actors, self.recipients, self.locations)
        days = () if self.lasting else (event.date_start, event.date_end, event.published if not self.dated else None)
        return (event.event_type, event.mode, event.lemma, name, *roles, self.parties, *days)


@lru_cache(maxsize=500_000)
def _set(values: tuple[str, ...]) -> frozenset[str]:
    """Many events have the same parties: one set serves them all."""
    return frozenset(values)


def blocks(node: Node, rules: Weights) -> Iterator[tuple[str, str]]:
    """The blocks of an event: its family of types with each party, or with its place if no party is known."""
    parties = (node.parties | node.actors | node.recipients) or node.locations
    yield node.event.article_id, node.event.lemma
    for family in rules.families.get(node.event.event_type, (node.event.event_type,)):
        for party in sorted(parties):
            yield family, party
