"""What one id per real-world thing costs: `python -m tests.bench.names_speed [MENTIONS NAMES ARTICLES]`.

The stage `normalise` as a run calls it, in a process of its own on one core: reading, resolving and writing
1,000,000 mentions of 100,000 distinct names in 50,000 articles. Prints seconds, mentions a second, peak memory.
"""

import random
import sys
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from pipeline.store import Store
from pipeline.tables import ARTICLES, ENTITIES, LINKS, MENTIONS, REDIRECTS, Table
from tests.bench.generated_names import articles, days, things
from tests.bench.stage_cost import measure

SIZE = (1_000_000, 100_000, 50_000)
SECONDS, GIGABYTES = 180, 2.0  # what the project promises for SIZE


def main(words: Sequence[str]) -> int:
    """Generate, measure, print. 1 if it took longer or more than promised."""
    mentions, names, number = (int(word) for word in words) if words else SIZE
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        parts = generate(store, mentions, names, number)
        with get_context("spawn").Pool(1) as pool:
            seconds, cpu, gigabytes = pool.apply(measure, (store, "normalise", parts))
        rows = {
            table.name: store.read(table, store.parts(table.name)).num_rows for table in (LINKS, ENTITIES, REDIRECTS)
        }
    counts = ", ".join(f"{name} {count:,}" for name, count in rows.items())
    print(f"{mentions:,} mentions of {names:,} names in {number:,} articles: {counts}")
    print(f"{cpu:.1f} s of one core, {seconds:.1f} s in all; {mentions / cpu:,.0f} mentions/s; peak {gigabytes:.2f} GB")
    return int(mentions == SIZE[0] and (cpu > SECONDS or gigabytes > GIGABYTES))


def generate(store: Store, mentions: int, names: int, number: int) -> tuple[str, ...]:
    """Write `articles` and `mentions` as a run would have; the names of their parts."""
    dice = random.Random(20241112)
    found = things(names, dice)
    told = articles(found, mentions, number, dice)
    when = days(number)
    shards = max(1, number // 10_000)
    parts = tuple(f"{i:05d}-of-{shards:05d}" for i in range(shards))
    for i, part in enumerate(parts):
        rows = [(when[n], *next(told)) for n in range(i * number // shards, (i + 1) * number // shards)]
        store.write(
            ARTICLES, part, _table(ARTICLES, [{"article_id": a, "published_start": day} for day, a, _ in rows]), ""
        )
        store.write(MENTIONS, part, _table(MENTIONS, [m for _, a, names in rows for m in _mentions(a, names)]), "")
    return parts


def _mentions(article_id: str, names: Sequence[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [
        {
            "mention_id": f"m_{article_id}_{i}",
            "article_id": article_id,
            "sentence": i // 2,
            "char_start": 60 * i,
            "char_end": 60 * i + len(text),
            "text": text,
            "label": label,
            "source": "model",
            "title": title,
            "setting": None,
        }
        for i, (text, label, title) in enumerate(names)
    ]


def _table(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=table.schema)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
