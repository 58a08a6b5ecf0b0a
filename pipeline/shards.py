"""Which shard an article belongs to, and how many shards there are.

An article's shard follows from its id alone, so that a new article changes one shard. Their number is a power of two
that grows with the corpus: a worker holds one shard in memory at a time.
"""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.store import ALL
from pipeline.tables import Table

_SIZE = 256_000  # characters: some 45,000 words, a few seconds of one core


def is_sharded(table: Table) -> bool:
    """Does the table follow the articles, with a part per shard?"""
    return "article_id" in table.keys


def parts_of(table: Table, shards: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the table's parts, given the shards that are meant."""
    return shards if is_sharded(table) else (ALL,)


def complete(parts: Iterable[str]) -> tuple[str, ...]:
    """The names of all shards if all are there, else none: a first run may have been killed among them."""
    names = tuple(sorted(parts))
    return names if names and names == shard_names(len(names)) else ()


def shard_names(number: int) -> tuple[str, ...]:
    """`00000-of-00004`, …"""
    return tuple(f"{i:05d}-of-{number:05d}" for i in range(number))


def choose_number(documents: pa.Table, present: int) -> int:
    """How many shards for these documents. The present number stays unless it is far off, so that little is redone."""
    size = pc.sum(pc.utf8_length(documents["text"])).as_py() or 0
    fitting = 1
    while fitting * _SIZE < size:
        fitting *= 2
    return present if present and fitting / 2 <= present <= fitting * 8 else fitting


def split(rows: pa.Table, shards: tuple[str, ...]) -> dict[str, pa.Table]:
    """The rows of each shard, in their order; a table without articles stays whole."""
    if "article_id" not in rows.column_names:
        return {ALL: rows}
    place = pa.array([int(i[:8], 16) % len(shards) for i in rows["article_id"].to_pylist()], pa.int32())
    return {name: rows.filter(pc.equal(place, number)) for number, name in enumerate(shards)}
