"""A user's own names: CSV files of `alias,id,name`, checked line by line before anything rests on them."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.errors import DatelineError
from pipeline.language.names.fold import key

Row = Mapping[str, str]

_NEEDED = ("alias", "id", "name")
_OPTIONAL = ("type", "country")
_SHARED = ("name", "type", "country")  # what all rows of one id must agree on
TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "LAW", "EVENT", "PRODUCT", "WORK", "NORP")


def read_alias_files(files: Iterable[Path], states: Iterable[str]) -> list[Row]:
    """The rows of the files: alias, id, name, type ("" = not given), country ("" = not given), origin.

    `origin` says where the row stands. `states` are the ISO 3166 alpha-3 codes that a country may be. Raises
    DatelineError with file, line and remedy for the first mistake, OSError for a file that is not there.
    """
    known = frozenset(states)
    rows = [_checked(row, known) for file in files for row in _rows(file)]
    _agree(rows)
    return rows


def _rows(file: Path) -> Iterator[Row]:
    lines = csv.reader(_text(file).splitlines(keepends=True), strict=True)
    try:
        header = _header(next(lines, []), file)
        for cells in lines:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield _row(header, cells, f"{file.name}, line {lines.line_num}")
    except csv.Error as error:
        raise DatelineError(f"{file}, line {lines.line_num}: {error}. Mend the quotes of that line.") from None


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DatelineError(f"{file}, line {line}: not UTF-8. Save the file as UTF-8.") from None


def _header(cells: Sequence[str], file: Path) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    for name in _NEEDED:
        if name not in header:
            columns = ",".join(_NEEDED)
            raise DatelineError(f"{file}, line 1: no column {name}. Begin the file with the line {columns}.")
    return header


def _row(header: Sequence[str], cells: Sequence[str], origin: str) -> Row:
    if len(cells) > len(header):
        raise DatelineError(f"{origin}: more cells than the header has. Put a name that holds a comma in quotes.")
    given = dict(zip(header, map(str.strip, cells), strict=False))
    return {**{name: given.get(name, "") for name in (*_NEEDED, *_OPTIONAL)}, "origin": origin}


def _checked(row: Row, states: frozenset[str]) -> Row:
    """The row, if by itself it can be used."""
    origin = row["origin"]
    if not any(letter.isalnum() for letter in row["alias"]):
        raise DatelineError(f"{origin}: the alias is empty. Write a name there or delete the line.")
    if not row["id"]:
        raise DatelineError(f"{origin}: the id of {row['alias']} is empty. Write one, the same for all its aliases.")
    if row["type"] and row["type"] not in TYPES:
        raise DatelineError(f"{origin}: {row['type']} is no type. Use one of {', '.join(TYPES)}, or leave it empty.")
    if row["country"] and row["country"] not in states:
        remedy = "Use a code of three letters (ISO 3166), such as KOR, or leave it empty."
        raise DatelineError(f"{origin}: {row['country']} is no country. {remedy}")
    return row


def _agree(rows: Iterable[Row]) -> None:
    """An alias has one id, and an id one name, type and country."""
    said: dict[tuple[str, str], Row] = {}
    for row in rows:
        _same(said, row, ("alias", key(row["alias"])), "id")
        for what in _SHARED:
            if row[what]:
                _same(said, row, (what, row["id"]), what)


def _same(said: dict[tuple[str, str], Row], row: Row, about: tuple[str, str], what: str) -> None:
    before = said.setdefault(about, row)
    if before[what] != row[what]:
        subject = f"alias {row['alias']}" if what == "id" else f"id {row['id']}"
        there = f"{before[what]} in {before['origin']}"
        raise DatelineError(
            f"{row['origin']}: {subject} has the {what} {row[what]} here and {there}. Keep one of them."
        )
