"""The schema in words: for the terminal, and as docs/tables.md."""

from collections.abc import Sequence

from pipeline.tables import CONTRACT, Table

_HEAD = f"""# The tables

Version {CONTRACT} of the contract. Generated from `pipeline/tables.py` by
`dateline schema --markdown`; a test keeps it so.

Each table is a folder of Parquet parts that `pd.read_parquet("data/events")` or DuckDB's `'data/events/*.parquet'`
reads whole. Offsets (`char_start`, `char_end`) index `articles.text` as Python does, ends exclusive.
Intervals of time are
half-open, `date_start` inclusive and `date_end` exclusive; null means unknown or open on that side.
"""


def as_text(tables: Sequence[Table]) -> str:
    """A line per column."""
    return "\n\n".join("\n".join([f"{t.name}: {t.doc}", *_lines(t)]) for t in tables)


def as_markdown(tables: Sequence[Table]) -> str:
    """A section per table."""
    return "\n".join([_HEAD, *(_section(t) for t in tables)])


def _lines(table: Table) -> list[str]:
    return [f"  {c.name:<20} {c.type!s:<16} {c.doc}" for c in table.columns]


def _section(table: Table) -> str:
    rows = [f"| `{c.name}` | {_kind(str(c.type))} | {c.doc.replace('|', chr(92) + '|')} |" for c in table.columns]
    return "\n".join([f"## {table.name}", "", table.doc, "", "| column | type | meaning |", "|---|---|---|", *rows, ""])


def _kind(arrow: str) -> str:
    return arrow if len(arrow) < 30 else arrow.split("<")[0] + " of struct"
