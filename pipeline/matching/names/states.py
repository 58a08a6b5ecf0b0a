"""Which state, territory or known place does a name mean? Official forms, lists, languages and scripts included."""

import re
from collections.abc import Mapping

from pipeline.language.names.entry import Entry
from pipeline.language.names.fold import words
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.forms import forms
from pipeline.matching.names.known import entry_node

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")


def meanings(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Nodes of the known things that a name may mean; empty if no table knows it."""
    for form in forms(text, gazetteer):
        found = _known(form, gazetteer) or _coded(gazetteer.territories.codes(form), gazetteer)
        if found:
            return found
    return _in_parts(text, gazetteer) or _official(text, gazetteer)


def _known(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    entries = {alias.entry for alias in gazetteer.look_up(text) if alias.entry.type != "PERSON"}
    return frozenset(_node(entry, gazetteer) for entry in entries)


def _node(entry: Entry, gazetteer: Gazetteer) -> str:
    """The ISO code of a state, of a territory with a code of its own, or of a former state; else the pure key."""
    if entry.table != "regions":
        return entry_node(entry)
    if entry.country:
        own = entry.country not in gazetteer.states
        return f"iso3166:{entry.country}" if own else entry_node(entry)
    former = gazetteer.territories.codes(entry.name) - gazetteer.states.keys()
    return f"iso3166:{min(former)}" if len(former) == 1 else entry_node(entry)


def _coded(codes: frozenset[str], gazetteer: Gazetteer) -> frozenset[str]:
    return frozenset(f"iso3166:{code}" for code in codes)


def _in_parts(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """`China (Taiwan)`, `Georgia (US state)`, `Paris, France`, `Bosnian, Herzegovinian`."""
    brackets = _BRACKETS.search(text)
    base, rest = (_BRACKETS.sub(" ", text).strip(), brackets.group(1)) if brackets else _at_comma(text)
    if not rest:
        return frozenset()
    entries = {alias.entry for alias in gazetteer.look_up(base)}
    owners = {_node(entry, gazetteer): entry.country for entry in entries}
    return _qualified(meanings(base, gazetteer), meanings(_whole(rest, gazetteer), gazetteer), owners)


def _whole(text: str, gazetteer: Gazetteer) -> str:
    """`US state` says that it is the state of which it is a part."""
    base, _, last = text.rpartition(" ")
    return base if last.lower() in gazetteer.words.territories.parts else text


def _at_comma(text: str) -> tuple[str, str]:
    base, _, rest = text.partition(", ")
    return base, rest


def _qualified(base: frozenset[str], within: frozenset[str], owners: Mapping[str, str | None]) -> frozenset[str]:
    """What is left of the meanings of a name if what stands behind it is a state."""
    if not within or within & base or len(within) > 1:
        return within & base or base
    state = min(within).removeprefix("iso3166:")
    return frozenset(node for node in base if owners.get(node) == state)


def _official(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """`Lietuvos Respublika`: the name that is left without the kind of state, if it is one state's."""
    if not words(text):
        return frozenset()
    codes = gazetteer.territories.codes_of_core(text)
    return _coded(codes, gazetteer) if len(codes) == 1 else frozenset()
