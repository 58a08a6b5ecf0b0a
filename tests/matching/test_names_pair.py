import csv
import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.pair import compare_names, counts
from pipeline.matching.names.resolve import resolve
from pipeline.matching.names.shapes import MentionKey
from tests.bench.territories import names_by_code

ROOT = Path(__file__).parents[2]
CASES = tomllib.loads((ROOT / "tests/cases/pairs.toml").read_text("utf-8"))["pair"]


@pytest.fixture
def gazetteer(resource: Callable[[str], Any]) -> Gazetteer:
    found: Gazetteer = resource("gazetteer")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['a']}/{case['b']}")
def test_a_pair_of_names(case: dict[str, str], gazetteer: Gazetteer) -> None:
    said = [compare_names(a, b, case["kind"], gazetteer) for a, b in ((case["a"], case["b"]), (case["b"], case["a"]))]
    assert [v.verdict for v in said] == [case["verdict"]] * 2
    assert all(v.reason for v in said)
    assert {counts(v) for v in said} == {case["verdict"] != "different" and "apart" not in case}


def test_the_kind_may_be_unknown(gazetteer: Gazetteer) -> None:
    assert compare_names("ROK", "South Korea", None, gazetteer).verdict == "same"
    assert compare_names("Kim Jong-un", "Kim Jong Un", None, gazetteer).verdict == "same"
    assert compare_names("Kim Jong-un", "Kim Jong Il", None, gazetteer).verdict == "different"


@pytest.mark.parametrize("kind", ["PER", "ORG", "LOC", "GPE", "PERSON", "EVENT", None])
@pytest.mark.parametrize("text", ["", "-", "Mr", ",", "()", "(x)", "of", "12", "🙂", "a, b", ", Republic of"])
def test_odd_names_are_compared_too(text: str, kind: str | None, gazetteer: Gazetteer) -> None:
    assert not counts(compare_names(text, "Kim Jong Un", kind, gazetteer))


def test_names_in_other_languages_are_compared_but_never_found(gazetteer: Gazetteer) -> None:
    assert compare_names("Szwecja", "Sweden", "LOC", gazetteer).verdict == "same"
    assert gazetteer.look_up("Szwecja") == ()
    unread = gazetteer.aliases.keys() & {"szwecja", "suecia", "ruotsi", "gruzja", "engl"}
    assert unread == set()


def test_a_corpus_is_resolved_without_the_names_in_other_languages() -> None:
    def refuse(table: str) -> list[dict[str, str]]:
        raise AssertionError(f"{table} was read")

    tables = {}
    for path in (ROOT / "models/en/aliases").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    words = tomllib.loads((ROOT / "models/en/names.toml").read_text("utf-8"))
    names = {"N. Korea": "GPE", "Mt. Nowhere": "LOC", "Nowhere Ltd": "ORG", "Nemo Nobody": "PERSON", "Nowish": "NORP"}
    mentions = [
        MentionKey(str(i), "a", i, 99 * i, text, label, None, None, datetime(2024, 11, 12))
        for i, (text, label) in enumerate(names.items())
    ]
    found = {link.mention_id: link for link in resolve(mentions, Gazetteer.from_rows(tables, words, more=refuse)).links}
    assert [found[str(i)].iso3 for i in range(5)] == ["PRK", None, None, None, None]


def test_a_name_of_two_states_is_the_one_that_is_called_so() -> None:
    rows = [
        {
            "alpha3": "aaa",
            "name": "Avalon",
            "full_name": "Republic of Avalon",
            "names_strong": [],
            "names_weak": ["Oz"],
        },
        {"alpha3": "bbb", "name": "Erewhon", "full_name": "", "names_strong": [], "names_weak": ["Avalon", "Nusquam"]},
    ]
    assert names_by_code(rows) == {"AAA": {"avalon", "republic of avalon"}, "BBB": {"erewhon", "nusquam"}}
