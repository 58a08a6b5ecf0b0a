"""Public sets of coreference through the pipeline: articles parsed, named and dated as a user runs it."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.vocab import Vocab

from pipeline import resources
from pipeline.flow import FLOW
from pipeline.matching.coreference.read import Spot
from pipeline.matching.coreference.resolve import Story
from pipeline.matching.coreference.rules import Rules
from pipeline.settings import Settings, default_language
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.store import Store
from tests.bench.places import PUBLIC, read
from tests.bench.running import tables_in

Docs = list[dict[str, Any]]
_TABLES = ("articles", "sentences", "tokens", "mentions", "links", "dates")


def set_file(name: str) -> Path:
    """`ecbdev`, `ecbtrain`, `meantime`, or the path of a file of that form."""
    return Path(name) if name.endswith(".jsonl") else PUBLIC / f"data/coref_{name}_entity.jsonl"


def documents(file: Path) -> Docs:
    """The lines of a set: id, text, mentions (mid, start, end). Gold, topics and tags are for the scorer alone."""
    return read(file.absolute())


def rules() -> Rules:
    """The word lists and weights of models/en."""
    found: Rules = resources.load("coreference", Settings(Path(), default_language()))
    return found


def stories(docs: Docs, tables: Path | None = None) -> list[Story]:
    """Each document with its parse, names and dates, and the offsets of its mentions. A copy has its original's.

    `tables` is a folder that keeps the pipeline's tables from one call to the next; None = none is kept.
    """
    if tables is None:
        with tempfile.TemporaryDirectory() as folder:
            return stories(docs, Path(folder))
    tables.mkdir(parents=True, exist_ok=True)
    store = tables_in(tables, _inputs(docs), "normalise")
    vocab = resources.load("parser", Settings(Path(), default_language())).vocab
    return _stories(store, docs, vocab)


def _inputs(docs: Docs) -> list[str]:
    return [json.dumps({"id": doc["id"], "text": doc["text"]}) for doc in docs]


def _stories(store: Store, docs: Docs, vocab: Vocab) -> list[Story]:
    tables = {name: _read(store, name) for name in _TABLES}
    rows = tables["articles"].select(["article_id", "source_id", "duplicate_of"]).to_pylist()
    article_of = {row["source_id"]: row["duplicate_of"] or row["article_id"] for row in rows}
    named, linked, dated = (by_article(tables[name]) for name in ("mentions", "links", "dates"))
    bare = read_articles(vocab, tables["articles"], tables["sentences"], tables["tokens"])
    read = {a: annotate(article, named.get(a), linked.get(a), dated.get(a)) for a, article in bare}
    return [Story(doc["id"], read[article_of[doc["id"]]], _spots(doc)) for doc in docs if doc["mentions"]]


def _spots(doc: dict[str, Any]) -> Sequence[Spot]:
    return [Spot(m["mid"], m["start"], m["end"]) for m in doc["mentions"]]


def _read(store: Store, name: str) -> Any:
    return store.read(next(t for stage in FLOW for t in stage.writes if t.name == name), store.parts(name))
