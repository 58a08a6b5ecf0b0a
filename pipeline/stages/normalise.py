"""Mentions → links and entities: one id per real-world thing, across the corpus."""

from collections.abc import Iterator
from sys import intern

import pyarrow as pa

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.resolve import resolve
from pipeline.matching.names.shapes import MentionKey
from pipeline.tables import ENTITIES, LINKS, REDIRECTS

_KEY = MentionKey._fields[:-1]  # columns of `mentions`
_BATCH = 65_536  # mentions that are Python objects twice at a time


def normalise(articles: pa.Table, mentions: pa.Table, *, gazetteer: Gazetteer) -> tuple[pa.Table, pa.Table, pa.Table]:
    """`links` (one per mention), `entities`, and `redirects` from each id that a smaller corpus would have given."""
    found = resolve(_keys(articles, mentions), gazetteer)
    return LINKS.table(found.links), ENTITIES.table(found.entities), REDIRECTS.table(found.redirects)


def _keys(articles: pa.Table, mentions: pa.Table) -> Iterator[MentionKey]:
    """The mentions, batch by batch; names and articles that recur are held once."""
    published = dict(zip(articles["article_id"].to_pylist(), articles["published_start"].to_pylist(), strict=True))
    for batch in mentions.select(_KEY).to_batches(max_chunksize=_BATCH):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            key = MentionKey._make((*row, published.get(row[1])))
            yield key._replace(article_id=intern(key.article_id), text=intern(key.text))
