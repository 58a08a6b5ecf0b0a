"""Chinese names in pinyin and in Wade-Giles: `Deng Xiaoping` is `Teng Hsiao-p'ing`."""

from collections.abc import Iterable, Sequence
from itertools import product

# First letters in Wade-Giles and what pinyin writes for them; newspapers drop the apostrophe that tells p' from p.
_ONSETS = (
    ("hs", ("x",)),
    ("ch", ("zh", "ch", "j", "q")),
    ("tz", ("z", "c")),
    ("ts", ("z", "c")),
    ("ss", ("s",)),
    ("sz", ("s",)),
    ("sh", ("sh",)),
    ("k", ("g", "k")),
    ("p", ("b", "p")),
    ("t", ("d", "t")),
    ("j", ("r",)),
)
_RHYMES = (
    ("ieh", "ie"),
    ("ueh", "ue"),
    ("uei", "ui"),
    ("ung", "ong"),
    ("ien", "ian"),
    ("yen", "yan"),
    ("eh", "e"),
    ("ih", "i"),
    ("erh", "er"),
    ("yu", "you"),
)


def wade_agrees(written: Sequence[str], pinyin: str) -> bool:
    """Are the syllables `written`, in Wade-Giles, the given name `pinyin`, written together?"""
    return pinyin in map("".join, product(*(sorted(_pinyin(syllable)) for syllable in written)))


def _pinyin(syllable: str) -> set[str]:
    """What a syllable of Wade-Giles may be in pinyin, and the syllable itself."""
    for onset, choices in _ONSETS:
        if syllable.startswith(onset):
            rest = syllable[len(onset) :]
            return {syllable, *(c + r for c in choices for r in _rhymes(rest))}
    return {syllable, *_rhymes(syllable)}


def _rhymes(rest: str) -> Iterable[str]:
    found = {rest, "e" if rest == "o" else rest, "i" if rest == "u" else rest}
    for old, new in _RHYMES:
        if rest.endswith(old):
            found.add(rest[: -len(old)] + new)
    return found
