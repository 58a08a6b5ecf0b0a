"""Lays the rows of mentions, links and dates over a parsed article."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from spacy.tokens import Doc, Span

from pipeline.language.article import Article, Interval, Name, When
from pipeline.stages.articles import Columns

Row = dict[str, Any]


def annotate(article: Article, mentions: Columns | None, links: Columns | None, dates: Columns | None) -> Article:
    """The article with its linked names and its dates, in order of the text."""
    link_of = {row["mention_id"]: row for row in _rows(links)}
    names = [_name(article.doc, row, link_of[row["mention_id"]]) for row in _rows(mentions)]
    return replace(article, names=names, dates=[_when(article.doc, row) for row in _rows(dates)])


def _rows(columns: Columns | None) -> Iterator[Row]:
    if columns:
        for values in zip(*columns.values(), strict=True):
            yield dict(zip(columns, values, strict=True))


def _name(doc: Doc, mention: Row, link: Row) -> Name:
    return Name(
        mention_id=mention["mention_id"],
        span=_span(doc, mention),
        label=mention["label"],
        entity_id=link["entity_id"],
        role=link["role"],
        type=link["type"],
        iso3=link["iso3"],
        country=link["country"],
        title=mention["title"],
    )


def _when(doc: Doc, row: Row) -> When:
    interval = Interval(row["date_start"], row["date_end"])
    return When(row["date_id"], _span(doc, row), row["kind"], interval, row["granularity"], row["modifier"])


def _span(doc: Doc, row: Row) -> Span:
    """The tokens that a row's characters touch."""
    return cast(Span, doc.char_span(row["char_start"], row["char_end"], alignment_mode="expand"))
