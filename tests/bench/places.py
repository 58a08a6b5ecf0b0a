"""Where the public data sets lie: they belong to others and are never copied into the project."""

import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

_ROOT = Path(__file__).parents[2]
PUBLIC = Path(os.environ.get("DATELINE_PUBLIC", _ROOT.parent / "shared/eval"))
SETS = ("tbaq", "meantime", "wikiwars")
ABSENT = f"skipped: there are no public data sets in {PUBLIC} (set DATELINE_PUBLIC to their folder)"


def read(file: str | Path) -> list[dict[str, Any]]:
    """The rows of the set in a file of the public folder, or anywhere if its path is absolute."""
    lines = (PUBLIC / file).read_text("utf-8").split("\n")  # texts may hold other signs that end a line
    return [json.loads(line) for line in lines if line.strip()]


def gold(name: str) -> list[dict[str, Any]]:
    """The documents of a set of time expressions: id, text, dct (publication day), timex."""
    return read(f"data/timex_{name}.jsonl")


def inputs(name: str) -> Iterator[str]:
    """The same as lines of input for dateline: text and publication day, no gold."""
    for doc in gold(name):
        yield json.dumps({"id": doc["id"], "text": doc["text"], "published": doc["dct"]})


def scorer(task: str) -> ModuleType:
    """The scorer of a task that lies beside the sets: `timex`, `ner`."""
    sys.path.insert(0, str(PUBLIC))
    spec = importlib.util.spec_from_file_location(f"{task}_scorer", PUBLIC / f"{task}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
