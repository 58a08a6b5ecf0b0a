"""Figures in sentences; and every example of models/en/quantities.toml."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.quantities import Measured, Quantities, Quantity, find_quantities
from pipeline.language.quantities.number import number, vague

MODELS = Path(__file__).parents[2] / "models" / "en"
DATA: dict[str, Any] = tomllib.loads((MODELS / "quantities.toml").read_text("utf-8"))
WORDS = Quantities.from_toml(DATA)
Parse = Callable[[str], Doc]


def find(doc: Doc, *events: Measured) -> list[Quantity]:
    return find_quantities(Article(doc, ["story" for _ in doc.sents]), events, WORDS)


def rows(doc: Doc) -> list[list[Any]]:
    return [[q.text, *("" if v is None else v for v in (q.low, q.high)), q.qualifier] for q in find(doc)]


@pytest.mark.parametrize("example", DATA["example"], ids=lambda e: e["text"][:30])
def test_every_example_of_the_words(example: dict[str, Any], parse: Parse) -> None:
    assert rows(parse(example["text"])) == example["figures"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2 million", 1.2e6),
        ("12,500", 12500),
        ("1,00,000", 100000),
        ("ten\xa0thousand", 10000),
        ("twenty-five", 25),
        ("one hundred and fifty thousand", 150000),
        ("two million three hundred thousand", 2.3e6),
        ("half a million", 5e5),
        ("a dozen", 12),
        ("1.2.3", None),
        ("", None),
    ],
)
def test_number(text: str, expected: float | None) -> None:
    assert number(text, WORDS) == expected


def test_vague() -> None:
    texts = ["thousands", "tens of thousands", "Hundreds of thousands", "dozens", "several hundred", "word"]
    assert [vague(t, WORDS) for t in texts] == [2000, 20000, 200000, 24, 200, None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A quake of magnitude 7.1 killed at least one person and 12 children.",
            [("7.1", "magnitude"), ("at least one", "person"), ("12", "children")],
        ),
        ("Concerns over thousands of Malian troops grew.", [("thousands", "Malian troops")]),
        ("A 50,000-strong contingent of Chadian troops arrived.", [("50,000-strong", "contingent")]),
        ("Some 50,000 Togo and Benin soldiers took part.", [("Some 50,000", "Togo and Benin soldiers")]),
        ("The rate rose from 5% to 10 percent.", [("5%", "%"), ("10 percent", "%")]),
        ("Lawmakers voted 51-49 to adopt it.", []),
        (
            "It cost £5m, US$1.2bn and €10-12 million.",
            [("£5m", "GBP"), ("US$1.2bn", "USD"), ("€10-12 million", "EUR")],
        ),
        ("The bomb exploded near a mosque, killing 15.", [("15", "killed")]),
        (
            "One of the world's largest armies, with 1.2 million soldiers, waits.",
            [("1.2 million", "soldiers")],
        ),
        ("John Doe, 34, a 5-year-old boy and the two leaders met at 5:30 p.m. on one side.", []),
        ("The two-state plan of 2002 names F-16 jets, Resolution 242 and room 101.", []),
    ],
)
def test_figures_and_what_they_count(sentence: str, expected: list[tuple[str, str]], parse: Parse) -> None:
    assert [(q.text, q.unit) for q in find(parse(sentence))] == expected


def test_the_event_that_a_figure_measures(parse: Parse) -> None:
    doc = parse("France sent 300 soldiers, and Mali freed 40 hostages.")
    sent, freed = doc.text.index("sent"), doc.text.index("freed")
    events = [Measured(0, freed, freed + 5, ("MLI",), ()), Measured(0, sent, sent + 4, ("FRA",), ("MLI",))]
    assert [(q.text, q.event, q.entity_id) for q in find(doc, *events)] == [
        ("300", 1, "FRA"),
        ("40", 0, "MLI"),
    ]


def test_boilerplate_has_no_figures(parse: Parse) -> None:
    doc = parse("Get 500 newsletters a day.")
    assert find_quantities(Article(doc, ["boilerplate"]), (), WORDS) == []


@pytest.mark.parametrize(
    "text", ["", "1", "$", "1,2,3,4", "🔥 5", "....", "9" * 400, "TEN " * 300, "1-1-1-1", "a " * 99, "$1.1.1"]
)
def test_odd_text(text: str, parse: Parse) -> None:
    assert all(q.text in text for q in find(parse(text)))
