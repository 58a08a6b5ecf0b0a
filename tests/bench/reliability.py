"""What events.confidence is worth: `python -m tests.bench.reliability [--fit] [--tables FOLDER]`.

How many rows of each stretch of confidence are right. A row is right where type, actor, recipient and status are those
of the gold (sample articles; the five seed articles), or where source, target and quad class are: CAMEO sentences that
have all three, less the class of statements, for which PLOVER has no type. A sentence may tell more than its annotators
noted, so that those shares are too low. --fit fits models/en/confidence.toml again, on the CAMEO sentences and the
sample articles, and first prints each half of the sentences with weights that the rest gave; the seed articles are
never fitted on. FOLDER keeps the tables for the next time.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import md5
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from pipeline import resources
from pipeline.evaluation.case import cases
from pipeline.evaluation.conventions import read_conventions
from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.identity import gold_ids
from pipeline.evaluation.measures.event_pairs import Pair, match_events, participants_fit
from pipeline.flow import FLOW
from pipeline.language.events import Event, find_events
from pipeline.language.events.confidence import Confidence
from pipeline.settings import Settings, default_language
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.store import Store
from tests.bench.places import PUBLIC, read, scorer
from tests.bench.reliability_fit import fit, write
from tests.bench.running import tables_in, tables_of

ROOT = Path(__file__).parents[2]
SETS = {  # articles and gold; the first is fitted on
    "sample articles": (ROOT / "seeds/articles", ROOT / "seeds/gold"),
    "seed articles": (PUBLIC.parent / "seeds", PUBLIC.parent / "gold/seeds"),
}
HALVES = ("cameo, half a", "cameo, half b")
FITTED = (*HALVES, "sample articles")
CAMEO = "data/evcode_cameo_train.jsonl"
EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
HIGH = 0.8


class Judged(NamedTuple):
    """The evidence of a row, its confidence, and whether it is right."""

    evidence: tuple[str, ...]
    confidence: float
    right: bool


def main() -> int:
    """Fit if asked to, then print a table for each set."""
    parser = argparse.ArgumentParser(description="What events.confidence is worth.")
    parser.add_argument("--fit", action="store_true", help="fit the weights again first")
    parser.add_argument("--tables", type=Path, help="folder that keeps the tables")
    words = parser.parse_args()
    with TemporaryDirectory() as new:
        found = judged(words.tables or Path(new))
        if words.fit:
            print("\n\n".join(table(f"{name}, fitted without it", rows) for name, rows in _unseen(found)), end="\n\n")
            weights = _fitted(found, FITTED)
            write(weights)
            found = {name: [_again(row, weights) for row in rows] for name, rows in found.items()}
    print("\n\n".join(table(name, rows) for name, rows in found.items()))
    return 0


def _fitted(found: Mapping[str, Sequence[Judged]], names: Sequence[str]) -> Confidence:
    return fit([[(row.evidence, row.right) for row in found[name]] for name in names])


def _unseen(found: Mapping[str, Sequence[Judged]]) -> Iterator[tuple[str, list[Judged]]]:
    """Each half of the CAMEO sentences with weights that were fitted on everything else."""
    for half in HALVES:
        weights = _fitted(found, [name for name in FITTED if name != half])
        yield half, [_again(row, weights) for row in found[half]]


def _again(row: Judged, weights: Confidence) -> Judged:
    return row._replace(confidence=weights.of(row.evidence))


def judged(folder: Path) -> dict[str, list[Judged]]:
    """The judged rows of each set that is there."""
    found = {}
    if (PUBLIC / CAMEO).exists():
        docs = [doc for doc in read(CAMEO) if doc["source"] and doc["target"] and doc["penta"]]
        lines = (json.dumps({"id": doc["id"], "text": doc["text"]}) for doc in docs)
        told = dict(_events(tables_in(_made(folder / "cameo"), lines, "normalise")))
        for half in (0, 1):
            mine = [doc for doc in docs if md5(doc["id"].encode()).digest()[0] % 2 == half]
            found[f"cameo, half {'ab'[half]}"] = [row for doc in mine for row in _against_spans(doc, told[doc["id"]])]
    for name, (articles, gold) in SETS.items():
        if gold.exists():
            store = tables_of(articles, _made(folder / name.replace(" ", "_")), "normalise")
            found[name] = list(_against_gold(store, gold))
    return found


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _events(store: Store) -> Iterator[tuple[str, list[Event]]]:
    """The input's own id of each article and its events, as the stage `extract` finds them."""
    stage = next(stage for stage in FLOW if stage.name == "extract")
    settings = Settings(Path(), default_language())
    needs = {name: resources.load(name, settings) for name in ("vocab", "ontology", "speech")}
    articles, sentences, tokens, *rest = (store.read(table, store.parts(table.name)) for table in stage.reads)
    names = dict(zip(articles["article_id"].to_pylist(), _names(articles), strict=True))
    found = dict.fromkeys(names.values(), ())
    rows = [by_article(table) for table in rest]
    parsed = read_articles(needs["vocab"], articles, sentences, tokens)
    found |= {
        names[i]: find_events(annotate(a, *(rows[n].get(i) for n in (0, 2, 1))), needs["ontology"], needs["speech"])
        for i, a in parsed
    }
    return ((name, list(events)) for name, events in found.items())


def _names(articles: Any) -> list[str]:
    pairs = zip(articles["source_id"].to_pylist(), articles["path"].to_pylist(), strict=True)
    return [own or Path(path).name for own, path in pairs]


def _against_spans(doc: dict[str, Any], events: Sequence[Event]) -> Iterator[Judged]:
    """By the words that source and target share with the annotators'; both sides of a mutual act are either."""
    hit = scorer("evcode").hit
    for event in events:
        actors, recipients = ([p.text for p in event.participants if p.role == r] for r in ("actor", "recipient"))
        source = any(hit(doc["source"], text) for text in actors)
        target = any(hit(doc["target"], text) for text in recipients or (actors if len(actors) > 1 else ()))
        yield Judged(event.evidence, event.confidence, source and target and event.quad_class == doc["penta"])


def _against_gold(store: Store, folder: Path) -> Iterator[Judged]:
    tables = {t.name: store.read(t, store.parts(t.name)).to_pylist() for s in FLOW for t in s.writes if _asked(t.name)}
    owner = {Path(row["path"]).name: row["article_id"] for row in tables["articles"]}
    told = [(owner[name], event) for name, events in _events(store) for event in events]
    tables |= {"events": [_row(article_id, event) for article_id, event in told], "quantities": []}
    found = cases(tables, read_gold(folder), read_conventions())
    ids = gold_ids(found, tables["entities"])
    for match in (match_events(case, ids) for case in found):
        yield from (Judged(row["evidence"], row["confidence"], False) for row in match.extra)
        yield from (Judged(p.row["evidence"], p.row["confidence"], _right(p, ids)) for p in match.pairs)


def _asked(table: str) -> bool:
    return table in ("articles", "mentions", "links", "entities", "dates")


def _row(article_id: str, event: Event) -> dict[str, Any]:
    who: dict[str, list[str]] = defaultdict(list)
    for p in event.participants:
        who[p.role] += [p.entity_id] if p.entity_id else []
    return {**event._asdict(), "article_id": article_id, "actors": who["actor"], "recipients": who["recipient"]}


def _right(pair: Pair, ids: dict[str, str]) -> bool:
    gold, row = pair
    sides = (("actors", gold.actors), ("recipients", gold.recipients))
    return row["status"] in gold.statuses and all(participants_fit(row, role, known, ids) for role, known in sides)


def table(name: str, rows: Sequence[Judged]) -> str:
    """A line for each stretch of confidence, and one for all rows above HIGH."""
    lines = [f"{name}: {len(rows)} rows, {_share(rows)} right"]
    for low, high in pairwise(EDGES):
        inside = [row for row in rows if low <= row.confidence < high]
        if inside:
            mean = sum(row.confidence for row in inside) / len(inside)
            lines.append(
                f"  {low:.1f} to {min(high, 1):.1f}{len(inside):>6} rows, mean {mean:.2f}{_share(inside):>8} right"
            )
    above = [row for row in rows if row.confidence > HIGH]
    return "\n".join([*lines, f"  above {HIGH}{len(above):>6} rows{_share(above):>19} right"])


def _share(rows: Sequence[Judged]) -> str:
    return f"{sum(row.right for row in rows) / len(rows):.1%}" if rows else "-"


if __name__ == "__main__":
    sys.exit(main())
