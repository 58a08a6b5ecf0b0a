"""Table rows → articles as `language` sees them, one after the other."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pyarrow as pa
from spacy.vocab import Vocab

from pipeline.language.article import Article, Interval
from pipeline.language.docs import from_columns

Columns = dict[str, list[Any]]


def by_article(rows: pa.Table) -> dict[str, Columns]:
    """The columns of each article's rows, as Python lists, by article_id. The rows of an article lie together."""
    ids = rows["article_id"].to_pylist()
    columns = {name: rows[name].to_pylist() for name in rows.column_names}
    out: dict[str, Columns] = {}
    begin = 0
    for end in range(1, len(ids) + 1):
        if end == len(ids) or ids[end] != ids[begin]:
            out[ids[begin]] = {name: values[begin:end] for name, values in columns.items()}
            begin = end
    return out


def read_articles(
    vocab: Vocab, documents: pa.Table, sentences: pa.Table, tokens: pa.Table
) -> Iterator[tuple[str, Article]]:
    """(article_id, parsed article) for each that has sentences; with publication dates if `documents` is `articles`."""
    kinds, words = by_article(sentences), by_article(tokens)
    for row in documents.select(_present(documents)).to_pylist():
        if (article_id := row["article_id"]) in words:
            doc = from_columns(vocab, words[article_id])
            copied = frozenset(n for n, source in enumerate(kinds[article_id]["copied_from"]) if source)
            yield article_id, Article(doc, kinds[article_id]["kind"], _published(row), copied=copied)


def _present(documents: pa.Table) -> list[str]:
    return [name for name in ("article_id", "published_start", "published_end") if name in documents.column_names]


def _published(row: dict[str, datetime | None]) -> Interval:
    return Interval(row.get("published_start"), row.get("published_end"))
