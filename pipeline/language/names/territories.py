"""Names of states and territories in other languages: for comparing names, never for finding them in a text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.language.names.fold import words
from pipeline.language.names.words import TerritoryWords

Codes = frozenset[str]


@dataclass(frozen=True)
class Territories:
    """ISO 3166 codes by folded name. Source and licence of the table: `models/en/territories/README.md`."""

    names: Mapping[str, Codes]
    lists: TerritoryWords

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]], lists: TerritoryWords) -> "Territories":
        """Build it from the rows `code,names` of the table and the word lists."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            for name in row["names"].split("|"):
                found[name].add(row["code"])
        return cls({name: frozenset(codes) for name, codes in found.items()}, lists)

    def codes(self, text: str) -> Codes:
        """The states that the name may mean, as it stands; none if it is no name of a state."""
        return self.names.get(" ".join(words(text))) or self.names.get(text.casefold(), frozenset())

    def codes_of_core(self, text: str) -> Codes:
        """The same by the words that are left without the kind of state; official forms differ in the rest alone."""
        if text.lower().split()[-1] in self.lists.parts:
            return frozenset()
        return self._cores.get(core(words(text), self.lists), frozenset())

    @cached_property
    def _cores(self) -> Mapping[str, Codes]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, codes in self.names.items():
            found[core(name.split(), self.lists)] |= codes
        found.pop("", None)
        return {name: frozenset(codes) for name, codes in found.items()}


def core(name: Sequence[str], lists: TerritoryWords) -> str:
    """The words of a name without kinds of state and small words, sorted: what tells the state from others."""
    kept = [lists.same.get(w, w) for w in name if w not in lists.kinds and w not in lists.joints]
    return " ".join(sorted(kept))
