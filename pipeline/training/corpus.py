"""Articles with marked names as words and tags."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.tokens import Doc

from pipeline.language.names.tagger.windows import Word

_ENDS = (".", "!", "?")


class Marked(NamedTuple):
    """An article: its id, its text, its words with their offsets, and a BIO tag for each word."""

    id: str
    text: str
    words: list[str]
    starts: list[int]
    tags: list[str]


@dataclass(frozen=True)
class Labels:
    """From the labels of a corpus to those of OntoNotes."""

    plain: Mapping[str, str]
    finer: Sequence[Mapping[str, Any]]

    def of(self, label: str, text: str) -> str | None:
        """The label of a name; None if it is no name ("Date")."""
        words = text.split()
        for rule in self.finer:
            if rule["label"] == label and set(rule["words"]) & set(words[-1:] if rule["last"] else words):
                return str(rule["becomes"])
        return self.plain.get(label)

    def tags(self) -> list[str]:
        """All BIO tags, `O` first."""
        names = dict.fromkeys([*self.plain.values(), *(rule["becomes"] for rule in self.finer)])
        return ["O", *(f"{place}-{name}" for name in names for place in ("B", "I"))]


def read_corpus(path: Path, labels: Labels) -> Iterator[Marked]:
    """JSON lines: id, text, ents = [start, end, label] with half-open offsets in characters."""
    tokenizer = spacy.blank("en")
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield _mark(row, tokenizer.make_doc(row["text"]), labels)


def _mark(row: Mapping[str, Any], doc: Doc, labels: Labels) -> Marked:
    """Of names that overlap the longest stays; one that ends within a word takes the word."""
    tags = ["O"] * len(doc)
    for start, end, own in sorted(row["ents"], key=lambda ent: ent[0] - ent[1]):
        label, span = labels.of(own, row["text"][start:end]), doc.char_span(start, end, alignment_mode="expand")
        if label and span is not None and set(tags[span.start : span.end]) == {"O"}:
            tags[span.start : span.end] = [f"B-{label}", *[f"I-{label}"] * (len(span) - 1)]
    return Marked(row["id"], row["text"], [t.text for t in doc], [t.idx for t in doc], tags)


def sentences(words: Sequence[str]) -> list[list[Word]]:
    """Words with their numbers, cut after full stops and at line ends: near enough for windows."""
    out: list[list[Word]] = [[]]
    for number, word in enumerate(words):
        out[-1].append((number, word))
        if word in _ENDS or "\n" in word:
            out.append([])
    return [sentence for sentence in out if sentence]
