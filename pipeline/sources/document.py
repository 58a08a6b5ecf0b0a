"""What every reader of `sources` makes of its input: documents, and rejects for what is no document."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple


class Document(NamedTuple):
    """One article as the input holds it. `path` is relative to the input folder; `text` is exactly the decoded text."""

    path: str
    text: str
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None


class Reject(NamedTuple):
    """One input that could not be used: the kind of error, and what was wrong and what to do about it."""

    path: str
    error: str
    message: str


Reader = Callable[[Path, str], Iterator[Document | Reject]]  # (file, its path relative to the input folder)
