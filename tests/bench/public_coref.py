"""Coreference across documents on public gold mentions: `python -m tests.bench.public_coref [SET.jsonl ...]`.

A set is `ecbdev`, `meantime` (both, if none is named) or a file of that form. Prints MUC, B3, CEAFe and their mean,
CoNLL F1, all documents as one text, singletons counted; for each set also for its two halves. `--out FOLDER` writes
rows for `coref.py score`. Without named sets the figures are held against the floors under [coref] of `floors.toml`
beside this file, and `--update` raises those.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.matching.coreference.resolve import Cluster, Story, resolve_mentions
from tests.bench.coref_sets import Docs, documents, rules, set_file, stories
from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC, scorer

SETS = ("ecbdev", "meantime")
_MEASURES = ("MUC", "B3", "CEAFe")
Clusters = Mapping[str, str]


def main() -> int:
    """Resolve, print, hold against the floors."""
    return run("coref", set_file, lambda told: resolve_mentions(told, rules()))


def run(group: str, file: Callable[[str], Path], resolve: Callable[[Sequence[Story]], Sequence[Cluster]]) -> int:
    """The same for any kind of mentions: `file` is that of a named set, `group` the one of the floors."""
    options = _options()
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    figures: dict[str, float] = {}
    for name in options.sets or SETS:
        docs, own = documents(file(name)), Path(name).stem
        resolved = resolve(stories(docs, options.tables / own if options.tables else None))
        found = {mention: cluster.mentions[0] for cluster in resolved for mention in cluster.mentions}
        write_rows(options.out, own, found)
        figures[f"{group}.{own}"] = report(own, docs, found)
    return 0 if options.sets else hold(figures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Coreference on public gold mentions.")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--out", type=Path, help="folder for rows of predictions")
    parser.add_argument("--tables", type=Path, help="folder that keeps the parsed sets from one run to the next")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    return parser.parse_args()


def report(name: str, docs: Docs, found: Clusters) -> float:
    """Print the figures of a set and of its halves; CoNLL F1 of the whole."""
    if not all("gold" in m for doc in docs for m in doc["mentions"]):
        print(f"{name}: {len(found)} mentions resolved, no gold to measure by")
        return 0.0
    halves = {f"{name}, half {h}": [d for d in docs if half(d) == h] for h in (0, 1)}
    for title, part in halves.items():
        print(_line(title, measure(part, found)))
    whole = measure(docs, found)
    print(_line(name, whole))
    return whole["CoNLL"]


def half(doc: Mapping[str, Any]) -> int:
    """0 or 1, by the topic's number where ids begin with one ("2_10ecb"), else by the document."""
    key = doc["id"].split("_")[0] if "ecb" in doc["id"] else doc["id"]
    return int(hashlib.md5(key.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def measure(docs: Docs, found: Clusters) -> dict[str, float]:
    """F1 of each measure and CoNLL F1, by the scorer that lies beside the sets."""
    gold = {m["mid"]: m["gold"] for doc in docs for m in doc["mentions"]}
    if not gold:
        return dict.fromkeys((*_MEASURES, "CoNLL"), 0.0)
    tool = scorer("coref")
    both = (tool.clusters(gold.items()), tool.clusters((mid, found.get(mid, mid)) for mid in gold))
    scores = tool.score_clusters(*both, quiet=True)
    return {**{name: scores[name][2] for name in _MEASURES}, "CoNLL": scores["CoNLL"]}


def _line(title: str, figures: Mapping[str, float]) -> str:
    return f"{title:<20}" + "".join(f"{name:>8} {100 * value:5.1f}" for name, value in figures.items())


def write_rows(folder: Path | None, name: str, found: Clusters) -> None:
    """Rows for `coref.py score`, if a folder is named."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        rows = (json.dumps({"mid": mid, "cluster": found[mid]}) for mid in sorted(found))
        (folder / f"{name}.jsonl").write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
