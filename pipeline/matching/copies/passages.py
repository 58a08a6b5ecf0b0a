"""An article as copies are told by it: its sentences as words, whatever the spacing and the line breaks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language.paragraphs import paragraphs

_WORD = re.compile(r"\w+(?:[.,:/'’-]\w+)*")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z\d])")
_STOPPED = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")


class Passage(NamedTuple):
    """A sentence, as punctuation has it: offsets, words as written and in lower case, whether it ends in a stop."""

    start: int
    end: int
    words: tuple[str, ...]
    key: tuple[str, ...]
    stopped: bool


def read_passages(text: str) -> list[Passage]:
    """The sentences of the text, in order; those without a word are left out."""
    spans = (span for start, end in paragraphs(text) for span in _sentences(text, start, end))
    found = (_passage(text, start, end) for start, end in spans)
    return [passage for passage in found if passage.words]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a line, in lower case."""
    return tuple(_WORD.findall(text.lower()))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    yield start, end


def _passage(text: str, start: int, end: int) -> Passage:
    inner = text[start:end].rstrip()
    words = tuple(_WORD.findall(inner))  # none holds a space
    key = tuple(" ".join(words).lower().split(" "))
    return Passage(start, start + len(inner), words, key, bool(_STOPPED.search(inner)))
