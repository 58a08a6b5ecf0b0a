"""The only reader and writer of Parquet. A part is there whole or not at all, and carries its receipt.

A table is a folder of parts, `<root>/<table>/<part>.parquet`. Tables with an `article_id` have one part per shard,
`00003-of-00016`; the others have one part, `all`.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet as pq

from pipeline.errors import DatelineError
from pipeline.tables import Table

ALL = "all"
_KEY = b"dateline"


@dataclass(frozen=True)
class Stamp:
    """What a part's footer tells: the receipt of how it was made, the digest of its rows, and their number."""

    receipt: str
    digest: str
    rows: int


@dataclass(frozen=True)
class Store:
    """The output folder."""

    root: Path

    def path(self, table: str, part: str) -> Path:
        """Where a part lies."""
        return self.root / table / f"{part}.parquet"

    def stamp(self, table: str, part: str) -> Stamp | None:
        """The part's stamp; None if there is no such part or it is not ours."""
        try:
            footer = pq.read_metadata(self.path(table, part))
        except (FileNotFoundError, pa.ArrowInvalid):
            return None
        found = json.loads((footer.metadata or {}).get(_KEY, b"{}"))
        return Stamp(found["receipt"], found["digest"], footer.num_rows) if found else None

    def read(self, table: Table, parts: Sequence[str]) -> pa.Table:
        """The rows of these parts, in their order, with the table's schema."""
        found = [pq.ParquetFile(self.path(table.name, part)).read() for part in parts]
        return pa.concat_tables([t.replace_schema_metadata(None) for t in found] or [empty(table)]).cast(table.schema)

    def whole(self, table: Table) -> pa.Table:
        """All rows of a table that a user asks for. Raises DatelineError if there is no part of it."""
        parts = self.parts(table.name)
        if not parts:
            remedy = "make it with dateline run, or name another folder with --out."
            raise DatelineError(f"{self.root} has no table {table.name}: {remedy}")
        return self.read(table, parts)

    def write(self, table: Table, part: str, rows: pa.Table, receipt: str) -> None:
        """Put a part in its place: written under a hidden name, synced, then moved."""
        target = self.path(table.name, part)
        target.parent.mkdir(parents=True, exist_ok=True)
        hidden = target.with_name(f".{target.stem}.{os.getpid()}.tmp")
        stamp = json.dumps({"receipt": receipt, "digest": digest(rows)}).encode()
        whole = rows.cast(table.schema)
        whole = whole.replace_schema_metadata({**(whole.schema.metadata or {}), _KEY: stamp})
        try:
            _write_synced(whole, hidden)
            os.replace(hidden, target)
        finally:
            hidden.unlink(missing_ok=True)

    def write_or_clear(self, table: Table, part: str, rows: pa.Table, receipt: str) -> None:
        """Put a part in its place if it has rows; else see that there is none."""
        if rows.num_rows:
            self.write(table, part, rows, receipt)
        else:
            self.path(table.name, part).unlink(missing_ok=True)

    def parts(self, table: str) -> list[str]:
        """The names of the table's parts, in order."""
        return sorted(path.stem for path in (self.root / table).glob("*.parquet"))

    def prune(self, table: str, keep: Iterable[str]) -> None:
        """Remove our parts that are not in `keep`, and what a killed run left half-written; foreign files stay."""
        for part in sorted(set(self.parts(table)) - set(keep)):
            if self.stamp(table, part):
                self.path(table, part).unlink()
        for hidden in (self.root / table).glob(".*.tmp"):
            hidden.unlink(missing_ok=True)


def open_store(root: Path) -> Store:
    """The store in the folder `root`, made if need be. Raises DatelineError if it cannot be written to."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        probe = root / f".probe.{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise DatelineError(
            f"{root} cannot be written to ({error.strerror}): name another folder with --out."
        ) from None
    return Store(root)


def empty(table: Table) -> pa.Table:
    """The table without rows."""
    return table.schema.empty_table()


def digest(rows: pa.Table) -> str:
    """A digest of the rows themselves, whatever their chunks and metadata."""
    bare = rows.replace_schema_metadata(None).take(pa.array(range(rows.num_rows), pa.int64())).combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, bare.schema) as writer:
        writer.write_table(bare)
    return blake2b(sink.getvalue(), digest_size=16).hexdigest()


def _write_synced(rows: pa.Table, path: Path) -> None:
    with path.open("wb") as file:
        pq.write_table(rows, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
