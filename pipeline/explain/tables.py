"""The things of a finished run that bear a name, with all that its tables tell of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.language.names.fold import key
from pipeline.store import Store
from pipeline.tables import ENTITIES, LINKS, MENTIONS, REDIRECTS

_MOST = 12  # things of one name that are shown


@dataclass(frozen=True)
class Thing:
    """An entity: its row, its surfaces and the reasons of its links, each with a count, and the ids that it had."""

    row: dict[str, Any]
    surfaces: Counter[str]
    reasons: Counter[str]
    former: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Its canonical name."""
        return str(self.row["name"])


def read_entities(store: Store) -> list[dict[str, Any]]:
    """The rows of `entities`, most mentioned first. Raises DatelineError if there is no such table."""
    rows: list[dict[str, Any]] = store.whole(ENTITIES).to_pylist()
    return sorted(rows, key=lambda row: (-row["n_mentions"], row["entity_id"]))


def bearers(name: str, entities: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entities that are called so, and behind them those whose longer names hold it; not more than a dozen."""
    wanted = key(name)
    exact = [row for row in entities if wanted in map(key, _names(row))]
    ids = {row["entity_id"] for row in exact}
    holding = [
        r for r in entities if r["entity_id"] not in ids and any(f" {wanted} " in f" {key(n)} " for n in _names(r))
    ]
    return [*exact, *holding][:_MOST]


def read_things(store: Store, rows: Sequence[dict[str, Any]]) -> list[Thing]:
    """The entities with what mentions, links and redirects say of them, in the same order."""
    links = _among(store.whole(LINKS), "entity_id", [row["entity_id"] for row in rows])
    mentions = _among(store.whole(MENTIONS), "mention_id", links["mention_id"].to_pylist())
    texts = dict(zip(mentions["mention_id"].to_pylist(), mentions["text"].to_pylist(), strict=True))
    told = links.select(["entity_id", "mention_id", "reason"]).to_pylist()
    former = store.whole(REDIRECTS).to_pylist()
    return [_thing(row, told, texts, former) for row in rows]


def _thing(row: dict[str, Any], told: Iterable[dict[str, Any]], texts: dict[str, str], former: Iterable[Any]) -> Thing:
    mine = [link for link in told if link["entity_id"] == row["entity_id"]]
    surfaces = Counter(texts[link["mention_id"]] for link in mine)
    was = tuple((r["old_id"], r["reason"]) for r in former if r["new_id"] == row["entity_id"])
    return Thing(row, surfaces, Counter(link["reason"] for link in mine), was)


def _names(row: dict[str, Any]) -> list[str]:
    return [row["name"], *row["aliases"]]


def _among(rows: pa.Table, column: str, values: Sequence[str]) -> pa.Table:
    return rows.filter(pc.is_in(rows[column], value_set=pa.array(values, pa.string())))
