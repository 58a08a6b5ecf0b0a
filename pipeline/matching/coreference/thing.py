"""What one article says of a thing: the mentions of a group taken together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.matching.coreference.mention import Mention, Reach
from pipeline.matching.coreference.setting import Called
from pipeline.matching.coreference.texts import Bag, Texts

T = TypeVar("T")


@dataclass(frozen=True)
class Thing:
    """A group of an article.

    `shape` is name if it has one, else noun, pronoun, or time; `full` its names of several words; `told` the weighted
    words of the sentences that mention it; `size` its share of the largest group's mentions; `first` the number of its
    first sentence; `unique`: no other group of the article has its nouns; `called` what any article calls its names;
    `rarity` of its nouns and words, 0 to 1.
    """

    article: str
    shape: str
    kind: str
    entities: frozenset[str]
    names: tuple[frozenset[str], ...]
    full: frozenset[str]
    nouns: frozenset[str]
    lemmas: frozenset[str]
    words: frozenset[str]
    keys: frozenset[str]
    numbers: frozenset[str]
    plural: bool | None
    gender: str
    joint: bool
    reaches: frozenset[Reach]
    deeds: frozenset[tuple[str, str]]
    told: Bag
    size: float
    first: int
    definite: bool
    unique: bool
    called: frozenset[str]
    rarity: Mapping[str, float]


@dataclass(frozen=True)
class Ground:
    """What a group is read with: the corpus, what names are called, how many groups of the article have each noun,
    and the size of its largest group.
    """

    texts: Texts
    known: Called
    rivals: Counter[str]
    largest: int


def thing_of(mentions: Sequence[Mention], told: Bag, ground: Ground) -> Thing:
    """The mentions of one group as a thing."""
    named = [m for m in mentions if m.shape == "name"]
    said = [m for m in mentions if m.shape != "pronoun"]
    other = [m for m in said if m.shape != "name"]
    nouns = frozenset(m.noun for m in other)
    words = frozenset(w for m in said for w in m.words | m.name_words) - nouns
    return Thing(
        article=mentions[0].article,
        shape=_shape(mentions),
        kind=_common([m.kind for m in mentions if m.kind]) or "",
        entities=frozenset(m.entity for m in named if m.entity),
        names=tuple(sorted({m.name_words for m in named if m.name_words}, key=sorted)),
        full=frozenset(" ".join(sorted(m.name_words)) for m in named if m.full),
        nouns=nouns,
        lemmas=frozenset(m.lemma for m in other),
        words=words,
        keys=frozenset(m.key for m in said),
        numbers=frozenset(n for m in mentions for n in m.numbers),
        plural=_common([m.plural for m in mentions if m.plural is not None]),
        gender=_common([m.gender for m in mentions if m.gender]) or "",
        joint=any(m.joint for m in mentions),
        reaches=frozenset(m.reach for m in mentions if m.reach and m.reach[0]),
        deeds=frozenset((m.actor.lemma_.lower(), m.role) for m in mentions if m.actor is not None),
        told=told,
        size=len(mentions) / ground.largest,
        first=min(m.sentence for m in mentions),
        definite=any(m.determiner in ("the", "this", "own") for m in said),
        unique=all(ground.rivals[n] <= 1 for n in nouns),
        called=frozenset(noun for m in named if m.entity for noun in ground.known.get(m.entity, ())),
        rarity={word: ground.texts.rarity(word) for word in nouns | words},
    )


def _shape(mentions: Sequence[Mention]) -> str:
    if sum(m.kind == "time" for m in mentions) * 2 > len(mentions):
        return "time"
    shapes = {m.shape for m in mentions}
    return "name" if "name" in shapes else "pronoun" if shapes == {"pronoun"} else "noun"


def _common(values: Sequence[T]) -> T | None:
    """The most frequent; of equals the first in order of their text."""
    return max(sorted(set(values), key=str), key=values.count) if values else None
