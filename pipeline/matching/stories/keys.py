"""What merging knows of an event, and the blocks within which events are compared."""

from datetime import datetime
from functools import lru_cache
from itertools import combinations
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


class Blocks(NamedTuple):
    """Where an event looks for others like it, and where those that come later find it."""

    looks: list[tuple[str, ...]]
    stands: list[tuple[str, ...]]


def blocks(node: Node, rules: Weights) -> Blocks:
    """Its family of types with two of its parties; if it names fewer with the one, or with its place if it names none.

    Events that name two parties each are one only if they share both, so a block of one party holds for them only those
    that name fewer.
    """
    families = rules.families.get(node.event.event_type, (node.event.event_type,))
    pairs, parties = _parties(node)
    said = ("", node.event.article_id, node.event.lemma)
    anyone = [("any", family, party) for family in families for party in parties]
    few = [("few", family, party) for family in families for party in parties]
    if not pairs:
        return Blocks([said, *anyone], [said, *anyone, *few])
    two = [("two", family, *pair) for family in families for pair in pairs]
    return Blocks([said, *two, *few], [said, *two, *anyone])


def _parties(node: Node) -> tuple[list[tuple[str, str]], list[str]]:
    """Pairs of the parties, across the roles if both are filled; and all parties. Each by its id and by its country."""
    actors, recipients = node.actors | node.actor_countries, node.recipients | node.recipient_countries
    everyone = sorted(actors | recipients)
    if node.mutual:
        return (list(combinations(everyone, 2)) if len(node.parties) > 1 else []), everyone
    pairs = {(min(a, r), max(a, r)) for a in actors for r in recipients}
    return sorted(pairs), everyone or sorted(node.locations)
