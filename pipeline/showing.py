"""Rows of a table as text for people."""

from pathlib import Path
from typing import Any

from pipeline.errors import DatelineError
from pipeline.store import Store
from pipeline.tables import Table

_LONGEST = 100  # characters of a cell


def select(table: Table, out: Path, columns: str | None, where: str | None) -> tuple[list[str], list[list[str]], int]:
    """(column names, rows that match as text, rows in all). Raises DatelineError for a column that is not there."""
    names = [_known(table, name.strip()) for name in columns.split(",")] if columns else list(table.keys)
    rows: list[dict[str, Any]] = Store(out).whole(table).to_pylist()
    chosen = [row for row in rows if not where or _holds(row, table, where)]
    return names, [[_cell(row[name]) for name in names] for row in chosen], len(rows)


def _known(table: Table, name: str) -> str:
    if name not in table.keys:
        raise DatelineError(f"Table {table.name} has no column {name}: it has {', '.join(table.keys)}.")
    return name


def _holds(row: dict[str, Any], table: Table, where: str) -> bool:
    column, equals, text = where.partition("=")
    if not equals:
        raise DatelineError(f"--where {where} is not COLUMN=TEXT: write for example event_type=SUPPORT.")
    return text.lower() in _cell(row[_known(table, column.strip())], None).lower()


def _cell(value: Any, longest: int | None = _LONGEST) -> str:
    """A value on one line; nothing for null."""
    if value is None:
        return ""
    text = ", ".join(map(_plain, value)) if isinstance(value, list) else _plain(value)
    line = " ".join(text.split())
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1]}…"


def _plain(value: Any) -> str:
    return f"{value:%Y-%m-%d}" if hasattr(value, "strftime") and not value.hour else str(value)
