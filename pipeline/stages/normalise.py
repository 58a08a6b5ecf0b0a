"""Mentions → links and entities: one id per real-world thing, across the corpus."""

import pyarrow as pa

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.resolve import resolve
from pipeline.matching.names.shapes import MentionKey
from pipeline.tables import ENTITIES, LINKS, REDIRECTS

_KEY = ("mention_id", "article_id", "sentence", "char_start", "text", "label", "title", "setting")


def normalise(articles: pa.Table, mentions: pa.Table, *, gazetteer: Gazetteer) -> tuple[pa.Table, pa.Table, pa.Table]:
    """`links` (one per mention), `entities`, and `redirects` from each id that a smaller corpus would have given."""
    published = dict(zip(articles["article_id"].to_pylist(), articles["published_start"].to_pylist(), strict=True))
    rows = mentions.select(_KEY).to_pylist()
    found = resolve([MentionKey(**row, published=published.get(row["article_id"])) for row in rows], gazetteer)
    return LINKS.table(found.links), ENTITIES.table(found.entities), REDIRECTS.table(found.redirects)
