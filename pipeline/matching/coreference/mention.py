"""A mention: a stretch of an article that means some person, body, place, time or thing."""

from dataclasses import dataclass
from datetime import datetime

from spacy.tokens import Token

Reach = tuple[datetime | None, datetime | None]


@dataclass(frozen=True)
class Mention:
    """What the rules need to know of a mention.

    `start`, `end` are tokens, end exclusive; `shape` is name, noun, pronoun or number; `kind` person, organisation,
    place, time, group or thing; `said` which pronoun (male, thing, relative ...); `noun` the head's lemma, one word for
    those of one meaning; `words` what describes it besides; `key` the text without article, preposition and
    possessive; `entity` the id that `normalise` gave the name; `reach` the days of a time; `actor` the token of which
    it is an argument, `role` how.
    """

    id: str
    article: str
    start: int
    end: int
    head: Token
    sentence: int
    shape: str
    kind: str
    said: str
    noun: str
    lemma: str
    words: frozenset[str]
    key: str
    determiner: str
    plural: bool | None
    gender: str
    joint: bool
    numbers: frozenset[str]
    entity: str | None
    full: bool
    name_words: frozenset[str]
    titles: frozenset[str]
    reach: Reach | None
    actor: Token | None
    role: str
    quoted: bool
    speaker: int | None
