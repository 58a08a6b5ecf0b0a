"""What speaks for and against two things of two articles being one, as named numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.mention import Mention, Reach
from pipeline.matching.coreference.setting import Called
from pipeline.matching.coreference.texts import Bag
from pipeline.matching.coreference.within import Features
from pipeline.matching.publication_likeness import cosine




@dataclass(frozen=True)
class Thing:
    """What one article says of a thing: its mentions together.

    `told` is the weighted words of the sentences that name it; `size` its share of the article's mentions.
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


def thing_of(mentions: Sequence[Mention], told: Bag, size: float, rivals: Counter[str], known: Called) -> Thing:
    """The mentions of one group; `rivals` counts for each noun the groups of the article that have it."""
    named = [m for m in mentions if m.shape == "name"]
    said = [m for m in mentions if m.shape != "pronoun"]
    nouns = {m.noun for m in said if m.shape != "name"}
    times = [m for m in mentions if m.kind == "time"]
    shape = "time" if len(times) * 2 > len(mentions) else "name" if named else "noun" if said else "pronoun"
    words = {w for m in said for w in m.words} | {w for m in named for w in m.name_words}
    return Thing(
        mentions[0].article, shape, _common([m.kind for m in mentions if m.kind]) or "",
        frozenset(m.entity for m in named if m.entity), tuple(sorted({m.name_words for m in named if m.name_words}, key=sorted)),
        frozenset(" ".join(sorted(m.name_words)) for m in named if m.full), frozenset(nouns), frozenset(m.lemma for m in said if m.shape != "name"),
        frozenset(words - nouns), frozenset(m.key for m in said), frozenset(n for m in mentions for n in m.numbers),
        _common([m.plural for m in mentions if m.plural is not None]), _common([m.gender for m in mentions if m.gender]) or "",
        any(m.joint for m in mentions), frozenset(m.reach for m in mentions if m.reach and m.reach[0]),
        frozenset((m.actor.lemma_.lower(), m.role) for m in mentions if m.actor is not None), told, size,
        min(m.sentence for m in mentions), any(m.determiner in ("the", "this", "own") for m in said), all(rivals[n] <= 1 for n in nouns), frozenset(n for m in named if m.entity for n in known.get(m.entity, ())),
    )


def _common[T](values: Sequence[T]) -> T | None:
    return max(sorted(set(values), key=str), key=values.count) if values else None


def model_across(a: Thing, b: Thing) -> str:
    """Which weights judge the pair: by the shapes of the two."""
    if "time" in (a.shape, b.shape):
        return "across time"
    return f"across {'-'.join(sorted((a.shape, b.shape)))}"


def across(a: Thing, b: Thing, likeness: float, alike: Alike) -> Features:
    """Of two things of two articles, whose texts are alike by `likeness` (cosine)."""
    out: Features = {"bias": 1.0, "likeness": likeness, "likeness root": sqrt(likeness)}
    told = cosine(a.told, b.told)
    out["told alike"] = told
    if "time" in (a.shape, b.shape):
        out.update(_times(a, b))
    out.update(_names(a, b))
    same = bool(a.nouns & b.nouns)
    out["same noun"] = float(same)
    near = max((alike(x, y) for x in a.lemmas for y in b.lemmas), default=0.0)
    out["nouns alike"] = near
    out["nouns differ"] = float(bool(a.nouns and b.nouns) and not same)
    out["said of the name"] = float(bool(a.called & b.nouns or b.called & a.nouns))
    out["same text"] = float(bool(a.keys & b.keys))
    shared = a.words & b.words
    out["words shared"] = min(len(shared), 4) / 4
    out["words apart"] = float(bool(a.words and b.words) and not shared)
    out["noun among words"] = float(bool(a.nouns & b.words or b.nouns & a.words))
    out["kinds differ"] = float(bool(a.kind and b.kind and a.kind != b.kind))
    out[f"kinds {'-'.join(sorted((a.kind, b.kind)))}"] = 1.0
    out["number clash"] = float(a.plural is not None and b.plural is not None and a.plural != b.plural)
    out["sexes differ"] = float(bool(a.gender and b.gender and a.gender != b.gender))
    out["joint clash"] = float(a.joint != b.joint)
    out["numbers differ"] = float(bool(a.numbers and b.numbers) and not a.numbers & b.numbers)
    out["numbers equal"] = float(bool(a.numbers & b.numbers))
    deeds = a.deeds & b.deeds
    out["same deed"] = min(len(deeds), 3) / 3
    out["deeds alike"] = max((alike(x, y) for x, r in a.deeds for y, s in b.deeds if r == s), default=0.0)
    out["both large"] = min(a.size, b.size)
    out["both first"] = float(a.first <= 1 and b.first <= 1)
    out["definite"] = float(a.definite and b.definite)
    out["ambiguous"] = float(not (a.unique and b.unique))
    for name in ("said of the name", "same noun", "same text", "nouns alike", "words shared", "same deed", "deeds alike", "both large", "told alike", "noun among words", "ambiguous", "kinds differ", "same entity", "common name", "same days", "some words in common"):
        if out.get(name):
            out[f"{name} x likeness"] = out[name] * likeness
            if name != "told alike":
                out[f"{name} x told alike"] = out[name] * told
    return out


def _names(a: Thing, b: Thing) -> Features:
    if not (a.names and b.names):
        return {}
    same = bool(a.entities & b.entities)
    full = bool(a.full & b.full)
    equal = bool(set(a.names) & set(b.names))
    common = {w for n in a.names for w in n} & {w for n in b.names for w in n}
    holds = any(x <= y or y <= x for x in a.names for y in b.names)
    return {
        "same entity": float(same),
        "same full name": float(full),
        "common name": float(equal),
        "one holds the other": float(holds and not equal),
        "some words in common": float(bool(common)),
        "no word in common": float(not common and not same),
        "entities differ": float(bool(a.entities and b.entities) and not same),
    }


def _times(a: Thing, b: Thing) -> Features:
    if not (a.reaches and b.reaches):
        return {"no days": 1.0}
    overlap = any(s and t and (f is None or s < f) and (e is None or t < e) for s, e in a.reaches for t, f in b.reaches)
    return {"same days": float(bool(a.reaches & b.reaches)), "days overlap": float(overlap), "days apart": float(not overlap)}


