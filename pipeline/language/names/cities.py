"""Cities of the world with their GeoNames ids: for places that are named already, never for finding them in a text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.language.names.fold import key

Cells = Sequence[str]


class City(NamedTuple):
    """A city: GeoNames id, name, state (ISO 3166 alpha-3), its first division, inhabitants, degrees north and east."""

    id: str
    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float


def _nothing() -> Iterable[Cells]:
    return ()


@dataclass(frozen=True, eq=False)
class Cities:
    """The table, read when a city is first asked for. `read` gives its rows without the header, as lists of cells."""

    read: Callable[[], Iterable[Cells]] = _nothing

    def named(self, text: str) -> list[City]:
        """The cities whose name it is, the largest first."""
        return self._cities(text, 0)

    def called(self, text: str) -> list[City]:
        """The cities that are called so in another language or were so before, the largest first."""
        return self._cities(text, 1)

    def with_id(self, own: str) -> City | None:
        """The city with that GeoNames id."""
        row = self._by_id.get(own)
        return _city(row) if row else None

    def largest(self, text: str, country: str) -> City | None:
        """The largest city of that state that has, or is called by, that name."""
        found = [c for c in (*self.named(text), *self.called(text)) if c.country == country]
        return found[0] if found else None

    def _cities(self, text: str, kind: int) -> list[City]:
        rows = (self._table[0][i] for i in self._table[1][kind].get(key(text), ()))
        return sorted(map(_city, rows), key=lambda c: (-c.population, c.id))

    @cached_property
    def _by_id(self) -> Mapping[str, Cells]:
        return {row[0]: row for row in self._table[0]}

    @cached_property
    def _table(self) -> tuple[list[Cells], tuple[Mapping[str, list[int]], Mapping[str, list[int]]]]:
        """The rows, and where among them a name stands: as the name, as another name."""
        rows = list(self.read())
        names: dict[str, list[int]] = defaultdict(list)
        others: dict[str, list[int]] = defaultdict(list)
        for i, row in enumerate(rows):
            name, *more = row[7].split("|")
            names[name].append(i)
            for other in more:
                others[other].append(i)
        return [row[:7] for row in rows], (dict(names), dict(others))


def _city(row: Cells) -> City:
    own, name, country, admin1, population, north, east = row
    return City(own, name, country, admin1, int(population), float(north), float(east))
