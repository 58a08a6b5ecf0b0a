"""Which rules can match in a sentence at all? Those whose needed words it has, found by the hashes of its tokens."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from spacy.attrs import IDX, LENGTH, LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc

from pipeline.language.dates.patterns import Rule
from pipeline.language.dates.words import Words

_FIGURE = "figure"  # what rules call any figure in their needs
_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*\.?")


@dataclass(frozen=True)
class Triggers:
    """The lists that each word is in, by the hash of the word, and the rules by the lists that they need."""

    lists: Mapping[int, frozenset[str]]
    hashes: Any  # the same words as a sorted numpy array of uint64
    signs: re.Pattern[str]  # what gives figures away, a group for each kind
    needs: tuple[tuple[frozenset[str], ...], ...]  # for each rule the sets of lists one of which must be there whole
    known: dict[frozenset[str], tuple[int, ...]] = field(default_factory=dict)  # rules by what a sentence has

    def hits(self, doc: Doc, lowered: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Each word and figure that some rule needs: its offset, its end, and the lists that it is in."""
        columns = doc.to_array([LOWER, IDX, LENGTH])
        at = np.searchsorted(self.hashes, columns[:, 0]).clip(max=len(self.hashes) - 1)
        for key, start, length in columns[self.hashes[at] == columns[:, 0]].tolist():
            yield start, start + length, self.lists[key]
        for match in self.signs.finditer(lowered):
            yield match.start(), match.end(), frozenset([match.lastgroup or _FIGURE, _FIGURE])

    def rules(self, present: frozenset[str]) -> tuple[int, ...]:
        """The numbers of the rules that can match where words of these lists are."""
        if present not in self.known:
            found = (n for n, needs in enumerate(self.needs) if any(need <= present for need in needs))
            self.known[present] = tuple(found)
        return self.known[present]


def read_triggers(rules: Sequence[Rule], words: Words, signs: Mapping[str, str]) -> Triggers:
    """The triggers of these rules; `signs` are patterns of what gives each kind of figure away."""
    lists: dict[int, set[str]] = {}
    for name in sorted({name for rule in rules for need in rule.needs for name in need} & words.keys()):
        for phrase in words[name]:
            for form in _forms(phrase, words):
                lists.setdefault(get_string_id(form), set()).add(name)
    hashes = np.array(sorted(lists), dtype=np.uint64)
    pattern = "|".join([*(rf"(?P<{kind}>{sign})" for kind, sign in signs.items()), r"\d"])
    frozen = {key: frozenset(names) for key, names in lists.items()}
    return Triggers(frozen, hashes, re.compile(pattern), tuple(rule.needs for rule in rules))


def _forms(phrase: str, words: Words) -> set[str]:
    """The token that gives a phrase away, as the tokenizer may write it, with a full stop or not: of the words that are
    no unit of time, which are in many phrases, the longest.
    """
    spelled = _WORD.findall(phrase) or [phrase]
    rare = [word for word in spelled if word.split("'")[0] not in words["unit"]] or spelled
    longest = max(rare, key=len)
    return {longest, longest.rstrip("."), longest.split("'")[0]}
