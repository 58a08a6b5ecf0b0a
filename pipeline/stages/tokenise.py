"""Documents → sentences and tokens: the parse, and what kind of sentence each is."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.docs import parse_all, to_tokens
from pipeline.language.sentences.boilerplate import Boilerplate
from pipeline.language.sentences.kinds import sentence_kinds
from pipeline.tables import SENTENCES, TOKENS

_MOST = 0.8  # of a sentence's characters: it is copied if so much of it is


class Stretch(NamedTuple):
    """Part of a text, [start, end), and the article that it is copied from."""

    start: int
    end: int
    source: str


def tokenise(
    documents: pa.Table, copies: pa.Table, *, parser: Language, boilerplate: Boilerplate
) -> tuple[pa.Table, pa.Table]:
    """`sentences` and `tokens` of every document but copies that tell nothing of their own."""
    known = {row["article_id"]: row for row in copies.to_pylist()}
    idle = pa.array([key for key, row in known.items() if not row["own"]], pa.string())
    read = documents.filter(pc.invert(pc.is_in(documents["article_id"], idle)))
    ids, texts = read["article_id"].to_pylist(), read["text"].to_pylist()
    sentences: list[tuple[Any, ...]] = []
    tokens: list[tuple[Any, ...]] = []
    for article_id, doc in zip(ids, parse_all(parser, texts), strict=True):
        copied = [Stretch(*s.values()) for s in known[article_id]["copied"]] if article_id in known else []
        sentences += ((article_id, *row) for row in _sentences(doc, boilerplate, copied))
        tokens += ((article_id, *row) for row in to_tokens(doc))
    return SENTENCES.table(sentences), TOKENS.table(tokens)


def _sentences(doc: Doc, boilerplate: Boilerplate, copied: Sequence[Stretch]) -> Iterator[tuple[Any, ...]]:
    """A row for each sentence, its offsets without the white space at its ends."""
    for number, (sentence, kind) in enumerate(zip(doc.sents, sentence_kinds(doc, boilerplate), strict=True)):
        text = sentence.text_with_ws
        start = sentence.start_char + len(text) - len(text.lstrip())
        inner = text.strip()
        end = start + len(inner)
        source = _source(start, end, copied)
        yield number, kind.paragraph, start, end, inner, kind.kind, len(sentence), source, kind.reason


def _source(start: int, end: int, copied: Sequence[Stretch]) -> str | None:
    """The article that a sentence is copied from, if it is: the one that has most of it."""
    shared = [(min(end, s.end) - max(start, s.start), s.source) for s in copied if s.start < end and start < s.end]
    return max(shared)[1] if sum(n for n, _ in shared) >= _MOST * (end - start) > 0 else None
