"""What speaks for and against two things of two articles being one, as named numbers."""

from math import sqrt

from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.thing import Thing
from pipeline.matching.coreference.within import Features
from pipeline.matching.publication_likeness import cosine

# What says more the more the articles, and the sentences around the two, are alike.
_WITH_LIKENESS = (
    "same noun",
    "rare noun",
    "same text",
    "nouns alike",
    "words shared",
    "rare words",
    "same deed",
    "deeds alike",
    "both large",
    "told alike",
    "noun among words",
    "said of the name",
    "ambiguous",
    "kinds differ",
    "same entity",
    "common name",
    "same days",
    "some words in common",
)


def model_across(a: Thing, b: Thing) -> str:
    """Which weights judge the pair: by the shapes of the two."""
    if "time" in (a.shape, b.shape):
        return "across time"
    return f"across {'-'.join(sorted((a.shape, b.shape)))}"


def across(a: Thing, b: Thing, likeness: float, alike: Alike) -> Features:
    """Of two things of two articles, whose texts are alike by `likeness` (cosine)."""
    told = cosine(a.told, b.told)
    out: Features = {"bias": 1.0, "likeness": likeness, "likeness root": sqrt(likeness), "told alike": told}
    out |= _times(a, b) | _names(a, b) | _nouns(a, b, alike) | _words(a, b) | _clashes(a, b) | _deeds(a, b, alike)
    for name in _WITH_LIKENESS:
        if value := out.get(name):
            out[f"{name} x likeness"] = value * likeness
            out[f"{name} x told alike"] = value * told
    return out


def _nouns(a: Thing, b: Thing, alike: Alike) -> Features:
    shared = a.nouns & b.nouns
    return {
        "same noun": float(bool(shared)),
        "rare noun": max((a.rarity[n] for n in shared), default=0.0),
        "nouns alike": max((alike(x, y) for x in a.lemmas for y in b.lemmas), default=0.0),
        "nouns differ": float(bool(a.nouns and b.nouns) and not shared),
        "said of the name": float(bool(a.called & b.nouns or b.called & a.nouns)),
        "noun among words": float(bool(a.nouns & b.words or b.nouns & a.words)),
        "definite": float(a.definite and b.definite),
        "ambiguous": float(not (a.unique and b.unique)),
    }


def _words(a: Thing, b: Thing) -> Features:
    shared = a.words & b.words
    return {
        "same text": float(bool(a.keys & b.keys)),
        "words shared": min(len(shared), 4) / 4,
        "rare words": min(sum(a.rarity[w] for w in shared), 3.0) / 3,
        "words apart": float(bool(a.words and b.words) and not shared),
        "numbers differ": float(bool(a.numbers and b.numbers) and not a.numbers & b.numbers),
        "numbers equal": float(bool(a.numbers & b.numbers)),
    }


def _clashes(a: Thing, b: Thing) -> Features:
    return {
        "kinds differ": float(bool(a.kind and b.kind and a.kind != b.kind)),
        f"kinds {'-'.join(sorted((a.kind, b.kind)))}": 1.0,
        "number clash": float(a.plural is not None and b.plural is not None and a.plural != b.plural),
        "sexes differ": float(bool(a.gender and b.gender and a.gender != b.gender)),
        "joint clash": float(a.joint != b.joint),
    }


def _deeds(a: Thing, b: Thing, alike: Alike) -> Features:
    """What the two do and have done to them, and how large they are in their articles."""
    near = (alike(x, y) for x, role in a.deeds for y, other in b.deeds if role == other)
    return {
        "same deed": min(len(a.deeds & b.deeds), 3) / 3,
        "deeds alike": max(near, default=0.0),
        "both large": min(a.size, b.size),
        "both first": float(a.first <= 1 and b.first <= 1),
    }


def _names(a: Thing, b: Thing) -> Features:
    if not (a.names and b.names):
        return {}
    same = bool(a.entities & b.entities)
    equal = bool(set(a.names) & set(b.names))
    common = frozenset().union(*a.names) & frozenset().union(*b.names)
    holds = any(x <= y or y <= x for x in a.names for y in b.names)
    return {
        "same entity": float(same),
        "same full name": float(bool(a.full & b.full)),
        "common name": float(equal),
        "one holds the other": float(holds and not equal),
        "some words in common": float(bool(common)),
        "no word in common": float(not common and not same),
        "entities differ": float(bool(a.entities and b.entities) and not same),
    }


def _times(a: Thing, b: Thing) -> Features:
    if "time" not in (a.shape, b.shape):
        return {}
    if not (a.reaches and b.reaches):
        return {"no days": 1.0}
    overlap = any(s and t and (f is None or s < f) and (e is None or t < e) for s, e in a.reaches for t, f in b.reaches)
    same = bool(a.reaches & b.reaches)
    return {"same days": float(same), "days overlap": float(overlap), "days apart": float(not overlap)}
