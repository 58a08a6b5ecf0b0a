"""Documents → sentences and tokens: the parse, and what kind of sentence each is."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.docs import parse_all, to_tokens
from pipeline.language.sentences.boilerplate import Boilerplate
from pipeline.language.sentences.kinds import sentence_kinds
from pipeline.tables import SENTENCES, TOKENS


def tokenise(documents: pa.Table, *, parser: Language, boilerplate: Boilerplate) -> tuple[pa.Table, pa.Table]:
    """`sentences` and `tokens` of every document that is no copy."""
    originals = documents.filter(pc.is_null(documents["duplicate_of"]))
    ids, texts = originals["article_id"].to_pylist(), originals["text"].to_pylist()
    sentences: list[tuple[Any, ...]] = []
    tokens: list[tuple[Any, ...]] = []
    for article_id, doc in zip(ids, parse_all(parser, texts), strict=True):
        sentences += ((article_id, *row) for row in _sentences(doc, boilerplate))
        tokens += ((article_id, *row) for row in to_tokens(doc))
    return SENTENCES.table(sentences), TOKENS.table(tokens)


def _sentences(doc: Doc, boilerplate: Boilerplate) -> Iterator[tuple[Any, ...]]:
    """A row for each sentence, its offsets without the white space at its ends."""
    for number, (sentence, kind) in enumerate(zip(doc.sents, sentence_kinds(doc, boilerplate), strict=True)):
        text = sentence.text_with_ws
        start = sentence.start_char + len(text) - len(text.lstrip())
        inner = text.strip()
        yield number, kind.paragraph, start, start + len(inner), inner, kind.kind, len(sentence), kind.reason
