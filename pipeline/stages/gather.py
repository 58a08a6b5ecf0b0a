"""Documents → clues: what metadata and text tell of when an article was published."""

from collections.abc import Iterator

import pyarrow as pa
from spacy.vocab import Vocab

from pipeline.language.dates.clues import gather_clues
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.stated import Clue, day_goes_first, stated_clue
from pipeline.stages.articles import read_articles
from pipeline.tables import CLUES

_METADATA = (("published", "metadata"), ("url", "url"), ("path", "file name"))  # column → kind of clue


def gather(
    documents: pa.Table, sentences: pa.Table, tokens: pa.Table, *, vocab: Vocab, dates: Grammar
) -> tuple[pa.Table]:
    """`clues`: those of the metadata first, then those of the text."""
    metadata = {row["article_id"]: row for row in documents.drop_columns(["text"]).to_pylist()}
    rows: list[tuple[object, ...]] = []
    for article_id, article in read_articles(vocab, documents, sentences, tokens):
        clues = [*_stated(metadata[article_id], dates), *gather_clues(article, dates)]
        rows += ((article_id, *clue) for clue in clues)
    return (CLUES.table(rows),)


def _stated(document: dict[str, str | None], dates: Grammar) -> Iterator[Clue]:
    day_first = day_goes_first(document["url"], dates.stated)
    for column, kind in _METADATA:
        text = document[column]
        clue = stated_clue(text, kind, day_first) if text else None
        if clue:
            yield clue
