"""One label for one name in an article."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.language.names.candidate import MODEL, Candidate
from pipeline.language.names.fold import key
from pipeline.language.names.gazetteer import Gazetteer


def consistent(found: Sequence[Candidate], text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates, each name with the label that most of its mentions have; known names keep theirs."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for c in found:
        votes[key(text[c.start : c.end])][c.label] += 1 if c.rank == MODEL else 3
    heads = gazetteer.words.organisations.heads
    return [c if c.rank != MODEL else c._replace(label=_label(c, text, votes, heads)) for c in found]


def _label(found: Candidate, text: str, votes: dict[str, Counter[str]], heads: frozenset[str]) -> str:
    surface = text[found.start : found.end]
    words = surface.split()
    if len(words) > 1 and words[-1] in heads and found.label in ("PERSON", "GPE", "LOC", "PRODUCT", "NORP"):
        return "ORG"
    counts = votes[key(surface)]
    best = max(counts.values())
    return found.label if counts[found.label] == best else min(label for label in counts if counts[label] == best)
