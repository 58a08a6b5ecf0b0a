"""Events on public gold, through the pipeline as a user runs it: `python -m tests.bench.public_events`.

Prints what the scorers of the sets print. cameo: sentences with who, whom and quad class (eval/evcode.py), by PLOVER's
types. meantime: triggers, who, whom and factuality (eval/meantime.py) of any event, so with the general ontology.
Exits with 1 if a figure falls below its floor; `--update` raises the floors; `--halves` prints each half of the sets,
by hash of the ids, and holds nothing: errors were read in the first half only.
"""

import contextlib
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from hashlib import md5
from typing import Any, NamedTuple

from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC, read, scorer
from tests.bench.running import tables

Docs = list[dict[str, Any]]
_NUMBER = r"([0-9.]+)"


class Task(NamedTuple):
    """A set and its scorer; `score` prints, `figures` are where in the print each figure stands, in per cent."""

    file: str
    ontology: str
    score: Callable[[Docs, Docs], None]
    figures: Mapping[str, str]


def tasks() -> dict[str, Task]:
    """Name → task. The second figure of evcode's lines is of any event of a sentence, not of the first alone."""
    any_event = rf"\s+\(of \d+\)\s+[0-9.]+\s+{_NUMBER}"
    cameo = {"dyad": f"dyad{any_event}", "quad_class": f"pentacode{any_event}", "all": rf"dyad\+pentacode{any_event}"}
    f1 = rf".*?F1\s+{_NUMBER}"
    meantime = {
        "trigger": f"event trigger{f1}",
        "nominal_recall": rf"OTHER/NOUN': '{_NUMBER}%",
        "arg0": f"Arg0{f1}",
        "arg1": f"Arg1{f1}",
        "negated": f"NEG F1 {_NUMBER}",
        "possible": f"POSSIBLE F1 {_NUMBER}",
        "future": f"FUTURE F1 {_NUMBER}",
    }
    evcode = scorer("evcode").score
    return {
        "cameo": Task("evcode_cameo_train", "plover", lambda d, p: evcode("cameo.jsonl", d, p), cameo),
        "meantime": Task("meantime_events", "general", scorer("meantime").score, meantime),
    }


def main() -> int:
    """Measure, print, hold against the floors."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    figures: dict[str, float] = {}
    for name, task in tasks().items():
        docs = read(f"data/{task.file}.jsonl")
        found = predictions(docs, name, task)
        for part in parts(docs):
            printed = _printed(task, part, found)
            print(f"{name}: {len(part)} texts, --ontology {task.ontology}\n{printed}")
            figures |= {f"events_{name}.{key}": _figure(pattern, printed) for key, pattern in task.figures.items()}
    return 0 if "--halves" in sys.argv else hold(figures)


def predictions(docs: Docs, name: str, task: Task) -> Docs:
    """What the tables say, as rows of the scorer."""
    adapt: Mapping[str, Callable[[Any], Docs]] = scorer("from_tables").TASKS
    with tables((json.dumps(_article(doc)) for doc in docs), "extract", ontologies=(task.ontology,)) as store:
        return adapt["evcode" if name == "cameo" else name](store.root)


def _article(doc: Mapping[str, Any]) -> dict[str, str]:
    published = {"published": doc["dct"]} if doc.get("dct") else {}
    return {"id": doc["id"], "text": doc["text"], **published}


def parts(docs: Docs) -> Iterator[Docs]:
    """All of it, or its halves if they are asked for."""
    if "--halves" not in sys.argv:
        yield docs
        return
    for half in (0, 1):
        yield [doc for doc in docs if md5(doc["id"].encode()).digest()[0] % 2 == half]


def _printed(task: Task, docs: Docs, found: Docs) -> str:
    known = {doc["id"] for doc in docs}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        task.score(docs, [row for row in found if row["id"] in known])
    return out.getvalue().rstrip()


def _figure(pattern: str, printed: str) -> float:
    """The share that stands there; 0 if the scorer printed no such line."""
    found = re.search(pattern, printed)
    return float(found[1]) / 100 if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
