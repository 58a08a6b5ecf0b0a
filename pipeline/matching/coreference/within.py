"""What speaks for and against two mentions of one article being one thing, as named numbers."""

from pipeline.matching.coreference.alike import Alike
from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.near import grammar_between
from pipeline.matching.coreference.setting import Setting

Features = dict[str, float]


def model_of(a: Mention, b: Mention) -> str:
    """Which weights judge the pair: by the shapes of the two."""
    if b.shape == "pronoun" or a.shape == "pronoun":
        return "pronoun"
    if "time" in (a.kind, b.kind):
        return "time"
    return "-".join(sorted("name" if m.shape == "name" else "noun" for m in (a, b)))


def features(a: Mention, b: Mention, setting: Setting, alike: Alike) -> Features:
    """Of `a` and a later `b` of the same article."""
    relation = grammar_between(a, b)
    out: Features = {"bias": 1.0}
    out[f"grammar {relation or 'none'}"] = 1.0
    out.update(shared(a, b, alike))
    distance = b.sentence - a.sentence
    out["distance"] = min(distance, 8) / 8
    out["same sentence"] = float(distance == 0)
    out[f"kinds {'-'.join(sorted((a.kind, b.kind)))}"] = 1.0
    out[f"determiner {b.determiner}"] = 1.0
    if a.shape == "noun" and b.determiner == "the" and a.determiner == "a":
        out["a then the"] = 1.0
    if {a.shape, b.shape} == {"name", "noun"}:
        name, noun = (a, b) if a.shape == "name" else (b, a)
        out.update(setting.about(name, noun))
        out["name after"] = float(name is b)
    if a.noun == b.noun and a.shape == b.shape == "noun":
        out[f"same noun {b.determiner or 'bare'}"] = 1.0
        out["same noun, one described"] = float(bool(a.words) != bool(b.words))
        out["same noun, words apart"] = out["words apart"]
        out["same noun, equal words"] = float(a.words == b.words)
        out["same noun, plural"] = float(a.plural is True and b.plural is True)
        out["same noun, distance"] = out["distance"]
    return out


def shared(a: Mention, b: Mention, alike: Alike) -> Features:
    """What does not need the article: words, names, number, sex, days, roles."""
    out: Features = {"same text": float(a.key == b.key)}
    out["same noun"] = float(a.noun == b.noun)
    out["nouns alike"] = alike(a.lemma, b.lemma)
    out["numbers differ"] = float(bool(a.numbers and b.numbers and a.numbers != b.numbers))
    out["numbers equal"] = float(bool(a.numbers and a.numbers == b.numbers))
    out["number clash"] = float(a.plural is not None and b.plural is not None and a.plural != b.plural)
    out["sexes differ"] = float(bool(a.gender and b.gender and a.gender != b.gender))
    out["joint clash"] = float(a.joint != b.joint)
    out["both joint"] = float(a.joint and b.joint)
    both = a.words & b.words
    rest = (a.words | b.words) - both - {a.noun, b.noun, a.lemma, b.lemma}
    out["words shared"] = min(len(both), 3) / 3
    out["words apart"] = float(bool(a.words - b.words) and bool(b.words - a.words))
    out["words apart count"] = min(len(rest), 4) / 4
    out["noun among words"] = float(
        a.noun in b.words or b.noun in a.words or a.lemma in b.name_words or b.lemma in a.name_words
    )
    out["kinds differ"] = float(bool(a.kind and b.kind and a.kind != b.kind))
    if a.shape == b.shape == "name":
        out.update(_names(a, b))
    if a.actor is not None and b.actor is not None and a.actor != b.actor:
        out["same deed"] = float(a.actor.lemma_ == b.actor.lemma_ and a.role == b.role)
        out["deeds alike"] = alike(a.actor.lemma_.lower(), b.actor.lemma_.lower()) * (a.role == b.role)
    if a.reach and b.reach:
        out["same days"] = float(a.reach == b.reach and a.reach[0] is not None)
        out["days apart"] = float(bool(a.reach[0] and b.reach[0]) and not _overlap(a, b))
        out["days overlap"] = float(bool(a.reach[0] and b.reach[0]) and _overlap(a, b) and a.reach != b.reach)
    return out


def _names(a: Mention, b: Mention) -> Features:
    common = a.name_words & b.name_words
    same = a.entity is not None and a.entity == b.entity
    return {
        "same entity": float(same),
        "entities differ": float(bool(a.entity and b.entity and not same)),
        "no word in common": float(not common and not same),
        "one holds the other": float(bool(common) and (a.name_words <= b.name_words or b.name_words <= a.name_words)),
        "some words in common": float(
            bool(common) and not (a.name_words <= b.name_words or b.name_words <= a.name_words)
        ),
        "initials": float(_initials(a, b) or _initials(b, a)),
    }


def _initials(short: Mention, long: Mention) -> bool:
    text = short.head.text.replace(".", "")
    words = [t.text for t in long.head.doc[long.start : long.end] if t.text[:1].isupper()]
    return len(text) > 1 and text.isupper() and text == "".join(w[0] for w in words)[: len(text)] and len(words) > 1


def _overlap(a: Mention, b: Mention) -> bool:
    (s, e), (t, f) = a.reach or (None, None), b.reach or (None, None)
    return bool(s and t and (f is None or s < f) and (e is None or t < e))
