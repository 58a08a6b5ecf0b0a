"""The parts of a person's name."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.names.fold import words
from pipeline.language.names.words import NameWords, Persons

_SYLLABLES = re.compile(
    r"(?:(?:[cstzkpg]h|t[sz]|hs|kk|tt|pp|ss|jj|[bcdfghjklmnpqrstvwxyz])?(?:iao|uai|iang|uang|iong|yeo|yae|wae|eui|ae|ai|ao|ei|ou|ia|ie|iu|ua|uo|ue|eo|eu|oe|ui|wa|wo|we|wi|ya|ye|yo|yu|oo|ee|[aeiou])(?:ng|[nmlkptbgh](?![aeiouyw]))?)"
)
_CLASS = (
    ("yeo", "yu"),
    ("you", "yu"),
    ("yoo", "yu"),
    ("eo", "u"),
    ("eu", "u"),
    ("oo", "u"),
    ("ou", "u"),
    ("ee", "i"),
)
_ONSET = str.maketrans({"g": "k", "d": "t", "b": "p", "r": "l", "j": "c"})


class Person(NamedTuple):
    """A parsed name. `order` is west or east; east Asian given names are one string without hyphens.

    `given` is empty for a lone name, which then stands in `family`.
    """

    given: tuple[str, ...]
    family: str
    suffix: str
    order: str
    full: str


@lru_cache(maxsize=200_000)
def parse(text: str, lists: NameWords) -> Person:
    """The parts of a name as written in an article or, family name first, before a comma."""
    hyphened = "-" in text
    tokens = list(words(_initials_apart(_in_order(text, lists.persons))))
    tokens = _without_degrees(_without_titles(tokens, lists), lists.persons)
    tokens, suffix = _without_suffix(tokens, lists.persons)
    tokens = _without_tail(tokens, lists.persons)
    east = _east(tokens, hyphened, lists.persons)
    if east:
        return Person((east[1],), east[0], suffix, "east", " ".join(tokens))
    return _west(tokens, suffix, lists.persons)


def _in_order(text: str, persons: Persons) -> str:
    """`Haley, Nikki R.` in the order of speech; what else stands behind a comma is no part of the name."""
    before, comma, after = text.partition(",")
    family, rest = words(before), words(after)
    if not comma or not family or set(rest) <= persons.degrees | persons.suffixes:
        return text
    lone = len(family) == 1 or before.isupper() or family[0] in persons.fronts | persons.particles
    return f"{after} {before}" if lone else before


def _without_degrees(tokens: list[str], persons: Persons) -> list[str]:
    while len(tokens) > 1 and tokens[-1] in persons.degrees:
        tokens = tokens[:-1]
    return tokens


def _initials_apart(text: str) -> str:
    """`J.D.` is one given name; `George W.` keeps its initial."""
    return re.sub(r"\b([A-Z])\.\s?([A-Z])\.", r"\1\2", text)


def _without_titles(tokens: list[str], lists: NameWords) -> list[str]:
    while len(tokens) > 1 and tokens[0] in lists.titles.before_names:
        tokens = tokens[1:]
    return tokens


def _without_suffix(tokens: list[str], persons: Persons) -> tuple[list[str], str]:
    if len(tokens) > 1 and tokens[-1] in persons.suffixes:
        suffix = {"junior": "jr", "senior": "sr"}.get(tokens[-1], tokens[-1])
        return tokens[:-1], suffix
    return tokens, ""


def _without_tail(tokens: list[str], persons: Persons) -> list[str]:
    for tail in persons.tails:
        if len(tokens) > len(tail) + 1 and tuple(tokens[-len(tail) :]) == tail:
            return tokens[: -len(tail)]
    return tokens


def _east(tokens: list[str], hyphened: bool, persons: Persons) -> tuple[str, str] | None:
    """(family, given) if the name is Korean or Chinese in its make-up; None if not."""
    if not 2 <= len(tokens) <= 3:
        return None
    for family, rest in ((tokens[0], tokens[1:]), *(((tokens[-1], tokens[:-1]),) if hyphened else ())):
        given = "".join(rest)
        short = all(len(t) <= 8 for t in rest) and len(given) <= 10
        if family in persons.korean and short and (len(rest) == 2 or hyphened) and _syllables(given):
            return persons.korean[family], korean_key(rest)
        if family in persons.chinese and short and _syllables(given) and given not in persons.given:
            return persons.chinese[family], given
    return None


def _syllables(given: str) -> bool:
    """Is it made of one or two east Asian syllables?"""
    found = _SYLLABLES.findall(given)
    return 1 <= len(found) <= 3 and "".join(found) == given


def korean_key(rest: list[str]) -> str:
    """One form for the romanisations of a Korean given name: un = eun, suk = seok, chong = jong."""
    return "".join(_korean_syllable(part) for part in rest)


def _korean_syllable(part: str) -> str:
    part = part.replace("ch", "j")
    for old, new in _CLASS:
        part = part.replace(old, new)
    return part.translate(_ONSET).replace("ui", "i")


def _west(tokens: list[str], suffix: str, persons: Persons) -> Person:
    kept = [t for t in tokens if t not in persons.dropped] or tokens
    full = " ".join(kept)
    if len(kept) < 2:
        return Person((), full, suffix, "west", full)
    start = _family_start(kept, persons)
    if start == 0:
        family = "".join(t for t in kept if t not in persons.links)
        return Person((), persons.family.get(family, family), suffix, "west", full)
    given = tuple(t for t in kept[:start] if t not in persons.links)
    family = "".join(kept[start:])
    return Person(given or tuple(kept[:1]), persons.family.get(family, family), suffix, "west", full)


def _family_start(tokens: list[str], persons: Persons) -> int:
    """Where the family name begins; at 0 if the name is a family name alone (`von der Leyen`, `bin Laden`)."""
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1] in persons.particles:
        start -= 1
    if start == 1 and tokens[0] in persons.fronts:
        return 0
    return start


def canonical(token: str, persons: Persons) -> str:
    """The key of a given name: the first of its row of equal names."""
    return persons.given.get(token, token)
