import csv
import tomllib
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest

from pipeline.language.names.words import NameWords
from pipeline.matching.names.cluster import Pair, cluster
from pipeline.matching.names.compare import compare
from pipeline.matching.names.person import parse

ROOT = Path(__file__).parents[2]
WORDS = NameWords.from_toml(tomllib.loads((ROOT / "models/en/names.toml").read_text("utf-8")))
CASES = tomllib.loads((ROOT / "tests/cases/names.toml").read_text("utf-8"))["pair"]


def verdict(a: str, b: str) -> str:
    return compare(parse(a, WORDS), parse(b, WORDS), WORDS.persons).verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: "/".join(next(iter(case.values()))[:2]))
def test_names_of_people(case: dict[str, Any]) -> None:
    for wanted, names in case.items():
        pairs = permutations(names, 2)
        assert [(a, b) for a, b in pairs if verdict(a, b) != wanted] == []


def test_no_two_known_people_are_one() -> None:
    with (ROOT / "models/en/aliases/people.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert [(a, b) for a, b in combinations(names, 2) if verdict(a, b) == "same"] == []


def test_a_group_holds_no_two_that_differ() -> None:
    pairs = [Pair(0.9, "a", "b", "alike"), Pair(0.8, "b", "c", "alike")]
    roots, _ = cluster(pairs, lambda x, y: {x, y} == {"a", "c"})
    assert roots == {"a": "a", "b": "a"}
    assert cluster(reversed(pairs), lambda x, y: {x, y} == {"a", "c"})[0] == roots


@pytest.mark.parametrize("text", ["", "-", "Mr", "Jr.", "12", "🙂", "a b c d e f g h i j k"])
def test_odd_names_do_not_stop_it(text: str) -> None:
    assert verdict(text, "Kim Jong Un") != "same"
