"""How near in meaning two words for events are: one family, one sense, alike vectors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

_STEM = 4  # letters that a word must keep without its ending


@dataclass(frozen=True)
class Lexicon:
    """`verbs` and `senses` by lemma, from WordNet: a noun has the verbs that it is derived from; `endings` are those
    that are taken off words which the table does not know, the longest first.
    """

    verbs: Mapping[str, frozenset[str]]
    senses: Mapping[str, frozenset[str]]
    endings: tuple[str, ...]
    saying: frozenset[str]
    helping: frozenset[str]

    @classmethod
    def from_tables(cls, data: Mapping[str, Any], rows: Iterable[Sequence[str]]) -> "Lexicon":
        """From event_coreference.toml and the rows of words/deeds.csv. Raises KeyError where something is missing."""
        verbs, senses = {}, {}
        for lemma, made_from, means in rows:
            verbs[lemma] = frozenset(filter(None, made_from.split("|")))
            senses[lemma] = frozenset(means.split("|"))
        lists = data["words"]
        return cls(verbs, senses, tuple(lists["endings"]), frozenset(lists["saying"]), frozenset(lists["helping"]))

    def family(self, a: str, b: str) -> bool:
        """ "sign" and "signing", "ratify" and "ratification": is one made from the other, or both from a third?"""
        return bool(self._verbs(a) & self._verbs(b)) or self._stem(a) == self._stem(b)

    def synonyms(self, a: str, b: str) -> bool:
        """Have they a sense in common among their most used ones?"""
        return not self.senses.get(a, _NONE).isdisjoint(self.senses.get(b, _NONE))

    def _verbs(self, lemma: str) -> frozenset[str]:
        return self.verbs.get(lemma, _NONE) | {lemma}

    def _stem(self, lemma: str) -> str:
        return _stem(lemma, self.endings)


_NONE: frozenset[str] = frozenset()


@cache
def _stem(lemma: str, endings: tuple[str, ...]) -> str:
    fits = (e for e in endings if lemma.endswith(e) and len(lemma) - len(e) >= _STEM)
    return lemma.removesuffix(next(fits, ""))
