"""Clues → articles: when each was published, as its own clues and those of articles on the same story allow."""

from typing import Any

import pyarrow as pa

from pipeline.language.dates.stated import Clue
from pipeline.matching.publication import Dossier, Published, settle
from pipeline.stages.articles import Columns, by_article
from pipeline.tables import ARTICLES, CLUES

_UNKNOWN = Published(None, None, "nothing in text or metadata tells")


def publish(documents: pa.Table, sentences: pa.Table, clues: pa.Table) -> tuple[pa.Table]:
    """`articles`: the documents, with publication dates, headlines and sizes."""
    found, told = by_article(sentences), by_article(clues)
    rows = documents.to_pylist()
    dossiers = [Dossier(row["article_id"], _clues(told.get(row["article_id"])), row["text"]) for row in rows]
    dates = settle([d for d in dossiers if d.article_id in found])
    return (ARTICLES.table(_row(row, found, dates) for row in rows),)


def _clues(columns: Columns | None) -> list[Clue]:
    fields = [name for name in CLUES.keys if name != "article_id"]
    return [Clue(*values) for values in zip(*(columns[name] for name in fields), strict=True)] if columns else []


def _row(document: dict[str, Any], found: dict[str, Columns], dates: dict[str, Published]) -> tuple[Any, ...]:
    """The article's row; a copy has the date of what it copies unless it states its own."""
    told_by = document["duplicate_of"] or document["article_id"]
    sentences = found.get(document["article_id"])
    given = [document[name] for name in ("article_id", "path", "source_id", "url", "outlet")]
    title = document["title"] or _headline(found.get(told_by))
    size = (len(document["text"]), sum(sentences["n_tokens"]) if sentences else 0)
    date = dates.get(told_by, _UNKNOWN)
    return (*given, title, document["text"], document["language"], *date, document["duplicate_of"], *size)


def _headline(sentences: Columns | None) -> str | None:
    """The first sentence that is a headline."""
    kinds = sentences["kind"] if sentences else []
    return sentences["text"][kinds.index("headline")] if sentences and "headline" in kinds else None
