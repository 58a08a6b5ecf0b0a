"""Plain text: one file, one article."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.sources.decoding import read_text
from pipeline.sources.document import Document, Reject


def read(file: Path, path: str) -> Iterator[Document | Reject]:
    """The one document of a .txt file. Raises InputError if it is not UTF-8 text."""
    yield Document(path, read_text(file))
