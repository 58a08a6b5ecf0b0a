"""Time expressions on public gold, through the pipeline as a user runs it: `python -m tests.bench.public_dates`.

Prints extent, value and day-interval F1 of each set, and exits with 1 if one falls below its floor in `floors.toml`
beside this file; `--update` raises the floors to what was measured.
"""

import contextlib
import io
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from pipeline.engines.serial import serial
from pipeline.evaluation.floors import check, raised, read_floors, write_floors
from pipeline.flow import FLOW
from pipeline.runner import Run, Watch
from pipeline.settings import Settings, default_language
from pipeline.store import Store, open_store
from tests.bench.places import ABSENT, COMMANDS, PUBLIC, SETS, gold, inputs, scorer
from tests.conftest import rows

FLOORS = Path(__file__).with_name("floors.toml")
_MEASURES = (("strict", "p", "g"), ("relaxed", "p", "g"), ("value", "p", "g"), ("ival", "pi", "gi"))
_GROUPS = {"news": ("tbaq", "meantime"), "wikiwars": ("wikiwars",)}


def main() -> int:
    """Measure, print, hold against the floors."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    counts = {name: score(name, predictions(name)) for name in SETS}
    figures = {f"{group}.{m}": f1 for group, names in _GROUPS.items() for m, f1 in f1s(counts, names).items()}
    print("\n".join(table({**{n: f1s(counts, [n]) for n in SETS}, **{g: f1s(counts, s) for g, s in _GROUPS.items()}})))
    floors = read_floors(FLOORS)
    own = {name: floor for name, floor in floors.items() if name.split(".")[0] in _GROUPS}
    if "--update" in sys.argv:
        write_floors(FLOORS, {**floors, **raised(figures, own)}, COMMANDS)
        return 0
    faults = check(figures, own)
    print("\n".join(faults))
    return bool(faults)


def predictions(name: str) -> list[dict[str, Any]]:
    """What the stages up to `recognise` find in a set, as the scorer wants it."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.jsonl", Path(folder) / "out"
        source.write_text("\n".join(inputs(name)), "utf-8")
        with serial() as lend:
            run = Run(open_store(out), Settings(source, default_language()), lend, Watch())
            run.bring_up_to_date(FLOW[: [stage.name for stage in FLOW].index("recognise") + 1])
        return _rows(Store(out))


def _rows(store: Store) -> list[dict[str, Any]]:
    ids = {row["article_id"]: row["source_id"] for row in rows(store, "articles")}
    found: dict[str, list[dict[str, Any]]] = {own: [] for own in ids.values()}
    for row in rows(store, "dates"):
        found[ids[row["article_id"]]].append(_timex(row))
    return [{"id": own, "timex": timexes} for own, timexes in found.items()]


def _timex(row: Mapping[str, Any]) -> dict[str, Any]:
    """Offsets, value, and the first and last day of the interval where both are known."""
    out = {"start": row["char_start"], "end": row["char_end"], "value": row["timex"] or ""}
    start, end = row["date_start"], row["date_end"]
    if start is None or end is None:
        return out
    last = max(start.date(), (end - timedelta(days=1)).date())
    return {**out, "from": start.date().isoformat(), "to": last.isoformat()}


def score(name: str, found: list[dict[str, Any]]) -> Counter[str]:
    """The scorer's counts."""
    with contextlib.redirect_stdout(io.StringIO()):
        return Counter(scorer().score(gold(name), found))


def f1s(counts: Mapping[str, Counter[str]], names: Iterable[str]) -> dict[str, float]:
    """F1 of each measure over several sets together."""
    total = sum((counts[name] for name in names), Counter[str]())
    return {hit: 2 * total[hit] / max(1, total[p] + total[g]) for hit, p, g in _MEASURES}


def table(measured: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Lines of text."""
    head = f"{'F1':<12}{'extent':>10}{'overlap':>10}{'value':>10}{'days':>10}"
    return [
        head,
        *(f"{name:<12}" + "".join(f"{100 * row[m[0]]:>10.1f}" for m in _MEASURES) for name, row in measured.items()),
    ]


if __name__ == "__main__":
    sys.exit(main())
