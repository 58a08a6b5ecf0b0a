"""Files → documents: read and decoded."""

from collections.abc import Iterable
from hashlib import blake2b

import pyarrow as pa

from pipeline.language.detect import detect_language
from pipeline.sources.document import Document, Reject
from pipeline.tables import DOCUMENTS, REJECTS

_READ = ("en",)  # the languages that models/ has a folder for
_LONGEST = 500_000  # characters: no article is longer, and a parser's memory grows with it


def ingest(*, inputs: Iterable[Document | Reject]) -> tuple[pa.Table, pa.Table]:
    """`documents`, one row per article that can be read, and `rejects` for the other inputs."""
    documents: list[tuple[str | None, ...]] = []
    rejects: list[Reject] = []
    seen: dict[str, int] = {}
    for item in inputs:
        fault = item if isinstance(item, Reject) else _fault(item)
        if isinstance(item, Document) and not fault:
            documents.append(_row(item, seen))
        elif fault:
            rejects.append(fault)
    return DOCUMENTS.table(documents), REJECTS.table((r.path, "ingest", r.error, r.message) for r in rejects)


def _fault(item: Document) -> Reject | None:
    """Why a document cannot be an article, if it cannot."""
    name = f"Article {item.source_id}" if item.source_id else "It"
    if not item.text.strip():
        return Reject(item.path, "empty", f"{name} holds no text: fill it or take it out.")
    if len(item.text) > _LONGEST:
        size = f"{len(item.text):,} characters, more than {_LONGEST:,}"
        return Reject(item.path, "too long", f"{name} has {size}: split it into its articles.")
    if (language := detect_language(item.text)) not in (*_READ, None):
        about = f"reads like language “{language}”; only English (en) can be read"
        return Reject(item.path, "other language", f"{name} {about}: take it out or translate it.")
    return None


def _row(item: Document, seen: dict[str, int]) -> tuple[str | None, ...]:
    given = (item.source_id, item.url, item.outlet, item.title, item.published)
    return (_article_id(item, seen), item.path, *given, item.text, detect_language(item.text))


def _article_id(item: Document, seen: dict[str, int]) -> str:
    """A hash of path, own id and text; rows that agree in all three are told apart by counting them."""
    key = "\0".join((item.path, item.source_id or "", item.text))
    seen[key] = seen.get(key, -1) + 1
    return _hash(f"{key}\0{seen[key]}" if seen[key] else key)


def _hash(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()
