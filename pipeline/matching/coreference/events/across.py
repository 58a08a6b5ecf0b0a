"""What speaks for and against two mentions of two articles being one event, as named numbers."""

from math import sqrt

from pipeline.language.article import Interval
from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.events.lexicon import Lexicon
from pipeline.matching.coreference.events.mention import EventMention
from pipeline.matching.coreference.events.within import Features, lexical, roles
from pipeline.matching.coreference.texts import Texts
from pipeline.matching.publication_likeness import cosine

_OF_ONE_FAMILY = (
    *("likeness", "told alike", "arguments shared", "object shared", "actor shared", "actors differ"),
    *("status differs", "both early", "saying", "helping", "near words", "names differ", "rare", "one and many"),
)
_BY_MEANING = ("likeness", "told alike", "both in the title")
_BY_LIKENESS = ("object shared", "actor shared", "rare x family", "both early")
_NEAR, _FAR, _KNOWN = 3, 10, 3  # days between two publications; days within which a publication counts as known


def across(a: EventMention, b: EventMention, likeness: float, told: "Told") -> Features:
    """Of two mentions whose articles are alike by `likeness` (cosine)."""
    found = lexical(a, b, told.words, told.alike)
    family = max(found["same word"], found["one family"])
    meaning = max(family, found["synonyms"], found["words alike"])
    out = {"bias": 1.0, "likeness": likeness, "likeness root": sqrt(likeness), **found, **roles(a, b)}
    out |= {"told alike": cosine(a.told, b.told), **_setting(a, b, told)}
    out.update({f"{name} x family": family * out[name] for name in _OF_ONE_FAMILY})
    out.update({f"{name} x meaning": meaning * out[name] for name in _BY_MEANING})
    out.update({f"{name} x likeness": likeness * out[name] for name in _BY_LIKENESS})
    return out


class Told:
    """What pairs across articles are judged with: words, vectors, how rare a word is in the corpus."""

    def __init__(self, words: Lexicon, alike: Alike, texts: Texts) -> None:
        self.words, self.alike, self.texts = words, alike, texts


def _setting(a: EventMention, b: EventMention, told: Told) -> Features:
    near = sum(told.texts.rarity(w) for w in a.near & b.near)
    rare = sum(told.texts.rarity(w) for w in a.words & b.words)
    names = a.names & b.names
    return {
        "near words": min(near, 3.0) / 3,
        "rare words": min(rare, 4.0) / 4,
        "names shared": min(len(names), 3) / 3,
        "names differ": float(bool(a.names and b.names) and not names),
        "numbers differ": float(bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)),
        "rare": told.texts.rarity(a.lemma),
        "saying": float(bool({a.lemma, b.lemma} & told.words.saying)),
        "helping": float(bool({a.lemma, b.lemma} & told.words.helping)),
        "both in the title": float(a.sentence == b.sentence == 0),
        "both early": float(max(a.sentence, b.sentence) <= 2),
        "status differs": float(a.status != b.status),
        "one and many": float(a.noun and b.noun and a.tag[-1] != b.tag[-1]),
        "one is quoted": float(a.quoted or b.quoted),
    }


def published_apart(a: Interval, b: Interval) -> Features:
    """How far apart the two articles were published, where that is known to a few days."""
    if not (a.start and a.end and b.start and b.end):
        return {}
    if max((a.end - a.start).days, (b.end - b.start).days) > _KNOWN:
        return {}
    gap = abs((a.start - b.start).days)
    return {
        "published together": float(gap <= _NEAR),
        "published apart": float(gap > _FAR),
        "publications known": 1.0,
    }
