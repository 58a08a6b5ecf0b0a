"""The names that are known beforehand: states, cities, regions, organisations, wars, treaties, peoples."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline.language.names.cities import Cities
from pipeline.language.names.entry import Alias, Entry
from pipeline.language.names.fold import Piece, key, pieces
from pipeline.language.names.patterns import Patterns
from pipeline.language.names.territories import Territories
from pipeline.language.names.words import NameWords

_GAPS = frozenset([" ", "-", "–", "'", "’", ".", ". ", "/", "&", " & ", "  ", "\u00a0", ".-", "+"])
_NO_PLURAL = ("sh", "ch", "ese", "s", "x")  # adjectives that are no nouns, or their own plural
_TYPES = {"cities": "GPE", "organisations": "ORG", "groups": "NORP", "people": "PERSON"}
_COLUMNS = {
    "adjectives": "adjective",
    "people": "adjective",
    "acronyms": "acronym",
    "others": "name",
    "aliases": "name",
}


Row = Mapping[str, str]
Rows = Iterable[Row]
Tables = Mapping[str, Sequence[Row]]


class Hit(NamedTuple):
    """Where a text has an alias: offsets, and every entry that it may name."""

    start: int
    end: int
    aliases: tuple[Alias, ...]

    @property
    def origin(self) -> str:
        """Which line of a user's alias file it is from; empty if it is not."""
        return self.aliases[0].origin


def _nothing(_table: str) -> Rows:
    return ()


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Known names by folded form, and the word lists that rules for names need.

    Told apart by identity, so that what it makes of a name can be remembered: news repeats its names.
    """

    words: NameWords
    aliases: Mapping[str, tuple[Alias, ...]]
    longest: Mapping[str, int]
    states: Mapping[str, Entry]
    own: Mapping[str, Entry]
    cities: Cities
    more: Callable[[str], Rows] = _nothing

    @classmethod
    def from_rows(
        cls,
        tables: Tables,
        words: Mapping[str, Any],
        own: Sequence[Row] = (),
        cities: Cities | None = None,
        more: Callable[[str], Rows] = _nothing,
    ) -> "Gazetteer":
        """Build it from the rows of `aliases/*.csv` by file stem, the parsed `names.toml`, the user's own names and
        the cities of the world; `more` reads a table that serves to compare names, by its name, once it is asked for.
        A name that is the user's own is nobody else's.
        """
        lists = NameWords.from_toml(words)
        found: dict[str, dict[tuple[str, Entry], Alias]] = defaultdict(dict)
        longest: dict[str, int] = defaultdict(int)
        for name in sorted(tables):
            for row in tables[name]:
                for text, role, entry in _forms(name, row):
                    _add(found, (text, role, entry), lists)
        states = {r["iso3"]: _state(r) for r in tables.get("countries", ())}
        entries = own_entries(own, states, {form: tuple(v.values()) for form, v in found.items()})
        for row in own:
            found[key(_bare(row["alias"]))] = {}  # a table's name of that form is forgotten
        for row in own:
            _add(found, (row["alias"], "name", entries[row["id"]]), lists, f"alias file {row['origin']}")
        for form in found:
            first = form.split(" ", 1)[0]
            longest[first] = max(longest[first], form.count(" ") + 1)
        known = {k: tuple(v.values()) for k, v in found.items()}
        return cls(lists, known, dict(longest), states, entries, cities or Cities(), more)

    @cached_property
    def patterns(self) -> Patterns:
        """The regular expressions of the word lists, compiled once."""
        return Patterns(self.words)

    @cached_property
    def territories(self) -> Territories:
        """States by their names in other languages, read once they are asked for."""
        return Territories.from_rows(self.more("names"), self.words.territories)

    @cached_property
    def towns(self) -> frozenset[str]:
        """Folded names of towns whose county has the same name."""
        return frozenset(row["name"] for row in self.more("towns"))

    def look_up(self, text: str) -> tuple[Alias, ...]:
        """Every entry that the whole text may name, with or without a leading "the"."""
        return _looked_up(text, self)

    def scan(self, parts: Sequence[Piece], text: str) -> Iterator[Hit]:
        """The longest aliases in a sequence of pieces of `text`, left to right, none overlapping."""
        i = 0
        while i < len(parts):
            hit, size = self._at(parts, i, text)
            if hit:
                yield hit
            i += size

    def _at(self, parts: Sequence[Piece], i: int, text: str) -> tuple[Hit | None, int]:
        for size in range(min(self.longest.get(parts[i].key, 0), len(parts) - i), 0, -1):
            window = parts[i : i + size]
            aliases = self.aliases.get(" ".join(p.key for p in window), ())
            dot = "." in text[window[0].start : window[-1].end + 1]
            fitting = tuple(a for a in aliases if _fits(a, window) and (dot or not a.dotted))
            if fitting and all(text[a.end : b.start] in _GAPS for a, b in pairwise(window)):
                return Hit(window[0].start, window[-1].end, fitting), size
        return None, 1


@lru_cache(maxsize=200_000)
def _looked_up(text: str, gazetteer: Gazetteer) -> tuple[Alias, ...]:
    parts = pieces(_bare(text))
    found = gazetteer.aliases.get(" ".join(p.key for p in parts), ())
    shouted = text.isupper() and "." not in text
    return tuple(a for a in found if _fits(a, parts) and not (a.dotted and shouted))


def _bare(text: str) -> str:
    return text.removeprefix("the ").removeprefix("The ")


def _fits(alias: Alias, parts: Sequence[Piece]) -> bool:
    """Has the text the capitals that the alias needs?"""
    if alias.capitals and sum(c.isupper() for p in parts for c in p.text) < alias.capitals:
        return False
    return all(p.text[0].isupper() or not cap for p, cap in zip(parts, alias.caps, strict=False))


Forms = dict[str, dict[tuple[str, Entry], Alias]]


def _add(found: Forms, form: tuple[str, str, Entry], lists: NameWords, origin: str = "") -> None:
    text, role, entry = form
    text = _bare(text)
    parts = pieces(text)
    caps = tuple(p.text[0].isupper() for p in parts)
    alias = Alias(entry, role, _capitals(text, role), caps, text[-1] == ".", text in lists.weak, origin)
    slot = found[key(text)]
    old = slot.get((role, entry))
    if old is None or (old.capitals, old.dotted) > (alias.capitals, alias.dotted):
        slot[(role, entry)] = alias


def _capitals(text: str, role: str) -> int:
    """How many capitals an acronym must keep; other names only need those that begin their words."""
    letters = [c for c in text if c.isalpha()]
    acronym = role == "acronym" or (len(letters) <= 5 and all(c.isupper() for c in letters))
    return sum(c.isupper() for c in letters) if acronym else 0


def _forms(table: str, row: Mapping[str, str]) -> Iterator[tuple[str, str, Entry]]:
    """(text, role, entry) for each name that a row gives."""
    entry = _state(row) if table == "countries" else _entry(table, row)
    yield row["name"].split(" (")[0], "name", entry
    for column, role in _COLUMNS.items():
        for text in filter(None, (row.get(column) or "").split("|")):
            yield text, role, entry
            if column == "adjectives" and not text.endswith(_NO_PLURAL):
                yield f"{text}s", role, entry
    capitals = [c for c in (row.get("capital") or "").split("|") if c]
    for text in capitals:
        yield text, "capital", Entry("cities", capitals[0], "GPE", None, entry.iso3, None, entry.iso3)


def _state(row: Mapping[str, str]) -> Entry:
    return Entry("countries", row["name"], "GPE", row["iso3"], row["iso3"], row.get("wikidata") or None, None)


def _entry(table: str, row: Mapping[str, str]) -> Entry:
    kind = row.get("type") or _TYPES.get(table, "ORG")
    told = (row.get("country") or None, row.get("wikidata") or None)
    return Entry(table, row["name"], kind, None, *told, None, code=row.get("code") or "")


def own_entries(
    rows: Sequence[Row], states: Mapping[str, Entry], known: Mapping[str, tuple[Alias, ...]]
) -> dict[str, Entry]:
    """Id -> the thing that the user's rows tell of: a blank name, type or country is taken from its other rows.

    Without a type it is of the kind that the tables know one of its names by, else a person. `iso3166:KOR` is a state.
    """
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told[row["id"]].append(row)
    return {own: _own_entry(own, mine, states, known) for own, mine in told.items()}


def _own_entry(
    own: str, rows: Sequence[Row], states: Mapping[str, Entry], known: Mapping[str, tuple[Alias, ...]]
) -> Entry:
    def first(column: str) -> str:
        return next((row[column] for row in rows if row[column]), "")

    state = states.get(own.removeprefix("iso3166:")) if own.startswith("iso3166:") else None
    types = (alias.entry.type for row in rows for alias in known.get(key(row["alias"]), ()))
    kind = first("type") or (state.type if state else next(types, "PERSON"))
    iso3 = state.iso3 if state else None
    wikidata = state.wikidata if state else None
    return Entry(
        "aliases", first("name") or rows[0]["alias"], kind, iso3, iso3 or first("country") or None, wikidata, None, own
    )
