"""JSON Lines: one article a row, with `id`, `text` and optionally `title`, `published`, `url` and `outlet`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.sources.decoding import read_text
from pipeline.sources.document import Document, Reject

_OPTIONAL = ("url", "outlet", "title", "published")


def read(file: Path, path: str) -> Iterator[Document | Reject]:
    """A document for each row; a row that is none becomes a reject that names its line. InputError if unreadable."""
    for number, line in enumerate(read_text(file).split("\n"), start=1):
        if line.strip():
            yield _row(line, path, number)


def _row(line: str, path: str, number: int) -> Document | Reject:
    try:
        return _document(json.loads(line), path)
    except json.JSONDecodeError as error:
        return Reject(path, "not JSON", f"Line {number} is not valid JSON ({error}): mend it or take it out.")
    except InputError as error:
        return Reject(path, "bad row", f"Line {number} {error}")


def _document(row: Any, path: str) -> Document:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError('has no "text": each line must be an object such as {"id": "1", "text": "…"}.')
    given = {key: _text(row, key) for key in _OPTIONAL}
    return Document(path=path, text=row["text"], source_id=_text(row, "id"), **given)


def _text(row: dict[str, Any], key: str) -> str | None:
    """A field as text; numbers are taken as they are written."""
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise InputError(f'has a "{key}" that is neither text nor number: write it as text.')
