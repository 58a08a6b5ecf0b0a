"""Fits the weights of event coreference: `python -m tests.bench.event_coref_fit --tables FOLDER`, some minutes.

On ecbtrain and on half 0 of meantime, by the fit of `coref_fit`. Writes `models/en/event_coreference_weights.toml`; the
limits in it are kept. `python -m tests.bench.public_event_coref` holds the floors.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from pipeline.matching.coreference.events.resolve import Resolver
from pipeline.matching.coreference.events.within import Features
from pipeline.matching.coreference.resolve import Story
from pipeline.settings import default_language
from tests.bench.coref_fit import fit
from tests.bench.coref_sets import documents, stories
from tests.bench.event_coref_sets import event_rules, event_set
from tests.bench.public_coref import half

WEIGHTS = default_language() / "event_coreference_weights.toml"
_SHARE = {"ecbtrain": 1.0, "meantime": 8.0}  # of a pair within an article: ECB+ has 19 times the articles, few repeats
_ONE_IN = 4  # of the pairs across articles that are not one event this share is fitted on, and counts as many
Gold = Mapping[str, str]
Row = tuple[Features, bool, float]


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description="Fit the weights of event coreference.")
    parser.add_argument("--tables", type=Path, required=True, help="folder that keeps the parsed sets")
    tables = parser.parse_args().tables
    within, across = [], []
    for name in ("ecbtrain", "meantime"):
        told, gold = _training(name, tables)
        resolver = Resolver(told, event_rules())
        within += list(_within(resolver, gold, _SHARE[name]))
        across += list(_across(resolver, gold))
    _write({"within": _fit(within), "across": _fit(across)})
    return 0


def _training(name: str, tables: Path) -> tuple[list[Story], Gold]:
    docs = documents(event_set(name))
    gold = {m["mid"]: m["gold"] for doc in docs for m in doc["mentions"]}
    chosen = {doc["id"] for doc in docs if name != "meantime" or half(doc) == 0}
    return [s for s in stories(docs, tables / name) if s.article_id in chosen], gold


def _within(resolver: Resolver, gold: Gold, share: float) -> Iterator[Row]:
    for mentions in resolver.articles:
        for i, j, found in resolver.within_pairs(mentions):
            yield found, gold[mentions[i].id] == gold[mentions[j].id], share


def _across(resolver: Resolver, gold: Gold) -> Iterator[Row]:
    for a, b, found in resolver.across_pairs():
        if gold[a.id] == gold[b.id]:
            yield found, True, 1.0
        elif crc32(f"{a.id} {b.id}".encode()) % _ONE_IN == 0:
            yield found, False, float(_ONE_IN)


def _fit(rows: Sequence[Row]) -> dict[str, float]:
    return fit([(found, answer) for found, answer, _ in rows], [count for _, _, count in rows])


def _write(weights: Mapping[str, Mapping[str, float]]) -> None:
    lines = [WEIGHTS.read_text("utf-8").partition("\n[weights")[0].rstrip()]
    for model, found in weights.items():
        lines += ["", f"[weights.{model}]", *(f'"{name}" = {weight}' for name, weight in sorted(found.items()))]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
    tomllib.loads(WEIGHTS.read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
