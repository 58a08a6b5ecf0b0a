"""Documents → clues: what metadata and text tell of when an article was published."""

import pyarrow as pa
from spacy.vocab import Vocab

from pipeline.language.dates.clues import gather_clues
from pipeline.language.dates.grammar import Grammar
from pipeline.stages.articles import read_articles
from pipeline.stages.metadata import stated_clues
from pipeline.tables import CLUES


def gather(
    documents: pa.Table, sentences: pa.Table, tokens: pa.Table, *, vocab: Vocab, dates: Grammar
) -> tuple[pa.Table]:
    """`clues`: those of the metadata first, then those of the text if it has been read."""
    parsed = dict(read_articles(vocab, documents, sentences, tokens))
    rows: list[tuple[object, ...]] = []
    for row in documents.drop_columns(["text"]).to_pylist():
        article = parsed.get(row["article_id"])
        clues = [*stated_clues(row, dates), *(gather_clues(article, dates) if article else ())]
        rows += ((row["article_id"], *clue) for clue in clues)
    return (CLUES.table(rows),)
