"""When are two words of two names one name, written differently?"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from pipeline.language.names.words import Persons

_SOUNDS = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"[iy]j$", "y"),
        (r"sch|tsch|tch|sh|ch|cz", "c"),
        (r"kh|gh|q|ck", "k"),
        (r"ph|ff", "f"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"zh|dzh|dj|j", "j"),
        (r"w", "v"),
        (r"(?<=.)[aeiouyh]", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWEL = re.compile(r"^[aeiouy]+")
NEAR = 0.84  # Levenshtein similarity from which long words are one (METHODS: own measurement on 236 pairs)
SAME_SOUND = 0.5  # ... if their consonants agree
SAME_SHORT = 0.7  # ... and one of them has four letters or fewer (Jack and Jake are two names)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants of a word as most romanisations agree on them; a first vowel is kept as `a`."""
    word = _VOWEL.sub("a", re.sub(r"^ye", "e", word))
    for pattern, new in _SOUNDS:
        word = pattern.sub(new, word)
    return word.replace("c", "k") if word == "c" else word


def same_word(a: str, b: str, persons: Persons) -> bool:
    """Are two words of two names the same name?"""
    if a == b:
        return True
    if frozenset((a, b)) in persons.distinct:
        return False
    rows = persons.given.get(a), persons.given.get(b)
    if rows[0] and rows[1]:
        return rows[0] == rows[1]
    if len(a) < 3 or len(b) < 3:
        return False
    likeness = Levenshtein.normalized_similarity(a, b)
    sound, other = skeleton(a), skeleton(b)
    enough = SAME_SOUND if min(len(a), len(b)) > 4 else SAME_SHORT
    return (sound == other and len(sound) > 1 and likeness >= enough) or (
        likeness >= NEAR and min(len(a), len(b)) >= 6 and a[0] == b[0]
    )
