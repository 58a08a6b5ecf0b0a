"""What an article is about: own small articles through the whole pipeline; the examples of main_event.toml.

Tests that ask for `parse` hold for the default model (see conftest.py).
"""

import json
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import check_tables
from pipeline.store import Store
from tests.bench.running import tables
from tests.conftest import rows

DATA = tomllib.loads((Path(__file__).parents[2] / "models/en/main_event.toml").read_text("utf-8"))
EXAMPLES: list[dict[str, Any]] = DATA["examples"]["article"]
COLUMNS = {"who": "who", "what": "what", "when": "when_text", "where": "place"}
ARTICLES = {
    "deal": "Northwind to buy rival Acme Foods\n\nOSLO, May 12 (Reuters) - Northwind said on Wednesday that it will "
    "buy Acme Foods for $2 billion. The deal is the largest of the year.",
    "quake": "A strong earthquake hit western Turkey on Tuesday night, killing 12 people in Izmir, officials said. It "
    "was felt in Greece.",
    "match": "Champions! What a night\n\nPublished by the sports desk\n\nAjax beat Porto 3-1 in Amsterdam on "
    "Wednesday. Ajax had lost the first match in April.",
    "undated": "The council approved the budget. Its members voted for six hours.",
    "treaty": "Norway signs treaty with Sweden\n\nNorway signed a treaty with Sweden in Bergen on Monday.",
    "noun": "Big blaze in Lyon market",
    "empty": "",
    "capitals": "OIL PRICES UP\n\nOil prices rose sharply on Thursday. Traders bought contracts in London.",
    "shouted": "BANK CUTS RATES AGAIN",
    "boilerplate": "Subscribe to our newsletter\n\nAll rights reserved.\n\nFollow us on Twitter",
    "table": "First quarter results\n\nShr loss 15 cts vs nil\n\nRevs 20 mln",
    "apart": "Rain fell on the coast all week. A ferry sank off Malta on Sunday with 40 people.",
}


@pytest.fixture(scope="module")
def found() -> Iterator[Store]:
    """The tables of the articles and of the examples, as a user gets them."""
    own = [{"id": name, "text": text, "published": "2021-05-13"} for name, text in ARTICLES.items()]
    own[-1]["title"] = "Ferry sinks off Malta"
    known = [
        {"id": str(i), "text": e["text"], "published": DATA["examples"]["published"]} for i, e in enumerate(EXAMPLES)
    ]
    with tables(map(json.dumps, [*own, *known]), "extract") as store:
        yield store


def main_events(store: Store) -> dict[str, dict[str, Any]]:
    own = {row["article_id"]: row["source_id"] for row in rows(store, "articles")}
    return {own[row["article_id"]]: row for row in rows(store, "main_events")}


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=lambda n: EXAMPLES[n]["text"].strip()[:30])
def test_every_example_of_the_words(number: int, found: Store, parse: object) -> None:
    row, example = main_events(found)[str(number)], EXAMPLES[number]
    assert {q: row[c] for q, c in COLUMNS.items() if q in example} == {q: example[q] for q in COLUMNS if q in example}


@pytest.mark.parametrize(
    ("name", "who", "what", "when", "where"),
    [
        ("deal", "Northwind", "will buy Acme Foods for $2 billion", "Wednesday", "OSLO"),
        ("quake", "A strong earthquake", "hit western Turkey", "Tuesday night", "Izmir"),
        ("match", "Ajax", "beat Porto 3-1", "Wednesday", "Amsterdam"),
        ("undated", "The council", "approved the budget", None, None),
        ("capitals", "Oil prices", "rose sharply", "Thursday", None),
        ("apart", "A ferry", "sank off Malta", "Sunday", "Malta"),
    ],
)
def test_the_four_answers(
    name: str, who: str, what: str, when: str | None, where: str | None, found: Store, parse: object
) -> None:
    row = main_events(found)[name]
    assert tuple(row[c] for c in COLUMNS.values()) == (who, what, when, where)


@pytest.mark.parametrize("name", ["empty", "boilerplate"])
def test_what_tells_nothing_has_no_row(name: str, found: Store) -> None:
    assert name not in main_events(found)


@pytest.mark.parametrize("name", ["noun", "shouted", "table"])
def test_scraps_raise_nothing_and_promise_little(name: str, found: Store) -> None:
    row = main_events(found).get(name)
    assert row is None or row["confidence"] < main_events(found)["treaty"]["confidence"]


def test_the_day_of_publication_is_a_bound_and_no_known_time(found: Store) -> None:
    row = main_events(found)["undated"]
    assert (row["when_text"], row["date_id"], row["date_start"], row["date_end"]) == (None, None, None, None)
    assert row["not_after"] == datetime(2021, 5, 14)


def test_a_time_that_is_told_is_an_interval(found: Store) -> None:
    row = main_events(found)["match"]
    assert (row["date_start"], row["date_end"]) == (datetime(2021, 5, 12), datetime(2021, 5, 13))
    assert row["not_after"] is None


def test_what_is_still_to_come_says_so_and_is_not_bounded(found: Store, parse: object) -> None:
    row = main_events(found)["deal"]
    assert (row["status"], row["not_after"]) == ("future", None)


def test_the_typed_event_with_the_same_trigger_is_named(found: Store, parse: object) -> None:
    row = main_events(found)["treaty"]
    event = next(e for e in rows(found, "events") if e["event_id"] == row["event_id"])
    assert (event["char_start"], event["char_end"]) == (row["char_start"], row["char_end"])
    assert row["who_ids"] == ["iso3166:NOR"]


def test_every_phrase_stands_where_it_says(found: Store) -> None:
    assert [fault for fault in check_tables(found.root) if "main_events" in fault] == []
    texts = {row["article_id"]: row["text"] for row in rows(found, "articles")}
    for row in rows(found, "main_events"):
        for name in ("who", "what", "place"):
            start, end = row[f"{name}_start"], row[f"{name}_end"]
            assert row[name] == (texts[row["article_id"]][start:end] if start is not None else None)


def test_every_answer_tells_why(found: Store) -> None:
    for row in rows(found, "main_events"):
        assert ("when: not told" in row["reason"]) == (row["when_text"] is None)
        assert ("where: not told" in row["reason"]) == (row["place"] is None)
        assert 0 < row["confidence"] < 1
