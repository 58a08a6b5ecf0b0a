"""Clues → articles: when each was published, as its own clues and those of articles on the same story allow."""

from typing import Any

import pyarrow as pa

from pipeline.language.dates.stated import Clue
from pipeline.matching.publication import Dossier, Published, settle
from pipeline.stages.articles import Columns, by_article
from pipeline.tables import ARTICLES, CLUES

_UNKNOWN = Published(None, None, "nothing in text or metadata tells")


def publish(documents: pa.Table, copies: pa.Table, sentences: pa.Table, clues: pa.Table) -> tuple[pa.Table]:
    """`articles`: the documents, with publication dates, headlines and sizes."""
    found, told = by_article(sentences), by_article(clues)
    original = dict(zip(copies["article_id"].to_pylist(), copies["duplicate_of"].to_pylist(), strict=True))
    rows = [{**row, "duplicate_of": original.get(row["article_id"])} for row in documents.to_pylist()]
    dossiers = [Dossier(row["article_id"], _clues(told.get(row["article_id"])), row["text"]) for row in rows]
    dates = settle([d for d in dossiers if d.article_id in found])
    dates |= settle([d for d in dossiers if d.article_id not in found and d.clues])  # lends no date to others
    return (ARTICLES.table(_row(row, found, dates) for row in rows),)


def _clues(columns: Columns | None) -> list[Clue]:
    fields = [name for name in CLUES.keys if name != "article_id"]
    return [Clue(*values) for values in zip(*(columns[name] for name in fields), strict=True)] if columns else []


def _row(document: dict[str, Any], found: dict[str, Columns], dates: dict[str, Published]) -> tuple[Any, ...]:
    """The article's row; a copy has the date of what it copies unless it states its own."""
    sentences = found.get(document["article_id"])
    given = [document[name] for name in ("article_id", "path", "source_id", "url", "outlet")]
    title = document["title"] or _headline(sentences or found.get(document["duplicate_of"]), document["text"])
    size = (len(document["text"]), sum(sentences["n_tokens"]) if sentences else 0)
    date = dates.get(document["article_id"]) or _of_original(document["duplicate_of"], dates)
    return (*given, title, document["text"], document["language"], *date, document["duplicate_of"], *size)


def _of_original(article_id: str | None, dates: dict[str, Published]) -> Published:
    """The date of what a copy copies; unknown if it is no copy."""
    date = dates.get(article_id or "", _UNKNOWN)
    return date._replace(reason=f"like {article_id}, which it copies ({date.reason})") if date.start else date


def _headline(sentences: Columns | None, text: str) -> str | None:
    """The first sentence that is a headline, if the text has it: a copy that is not read may have another one."""
    kinds = sentences["kind"] if sentences else []
    found = sentences["text"][kinds.index("headline")] if sentences and "headline" in kinds else None
    return found if found and found in text else None
