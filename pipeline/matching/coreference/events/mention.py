"""A mention of an event, and what can be known of it by itself."""

from dataclasses import dataclass
from datetime import datetime

from pipeline.matching.coreference.texts import Bag

Reach = tuple[datetime | None, datetime | None]
Words = frozenset[str]


@dataclass(frozen=True)
class EventMention:
    """What the rules need to know of a mention; nothing of it holds a parse.

    `token` is the head's number in the article, `over` that of the word that it depends on; `parts` are the lemmas of
    all its words; `actors`, `objects`, `places`, `all` the entity ids or lemmas of its arguments; `describing` those
    that stand before a noun; `words` the lemmas of the sentence, `near` those around the head; `names` the entities of
    the sentence; `told` its weighted words; `days` the interval of a date that depends on it; `rivals` the number of
    mentions in its article with the same lemma.
    """

    id: str
    article: str
    token: int
    over: int
    sentence: int
    lemma: str
    tag: str
    parts: Words
    noun: bool
    pronoun: bool
    definite: bool
    new: bool
    actors: Words
    objects: Words
    places: Words
    all: Words
    describing: Words
    numbers: Words
    status: str
    quoted: bool
    words: Words
    near: Words
    names: Words
    told: Bag
    days: Reach | None
    rivals: int
