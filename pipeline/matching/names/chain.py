"""People in one article: short names are tied to the full name that they stand for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.compare import compare
from pipeline.matching.names.known import country_of
from pipeline.matching.names.person import Person, canonical, parse
from pipeline.matching.names.shapes import MentionKey, Reading
from pipeline.matching.names.tokens import same_word, skeleton

_BELIEVED = 0.5  # a "maybe" of this score is believed of two names in one article
_NEAR = 2  # sentences within which the last full name is what a shared family name means


@dataclass(frozen=True)
class People:
    """The people of one article: readings, and pairs of its full names that are one person."""

    readings: list[Reading] = field(default_factory=list)
    persons: dict[str, Person] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)


def person_node(person: Person, gazetteer: Gazetteer) -> str:
    """The pure key of a full name: spellings in one row of equal names share it."""
    persons = gazetteer.words.persons
    given = "-".join(canonical(g, persons) for g in person.given)
    return f"PERSON|{person.order}|{person.family}|{given}|{person.suffix}"


def read_people(mentions: Sequence[MentionKey], gazetteer: Gazetteer) -> People:
    """Readings of the mentions labelled PERSON of one article, in text order."""
    people = People()
    parsed = [(m, *_parse(m, gazetteer)) for m in mentions]
    full = [(m, p) for m, p, _ in parsed if p.given]
    for _, person in full:
        people.persons.setdefault(person_node(person, gazetteer), person)
    people.pairs.extend(_pairs(people.persons, gazetteer))
    heads = {node: _head(node, people.pairs) for node in people.persons}
    for mention, person, known in parsed:
        people.readings.append(_read(mention, (person, known), (people, full, heads), gazetteer))
    return people


def _parse(mention: MentionKey, gazetteer: Gazetteer) -> tuple[Person, str | None]:
    """The parsed name; a byname that the gazetteer knows is parsed as the name that it stands for."""
    for alias in gazetteer.look_up(mention.text):
        if alias.entry.type == "PERSON":
            return parse(alias.entry.name, gazetteer.words), alias.entry.name
    return parse(mention.text, gazetteer.words), None


def _pairs(persons: Mapping[str, Person], gazetteer: Gazetteer) -> list[Pair]:
    """Pairs of full names of one article that are one person: there, one name may hold the other."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in sorted(persons):
        for sound in sorted({skeleton(word)[:3] for word in persons[node].full.split()}):
            blocks[sound].append(node)
    out = set()
    for a, b in sorted({pair for nodes in blocks.values() for pair in combinations(nodes, 2)}):
        found = compare(persons[a], persons[b], gazetteer.words.persons)
        if found.verdict == "same" or (found.verdict == "maybe" and found.score >= _BELIEVED):
            out.add(Pair(found.score, a, b, f"{found.reason}, in one article"))
    return sorted(out)


def _head(node: str, pairs: Iterable[Pair]) -> str:
    return min([node, *(p.a for p in pairs if p.b == node), *(p.b for p in pairs if p.a == node)])


Context = tuple[People, Sequence[tuple[MentionKey, Person]], Mapping[str, str]]


def _read(mention: MentionKey, parsed: tuple[Person, str | None], context: Context, gazetteer: Gazetteer) -> Reading:
    person, known = parsed
    country = country_of(mention.title, gazetteer)
    if person.given:
        node = person_node(person, gazetteer)
        role = "name" if known is None or known == mention.text else "short name"
        return Reading(mention, node, "PERSON", role, 0.95, "full name", known, None, country)
    choice = _antecedent(mention, person, context, gazetteer)
    if choice:
        return Reading(mention, choice[0], "PERSON", "short name", choice[1], choice[2], None, None, country)
    node = f"PERSON|alone|{person.family}|{person.suffix}|{mention.article_id}"
    return Reading(
        mention,
        node,
        "PERSON",
        "short name",
        0.5,
        "single name with no full name in the article",
        None,
        None,
        country,
    )


def _antecedent(
    mention: MentionKey, short: Person, context: Context, gazetteer: Gazetteer
) -> tuple[str, float, str] | None:
    """The full name that a single name stands for: (node, score, reason)."""
    people, full, heads = context
    for fits, reason in ((_is_family, "family name"), (_is_given, "given name")):
        nodes = {n for n, p in people.persons.items() if p.suffix == short.suffix and fits(p, short, gazetteer)}
        if len({heads[n] for n in nodes}) == 1:
            return min(nodes), 0.9, f"{reason} of one full name in the article"
        if nodes:
            return _nearest(mention, nodes, full, gazetteer)
    return None


def _is_family(person: Person, short: Person, gazetteer: Gazetteer) -> bool:
    persons = gazetteer.words.persons
    if person.order == "east":
        return short.family == person.full.split(" ", 1)[0]
    last = person.full.rsplit(" ", 1)[-1]
    return same_word(short.family, person.family, persons) or same_word(short.family, last, persons)


def _is_given(person: Person, short: Person, gazetteer: Gazetteer) -> bool:
    if person.order == "east":
        return short.family in person.full.split(" ")
    return any(len(g) > 2 and same_word(short.family, g, gazetteer.words.persons) for g in person.given)


def _nearest(
    mention: MentionKey, nodes: set[str], full: Sequence[tuple[MentionKey, Person]], gazetteer: Gazetteer
) -> tuple[str, float, str] | None:
    """Of several people of one family name: the one of that title, the only one so far or near."""
    before = [(m, person_node(p, gazetteer)) for m, p in full if m.char_start < mention.char_start]
    before = [(m, node) for m, node in before if node in nodes]
    titled = {node for m, node in before if m.title and m.title == mention.title}
    near = {node for m, node in before if mention.sentence - m.sentence <= _NEAR}
    sets = (
        (titled, "same title as the full name"),
        ({n for _, n in before}, "only one named so far"),
        (near, "named just before"),
    )
    for found, reason in sets:
        if len(found) == 1:
            return min(found), 0.7, f"family name, {reason}"
    return None


def affiliations(readings: Iterable[Reading]) -> dict[str, Counter[str]]:
    """Node -> how often its titles name each state."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        if reading.country:
            out[reading.node][reading.country] += 1
    return out
