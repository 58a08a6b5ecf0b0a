"""What a user's alias file names: it gets the user's id, and short and other forms of its name come with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.language.names.entry import Alias, Entry
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.chain import People, person_node, read_people
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.entities import entity_ids
from pipeline.matching.names.known import OWN, own_node
from pipeline.matching.names.person import Person, parse
from pipeline.matching.names.shapes import Corpus, MentionKey, Reading


def read_with_own(
    mentions: Sequence[MentionKey], looked_up: Iterable[tuple[MentionKey, tuple[Alias, ...]]], gazetteer: Gazetteer
) -> People:
    """The people of one article. Those of the user's file lend their full names to the short ones around them."""
    listed = {m: a[0].entry for m, a in looked_up if a and a[0].origin and a[0].entry.type == "PERSON"}
    if not listed:
        return read_people(mentions, gazetteer)
    people = read_people(sorted([*mentions, *listed], key=lambda m: (m.char_start, m.mention_id)), gazetteer)
    names = _names(listed.values(), gazetteer)
    readings = [_renamed(r, names) for r in people.readings if r.mention not in listed]
    persons = {names.get(node, node): person for node, person in people.persons.items()}
    persons |= {own_node(e.own): p for e in listed.values() if (p := _person(e, gazetteer)).given}
    return People(readings, persons, _moved(people.pairs, names))


def _names(entries: Iterable[Entry], gazetteer: Gazetteer) -> dict[str, str]:
    """The pure key of a full name -> the node of the only listed person who bears it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        person = _person(entry, gazetteer)
        if person.given:
            bearers[person_node(person, gazetteer)].add(own_node(entry.own))
    return {node: min(own) for node, own in bearers.items() if len(own) == 1}


def _person(entry: Entry, gazetteer: Gazetteer) -> Person:
    return parse(entry.name, gazetteer.words)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    return reading._replace(node=names.get(reading.node, reading.node))


def _moved(pairs: Iterable[Pair], names: Mapping[str, str]) -> list[Pair]:
    moved = (p._replace(a=names.get(p.a, p.a), b=names.get(p.b, p.b)) for p in pairs)
    return sorted({p for p in moved if p.a != p.b})


def claimed(corpus: Corpus, gazetteer: Gazetteer) -> Corpus:
    """The corpus, in which names whose ids the user copied from an earlier run into an alias file are the user's."""
    if not gazetteer.own:
        return corpus
    ids = entity_ids({*corpus.persons, *(r.node for r in corpus.readings)})
    names = {n: own_node(i) for n, i in ids.items() if i in gazetteer.own and not n.startswith(OWN)}
    articles = [[_claimed(r, names, gazetteer) for r in article] for article in corpus.articles]
    persons = {**corpus.persons, **{own: corpus.persons[n] for n, own in names.items() if n in corpus.persons}}
    return Corpus(articles, persons, _moved(corpus.pairs, names))


def _claimed(reading: Reading, names: Mapping[str, str], gazetteer: Gazetteer) -> Reading:
    own = names.get(reading.node)
    return reading._replace(node=own, name=gazetteer.own[own.removeprefix(OWN)].name) if own else reading


def unambiguous(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs without those of a name that could be several of the user's things."""
    pairs = list(pairs)
    owners: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.a.startswith(OWN) and not pair.b.startswith(OWN):  # what is the user's comes first
            owners[pair.b].add(pair.a)
    return [p for p in pairs if not (p.a.startswith(OWN) and len(owners[p.b]) > 1)]


def both_own(a: str, b: str) -> bool:
    """Has the user given the two names two ids?"""
    return a.startswith(OWN) and b.startswith(OWN) and a != b
