"""What events and figures cost beside parsing, in one run: `python -m tests.bench.events_speed [FOLDER]`.

CPU seconds of one process, interleaved, median of five, on 300 Reuters stories: the stage `extract` (tables in, tables
out), its events and its figures alone, beside the spaCy pipeline that `tokenise` runs and beside its tok2vec, tagger
and parser. FOLDER keeps the tables for the next time.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import resources
from pipeline.flow import FLOW
from pipeline.language.article import Article
from pipeline.language.events import find_events
from pipeline.language.quantities import find_quantities
from pipeline.settings import Settings, default_language
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.stages.extract import extract
from pipeline.store import Store
from tests.bench.dates_speed import medians
from tests.bench.places import ABSENT, PUBLIC
from tests.bench.running import tables_in

FILE = PUBLIC / "volume/reuters.jsonl.gz"
STORIES, SHORT = 300, 200  # stories, none shorter than so many characters
GOAL = 0.15  # of tok2vec, tagger and parser
_BATCH = 32


def main() -> int:
    """Measure and print."""
    if not FILE.exists():
        print(ABSENT)
        return 0
    with TemporaryDirectory() as new:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else new)
        folder.mkdir(parents=True, exist_ok=True)
        return report(tables_in(folder, map(json.dumps, stories()), "normalise"))


def stories() -> list[dict[str, str]]:
    with gzip.open(FILE, "rt", encoding="utf-8") as file:
        rows = (json.loads(line) for line in file)
        told = ({"id": r["id"], "text": r["text"], "published": r["date"][:10]} for r in rows if len(r["text"]) > SHORT)
        return list(islice(told, STORIES))


def report(store: Store) -> int:
    settings = Settings(Path(), default_language())
    stage = next(stage for stage in FLOW if stage.name == "extract")
    tables = [store.read(table, store.parts(table.name)) for table in stage.reads]
    needs = {name: resources.load(name, settings) for name in stage.needs}
    nlp, texts = resources.load("parser", settings), tables[0]["text"].to_pylist()
    articles = annotated(tables, needs["vocab"])
    tasks: dict[str, Callable[[], Any]] = {
        "tokenise's pipeline": lambda: list(nlp.pipe(texts, batch_size=_BATCH)),
        "tok2vec, tagger and parser": lambda: list(parsed(nlp, texts)),
        "extract": lambda: extract(*tables, **needs),
        "events alone": lambda: [find_events(a, needs["ontology"], needs["speech"]) for a in articles],
        "figures alone": lambda: [find_quantities(a, (), needs["quantities"]) for a in articles],
    }
    seconds = medians(tasks)
    base, words = seconds["tok2vec, tagger and parser"], sum(len(article.doc) for article in articles)
    for name, spent in seconds.items():
        print(f"{name:<27}{spent:>7.2f} s{1e6 * spent / words:>8.1f} µs/token{spent / base:>8.1%} of the parser")
    print(f"extract costs {seconds['extract'] / base:.1%} of the parser; the goal is {GOAL:.0%}")
    return 0


def annotated(tables: list[Any], vocab: Any) -> list[Article]:
    articles, sentences, tokens, mentions, dates, links = tables
    rows = [by_article(table) for table in (mentions, links, dates)]
    return [annotate(a, *(r.get(i) for r in rows)) for i, a in read_articles(vocab, articles, sentences, tokens)]


def parsed(nlp: Language, texts: list[str]) -> Iterator[Doc]:
    docs: Iterator[Doc] = (nlp.make_doc(text) for text in texts)
    for name in ("tok2vec", "tagger", "parser"):
        pipe: Any = nlp.get_pipe(name)
        docs = pipe.pipe(docs, batch_size=_BATCH)
    return docs


if __name__ == "__main__":
    sys.exit(main())
