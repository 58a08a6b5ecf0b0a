"""Who says what, on public gold, through the pipeline as a user runs it: `python -m tests.bench.public_quotes`.

PolNeAR, political news of 2016: an attribution is found if its cue overlaps or half of its content does; then its
source is right if it overlaps, its content at a Dice of .8 or more (eval/quotes.py). Prints precision, recall and F1
and exits with 1 if an F1 falls below its floor; `--update` raises the floors. `--halves` prints the two halves too, by
a hash of the article's id: the word lists were written with errors of half a in view, and the weights fitted on it. A
set named by its file is printed and held to nothing. `--tables FOLDER` keeps the parse from one run to the next.
"""

import argparse
import contextlib
import hashlib
import io
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.store import Store
from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC, read, scorer
from tests.bench.running import tables_in
from tests.conftest import rows

SET = "data/quotes_polnear_dev.jsonl"
_MEASURES = ("found", "source", "source_words", "content")  # the lines that the scorer prints, in order
_LINE = re.compile(r"P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)")
Docs = Sequence[Mapping[str, Any]]
Figures = Mapping[str, tuple[float, float, float]]


def main() -> int:
    """Measure, print, hold against the floors."""
    options = _options()
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    docs = read(Path(options.set).absolute() if options.set else SET)
    found = predictions(docs, options.tables)
    print(f"{'':<10}" + "".join(f"{name:>20}" for name in _MEASURES))
    for name, part in parts(docs, options.halves).items():
        figures = score(part, found)
        print(f"{name:<10}" + "".join(f"{p:>8.1f}{r:>6.1f}{f:>6.1f}" for p, r, f in figures.values()))
    measured = {f"quotes.{name}": f1 / 100 for name, (_, _, f1) in score(docs, found).items()}
    return 0 if options.set else hold(measured)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Who says what on public gold.")
    parser.add_argument("set", nargs="?", help="a set of the same form, by its file")
    parser.add_argument("--halves", action="store_true", help="print the two halves as well")
    parser.add_argument("--tables", type=Path, help="folder that keeps the parsed set from one run to the next")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    return parser.parse_args()


def parts(docs: Docs, halves: bool) -> dict[str, Docs]:
    """The whole set, and its halves if they are asked for."""
    both = {f"half {name}": [doc for doc in docs if half(doc) == name] for name in "ab"} if halves else {}
    return {**both, "all": docs}


def half(doc: Mapping[str, Any]) -> str:
    """a or b, by a hash of the article's id."""
    return "ab"[hashlib.md5(doc["id"].encode()).digest()[0] % 2]


def predictions(docs: Docs, tables: Path | None = None) -> dict[str, list[dict[str, Any]]]:
    """Article → its attributions as the scorer reads them."""
    if tables is None:
        with tempfile.TemporaryDirectory() as folder:
            return predictions(docs, Path(folder))
    tables.mkdir(parents=True, exist_ok=True)
    store = tables_in(tables, (json.dumps({"id": doc["id"], "text": doc["text"]}) for doc in docs), "extract")
    return _predictions(store)


def _predictions(store: Store) -> dict[str, list[dict[str, Any]]]:
    ids = {row["article_id"]: row["source_id"] for row in rows(store, "articles")}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(store, "quotes"):
        source = None if row["source_start"] is None else [row["source_start"], row["source_end"]]
        cue, content = [row["cue_start"], row["cue_end"]], [row["char_start"], row["char_end"]]
        found[ids[row["article_id"]]].append({"source": source, "cue": cue, "content": content})
    return found


def score(docs: Docs, found: Mapping[str, Sequence[Any]]) -> Figures:
    """Measure → precision, recall, F1 in per cent, as the scorer prints them."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        scorer("quotes").score(docs, [{"id": doc["id"], "quotes": found.get(doc["id"], [])} for doc in docs])
    return dict(zip(_MEASURES, _read(printed.getvalue()), strict=True))


def _read(printed: str) -> Iterator[tuple[float, float, float]]:
    for precision, recall, f1 in _LINE.findall(printed):
        yield float(precision), float(recall), float(f1)


if __name__ == "__main__":
    sys.exit(main())
