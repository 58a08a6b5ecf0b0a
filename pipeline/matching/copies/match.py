"""Two articles, sentence by sentence: what of the later one stands in the earlier one, what speaks against a copy."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.matching.copies.edits import Verdict, compare
from pipeline.matching.copies.passages import Passage
from pipeline.matching.copies.rules import Rules

_FEWEST = 4  # words: a shorter sentence is copied as it is or not at all


class Match(NamedTuple):
    """The numbers of the later article's sentences that stand in the earlier one, of those that stand there word for
    word, and a sentence that rivals another.
    """

    copied: frozenset[int]
    same: frozenset[int]
    rival: Passage | None


def match(old: Sequence[Passage], new: Sequence[Passage], among: Iterable[int], rules: Rules) -> Match:
    """Compare the sentences of `new` that `among` numbers with all of `old`."""
    there = {p.key for p in old}
    numbers = list(among)
    same = frozenset(n for n in numbers if new[n].key in there)
    taken = {new[n].key for n in same}
    left = [p for p in old if p.key not in taken and len(p.key) >= _FEWEST]
    verdicts = {n: _verdict(left, new[n], rules) for n in numbers if n not in same and len(new[n].key) >= _FEWEST}
    rival = next((new[n] for n, verdict in verdicts.items() if verdict is Verdict.RIVAL), None)
    return Match(same | {n for n, verdict in verdicts.items() if verdict is Verdict.COPIED}, same, rival)


def _verdict(old: Iterable[Passage], new: Passage, rules: Rules) -> Verdict:
    """What a sentence is to the one that is nearest to a copy of it."""
    verdicts = {compare(p, new, rules) for p in old}
    return next((v for v in (Verdict.COPIED, Verdict.RIVAL) if v in verdicts), Verdict.OWN)
