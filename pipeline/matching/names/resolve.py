"""One identity per real-world thing: from the mentions of a whole corpus to links and entities."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.acronyms import acronym_pairs
from pipeline.matching.names.bodies import organisation_pairs
from pipeline.matching.names.chain import affiliations
from pipeline.matching.names.cluster import cluster, root
from pipeline.matching.names.entities import describe, entity_ids
from pipeline.matching.names.known import OWN, aliases_of, read_known
from pipeline.matching.names.labels import common_labels, explained, settle
from pipeline.matching.names.lone import lone_names
from pipeline.matching.names.organisation import read_organisations
from pipeline.matching.names.other import read_other, relocated
from pipeline.matching.names.own import both_own, claimed, read_with_own, unambiguous
from pipeline.matching.names.people import full_name_pairs, veto
from pipeline.matching.names.places import around
from pipeline.matching.names.shapes import Corpus, Entity, Link, MentionKey, Reading, Redirect, Resolution
from pipeline.matching.names.treaties import treaty_pairs, with_parties


def resolve(mentions: Iterable[MentionKey], gazetteer: Gazetteer) -> Resolution:
    """A link for each mention and a row for each thing. The order of the mentions does not matter."""
    corpus = claimed(read_corpus(mentions, gazetteer), gazetteer)
    roots, why = _join(corpus, gazetteer)
    people = [r for r in corpus.readings if r.type == "PERSON"]
    lone = lone_names(people, roots, corpus.persons, _settings(corpus))
    final = {**roots, **{node: root(person, roots) for node, (person, _) in lone.items()}}
    why = {**why, **{node: reason for node, (_, reason) in lone.items()}}
    return _result(corpus, final, why, gazetteer)


def read_corpus(mentions: Iterable[MentionKey], gazetteer: Gazetteer) -> Corpus:
    """Read each article by itself, each name with the label that it has in the corpus."""
    corpus = Corpus([], {}, [])
    ordered = sorted(mentions, key=lambda m: (m.article_id, m.char_start, m.mention_id))
    labels = common_labels(ordered)
    for _, group in groupby(ordered, key=lambda m: m.article_id):
        before = list(group)
        readings = _read_article(settle(before, labels), corpus, gazetteer)
        corpus.articles.append(explained(readings, before))
    return corpus


def _read_article(mentions: Sequence[MentionKey], corpus: Corpus, gazetteer: Gazetteer) -> list[Reading]:
    looked_up = [(m, aliases_of(m, gazetteer)) for m in mentions]
    unknown = [m for m, aliases in looked_up if not aliases]
    people = read_with_own([m for m in unknown if m.label == "PERSON"], looked_up, gazetteer)
    for node, person in people.persons.items():
        corpus.persons.setdefault(node, person)
    corpus.pairs.extend(people.pairs)
    known = read_known([(m, aliases) for m, aliases in looked_up if aliases], gazetteer)
    told = around(known, unknown, gazetteer)
    readings = [
        *(relocated(reading, told, gazetteer) for reading in known),
        *people.readings,
        *read_organisations([m for m in unknown if m.label == "ORG"], gazetteer),
        *read_other(
            [m for m in unknown if m.label not in ("PERSON", "ORG")], around(known, unknown, gazetteer), gazetteer
        ),
    ]
    ordered = sorted(readings, key=lambda r: (r.mention.char_start, r.mention.mention_id))
    return with_parties(ordered, gazetteer)


def _join(corpus: Corpus, gazetteer: Gazetteer) -> tuple[dict[str, str], dict[str, str]]:
    """(node -> the node of its thing, node -> why it was joined), across articles."""
    lists = gazetteer.words.persons
    states = affiliations(r for r in corpus.readings if r.type == "PERSON")
    people = unambiguous([*corpus.pairs, *full_name_pairs(corpus.persons, states, gazetteer)])
    roots, why = cluster(people, lambda a, b: both_own(a, b) or veto(a, b, corpus.persons, lists))
    others = [
        *treaty_pairs(corpus.articles, gazetteer),
        *acronym_pairs(corpus.readings),
        *organisation_pairs(corpus.readings, gazetteer),
    ]
    more, reasons = cluster(others, both_own)
    return {**roots, **more}, {**why, **reasons}


def _settings(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Article -> the states that it names."""
    return {a[0].mention.article_id: frozenset(r.iso3 for r in a if r.iso3) for a in corpus.articles if a}


def _result(corpus: Corpus, roots: Mapping[str, str], why: Mapping[str, str], gazetteer: Gazetteer) -> Resolution:
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in corpus.readings:
        groups[root(reading.node, roots)].append(reading)
    ids = entity_ids({*groups, *(reading.node for reading in corpus.readings)})
    entities = {node: describe(ids[node], readings, gazetteer.cities) for node, readings in groups.items()}
    links = [_link(r, entities[root(r.node, roots)], _joined(r.node, why)) for r in corpus.readings]
    gone = sorted({r.node for r in corpus.readings if root(r.node, roots) != r.node})
    redirects = [Redirect(ids[n], ids[root(n, roots)], why.get(n, "joined with others of its thing")) for n in gone]
    return Resolution(links, sorted(entities.values(), key=lambda entity: entity.entity_id), redirects)


def _joined(node: str, why: Mapping[str, str]) -> str | None:
    return None if node.startswith(OWN) else why.get(node)


def _link(reading: Reading, entity: Entity, joined: str | None) -> Link:
    who = (reading.mention.mention_id, reading.mention.article_id, entity.entity_id)
    reason = f"{reading.reason}; {joined}" if joined else reading.reason
    return Link(*who, reading.role, reading.score, entity.type, entity.iso3, entity.country, reason)
