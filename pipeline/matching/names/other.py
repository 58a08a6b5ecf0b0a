"""Places, peoples, treaties, wars and works that no table knows: one pure key per name."""

from collections.abc import Sequence

from pipeline.language.names.fold import key
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.known import as_known
from pipeline.matching.names.shapes import MentionKey, Reading
from pipeline.matching.names.treaties import law_key

_TYPES = {"WORK_OF_ART": "WORK"}
_PLACES = ("GPE", "LOC", "FAC")


def read_other(mentions: Sequence[MentionKey], gazetteer: Gazetteer) -> list[Reading]:
    """Readings of the mentions that are neither people nor organisations nor known."""
    return [_read(mention, gazetteer) for mention in mentions]


def _read(mention: MentionKey, gazetteer: Gazetteer) -> Reading:
    kind = _TYPES.get(mention.label, mention.label)
    if mention.label in _PLACES:
        return _place(mention, gazetteer)
    pure = key(mention.text)
    if kind == "NORP":
        pure = pure.removesuffix("s")
    if kind == "LAW":
        pure = law_key(pure, gazetteer)
    return Reading(mention, f"{kind}|{pure}", kind, "name", 0.8, "same name")


def _place(mention: MentionKey, gazetteer: Gazetteer) -> Reading:
    """`Kherson region` is the region, a thing of its own beside the city; `Zhejiang province` is Zhejiang."""
    role = "place" if mention.setting == "place" else "name"
    base, _, tail = mention.text.rpartition(" ")
    if not base or tail.lower() not in gazetteer.words.places.regions:
        return Reading(mention, f"PLACE|{key(mention.text)}", mention.label, role, 0.7, "same name")
    known = gazetteer.look_up(base)
    if known and known[0].entry.table == "regions":
        return as_known(mention, known[0].entry, role, (0.9, "known region"))
    if known:
        city, node = known[0].entry, f"PLACE|{key(base)} region"
        found = Reading(mention, node, "GPE", role, 0.8, "region named for its city")
        return found._replace(country=city.seat_of or city.country, whence=f"it is named for {city.name}")
    reason = "same name, kind of region left out"
    return Reading(mention, f"PLACE|{key(base)}", mention.label, role, 0.7, reason)
