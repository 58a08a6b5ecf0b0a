"""People across articles: whom a family name means that stands alone in its article."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.matching.names.cluster import root
from pipeline.matching.names.person import Person
from pipeline.matching.names.shapes import Reading
from pipeline.matching.names.tokens import skeleton

_SHARED = 2  # states that two articles must share before a lone family name links them

Settings = Mapping[str, frozenset[str]]  # article -> the states that it names


@dataclass(frozen=True)
class _People:
    """By the sound of a family name: its bearers, each with the states that their articles name; and by state."""

    bearers: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(dict))
    titled: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def lone_names(
    readings: Sequence[Reading], roots: Mapping[str, str], persons: Mapping[str, Person], settings: Settings
) -> dict[str, tuple[str, str]]:
    """Node of a lone name -> (node of the person, reason), where one person fits and more speaks for it."""
    people = _index(readings, roots, persons, settings)
    out: dict[str, tuple[str, str]] = {}
    for reading in readings:
        if reading.node.startswith("PERSON|alone|"):
            found = _whom(reading, people, settings.get(reading.mention.article_id, frozenset()))
            if found:
                out[reading.node] = found
    return out


def _index(
    readings: Iterable[Reading], roots: Mapping[str, str], persons: Mapping[str, Person], settings: Settings
) -> _People:
    people = _People()
    for reading in readings:
        person = persons.get(reading.node)
        if person is None:
            continue
        sound, node = _sound(person.family, person.suffix), root(reading.node, roots)
        people.bearers[sound].setdefault(node, set()).update(settings.get(reading.mention.article_id, ()))
        if reading.country:
            people.titled[sound, reading.country].add(node)
    return people


def _sound(family: str, suffix: str) -> str:
    return f"{skeleton(family)}|{suffix}"


def _whom(reading: Reading, people: _People, named: frozenset[str]) -> tuple[str, str] | None:
    _, _, family, suffix, _ = reading.node.split("|", 4)
    sound = _sound(family, suffix)
    if reading.country:
        titled = people.titled.get((sound, reading.country), set())
        return (min(titled), "family name, and the title names the same state") if len(titled) == 1 else None
    bearers = people.bearers.get(sound, {})
    if len(bearers) == 1:
        node, places = next(iter(bearers.items()))
        if len(named & places) >= _SHARED:
            return node, "only person of that family name, in articles on the same states"
    return None
