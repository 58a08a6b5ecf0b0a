"""How one sentence differs from another: not at all, by an editor's touch, in a figure or name, or more."""

from collections.abc import Iterator, Sequence
from enum import Enum

from rapidfuzz.distance import Indel

from pipeline.matching.copies.passages import Passage
from pipeline.matching.copies.rules import Rules

Edit = tuple[Sequence[str], Sequence[str]]  # words there, words here instead


class Verdict(Enum):
    """What a sentence is to one of the earlier article."""

    COPIED = "copied"
    RIVAL = "another figure or name"
    OWN = "own"


def compare(old: Passage, new: Passage, rules: Rules) -> Verdict:
    """What `new` is to `old`."""
    limits = rules.limits
    alike = Indel.normalized_similarity(old.key, new.key, score_cutoff=limits.rival)
    if not alike:
        return Verdict.OWN
    edits = list(_edits(_cased(old), _cased(new)))
    if any(_rivals(before, after, rules) for before, after in edits):
        return Verdict.RIVAL
    touched = alike >= limits.near and all(_is_touch(before, after, rules) for before, after in edits)
    return Verdict.COPIED if touched else Verdict.OWN


def _edits(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """What was exchanged, dropped or added, run by run; case apart."""
    gone: list[str] = []
    come: list[str] = []
    for op in Indel.opcodes([w.lower() for w in old], [w.lower() for w in new]):
        if op.tag == "equal" and (gone or come):
            yield gone, come
            gone, come = [], []
        elif op.tag != "equal":
            gone += old[op.src_start : op.src_end]
            come += new[op.dest_start : op.dest_end]
    if gone or come:
        yield gone, come


def _rivals(gone: Sequence[str], come: Sequence[str], rules: Rules) -> bool:
    """Does a figure stand against a figure, or a name against a name? “Monday” for “11 November” does not."""
    figures = [any(_is_figure(w, rules) for w in words) for words in (gone, come)]
    names = [[w for w in words if w[0].isupper()] for words in (gone, come)]
    return all(figures) or (all(names) and not any(figures) and not _same_spelling(names[0], names[1], rules))


def _cased(passage: Passage) -> Sequence[str]:
    """The words, in lower case where capitals tell of no name: at the beginning, in headlines, in all capitals."""
    first, *rest = passage.words
    shouted = all(w.isupper() for w in rest if w.isalpha())
    return passage.key if shouted or not passage.stopped else (first.lower(), *rest)


def _is_touch(gone: Sequence[str], come: Sequence[str], rules: Rules) -> bool:
    """May an editor have done it without changing what is told?"""
    if gone and come and _same_spelling(gone, come, rules):
        return not any(_is_figure(w, rules) for w in (*gone, *come))
    dropped = not any(w.lower() in rules.turning for w in gone)
    return dropped and all(w.lower() in rules.free for w in come)


def _is_figure(word: str, rules: Rules) -> bool:
    return word.lower() in rules.figures or any(c.isdigit() for c in word)


def _same_spelling(a: Sequence[str], b: Sequence[str], rules: Rules) -> bool:
    """Are they one word, or words, in two spellings, written together or apart?"""
    return Indel.normalized_similarity("".join(a).lower(), "".join(b).lower()) >= rules.limits.spelling
