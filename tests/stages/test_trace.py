"""A run over articles and their copies: nothing is told twice, what a copy adds is kept."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import check_tables
from pipeline.settings import Settings
from pipeline.store import Store, open_store
from tests.conftest import rows, run_all

WIRE = (
    "North Korea ratified a defence treaty with Russia on Monday, its state agency reported. "
    "The treaty obliges both sides to give military help if the other is attacked.\n\n"
    "Seoul condemned the treaty on Tuesday and summoned the Russian ambassador, the ministry said. "
    "Officials in Seoul said that about 11,000 soldiers had been sent to Russia since October. "
    "The minister told reporters that his government would answer in stages.\n"
)
ADDED = "\nGerman Chancellor Olaf Scholz met President Volodymyr Zelensky in Kyiv on Wednesday.\n"
OTHER = (
    "Ukrainian President Volodymyr Zelensky condemned North Korea on Tuesday. "
    "He said that Moscow had attacked Kyiv with drones for the third night in a row.\n"
)


def article(name: str, day: int, text: str) -> dict[str, str]:
    return {"id": name, "published": f"2024-11-{day}", "text": text, "outlet": name}


WIRE_ROW = article("wire", 12, WIRE)
COPY = article("paper", 13, f"A pact is sealed\nBy Jane Example\n\n{WIRE}")
LONGER = article("web", 14, WIRE + ADDED)
ARTICLES = [WIRE_ROW, COPY, LONGER, article("other", 13, OTHER)]


def run(settings: Settings, folder: Path, articles: Iterable[dict[str, str]]) -> Store:
    folder.mkdir()
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in articles), "utf-8")
    store = open_store(folder / "data")
    run_all(replace(settings, source=source), store.root)
    return store


def by_name(store: Store, table: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of each article, by the article's own id."""
    name = {a["article_id"]: a["source_id"] for a in rows(store, "articles")}
    out: dict[str, list[dict[str, Any]]] = {source_id: [] for source_id in name.values()}
    for row in rows(store, table):
        out[name[row["article_id"]]].append(row)
    return out


@pytest.fixture(scope="module")
def told(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return run(settings, tmp_path_factory.mktemp("copies") / "run", ARTICLES)


def test_copies_are_told_as_such(told: Store) -> None:
    articles = {a["source_id"]: a for a in rows(told, "articles")}
    wire = articles["wire"]["article_id"]
    copied = {name: a["duplicate_of"] for name, a in articles.items()}
    assert copied == {"wire": None, "paper": wire, "web": wire, "other": None}
    assert articles["paper"]["n_tokens"] == 0
    assert [f"{a['published_start']:%d}" for a in (articles["paper"], articles["web"])] == ["13", "14"]


def test_a_copy_tells_no_event_but_of_the_paragraph_that_it_adds(told: Store) -> None:
    events = by_name(told, "events")
    assert events["wire"]
    assert events["paper"] == []
    assert {event["text"] for event in events["web"]} == {ADDED.strip()}
    assert {q["sentence"] for q in by_name(told, "quantities")["web"]} <= {e["sentence"] for e in events["web"]}


def test_sentences_say_from_where_they_are_copied(told: Store) -> None:
    sentences = by_name(told, "sentences")
    (wire,) = {s["article_id"] for s in sentences["wire"]}
    assert [s["copied_from"] for s in sentences["web"]] == [wire] * 5 + [None]
    assert {s["copied_from"] for name in ("wire", "other") for s in sentences[name]} == {None}


def test_stories_count_copies_apart(told: Store) -> None:
    article_of = {event["event_id"]: event["article_id"] for event in rows(told, "events")}
    (wire,) = {s["article_id"] for s in by_name(told, "sentences")["wire"]}
    members: dict[str, set[str]] = {}
    for row in rows(told, "story_events"):
        members.setdefault(row["story_id"], set()).add(article_of[row["event_id"]])
    of_wire = [s for s in rows(told, "stories") if members[s["story_id"]] == {wire}]
    assert of_wire
    assert {(s["n_articles"], s["n_copies"]) for s in of_wire} == {(1, 2)}


def test_the_tables_are_sound(told: Store) -> None:
    assert check_tables(told.root) == []


def test_the_order_of_rows_makes_no_difference(told: Store, settings: Settings, tmp_path: Path) -> None:
    turned = run(settings, tmp_path / "turned", reversed(ARTICLES))
    for table in ("articles", "events", "stories"):
        assert canonical(turned, table) == canonical(told, table)


def canonical(store: Store, table: str) -> list[str]:
    return sorted(map(repr, rows(store, table)))


def test_a_later_copy_reruns_its_own_shard_alone(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.shards._SIZE", 100)
    store = run(settings, tmp_path / "run", [WIRE_ROW, COPY, ARTICLES[3]])
    before = canonical(store, "events")
    source = tmp_path / "run/articles.jsonl"
    source.write_text(source.read_text("utf-8") + json.dumps(LONGER | {"text": WIRE}) + "\n", "utf-8")
    new = {s.stage: s.new for s in run_all(replace(settings, source=source), store.root)}
    assert len(store.parts("tokens")) > 2
    assert (new["trace"], new["tokenise"]) == (1, 1)
    assert canonical(store, "events") == before
