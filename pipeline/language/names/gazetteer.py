"""The names that are known beforehand: states, cities, regions, organisations, wars, treaties, peoples."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline.language.names.fold import Piece, key, pieces
from pipeline.language.names.patterns import Patterns
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


class Entry(NamedTuple):
    """A thing with a known name: `country` is whose it is, `seat_of` whose capital it is."""

    table: str
    name: str
    type: str
    iso3: str | None
    country: str | None
    wikidata: str | None
    seat_of: str | None


class Alias(NamedTuple):
    """One way to name an entry: role is name, acronym, adjective or capital.

    `capitals` is how many the text must have, `caps` says which pieces must begin with one, `dotted` that the
    text needs a full stop, `weak` that the recogniser must agree.
    """

    entry: Entry
    role: str
    capitals: int
    caps: tuple[bool, ...]
    dotted: bool
    weak: bool


class Hit(NamedTuple):
    """Where a text has an alias: offsets, and every entry that it may name."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Known names by folded form, and the word lists that rules for names need.

    Told apart by identity, so that what it makes of a name can be remembered: news repeats its names.
    """

    words: NameWords
    aliases: Mapping[str, tuple[Alias, ...]]
    longest: Mapping[str, int]
    states: Mapping[str, Entry]

    @classmethod
    def from_rows(cls, tables: Mapping[str, Sequence[Mapping[str, str]]], words: Mapping[str, Any]) -> "Gazetteer":
        """Build it from the rows of `aliases/*.csv` by file stem and the parsed `names.toml`."""
        lists = NameWords.from_toml(words)
        found: dict[str, dict[tuple[str, Entry], Alias]] = defaultdict(dict)
        longest: dict[str, int] = defaultdict(int)
        for name in sorted(tables):
            for row in tables[name]:
                for text, role, entry in _forms(name, row):
                    _add(found, (text, role, entry), lists)
        for form in found:
            first = form.split(" ", 1)[0]
            longest[first] = max(longest[first], form.count(" ") + 1)
        states = {r["iso3"]: _state(r) for r in tables.get("countries", ())}
        return cls(lists, {k: tuple(v.values()) for k, v in found.items()}, dict(longest), states)

    @cached_property
    def patterns(self) -> Patterns:
        """The regular expressions of the word lists, compiled once."""
        return Patterns(self.words)

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
    parts = pieces(text.removeprefix("the ").removeprefix("The "))
    found = gazetteer.aliases.get(" ".join(p.key for p in parts), ())
    shouted = text.isupper() and "." not in text
    return tuple(a for a in found if _fits(a, parts) and not (a.dotted and shouted))


def _fits(alias: Alias, parts: Sequence[Piece]) -> bool:
    """Has the text the capitals that the alias needs?"""
    if alias.capitals and sum(c.isupper() for p in parts for c in p.text) < alias.capitals:
        return False
    return all(p.text[0].isupper() or not cap for p, cap in zip(parts, alias.caps, strict=False))


def _add(found: dict[str, dict[tuple[str, Entry], Alias]], form: tuple[str, str, Entry], lists: NameWords) -> None:
    text, role, entry = form
    text = text.removeprefix("the ").removeprefix("The ")
    parts = pieces(text)
    caps = tuple(p.text[0].isupper() for p in parts)
    alias = Alias(entry, role, _capitals(text, role), caps, text[-1] == ".", text in lists.weak)
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
    return Entry(table, row["name"], kind, None, row.get("country") or None, row.get("wikidata") or None, None)
