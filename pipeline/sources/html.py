"""Web pages: the article in one, told from the page around it, with what the page's metadata say of it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.sources.decoding import read_bytes
from pipeline.sources.document import Document, Reject

# The whole page is never searched for a date (that finds the days of the news, not that of publication), the first
# publication goes before later changes, and the bounds are fixed, for htmldate's own move with the clock.
_DATE = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2100-01-01"}

_SHORTEST = 20  # words: what is left of a page of links, or of one that its script would fill


def read(file: Path, path: str) -> Iterator[Document | Reject]:
    """The article of the page; a reject if there is none. Raises InputError if the file cannot be read."""
    found = _extract()(read_bytes(file), include_comments=False, with_metadata=True, date_extraction_params=dict(_DATE))
    if found is None or len((found.text or "").split()) < _SHORTEST:
        message = "It holds no article: save the page of one article, not a list of them, or its text as .txt."
        yield Reject(path, "no article", message)
    else:
        yield Document(path, found.text, None, found.url, found.sitename, found.title, found.date)


@cache
def _extract() -> Any:
    """Loaded with the first page: half a second that folders without one do not pay."""
    from trafilatura import bare_extraction

    return bare_extraction
