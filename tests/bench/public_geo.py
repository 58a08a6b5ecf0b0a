"""Where the places of local news lie, against LGL: `python -m tests.bench.public_geo [FOLDER]`

FOLDER keeps the tables for the next time. Places are the pipeline's own mentions labelled GPE, LOC or FAC.
"""

import hashlib
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from pipeline.store import Store
from pipeline.tables import ARTICLES, ENTITIES, LINKS, MENTIONS, Table
from tests.bench.places import ABSENT, PUBLIC, read, scorer
from tests.bench.running import tables_in

FILE = "data/geo_lgl.jsonl"
LABELS = {"GPE", "LOC", "FAC"}
NEAR = 161.0  # km: a hundred miles, the usual limit


def main() -> None:
    """Print the figures of both halves, which a hash of the article's id makes."""
    if not (PUBLIC / FILE).exists():
        print(ABSENT)
        return
    with tempfile.TemporaryDirectory() as new:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else new)
        folder.mkdir(parents=True, exist_ok=True)
        found = found_places(tables_in(folder, inputs(), "normalise"))
    for half in (0, 1):
        docs = [doc for doc in read(FILE) if hashlib.md5(doc["id"].encode()).digest()[0] % 2 == half]
        print(f"half {half}: " + line([pair for doc in docs for pair in pairs(doc, found[doc["id"]])]))


def inputs() -> Iterator[str]:
    for doc in read(FILE):
        yield json.dumps({"id": doc["id"], "text": doc["text"]} | ({"published": doc["dct"]} if doc["dct"] else {}))


def found_places(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Article → its places, with what the tables know of them."""
    articles = {row["article_id"]: row["source_id"] for row in rows(store, ARTICLES)}
    entities = {row["entity_id"]: row for row in rows(store, ENTITIES)}
    things = {row["mention_id"]: entities[row["entity_id"]] for row in rows(store, LINKS)}
    found = defaultdict(list)
    for row in rows(store, MENTIONS):
        if row["label"] in LABELS:
            found[articles[row["article_id"]]].append(things[row["mention_id"]] | row)
    return found


def rows(store: Store, table: Table) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = store.read(table, store.parts(table.name)).to_pylist()
    return out


def pairs(doc: dict[str, Any], found: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each place of the gold with the mention that overlaps it."""
    for place in doc["places"]:
        hit = next((m for m in found if m["char_start"] < place["end"] and place["start"] < m["char_end"]), None)
        if hit is not None:
            yield place, hit


def line(found: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> str:
    distance = scorer("geo").km
    states = [(place["country"], hit["country"]) for place, hit in found if place["country"]]
    right = sum(a == b for a, b in states)
    given = sum(b is not None for _, b in states)
    both = [(p, h) for p, h in found if p["lat"] is not None and h["latitude"] is not None]
    away = [distance((p["lat"], p["lon"]), (h["latitude"], h["longitude"])) for p, h in both]
    return (
        f"country right for {right / len(states):.1%} of {len(states)} found, {right / given:.1%} of {given} given; "
        f"{len(away)} have coordinates, median {median(away):.1f} km off, "
        f"{sum(km <= NEAR for km in away) / len(away):.1%} within {NEAR:.0f} km"
    )


if __name__ == "__main__":
    main()
