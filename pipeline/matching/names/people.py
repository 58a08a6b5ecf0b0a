"""People across articles: which full names are one person, and whom a lone family name means."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.language.names.words import Persons
from pipeline.matching.names.cluster import Pair, root
from pipeline.matching.names.compare import compare
from pipeline.matching.names.person import Person, canonical
from pipeline.matching.names.shapes import Reading
from pipeline.matching.names.tokens import skeleton

_ENOUGH = 0.7  # a "maybe" of this score is believed if both are of one state
_SHARED = 2  # states that two articles must share before a lone family name links them


def full_name_pairs(
    persons: Mapping[str, Person], states: Mapping[str, Counter[str]], gazetteer: Gazetteer
) -> Iterator[Pair]:
    """Pairs of full names that are one person, compared inside blocks of alike family and given names."""
    lists = gazetteer.words.persons
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in sorted(persons):
        for block in _blocks(persons[node], lists):
            blocks[block].append(node)
    for nodes in blocks.values():
        for a, b in combinations(nodes, 2):
            found = compare(persons[a], persons[b], lists)
            agreed = found.verdict == "maybe" and found.score >= _ENOUGH and _one_state(states, a, b)
            if (found.verdict == "same" and not _conflict(states, a, b)) or agreed:
                yield Pair(found.score, a, b, found.reason + (", same state" if agreed else ""))


def _blocks(person: Person, lists: Persons) -> Iterator[str]:
    """Family name and first sound of a given name; both ways round for names that may be east Asian."""
    if person.order == "east":
        first = person.full.split(" ", 1)[0]
        yield f"{first}|{person.full.split(' ', 1)[-1][:1]}"
        yield f"{person.family}|{person.given[0][:2]}"
        return
    family = skeleton(person.family)[:4]
    yield from sorted({f"{family}|{skeleton(canonical(g, lists))[:1]}" for g in person.given})
    first, _, rest = person.full.partition(" ")
    if first in lists.korean or first in lists.chinese:
        yield f"{first}|{rest[:1]}"


def _one_state(states: Mapping[str, Counter[str]], a: str, b: str) -> bool:
    """Are both known to be of the same state?"""
    return bool(states.get(a)) and bool(states.get(b)) and not _conflict(states, a, b)


def _conflict(states: Mapping[str, Counter[str]], a: str, b: str) -> bool:
    mine, other = states.get(a), states.get(b)
    return bool(mine and other) and not set(mine or ()) & set(other or ())


def veto(a: str, b: str, persons: Mapping[str, Person], lists: Persons) -> bool:
    """Are two full names known to be two people?"""
    return compare(persons[a], persons[b], lists).verdict == "different"


def lone_names(
    readings: Iterable[Reading],
    roots: Mapping[str, str],
    persons: Mapping[str, Person],
    settings: Mapping[str, frozenset[str]],
) -> dict[str, tuple[str, str]]:
    """Node of a lone name -> (node of the person, reason), where one person fits and more speaks for it."""
    readings = list(readings)
    people = _index([r for r in readings if not _alone(r)], roots, persons, settings)
    out: dict[str, tuple[str, str]] = {}
    for reading in readings:
        if _alone(reading):
            found = _whom(reading, people, settings.get(reading.mention.article_id, frozenset()))
            if found:
                out[reading.node] = found
    return out


def _alone(reading: Reading) -> bool:
    return reading.node.startswith("PERSON|alone|")


Profile = tuple[Counter[str], Counter[str]]  # states of the titles, states that the articles name


def _index(
    readings: Sequence[Reading],
    roots: Mapping[str, str],
    persons: Mapping[str, Person],
    settings: Mapping[str, frozenset[str]],
) -> dict[str, dict[str, Profile]]:
    """Skeleton of the family name -> person -> its profile."""
    out: dict[str, dict[str, Profile]] = defaultdict(dict)
    for reading in readings:
        person = persons.get(reading.node)
        if person is None:
            continue
        block = f"{skeleton(person.family)}|{person.suffix}"
        profile = out[block].setdefault(root(reading.node, roots), (Counter(), Counter()))
        profile[0].update([reading.country] if reading.country else [])
        profile[1].update(settings.get(reading.mention.article_id, ()))
    return out


def _whom(
    reading: Reading, people: Mapping[str, Mapping[str, Profile]], named: frozenset[str]
) -> tuple[str, str] | None:
    _, _, family, suffix, _ = reading.node.split("|", 4)
    found = people.get(skeleton(family) + "|" + suffix, {})
    titled = [node for node, (states, _) in found.items() if reading.country and states[reading.country]]
    if len(titled) == 1:
        return titled[0], "family name, and the title names the same state"
    shared = [node for node, (_, places) in found.items() if len(named & set(places)) >= _SHARED]
    if len(found) == 1 and len(shared) == 1 and not reading.country:
        return shared[0], "only person of that family name, in articles on the same states"
    return None
