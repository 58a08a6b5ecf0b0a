"""What finding and reading time expressions costs beside parsing, in one run: `python -m tests.bench.dates_speed`.

CPU seconds of one process, interleaved, median of five: the dates of parsed articles, beside the spaCy pipeline that
`tokenise` runs and beside its parser and tok2vec alone.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import resources
from pipeline.language.article import Article, Interval
from pipeline.language.dates.find import find_dates
from pipeline.settings import Settings, default_language
from tests.bench.places import ABSENT, PUBLIC, gold

_ROUNDS, _BATCH = 5, 32


def main() -> int:
    """Measure and print."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    settings = Settings(Path(), default_language())
    nlp, grammar = resources.load("parser", settings), resources.load("dates", settings)
    docs = [doc for doc in gold("tbaq") if doc["dct"]]
    texts = [doc["text"] for doc in docs]
    articles = [_article(doc, one["dct"]) for doc, one in zip(nlp.pipe(texts, batch_size=_BATCH), docs, strict=True)]
    tasks: dict[str, Callable[[], Any]] = {
        "tokenise's pipeline": lambda: list(nlp.pipe(texts, batch_size=_BATCH)),
        "tok2vec and parser alone": lambda: list(_parse(nlp, texts)),
        "dates": lambda: [find_dates(article, grammar) for article in articles],
    }
    seconds = medians(tasks)
    words = sum(len(article.doc) for article in articles)
    for name, spent in seconds.items():
        share = seconds["dates"] / spent
        print(f"{name:<26}{spent:>8.2f} s{1e6 * spent / words:>8.1f} µs/token{100 * share:>8.1f} % of it are dates")
    return 0


def _article(doc: Doc, day: str) -> Article:
    start = datetime.fromisoformat(day)
    return Article(doc, ["story"] * sum(1 for _ in doc.sents), Interval(start, start + timedelta(1)))


def _parse(nlp: Language, texts: list[str]) -> Iterator[Doc]:
    """Tokenizer, tok2vec and parser, without tagger, attribute ruler and lemmatizer."""
    docs: Iterator[Doc] = (nlp.make_doc(text) for text in texts)
    for name in ("tok2vec", "parser"):
        pipe: Any = nlp.get_pipe(name)
        docs = pipe.pipe(docs, batch_size=_BATCH)
    return docs


def medians(tasks: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """CPU seconds of each task: the rounds interleaved, so that what else the machine does falls on all alike."""
    spent: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(_ROUNDS):
        for name, task in tasks.items():
            begin = time.process_time()
            task()
            spent[name].append(time.process_time() - begin)
    return {name: statistics.median(times) for name, times in spent.items()}


if __name__ == "__main__":
    sys.exit(main())
