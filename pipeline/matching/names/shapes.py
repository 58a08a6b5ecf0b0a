"""What goes into the resolution of names, and what comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.person import Person


class MentionKey(NamedTuple):
    """What has to be known of a mention to say what it names."""

    mention_id: str
    article_id: str
    sentence: int
    char_start: int
    text: str
    label: str
    title: str | None
    setting: str | None
    published: datetime | None


class Reading(NamedTuple):
    """A mention as one article lets us read it.

    `node` is a pure key of the name: two mentions with one node are one thing. `name` is the node's known
    name, if it has one; `iso3`, `country` and `wikidata` are as in the table `entities`; `whence` says in words
    what tells the country, if it is not the title before the name.
    """

    mention: MentionKey
    node: str
    type: str
    role: str
    score: float
    reason: str
    name: str | None = None
    iso3: str | None = None
    country: str | None = None
    wikidata: str | None = None
    whence: str | None = None


@dataclass(frozen=True)
class Corpus:
    """What the articles say, before names are compared across them."""

    articles: list[list[Reading]]
    persons: dict[str, Person]
    pairs: list[Pair]

    @property
    def readings(self) -> Iterator[Reading]:
        """All readings, article by article."""
        return (reading for article in self.articles for reading in article)


class Link(NamedTuple):
    """A row of the table `links`."""

    mention_id: str
    article_id: str
    entity_id: str
    role: str
    score: float
    type: str
    iso3: str | None
    country: str | None
    reason: str


class Entity(NamedTuple):
    """A row of the table `entities`."""

    entity_id: str
    name: str
    type: str
    iso3: str | None
    country: str | None
    wikidata: str | None
    latitude: float | None
    longitude: float | None
    aliases: list[str]
    n_mentions: int
    n_articles: int
    first_seen: datetime | None
    last_seen: datetime | None
    country_reason: str | None


class Redirect(NamedTuple):
    """A row of the table `redirects`: the id that a name would have by itself, and the id of its thing."""

    old_id: str
    new_id: str
    reason: str


class Resolution(NamedTuple):
    """Every mention's link, in the order of the mentions' articles and offsets; every entity, by id; every redirect."""

    links: list[Link]
    entities: list[Entity]
    redirects: list[Redirect]
