"""Two names of places: same, maybe or different, and why."""

import re

from pipeline.language.names.entry import Entry
from pipeline.language.names.fold import key, words
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.forms import unpointed
from pipeline.matching.names.states import meanings
from pipeline.matching.names.verdict import Verdict, different, maybe, same

_WITHIN = re.compile(r",\s+| in ")


def compare_places(a: str, b: str, gazetteer: Gazetteer) -> Verdict:
    """Known places are one if they mean one thing; others if they differ in spelling or kind alone."""
    if key(a) == key(b) and key(a):
        return same(1.0, "same name")
    mine, other = meanings(a, gazetteer), meanings(b, gazetteer)
    if mine & other:
        return _shared(mine, other)
    if mine and other:
        return different("names of two known places")
    return _spelled(a, b, gazetteer)


def _shared(mine: frozenset[str], other: frozenset[str]) -> Verdict:
    """A name that may mean a state means it: `Georgia` is not the US state without more to say so."""
    shared = mine & other
    states = {node for node in mine | other if node.startswith("iso3166:")}
    if states and not states & shared:
        return maybe(0.4, "one name is more often that of a state")
    return same(0.95 if mine == other else 0.75, "names of one known place")


def _spelled(a: str, b: str, gazetteer: Gazetteer) -> Verdict:
    one, two = place_key(a, gazetteer), place_key(b, gazetteer)
    if one == two:
        return same(0.85, "spellings of one name")
    if found := _qualified(a, b, gazetteer):
        return found
    return _kinds(one.split(), two.split(), gazetteer)


def _qualified(a: str, b: str, gazetteer: Gazetteer) -> Verdict | None:
    """`Austin, Texas` beside `Austin`, but not beside `Austin, Minnesota`."""
    one, two = (_WITHIN.split(text, maxsplit=1) for text in (a, b))
    if len(one) == len(two) == 1 or place_key(one[0], gazetteer) != place_key(two[0], gazetteer):
        return None
    if len(one) == len(two):
        return compare_places(one[1], two[1], gazetteer)
    if meanings(max(a, b, key=len), gazetteer):
        return None
    return same(0.8, "the longer name adds where it lies")


def place_key(text: str, gazetteer: Gazetteer) -> str:
    """The words of a name, abbreviations in full, without articles; `City of X` is X."""
    lists = gazetteer.words.territories
    text = lists.short.get(unpointed(text), text)
    found = [lists.same.get(word, word) for word in words(text) if word not in ("the", "of")]
    return " ".join(found[1:] if found[:1] == ["city"] and len(found) > 1 and " of " in text.lower() else found)


def _kinds(a: list[str], b: list[str], gazetteer: Gazetteer) -> Verdict:
    """`Maricopa County` beside `Maricopa`: one, unless there is a city of that name, which then is meant."""
    short, long = sorted((a, b), key=len)
    if not (short and long[:-1] == short and long[-1] in gazetteer.words.places.regions):
        return different("names of places that no rule makes one")
    name = " ".join(short)
    city = name in gazetteer.towns or any(_is_city(alias.entry) for alias in gazetteer.look_up(name.title()))
    return maybe(0.3, "a region and its city") if city else maybe(0.5, "kind of region left out")


def _is_city(entry: Entry) -> bool:
    return entry.type == "GPE" and entry.table not in ("countries", "regions")
