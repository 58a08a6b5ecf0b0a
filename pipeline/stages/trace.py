"""Documents → copies: which copy an earlier one, and which of their words are not their own."""

import pyarrow as pa

from pipeline.language.dates.grammar import Grammar
from pipeline.matching.copies.find import Copy, find_copies
from pipeline.matching.copies.rules import Rules
from pipeline.matching.copies.text import Text
from pipeline.stages.metadata import stated_clues
from pipeline.tables import COPIES, STRETCH

_READ = ("article_id", "path", "source_id", "url", "published", "title", "text")

_STRETCH = tuple(field.name for field in STRETCH.fields)


def trace(documents: pa.Table, *, copies: Rules, dates: Grammar) -> tuple[pa.Table]:
    """`copies`, one row per document that copies an earlier one."""
    texts = (_text(row, dates) for row in documents.select(_READ).to_pylist())
    found = sorted(find_copies(texts, copies), key=lambda copy: copy.article_id)
    return (COPIES.table(map(_row, found)),)


def _text(document: dict[str, str], dates: Grammar) -> Text:
    clue = next(stated_clues(document, dates), None)
    fields = {name: document[name] for name in _READ if name != "url"}
    return Text(**fields, day=clue.earliest if clue else None)


def _row(copy: Copy) -> tuple[object, ...]:
    copied = [dict(zip(_STRETCH, stretch, strict=True)) for stretch in copy.copied]
    return (copy.article_id, copy.original, copied, copy.own, copy.reason)
