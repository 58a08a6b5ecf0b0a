"""Mentions of what the gazetteer knows: states, their adjectives and capitals, cities, organisations."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.language.names.entry import Alias, Entry
from pipeline.language.names.fold import key, pieces
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.forms import forms
from pipeline.matching.names.shapes import MentionKey, Reading

OWN = "=|known|"  # begins the keys of what the user's alias file names
SEAT = "capital of that state"


def entry_node(entry: Entry) -> str:
    """The pure key of a known thing; the id that the user gave it, where there is one."""
    if entry.own:
        return own_node(entry.own)
    if entry.code:
        return entry.code
    return f"iso3166:{entry.iso3}" if entry.iso3 else f"{entry.type}|known|{key(entry.name)}|{entry.country or ''}"


def own_node(own: str) -> str:
    """The key of a thing that the user's alias file names; it comes before all others in the alphabet."""
    return f"{OWN}{own}"


def as_known(mention: MentionKey, entry: Entry, role: str, why: tuple[float, str]) -> Reading:
    """A mention as a name of a known thing; `why` is the score and the reason."""
    country = entry.iso3 or entry.seat_of or entry.country
    node = entry_node(entry)
    told = (entry.name, entry.iso3, country, entry.wikidata, whence(entry))
    return Reading(mention, node, entry.type, role, *why, *told)


def whence(entry: Entry) -> str | None:
    """What tells the country of a known thing."""
    if entry.iso3:
        return "it is that state"
    if entry.seat_of:
        return SEAT
    return f"table {entry.table}" if entry.country and not entry.own else "alias file" if entry.country else None


def aliases_of(mention: MentionKey, gazetteer: Gazetteer) -> tuple[Alias, ...]:
    """What a mention may name, by its text and label; people are looked up in the user's file alone."""
    own = tuple(a for a in gazetteer.look_up(mention.text) if a.origin)
    if own:
        return own
    if mention.label == "PERSON":
        return ()
    owner = country_of(mention.title, gazetteer) if mention.label == "ORG" else None
    named = (a for a in gazetteer.look_up(mention.text) if a.entry.type != "PERSON")
    found = tuple(a for a in named if _owned(a, owner))
    return found or _bare(mention, gazetteer) or _rewritten(mention, gazetteer)


def _rewritten(mention: MentionKey, gazetteer: Gazetteer) -> tuple[Alias, ...]:
    """`N. Korea` and `Korea, Republic of` are known by another form of the name."""
    if mention.label != "GPE":
        return ()
    known = (gazetteer.look_up(form) for form in forms(mention.text, gazetteer))
    return next((found for found in known if found and found[0].entry.type != "PERSON"), ())


def _owned(alias: Alias, owner: str | None) -> bool:
    """May it be the organisation of the state named before it ("Peru's Congress" is not the US Congress)?"""
    if owner is None or alias.entry.type != "ORG" or alias.role == "acronym":
        return True
    return alias.entry.country in (owner, None)


def _bare(mention: MentionKey, gazetteer: Gazetteer) -> tuple[Alias, ...]:
    """ "the North" as a state; the finder has seen that the article is about it."""
    for rule in gazetteer.words.places.bare:
        if mention.text == rule.word and mention.label == "GPE":
            return (Alias(gazetteer.states[rule.iso3], "short name", 0, (), False, False),)
    return ()


@lru_cache(maxsize=200_000)
def country_of(text: str | None, gazetteer: Gazetteer, without: tuple[str, ...] = ("PERSON",)) -> str | None:
    """The state that a title names: "North Korean leader" -> PRK; things of the types `without` do not speak for it."""
    if not text:
        return None
    for hit in gazetteer.scan(pieces(text), text):
        entry = hit.aliases[0].entry
        state = entry.iso3 or entry.seat_of or entry.country
        if state and entry.type not in without:
            return state
    return None


def read_known(found: Sequence[tuple[MentionKey, tuple[Alias, ...]]], gazetteer: Gazetteer) -> list[Reading]:
    """Readings of the mentions of one article that the gazetteer knows."""
    support = _support(found)
    seats = _seats(found)
    return [_read(mention, _choose(aliases, support), seats, gazetteer) for mention, aliases in found]


def _support(found: Sequence[tuple[MentionKey, tuple[Alias, ...]]]) -> Counter[tuple[str, str]]:
    """How often the article names each state, and things that belong to it: (table, state) -> mentions."""
    out: Counter[tuple[str, str]] = Counter()
    for _, aliases in found:
        if len({a.entry for a in aliases}) == 1:
            entry, role = aliases[0].entry, aliases[0].role
            state = entry.iso3 or entry.seat_of or entry.country
            if state:
                out["adjective" if role == "adjective" else entry.table, state] += 1
    return out


def _choose(aliases: tuple[Alias, ...], support: Counter[tuple[str, str]]) -> tuple[Alias, str]:
    """The alias that the rest of the article speaks for; the first where nothing does."""
    if aliases[0].origin:
        return aliases[0], aliases[0].origin
    if len({alias.entry for alias in aliases}) == 1:
        return aliases[0], "only known thing of that name"
    votes = [_votes(alias.entry, support) for alias in aliases]
    best = votes.index(max(votes))
    return aliases[best], "the article names more of its country" if max(votes) else "commonest thing of that name"


def _votes(entry: Entry, support: Counter[tuple[str, str]]) -> int:
    state = entry.iso3 or entry.country or ""
    tables = ["cities", "regions"] + (["adjective"] if entry.iso3 else [])
    if entry.type == "ORG":
        tables += ["countries", "adjective", "organisations"]
    return sum(support[table, state] for table in tables)


def _seats(found: Sequence[tuple[MentionKey, tuple[Alias, ...]]]) -> Mapping[str, str]:
    """Per capital: how the article uses it where the grammar says so, `place` or `state`."""
    acts: Counter[str] = Counter()
    for mention, aliases in found:
        for alias in aliases[:1]:
            if alias.entry.seat_of and mention.setting:
                acts[alias.entry.seat_of] += -1 if mention.setting == "place" else 1
    named = {a.entry.iso3 for _, aliases in found for a in aliases if a.entry.iso3}
    seats = {a.entry.seat_of for _, aliases in found for a in aliases if a.entry.seat_of}
    return {s: "state" if acts[s] > 0 or (acts[s] == 0 and s in named) else "place" for s in sorted(seats)}


def _read(mention: MentionKey, choice: tuple[Alias, str], seats: Mapping[str, str], gazetteer: Gazetteer) -> Reading:
    alias, reason = choice
    entry = alias.entry
    if entry.seat_of:
        return _capital(mention, entry, seats, gazetteer)
    score = 1.0 if alias.origin else 0.95 if reason.startswith("only") else 0.8
    return _with_id(as_known(mention, entry, _role(alias, mention), (score, reason)), entry, gazetteer)


def _with_id(reading: Reading, entry: Entry, gazetteer: Gazetteer) -> Reading:
    """The reading with the GeoNames id of its city, if the table of cities has it."""
    if entry.table != "cities" or entry.own:
        return reading
    city = gazetteer.cities.largest(entry.name.split(" (")[0], entry.country or "")
    return reading._replace(node=f"geonames:{city.id}") if city else reading


def _role(alias: Alias, mention: MentionKey) -> str:
    if alias.role == "name":
        place = mention.setting == "place" and alias.entry.type in ("GPE", "LOC", "FAC")
        return "place" if place and not alias.entry.iso3 else "name"
    return alias.role


def _capital(mention: MentionKey, entry: Entry, seats: Mapping[str, str], gazetteer: Gazetteer) -> Reading:
    """A capital is a city where the grammar makes it a place, else it stands for its state."""
    iso3 = entry.seat_of or ""
    place = mention.setting == "place" or (mention.setting is None and seats.get(iso3) == "place")
    state = gazetteer.states.get(iso3)
    if place or state is None:
        return _with_id(as_known(mention, entry, "place", (0.9, "capital in the grammar of a place")), entry, gazetteer)
    if mention.setting:
        return as_known(mention, state, "metonym", (0.9, "capital that acts as the government"))
    return as_known(mention, state, "metonym", (0.75, "capital used as elsewhere in the article"))
