"""Two names of places: same, maybe or different, and why."""

import re

from pipeline.language.names.fold import key, words
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.states import meanings
from pipeline.matching.names.verdict import Verdict, different, maybe, same

_WITHIN = re.compile(r",\s+| in ")


def compare_places(a: str, b: str, gazetteer: Gazetteer) -> Verdict:
    """Known places are one if they mean one thing; others if they differ in spelling or kind alone."""
    if key(a) == key(b) and key(a):
        return same(1.0, "same name")
    mine, other = meanings(a, gazetteer), meanings(b, gazetteer)
    if mine & other:
        return same(0.95 if len(mine | other) == 1 else 0.75, "names of one known place")
    if mine and other:
        return different("names of two known places")
    return _spelled(a, b, gazetteer)


def _spelled(a: str, b: str, gazetteer: Gazetteer) -> Verdict:
    one, two = _plain(a, gazetteer), _plain(b, gazetteer)
    if one == two:
        return same(0.85, "spellings of one name")
    for short, long in ((a, b), (b, a)):
        base, *within = _WITHIN.split(long, maxsplit=1)
        if within and _plain(base, gazetteer) == _plain(short, gazetteer):
            return same(0.8, "the longer name adds where it lies")
    return _kinds(one.split(), two.split(), gazetteer)


def _plain(text: str, gazetteer: Gazetteer) -> str:
    """The words of a name, abbreviations in full, without articles; `City of X` is X."""
    lists = gazetteer.words.territories
    found = [lists.same.get(word, word) for word in words(text) if word not in ("the", "of")]
    return " ".join(found[1:] if found[:1] == ["city"] and len(found) > 1 and " of " in text.lower() else found)


def _kinds(a: list[str], b: list[str], gazetteer: Gazetteer) -> Verdict:
    """`Harris County` beside `Harris`: one, unless there is a city of that name, which then is meant."""
    short, long = sorted((a, b), key=len)
    if not (short and long[:-1] == short and long[-1] in gazetteer.words.places.regions):
        return different("names of places that no rule makes one")
    city = any(alias.entry.table == "cities" for alias in gazetteer.look_up(" ".join(short).title()))
    return maybe(0.3, "a region and its city") if city else maybe(0.5, "kind of region left out")


