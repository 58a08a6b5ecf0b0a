"""Plain text: one file, one article; front matter, if it opens with some, tells of the article."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.language.front_matter import front_matter
from pipeline.sources.decoding import read_text
from pipeline.sources.document import Document, Reject

# The field of a document → the keys that front matter has for it, the first one that is there counts.
_KEYS = {
    "url": ("url", "link", "canonical", "canonical_url", "source_url"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "sitename"),
    "title": ("title", "headline"),
    "published": ("published", "date", "date_published", "pubdate", "published_at", "publication_date", "publish_date"),
}


def read(file: Path, path: str) -> Iterator[Document | Reject]:
    """The one document of a text file; its text is all of the file. Raises InputError if it is not UTF-8 text."""
    text = read_text(file)
    found = front_matter(text)
    fields = found.fields if found else {}
    yield Document(path, text, **{name: _first(fields, keys) for name, keys in _KEYS.items()})


def _first(fields: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((fields[key] for key in keys if key in fields), None)
