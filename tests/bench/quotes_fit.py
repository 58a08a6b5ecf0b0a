"""Fits the weights of signs for quotes: `python -m tests.bench.quotes_fit --tables FOLDER`, a minute on one core.

On half a of PolNeAR dev, with logistic regression (ridge penalty, Newton's method): how often is what a rule finds,
with these signs, an attribution of gold? Writes `models/en/quotes_weights.toml`. `tests.bench.public_quotes` holds the
floors, and with `--halves` prints half b, which the fit has not seen.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline import resources
from pipeline.flow import FLOW
from pipeline.language.article import Article
from pipeline.language.quotes.find import Reading
from pipeline.settings import Settings, default_language
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.store import Store
from tests.bench.places import read
from tests.bench.public_quotes import SET, half
from tests.bench.running import tables_in

WEIGHTS = default_language() / "quotes_weights.toml"
_PENALTY = 2.0  # of the sum of squares of the weights, that of "any" apart
_LEAST = 0.1  # a smaller weight is left out
_LENIENT = 0.3  # added to "any": F1 wants a little more recall than the likelihood
_HEAD = """# Signs of an attribution and their weights: above nothing in sum, what a rule found stands.
# What each sign is stands in pipeline/language/quotes/signs.py; "any" is what all have.
# Fitted by `python -m tests.bench.quotes_fit` on half a of PolNeAR dev.

[weights]
"""
_TABLES = ("articles", "sentences", "tokens", "mentions", "links", "dates")
Example = tuple[tuple[str, ...], bool]


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description="Fit the weights of signs for quotes.")
    parser.add_argument("--tables", type=Path, required=True, help="folder that keeps the parsed set")
    examples = list(_examples(read(SET), parser.parse_args().tables))
    weights = _fitted(examples)
    lines = (f'"{sign}" = {value}' for sign, value in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])))
    WEIGHTS.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")
    return 0


def _examples(docs: Sequence[Mapping[str, Any]], tables: Path) -> Iterator[Example]:
    """The signs of each candidate of half a outside quotations, and whether its cue is one of gold."""
    gold = {doc["id"]: [q["cue"] for q in doc["quotes"] if "cue" in q] for doc in docs if half(doc) == "a"}
    settings = Settings(Path(), default_language())
    words, speech = (resources.load(name, settings) for name in ("reporting", "speech"))
    for own, article in _articles(docs, tables):
        reading = Reading(article, words, speech)
        for candidate in reading.candidates() if own in gold else ():
            start, end = reading.direct.chars(candidate.found.cue)
            if not candidate.inside:
                yield candidate.signs, any(a < end and start < b for a, b in gold[own])


def _articles(docs: Sequence[Mapping[str, Any]], tables: Path) -> Iterator[tuple[str, Article]]:
    tables.mkdir(parents=True, exist_ok=True)
    store = tables_in(tables, (json.dumps({"id": doc["id"], "text": doc["text"]}) for doc in docs), "normalise")
    read_all = {name: _read(store, name) for name in _TABLES}
    ids = {row["article_id"]: row["source_id"] for row in read_all["articles"].to_pylist()}
    named, linked, dated = (by_article(read_all[name]) for name in ("mentions", "links", "dates"))
    vocab = resources.load("vocab", Settings(Path(), default_language()))
    for a, bare in read_articles(vocab, read_all["articles"], read_all["sentences"], read_all["tokens"]):
        yield ids[a], annotate(bare, named.get(a), linked.get(a), dated.get(a))


def _read(store: Store, name: str) -> Any:
    return store.read(next(t for stage in FLOW for t in stage.writes if t.name == name), store.parts(name))


def _fitted(examples: Sequence[Example]) -> dict[str, float]:
    names = sorted({sign for signs, _ in examples for sign in signs})
    features = np.array([[1.0, *(float(name in signs) for name in names)] for signs, _ in examples])
    values = _newton(features, np.array([float(right) for _, right in examples]))
    own = {name: round(float(v), 2) for name, v in zip(names, values[1:], strict=True) if abs(v) >= _LEAST}
    return {"any": round(float(values[0]) + _LENIENT, 2), **own}


def _newton(features: NDArray[np.float64], right: NDArray[np.float64], steps: int = 60) -> NDArray[np.float64]:
    penalty = _PENALTY * np.eye(features.shape[1])
    penalty[0, 0] = 1e-6
    weights = np.zeros(features.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chance - right) + penalty @ weights
        bend = (features.T * (chance * (1 - chance))) @ features + penalty
        weights -= np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    sys.exit(main())
