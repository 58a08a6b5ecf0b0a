"""What speaks for and against two mentions of one article being one event, as named numbers."""

from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.events.lexicon import Lexicon
from pipeline.matching.coreference.events.mention import EventMention
from pipeline.matching.publication_likeness import cosine

Features = dict[str, float]
# What counts for more, or only, of two words of one family.
_OF_ONE_FAMILY = (
    *("arguments shared", "object shared", "actor shared", "told alike", "status differs", "same sentence"),
    *("next sentence", "distance", "saying", "helping", "the later is definite", "the later is new"),
)
# What counts by how near the two words are in meaning.
_BY_MEANING = ("in the title", "title and lead", "object shared", "actor shared", "told alike")


def within(a: EventMention, b: EventMention, words: Lexicon, alike: Alike) -> Features:
    """Of `a` and a later `b`."""
    out = {"bias": 1.0, **lexical(a, b, words, alike), **roles(a, b), **_setting(a, b, words)}
    family = max(out["same word"], out["one family"])
    meaning = max(family, out["synonyms"], out["words alike"])
    out.update({f"{name} x family": family * out[name] for name in _OF_ONE_FAMILY})
    out.update({f"{name} x meaning": meaning * out[name] for name in _BY_MEANING})
    out.update({f"{name} x family": family * value for name, value in _forms(a, b).items()})
    return out


def lexical(a: EventMention, b: EventMention, words: Lexicon, alike: Alike) -> Features:
    """How near the two words are: the first that holds of same, family, synonyms; vectors of different words."""
    same = a.lemma == b.lemma
    family = not same and words.family(a.lemma, b.lemma)
    return {
        "same word": float(same),
        "one family": float(family),
        "synonyms": float(not same and not family and words.synonyms(a.lemma, b.lemma)),
        "words alike": 0.0 if same else alike(a.lemma, b.lemma),
        "part of the phrase": float(not same and (a.lemma in b.parts or b.lemma in a.parts)),
    }


def roles(a: EventMention, b: EventMention) -> Features:
    """What their arguments say, and the days that depend on them."""
    shared = a.all & b.all
    objects = bool(a.objects and b.objects) and a.objects.isdisjoint(b.objects) and not shared
    out = {
        "actor shared": float(not a.actors.isdisjoint(b.actors)),
        "object shared": float(not a.objects.isdisjoint(b.objects)),
        "place shared": float(not a.places.isdisjoint(b.places)),
        "arguments shared": float(bool(shared)),
        "number of arguments shared": min(len(shared), 3) / 3,
        "actors differ": float(_differ(a.actors, b.actors)),
        "objects differ": float(objects),
        "places differ": float(_differ(a.places, b.places)),
    }
    if a.days and b.days:
        out["days differ"] = float(not _overlap(a, b))
    return out


def _setting(a: EventMention, b: EventMention, words: Lexicon) -> Features:
    """How far apart, in which grammar, in which status, and what kind of word."""
    distance = b.sentence - a.sentence
    return {
        "told alike": cosine(a.told, b.told),
        "same sentence": float(distance == 0),
        "next sentence": float(distance == 1),
        "distance": min(distance, 8) / 8,
        "in the title": float(a.sentence == 0),
        "title and lead": float(a.sentence == 0 and b.sentence in (1, 2)),
        "saying": float(bool({a.lemma, b.lemma} & words.saying)),
        "helping": float(bool({a.lemma, b.lemma} & words.helping)),
        "verb and noun": float(a.noun != b.noun),
        "the later is definite": float(b.definite),
        "the later is new": float(b.new),
        "pronoun at hand": float(b.pronoun and 0 < b.token - a.token <= 3),
        "pronoun": float(b.pronoun),
        "status differs": float(a.status != b.status),
        "one governs": float(a.over == b.token or b.over == a.token),
        "one is quoted": float(a.quoted != b.quoted),
    }


def _forms(a: EventMention, b: EventMention) -> Features:
    """What their forms say, of two words of one family."""
    nouns, verbs = a.noun and b.noun, not (a.noun or b.noun)
    return {
        "described apart": float(nouns and bool(a.describing - b.describing) and bool(b.describing - a.describing)),
        "described alike": float(nouns and bool(a.describing) and a.describing == b.describing),
        "bare nouns": float(nouns and not a.describing and not b.describing),
        "one and many": float(nouns and a.tag[-1] != b.tag[-1]),
        "tenses differ": float(verbs and a.tag != b.tag),
        "numbers differ": float(_differ(a.numbers, b.numbers)),
        "said often": float(max(a.rivals, b.rivals) > 2),
    }


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def _overlap(a: EventMention, b: EventMention) -> bool:
    if not a.days or not b.days:
        return True
    (start, end), (other, last) = a.days, b.days
    return (start is None or last is None or start < last) and (other is None or end is None or other < end)
