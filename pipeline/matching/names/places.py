"""Which city a name means: what else the article names decides, then the number of inhabitants."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.language.names.cities import City
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.known import SEAT
from pipeline.matching.names.shapes import MentionKey, Reading

_LARGE = 100_000  # inhabitants that make a city known without its state
_BY_FAR = 5  # times the inhabitants of the next state's city of that name
_MAIN = 3  # times those of the next city of that name in its own state
_SPOKEN = 2  # mentions of things of another state that take a city away from the state whose it mostly is
_THINGS = 2  # known things of one state, and of no other, that make the article's unknown places its own
_ACRONYM = 4  # capitals alone are no city: WA is no Wa
_PLACES = ("GPE", "LOC")
_LETTERED = {"USA": "US"}  # states whose divisions GeoNames calls by the letters of ISO 3166-2


class Around(NamedTuple):
    """What an article names: how often things of each state, and which divisions of states (ISO 3166-2).

    `behind` is what stands behind a mention and a comma: "Alexandria, Virginia".
    """

    known: Sequence[Reading]
    states: Mapping[str, int]
    divisions: frozenset[str]
    behind: Mapping[str, Reading]

    def without(self, reading: Reading) -> "Around":
        """The same without what the text of a reading says of its state, wherever the article repeats it."""
        alike = sum(r.mention.text == reading.mention.text for r in self.known)
        country = reading.country or ""
        return self._replace(states={**self.states, country: self.states.get(country, 0) - alike})


class Found(NamedTuple):
    """A city, or if several of a state fit the state alone, and why."""

    city: City | None
    country: str
    reason: str


def around(known: Sequence[Reading], unknown: Sequence[MentionKey], gazetteer: Gazetteer) -> Around:
    """What the known names of an article tell, and the unknown ones that only one state has a city of."""
    states = Counter(reading.country for reading in known if reading.country)
    for text in {m.text for m in unknown if m.label in _PLACES}:
        countries = {city.country for city in gazetteer.cities.named(text)}
        states.update(countries if len(countries) == 1 else ())
    mentions = [*(reading.mention for reading in known), *unknown]
    return Around(known, states, frozenset(reading.node for reading in known), _behind(known, mentions))


def _behind(known: Iterable[Reading], mentions: Iterable[MentionKey]) -> dict[str, Reading]:
    """Mention -> the state or division of a state that stands behind it and a comma."""
    ends = {(m.sentence, m.char_start + len(m.text) + len(", ")): m for m in mentions if m.label in _PLACES}
    wider = (
        (r, ends.get((r.mention.sentence, r.mention.char_start)))
        for r in known
        if r.node.startswith("iso3166") and r.role != "metonym"
    )
    return {m.mention_id: r for r, m in wider if m and m.text != r.mention.text}


def is_city(reading: Reading) -> bool:
    """Does it name a city, as a place or as a government?"""
    return reading.role == "metonym" or reading.node.startswith("geonames:")


def elsewhere(reading: Reading, told: Around, gazetteer: Gazetteer) -> bool:
    """Is a city that the tables know another one of that name here ("Paris, Texas"; "Alexandria" among Americans)?"""
    wider = told.behind.get(reading.mention.mention_id)
    if wider and wider.country != reading.country:
        return _inside(wider, gazetteer.cities.named(reading.mention.text)).city is not None
    if reading.role == "metonym" or reading.whence == SEAT:
        return False
    cities = gazetteer.cities.named(reading.mention.text)
    near = {f"geonames:{city.id}" for city in cities if _near(city, told)}
    if near or told.states.get(reading.country or ""):
        return bool(near) and reading.node not in near
    return any(told.states.get(city.country, 0) >= _SPOKEN for city in cities)


def find_city(mention: MentionKey, told: Around, gazetteer: Gazetteer) -> Found | None:
    """The city that a place's name means; None if no city is called so or nothing says which is meant."""
    wider, text = told.behind.get(mention.mention_id), mention.text
    if text.isupper() and len(text) <= _ACRONYM:
        return None
    named = gazetteer.cities.named(text)
    if wider and wider.country:
        return _inside(wider, [*named, *gazetteer.cities.called(text)])
    found = _supported(named, told) or _supported(gazetteer.cities.called(text), told)
    return found or _dominant(named)


def _inside(wider: Reading, cities: Iterable[City]) -> Found:
    """The city of the state or division that stands behind the name."""
    country, reason = wider.country or "", f"stands before {wider.mention.text}"
    letters = f"iso3166-2:{_LETTERED.get(country)}-"
    mine = [city for city in cities if city.country == country]
    if wider.node.startswith(letters):
        mine = [city for city in mine if f"{letters}{city.admin1}" == wider.node]
    return Found(mine[0] if mine else None, country, reason)


def _supported(cities: Sequence[City], told: Around) -> Found | None:
    """The city of the state of which the article names most."""
    votes = {city.country: told.states[city.country] for city in cities if told.states.get(city.country)}
    if not votes:
        return None
    best = max(votes.values())
    states = [country for country, n in votes.items() if n == best]
    mine = [city for city in cities if city.country in states]
    if (
        len(states) > 1
        and mine[0].population < _BY_FAR * next(c for c in mine if c.country != mine[0].country).population
    ):
        return None
    return _within([city for city in mine if city.country == mine[0].country], told)


def _within(cities: Sequence[City], told: Around) -> Found:
    """Of cities of one state: that of a division that the article names, else one that is much the largest."""
    state = cities[0].country
    near = [city for city in cities if _near(city, told)]
    if len(near) == 1:
        return Found(near[0], state, "city of a division that the article names")
    rest = near or cities
    if len(rest) == 1 or rest[0].population >= _MAIN * rest[1].population:
        return Found(rest[0], state, "city of a state that the article is about")
    return Found(None, state, "several cities of that name in the state that the article is about")


def _near(city: City, told: Around) -> bool:
    """Does the article name the division in which the city lies?"""
    letters = _LETTERED.get(city.country)
    return letters is not None and f"iso3166-2:{letters}-{city.admin1}" in told.divisions


def _dominant(cities: Sequence[City]) -> Found | None:
    """A large city, larger by far than any of that name in another state."""
    first = cities[0] if cities else None
    if first is None or first.population < _LARGE:
        return None
    abroad = next((city for city in cities if city.country != first.country), None)
    if abroad and first.population < _BY_FAR * abroad.population:
        return None
    return Found(first, first.country, "largest city of that name by far")


def lone_state(told: Around) -> str | None:
    """The state of all known things of the article, if several speak for it and none for another."""
    states = [state for state, n in told.states.items() if n > 0]
    things = {reading.node for reading in told.known if reading.country}
    return states[0] if len(states) == 1 and len(things) >= _THINGS else None
