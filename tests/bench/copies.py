"""What finding copies costs and how many it finds: `python -m tests.bench.copies [reuters.jsonl.gz]`.

The stage `trace` on 21,577 Reuters stories of 1987 (research use; none are kept here), and on half of them, each in a
process of its own. Then the share found of copies that are made of every seventh story of 60 words or more, among all
the others; and pairs to check by eye. Nothing is printed where the stories are not at hand.
"""

import gzip
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline import resources
from pipeline.settings import Settings, default_language
from pipeline.stages.trace import trace
from pipeline.tables import DOCUMENTS
from tests.matching.copying import EDITS

FILE = Path(__file__).parents[3] / "shared/eval/volume/reuters.jsonl.gz"
Story = dict[str, Any]
_LEAST, _EACH, _PAIRS = 60, 7, 50


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    file = Path(words[0]) if words else FILE
    if not file.exists():
        print(f"{file} is not there: nothing measured.")
        return
    stories = [json.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()]
    for part in (stories[: len(stories) // 2], stories):
        seconds, gigabytes, found = apart(part)
        print(f"{len(part):,} stories: {seconds:.1f} s of one core, peak {gigabytes:.2f} GB; {told(found)}")
    recall(stories)
    sample(found)


def apart(stories: list[Story]) -> tuple[float, float, list[Story]]:
    """CPU seconds, gigabytes and copies of a run in a process of its own."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (stories,))


def measure(stories: list[Story]) -> tuple[float, float, list[Story]]:
    """CPU seconds of the stage, peak memory of the process, and the copies."""
    table = documents(stories)
    settings = Settings(Path(), default_language())
    needs = {name: resources.load(name, settings) for name in ("copies", "dates")}
    began = time.process_time()
    (found,) = trace(table, **needs)
    used = time.process_time() - began
    return used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, found.to_pylist()


def documents(stories: Iterable[Story]) -> pa.Table:
    """As `ingest` would have written them."""
    return DOCUMENTS.table(
        (s["id"], "reuters", s["id"], None, None, s["title"] or None, s["date"], s["text"], "en") for s in stories
    )


def told(found: list[Story]) -> str:
    own = sum(copy["own"] for copy in found)
    return f"{len(found):,} copies, {own} of them with something of their own"


def recall(stories: list[Story]) -> None:
    """Of the copies made by each edit, how many are told to copy their model or what that copies."""
    models = [s for s in stories if len(s["text"].split()) >= _LEAST][::_EACH]
    edits = [EDITS[i % len(EDITS)] for i in range(len(models))]
    made = [{**s, "id": f"the {s['id']}", "text": e(s["text"])} for s, e in zip(models, edits, strict=True)]
    original = {copy["article_id"]: copy["duplicate_of"] for copy in apart([*stories, *made])[2]}
    hits: Counter[str] = Counter()
    for model, edit in zip(models, edits, strict=True):
        named = original.get(f"the {model['id']}")
        hits[edit.__name__] += named is not None and named in (model["id"], original.get(model["id"]))
    of = Counter(edit.__name__ for edit in edits)
    print(f"found of {len(models):,} made copies: {hits.total() / len(models):.3f}")
    for name in of:
        print(f"  {name:18}{hits[name] / of[name]:6.3f} of {of[name]}")


def sample(found: list[Story]) -> None:
    """Pairs to check by eye."""
    chosen = random.Random(20241112).sample(found, min(_PAIRS, len(found)))
    print(f"{len(chosen)} pairs:", " ".join(f"{c['article_id']}<{c['duplicate_of']}" for c in chosen))


if __name__ == "__main__":
    main(sys.argv[1:])
