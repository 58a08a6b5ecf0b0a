"""People across articles: which full names are one person."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.language.names.words import Persons
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.compare import compare
from pipeline.matching.names.person import Person, canonical
from pipeline.matching.names.tokens import skeleton

_ENOUGH = 0.7  # a "maybe" of this score is believed if both are of one state
_LARGEST = 400  # names of a block that are all compared with each other: 80,000 pairs


def full_name_pairs(
    persons: Mapping[str, Person], states: Mapping[str, Counter[str]], gazetteer: Gazetteer
) -> Iterator[Pair]:
    """Pairs of full names that are one person, compared inside blocks of alike family and given names."""
    lists = gazetteer.words.persons
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in sorted(persons):
        for block in sorted(set(_blocks(persons[node], lists))):
            blocks[block].append(node)
    for nodes in (part for whole in blocks.values() for part in _bounded(whole, persons, lists)):
        for a, b in combinations(nodes, 2):
            found = compare(persons[a], persons[b], lists)
            agreed = found.verdict == "maybe" and found.score >= _ENOUGH and _one_state(states, a, b)
            if (found.verdict == "same" and not _conflict(states, a, b)) or agreed:
                yield Pair(found.score, a, b, found.reason + (", same state" if agreed else ""))


def _blocks(person: Person, lists: Persons) -> Iterator[str]:
    """Family name and first sound of a given name, both ways round for names that may be east Asian; all words."""
    yield "|".join(sorted(skeleton(canonical(word, lists))[:4] for word in person.full.split()))
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


def _bounded(nodes: Sequence[str], persons: Mapping[str, Person], lists: Persons) -> Iterator[Sequence[str]]:
    """The block, or if it is too large its names by all sounds of family and first given name.

    What that loses are initials and short forms of a name that hundreds share: they need more evidence anyway.
    """
    if len(nodes) <= _LARGEST:
        yield nodes
        return
    finer: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node in nodes:
        person = persons[node]
        finer[skeleton(person.family), skeleton(canonical(person.given[0], lists))].append(node)
    for part in finer.values():
        yield from (part[i : i + _LARGEST] for i in range(0, len(part), _LARGEST))


def _one_state(states: Mapping[str, Counter[str]], a: str, b: str) -> bool:
    """Are both known to be of the same state?"""
    return bool(states.get(a)) and bool(states.get(b)) and not _conflict(states, a, b)


def _conflict(states: Mapping[str, Counter[str]], a: str, b: str) -> bool:
    mine, other = states.get(a), states.get(b)
    return bool(mine and other) and not set(mine or ()) & set(other or ())


def veto(a: str, b: str, persons: Mapping[str, Person], lists: Persons) -> bool:
    """Are two full names known to be two people?"""
    return compare(persons[a], persons[b], lists).verdict == "different"
