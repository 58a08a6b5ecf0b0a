"""Which rules can match in a sentence at all? Those whose needed words it has, found by the hashes of its tokens."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
from spacy.attrs import IDX, LENGTH, LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc

from pipeline.errors import DatelineError
from pipeline.language.dates.patterns import Rule
from pipeline.language.dates.words import Words

_BITS = 62  # of a 64-bit integer
_SHORT = 3  # letters: words no longer than this are everywhere
_FIGURE = "figure"  # what rules call any figure in their needs
_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*\.?")
Place = tuple[int, int, int]  # start and end of a sentence, and its number
Stretch = tuple[Place, int, int, tuple[int, ...]]
Array = Any  # a numpy array


@dataclass(frozen=True)
class Triggers:
    """The words that rules need, by hash; which lists a word is in is a set of bits, as numpy can search for those."""

    hashes: Array  # of the words, sorted
    masks: Array  # the lists that each is in
    bits: Mapping[str, int]  # list or kind of figure → its bit
    signs: re.Pattern[str]  # what gives figures away, a group for each kind
    needs: tuple[tuple[int, ...], ...]  # for each rule the sets of lists one of which must be there whole
    known: dict[int, tuple[int, ...]] = field(default_factory=dict)  # rules by the lists that a sentence has words of

    def stretches(self, doc: Doc, lowered: str, places: Sequence[Place]) -> Iterator[Stretch]:
        """Each sentence that has a trigger, where its first starts and its last ends, and the rules to try there."""
        if not places or not (hits := self._hits(doc, lowered)):
            return
        starts, ends, masks = (np.concatenate(column) for column in zip(*hits, strict=True))
        order = np.argsort(starts, kind="stable")
        starts, ends, masks = starts[order], ends[order], masks[order]
        at = np.searchsorted([place[0] for place in places], starts, side="right") - 1
        inside = (at >= 0) & (starts < np.array([place[1] for place in places])[at])
        starts, ends, masks, at = starts[inside], ends[inside], masks[inside], at[inside]
        if not len(at):
            return
        first = np.flatnonzero(np.diff(at, prepend=-1))
        columns = (at[first], starts[first], np.maximum.reduceat(ends, first), np.bitwise_or.reduceat(masks, first))
        for sentence, start, end, mask in zip(*(column.tolist() for column in columns), strict=True):
            yield places[sentence], start, end, self._rules(mask)

    def _hits(self, doc: Doc, lowered: str) -> list[tuple[Array, Array, Array]]:
        """Starts, ends and lists of the words that some rule needs, and of the figures."""
        columns = doc.to_array([LOWER, IDX, LENGTH])
        at = np.searchsorted(self.hashes, columns[:, 0]).clip(max=len(self.hashes) - 1)
        hit = self.hashes[at] == columns[:, 0]
        starts = columns[hit, 1].astype(np.int64)
        words = starts, starts + columns[hit, 2].astype(np.int64), self.masks[at[hit]]
        figures = [
            (*m.span(), self.bits[m.lastgroup or _FIGURE] | self.bits[_FIGURE]) for m in self.signs.finditer(lowered)
        ]
        if not figures:
            return [words]
        found = np.array(figures, dtype=np.int64)
        return [words, (found[:, 0], found[:, 1], found[:, 2])]

    def _rules(self, present: int) -> tuple[int, ...]:
        """The numbers of the rules that can match where words of these lists are."""
        if present not in self.known:
            found = (n for n, needs in enumerate(self.needs) if any(need & present == need for need in needs))
            self.known[present] = tuple(found)
        return self.known[present]


def read_triggers(rules: Sequence[Rule], words: Words, signs: Mapping[str, str]) -> Triggers:
    """The triggers of these rules; `signs` are patterns of what gives each kind of figure away.

    Raises DatelineError if the rules need more lists of words than fit.
    """
    names = {name for rule in rules for need in rule.needs for name in need}
    wanted = sorted(names | {*signs, _FIGURE})
    if len(wanted) > _BITS:
        raise DatelineError(
            f"dates.toml: its rules need {len(wanted)} lists of words; at most {_BITS} can be told apart."
        )
    bits = {name: 1 << n for n, name in enumerate(wanted)}
    lists = _lists(sorted(names & words.keys()), words, bits)
    hashes = np.array(sorted(lists), dtype=np.uint64)
    masks = np.array([lists[key] for key in sorted(lists)], dtype=np.int64)
    pattern = "|".join([*(rf"(?P<{kind}>{sign})" for kind, sign in signs.items()), r"\d"])
    needs = tuple(tuple(reduce(or_, (bits[name] for name in need)) for need in rule.needs) for rule in rules)
    return Triggers(hashes, masks, bits, re.compile(pattern), needs)


def _lists(names: Sequence[str], words: Words, bits: Mapping[str, int]) -> dict[int, int]:
    """The lists that the hash of each word calls for."""
    out: dict[int, int] = {}
    for name in names:
        for form in (form for phrase in words[name] for form in _forms(phrase, words)):
            key = get_string_id(form)
            out[key] = out.get(key, 0) | bits[name]
    return out


def _forms(phrase: str, words: Words) -> set[str]:
    """The token that gives a phrase away, as the tokenizer may write it, with a full stop or not: the longest word, one
    that is no unit of time if it can be, since those are in many phrases.
    """
    spelled = _WORD.findall(phrase) or [phrase]
    rare = [word for word in spelled if len(word) > _SHORT and word.split("'")[0] not in words["unit"]]
    longest = max(rare or spelled, key=len)
    return {longest, longest.rstrip("."), longest.split("'")[0]}
