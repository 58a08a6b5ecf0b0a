"""Verifies a folder of tables: schemas, unique ids, references, and that every offset holds its text."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.errors import DatelineError
from pipeline.store import Store
from pipeline.tables import TABLES, Table

_KEYS = {  # table → the column that is unique in it
    "documents": "article_id",
    "articles": "article_id",
    "mentions": "mention_id",
    "dates": "date_id",
    "links": "mention_id",
    "entities": "entity_id",
    "redirects": "old_id",
    "events": "event_id",
    "quotes": "quote_id",
    "quantities": "quantity_id",
    "stories": "story_id",
    "story_events": "event_id",
}
_OWNERS = {  # id column → the table that it names a row of
    "article_id": "articles",
    "mention_id": "mentions",
    "date_id": "dates",
    "entity_id": "entities",
    "event_id": "events",
    "story_id": "stories",
    "duplicate_of": "articles",
    "new_id": "entities",
    "actors": "entities",
    "recipients": "entities",
    "locations": "entities",
    "sources": "entities",
    "source_ids": "entities",
}
_TEXT_OF = {"events": "trigger"}  # where the characters stand in another column than `text`
_FURTHER = {  # table → further passages of a row: start, end, characters; all null where there is none
    "quotes": (("source_start", "source_end", "source_text"), ("cue_start", "cue_end", "cue")),
}


def check_tables(out: Path) -> list[str]:
    """A sentence for each fault. Raises DatelineError if there are no tables."""
    store = Store(out)
    if not store.parts("articles"):
        raise DatelineError(f"{out} holds no tables: make them with dateline run, or name another folder with --out.")
    tables = {table.name: store.read(table, store.parts(table.name)) for table in TABLES}
    return [fault for table in TABLES for fault in _faults(table, tables)]


def _faults(table: Table, tables: dict[str, pa.Table]) -> Iterator[str]:
    rows = tables[table.name]
    yield from _duplicates(table, rows)
    yield from _dangling(table, rows, tables)
    if "char_start" in table.keys:
        yield from _misplaced(table, rows, tables["articles"])


def _duplicates(table: Table, rows: pa.Table) -> Iterator[str]:
    key = _KEYS.get(table.name)
    if key and (extra := rows.num_rows - pc.count_distinct(rows[key], mode="all").as_py()) > 0:
        yield f"{table.name}.{key}: {extra} of {rows.num_rows} ids stand twice. Remove the folder and run again."


def _dangling(table: Table, rows: pa.Table, tables: dict[str, pa.Table]) -> Iterator[str]:
    """Ids that name no row of the table that they belong to."""
    for column in (key for key in table.keys if key in _OWNERS):
        owner = _OWNERS[column]
        found = rows[column].combine_chunks()
        ids = pc.drop_null(found.flatten() if pa.types.is_list(found.type) else found)
        lost = pc.sum(pc.invert(pc.is_in(ids, tables[owner][_KEYS[owner]].combine_chunks()))).as_py()
        if lost:
            yield f"{table.name}.{column}: {lost} ids are not in {owner}. Run again, or remove the folder first."


def _misplaced(table: Table, rows: pa.Table, articles: pa.Table) -> Iterator[str]:
    """Rows whose offsets hold other characters than the row says."""
    texts = dict(zip(articles["article_id"].to_pylist(), articles["text"].to_pylist(), strict=True))
    passages = (("char_start", "char_end", _TEXT_OF.get(table.name, "text")), *_FURTHER.get(table.name, ()))
    for passage in passages:
        columns = (rows[c].to_pylist() for c in ("article_id", *passage))
        for article_id, start, end, text in zip(*columns, strict=True):
            if start is not None and texts.get(article_id, "")[start:end] != text:
                place = f"{start}–{end} of article {article_id}"
                yield f"{table.name}: {text!r} does not stand at {place}. Please report this."
