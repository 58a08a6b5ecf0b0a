"""The row of a thing: its id, its name and what its mentions say of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.language.names.cities import Cities
from pipeline.language.names.fold import digest
from pipeline.matching.names.known import OWN
from pipeline.matching.names.shapes import Entity, Reading

_LETTERS = {"PERSON": "p", "ORG": "o", "LAW": "t", "EVENT": "e", "NORP": "n", "WORK": "w", "PRODUCT": "k"}
GEONAMES = "geonames:"
PUBLIC = ("iso3166", GEONAMES)  # keys that are ids which others use too: states, divisions, cities
_MAJORITY = 2 / 3  # of the titles must name one state before it is the person's


def entity_ids(nodes: Iterable[str]) -> dict[str, str]:
    """Node -> id: the user's own, a public one, else the type's letter and a hash of the name's pure key."""
    return {node: _id(node) for node in nodes}


def _id(node: str) -> str:
    if node.startswith(OWN):
        return node.removeprefix(OWN)
    return node if node.startswith(PUBLIC) else digest(_letter(node), node)


def _letter(node: str) -> str:
    return _LETTERS.get(node.split("|", 1)[0], "l")


def describe(entity_id: str, readings: Sequence[Reading], cities: Cities) -> Entity:
    """The row of the thing that these readings name; `cities` tells where it lies."""
    first = next((r for r in readings if r.name and r.node.startswith(OWN)), None)
    first = first or next((r for r in readings if r.name), readings[0])
    aliases = _aliases(readings)
    dates = [r.mention.published for r in readings if r.mention.published]
    known = "|known|" in first.node or first.node.startswith(PUBLIC)
    country, why = _country(first, readings)
    city = cities.with_id(entity_id.removeprefix(GEONAMES)) if entity_id.startswith(GEONAMES) else None
    return Entity(
        entity_id=entity_id,
        name=first.name if known and first.name else _name(readings),
        type=_most(Counter(r.type for r in readings)),
        iso3=first.iso3,
        country=country,
        wikidata=first.wikidata,
        latitude=city.latitude if city else None,
        longitude=city.longitude if city else None,
        aliases=aliases,
        n_mentions=len(readings),
        n_articles=len({r.mention.article_id for r in readings}),
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
        country_reason=why,
    )


def _aliases(readings: Sequence[Reading]) -> list[str]:
    counts = Counter(r.mention.text for r in readings)
    return sorted(counts, key=lambda text: (-counts[text], text))


def _name(readings: Sequence[Reading]) -> str:
    """The most frequent full form; of equally frequent ones the longest, then the first in the alphabet."""
    full = [r.mention.text for r in readings if r.role in ("name", "place")] or [r.mention.text for r in readings]
    counts = Counter(full)
    return min(counts, key=lambda text: (-counts[text], -len(text), text))


def _country(first: Reading, readings: Sequence[Reading]) -> tuple[str | None, str | None]:
    """The state that the thing is or that clearly most of its mentions give, and what in them says so."""
    sure = first.iso3 or (first.country if first.node.startswith(OWN) else None)
    counts = Counter(r.country for r in readings if r.country)
    best = sure or max(counts, key=lambda c: (counts[c], c), default=None)
    if best is None or (not sure and counts[best] < _MAJORITY * counts.total()):
        return None, None
    said = Counter(_said(r) for r in readings if r.country == best)
    return best, _most(said)


def _said(reading: Reading) -> str:
    """What tells the country of a mention, in words."""
    if reading.whence:
        return reading.whence
    return f"called “{reading.mention.title}”" if reading.mention.title else "what its name stands for"


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name))
