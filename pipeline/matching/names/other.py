"""Places, peoples, treaties, wars and works that no table knows: one pure key per name."""

from collections.abc import Sequence

from pipeline.language.names.fold import key
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.known import as_known
from pipeline.matching.names.place import place_key
from pipeline.matching.names.places import Around, elsewhere, find_city, is_city, lone_state
from pipeline.matching.names.shapes import MentionKey, Reading
from pipeline.matching.names.treaties import law_key

_TYPES = {"WORK_OF_ART": "WORK"}
_PLACES = ("GPE", "LOC", "FAC")


def read_other(mentions: Sequence[MentionKey], told: Around, gazetteer: Gazetteer) -> list[Reading]:
    """Readings of the mentions that are neither people nor organisations nor known."""
    return [_read(mention, told, gazetteer) for mention in mentions]


def relocated(reading: Reading, told: Around, gazetteer: Gazetteer) -> Reading:
    """The reading of a known city, or of another city of its name if the article means that one."""
    if not is_city(reading):
        return reading
    others = told.without(reading)
    if not elsewhere(reading, others, gazetteer):
        return reading
    mention = reading.mention
    plain = Reading(mention, f"PLACE|{key(mention.text)}", "GPE", "place", 0.7, "same name")
    found = _city(plain, others, gazetteer)
    return found if found.country else reading


def _read(mention: MentionKey, told: Around, gazetteer: Gazetteer) -> Reading:
    kind = _TYPES.get(mention.label, mention.label)
    if mention.label in _PLACES:
        return _place(mention, told, gazetteer)
    pure = key(mention.text)
    if kind == "NORP":
        pure = pure.removesuffix("s")
    if kind == "LAW":
        pure = law_key(pure, gazetteer)
    return Reading(mention, f"{kind}|{pure}", kind, "name", 0.8, "same name")


def _place(mention: MentionKey, told: Around, gazetteer: Gazetteer) -> Reading:
    """`Kherson region` is the region, a thing of its own beside the city; `Zhejiang province` is Zhejiang."""
    role = "place" if mention.setting == "place" else "name"
    base, _, tail = mention.text.rpartition(" ")
    if not base or tail.lower() not in gazetteer.words.places.regions:
        plain = Reading(mention, f"PLACE|{place_key(mention.text, gazetteer)}", mention.label, role, 0.7, "same name")
        return _city(plain, told, gazetteer)
    known = gazetteer.look_up(base)
    if known and known[0].entry.table == "regions" and not known[0].entry.code.startswith("iso3166:"):
        return as_known(mention, known[0].entry, role, (0.9, "known region"))
    if known and known[0].entry.table == "cities":
        city, node = known[0].entry, f"PLACE|{place_key(base, gazetteer)} region"
        found = Reading(mention, node, "GPE", role, 0.8, "region named for its city")
        return found._replace(country=city.seat_of or city.country, whence=f"it is named for {city.name}")
    reason = "same name, kind of region left out"
    return _local(Reading(mention, f"PLACE|{place_key(base, gazetteer)}", mention.label, role, 0.7, reason), told)


def _local(plain: Reading, told: Around) -> Reading:
    """A place that no table knows is of the state of which everything else in the article is."""
    state = lone_state(told)
    return plain._replace(country=state, whence="the article names things of no other state") if state else plain


def _city(plain: Reading, told: Around, gazetteer: Gazetteer) -> Reading:
    """The place as a city with its GeoNames id and state, where the article makes clear which is meant."""
    found = None if plain.type == "FAC" else find_city(plain.mention, told, gazetteer)
    if found is None:
        return _local(plain, told)
    city, country, reason = found
    if city is None:
        return plain._replace(node=f"{plain.node}|{country}", country=country, reason=reason, whence=reason)
    known = plain._replace(node=f"geonames:{city.id}", type="GPE", name=city.name, country=country)
    return known._replace(score=0.8, reason=reason, whence=f"GeoNames: {city.name}")
