"""What one story per real-world event costs: `python -m tests.bench.stories_speed [EVENTS]`.

The stage `merge` as a run calls it, in a process of its own on one core: reading, merging and writing 1,000,000 events
that 100,000 articles of three years tell, of 250,000 happenings between states and people that do not exist: a few
parties are in very many of them, most in few. Prints seconds, events a second, peak memory, stories.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from pipeline.store import Store
from pipeline.tables import ARTICLES, ENTITIES, EVENTS, QUANTITIES, STORIES, Table
from tests.bench.generated_names import days
from tests.bench.stage_cost import measure

SIZE = 1_000_000
SECONDS, GIGABYTES = 300, 4.0  # what the project promises for SIZE
PER_ARTICLE, PER_HAPPENING = 10, 4
WORDS = {
    "SUPPORT": ("ratify", "sign", "approve", "praise"),
    "CONSULT": ("meet", "visit", "talk", "host"),
    "ASSAULT": ("attack", "bomb", "kill", "clash"),
    "ACCUSE": ("condemn", "accuse", "criticise", "blame"),
    "AID": ("send", "supply", "donate", "deploy"),
    "PROTEST": ("protest", "march", "rally", "strike"),
    "COERCE": ("arrest", "seize", "detain", "capture"),
}
STATES = [f"{a}{b}{c}" for a in "ABCDEF" for b in "GHIJKL" for c in "MNOPQ"]


def main(words: Sequence[str]) -> int:
    """Generate, measure, print. 1 if it took longer or more than promised."""
    number = int(words[0]) if words else SIZE
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        parts = generate(store, number)
        with get_context("spawn").Pool(1) as pool:
            seconds, cpu, gigabytes = pool.apply(measure, (store, "merge", parts))
        stories = store.read(STORIES, store.parts("stories")).num_rows
    print(f"{number:,} events in {number // PER_ARTICLE:,} articles: stories {stories:,}")
    print(f"{cpu:.1f} s of one core, {seconds:.1f} s in all; {number / cpu:,.0f} events/s; peak {gigabytes:.2f} GB")
    return int(number == SIZE and (cpu > SECONDS or gigabytes > GIGABYTES))


def generate(store: Store, number: int) -> tuple[str, ...]:
    """Write what `merge` reads as a run would have; the names of the parts."""
    dice = random.Random(20241112)
    articles = number // PER_ARTICLE
    when = days(articles)
    cast = _entities(articles, dice)
    happenings = list(_happenings(number // PER_HAPPENING, cast, dice))
    shards = max(1, articles // 10_000)
    parts = tuple(f"{i:05d}-of-{shards:05d}" for i in range(shards))
    store.write(ENTITIES, "all", _table(ENTITIES, cast), "")
    by_day: dict[datetime, list[int]] = {}
    for i, happening in enumerate(happenings):
        by_day.setdefault(happening["day"], []).append(i)
    for i, part in enumerate(parts):
        ids = range(i * articles // shards, (i + 1) * articles // shards)
        rows = [{"article_id": f"{a:016x}", "outlet": f"o{a % 300}", "published_start": when[a]} for a in ids]
        store.write(ARTICLES, part, _table(ARTICLES, rows), "")
        events = [e for a in ids for e in _events(a, when[a], happenings, by_day, dice)]
        store.write(EVENTS, part, _table(EVENTS, events), "")
        store.write(QUANTITIES, part, _table(QUANTITIES, []), "")
    return parts


def _entities(articles: int, dice: random.Random) -> list[dict[str, Any]]:
    """A person or body for every fifth article, and the states; each of a state."""
    states = [{"entity_id": s, "name": s, "type": "GPE", "iso3": s, "country": s} for s in STATES]
    others = range(articles // 5)
    return states + [
        {"entity_id": f"p{n}", "name": f"p{n}", "type": "PERSON", "country": dice.choice(STATES)} for n in others
    ]


def _happenings(number: int, cast: list[dict[str, Any]], dice: random.Random) -> Iterator[dict[str, Any]]:
    """Who does what to whom, on which day."""
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(cast))))
    span = days(1095)
    for _ in range(number):
        kind = dice.choice(list(WORDS))
        who, whom = dice.choices(cast, cum_weights=weights, k=2)
        yield {"type": kind, "words": dice.sample(WORDS[kind], 2), "who": who, "whom": whom, "day": dice.choice(span)}


def _events(
    article: int,
    published: datetime,
    happenings: list[dict[str, Any]],
    by_day: dict[datetime, list[int]],
    dice: random.Random,
) -> Iterator[dict[str, Any]]:
    """What an article tells: happenings of its day and the two before; every other one with its day."""
    near = [n for back in range(3) for n in by_day.get(published - timedelta(days=back), ())]
    for n in range(PER_ARTICLE):
        h = happenings[dice.choice(near)] if near else dice.choice(happenings)
        dated = dice.random() < 0.5
        yield {
            "event_id": f"e_{article:x}_{n}",
            "article_id": f"{article:016x}",
            "sentence": n,
            "event_type": h["type"],
            "lemma": dice.choice(h["words"]),
            "trigger": h["words"][0],
            "status": dice.choices(("actual", "future", "negated"), (90, 7, 3))[0],
            "actors": [h["who"]["entity_id"]],
            "recipients": [h["whom"]["entity_id"]] if dice.random() < 0.7 else [],
            "inferred": [],
            "locations": [],
            "sources": [],
            "actor_countries": [h["who"]["country"]],
            "recipient_countries": [h["whom"]["country"]],
            "date_start": h["day"] if dated else None,
            "date_end": h["day"] + timedelta(days=1) if dated else None,
            "not_after": published + timedelta(days=1),
            "words": [h["who"]["name"], h["whom"]["name"], *h["words"], f"w{dice.randrange(5000)}"],
            "contexts": [],
            "text": f"{h['who']['name']} {h['words'][0]} {h['whom']['name']}.",
            "reason": "",
        }


def _table(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=table.schema)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
