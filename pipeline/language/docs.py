"""Parsed text as rows and back: a spaCy Doc is taken apart into token rows, and built again without parsing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from spacy.attrs import HEAD, IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.paragraphs import paragraphs

_PIECE = 20_000  # characters: beyond some 5,000 words spaCy slows down and takes memory without reading better


class Token(NamedTuple):
    """One token: offsets into the text, annotation, and the numbers of its sentence and of its head in the Doc."""

    sentence: int
    token: int
    char_start: int
    char_end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


def parse_all(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """One parsed Doc for each text, in order. Long texts are parsed in pieces of whole paragraphs and put together."""
    pieces = [_pieces(text) for text in texts]
    parsed = nlp.pipe(piece for each in pieces for piece in each)
    for each in pieces:
        docs = [next(parsed) for _ in each]
        yield docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _pieces(text: str) -> list[str]:
    """The text, cut before paragraphs so that no piece is much longer than it must be."""
    cuts = [0]
    for start, end in paragraphs(text) if len(text) > _PIECE else ():
        if end - cuts[-1] > _PIECE and start > cuts[-1]:
            cuts.append(start)
    return [text[a:b] for a, b in pairwise([*cuts, len(text)])]


def to_tokens(doc: Doc) -> list[Token]:
    """The Doc's tokens as rows."""
    numbers = sentence_numbers(doc)
    spans = doc.to_array([IDX, LENGTH, HEAD])
    return [
        Token(numbers[i], i, start, start + length, t.text, t.lemma_, t.pos_, t.tag_, t.dep_, i + head)
        for i, (t, (start, length, head)) in enumerate(zip(doc, _signed(spans), strict=True))
    ]


def _signed(rows: Any) -> list[list[int]]:
    """spaCy keeps the distance to the head as an unsigned number."""
    out: list[list[int]] = rows.astype("int64").tolist()
    return out


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence."""
    return [number for number, sentence in enumerate(doc.sents) for _ in sentence]


def from_columns(vocab: Vocab, columns: Mapping[str, list[Any]]) -> Doc:
    """The Doc that `to_tokens` took apart, from the columns of its rows."""
    starts, ends, sentences = columns["char_start"], columns["char_end"], columns["sentence"]
    spaces = [end < after for end, after in zip(ends, [*starts[1:], ends[-1] if ends else 0], strict=True)]
    return Doc(
        vocab,
        words=columns["text"],
        spaces=spaces,
        tags=columns["tag"],
        pos=columns["pos"],
        lemmas=columns["lemma"],
        heads=columns["head"],
        deps=columns["dep"],
        sent_starts=[i == 0 or sentences[i] != sentences[i - 1] for i in range(len(sentences))],
    )
