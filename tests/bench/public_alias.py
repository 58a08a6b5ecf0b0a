"""Same or different names on public pairs: `python -m tests.bench.public_alias`.

Prints precision, recall and F1 of "same" per group, and exits with 1 if one falls below its floor in `floors.toml`
beside this file; `--update` raises the floors to what was measured. A pair counts as same if `pair.counts` says so: the
pairs of news are of one topic, where a family name is the full name.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline import resources
from pipeline.matching.names.pair import compare_names, counts
from pipeline.settings import Settings, default_language
from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC, read

_NEWS = ("ecb+", "lgl", "meantime", "tr-news", "n3")
_SECTION = "alias"

Counts = Mapping[str, Counter[str]]


def main() -> int:
    """Measure, print, hold against the floors."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    found = score(read("data/alias_pairs.jsonl"))
    print("\n".join(table(found)))
    return hold(dict(_figures(found)))


def score(pairs: list[dict[str, Any]]) -> Counts:
    """Group -> how many pairs were rightly called same (tp), wrongly (fp), and missed (fn)."""
    gazetteer = resources.load("gazetteer", Settings(Path(), default_language()))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        said = counts(compare_names(pair["name1"], pair["name2"], pair["type"], gazetteer))
        kind = {(True, True): "tp", (True, False): "fp", (False, True): "fn"}.get((said, pair["same"] == "1"), "tn")
        for group in _groups(pair):
            found[group][kind] += 1
    return found


def _groups(pair: Mapping[str, Any]) -> Iterator[str]:
    yield f"news_{pair['type'].lower()}" if pair["source"] in _NEWS else pair["source"]
    yield "all"


def _figures(found: Counts) -> Iterator[tuple[str, float]]:
    for group, n in found.items():
        precision, _, f1 = _rates(n)
        yield f"{_SECTION}.{group}_precision", precision
        yield f"{_SECTION}.{group}_f1", f1


def _rates(n: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision, recall = n["tp"] / max(1, n["tp"] + n["fp"]), n["tp"] / max(1, n["tp"] + n["fn"])
    return precision, recall, 2 * n["tp"] / max(1, 2 * n["tp"] + n["fp"] + n["fn"])


def table(found: Counts) -> list[str]:
    """Lines of text."""
    rows = (
        f"{group:<12}{sum(n.values()):>8}" + "".join(f"{100 * rate:>10.1f}" for rate in _rates(n))
        for group, n in sorted(found.items())
    )
    return [f"{'same names':<12}{'pairs':>8}{'precision':>10}{'recall':>10}{'F1':>10}", *rows]


if __name__ == "__main__":
    sys.exit(main())
