"""The layout of an article: its paragraphs, and which sentences stand in which."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.language.paragraphs import paragraphs
from pipeline.language.sentences.quotation import Spans, quoted

_STOPPED = re.compile(r"[.!?…:;,][\"'”’)\]»]*$")
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True)
class Page:
    """`lines` are the paragraphs' texts, `sentences` the sentences' texts, all without white space around."""

    lines: list[str]
    starts: list[int]  # offset in the article of each line
    sentences: list[str]
    places: list[int]  # offset in its line of each sentence
    line_of: list[int]  # number of the line that each sentence stands in

    def members(self) -> list[list[int]]:
        """The sentences of each line."""
        out: list[list[int]] = [[] for _ in self.lines]
        for sentence, line in enumerate(self.line_of):
            out[line].append(sentence)
        return out

    def quotations(self) -> list[Spans]:
        """The quoted stretches of each line, as offsets into it."""
        return [quoted(line) for line in self.lines]


def page(doc: Doc) -> Page:
    """The layout of a Doc that covers the whole text of an article."""
    text = doc.text
    spans = paragraphs(text) or [(0, len(text))]
    starts = [start for start, _ in spans]
    sents = [(s.start_char, s.text) for s in doc.sents]
    begins = [at + len(t) - len(t.lstrip()) for at, t in sents]
    line_of = [max(0, bisect_right(starts, at) - 1) for at in begins]
    places = [at - starts[line] for at, line in zip(begins, line_of, strict=True)]
    return Page([text[a:b] for a, b in spans], starts, [t.strip() for _, t in sents], places, line_of)


def stopped(line: str) -> bool:
    """Does the line end as a sentence does, or run on?"""
    return bool(_STOPPED.search(line))


def words(line: str) -> int:
    """How many words the line has."""
    return sum(1 for _ in _WORD.finditer(line))
