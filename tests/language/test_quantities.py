"""Figures in sentences; and every example of models/en/quantities.toml."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events.attribution import Attribution
from pipeline.language.quantities import Measured, Quantities, Quantity, find_quantities
from pipeline.language.quantities.number import number, vague
from pipeline.language.quotes.find import find_quotes
from tests.language.test_events import REPORTING
from tests.language.test_events_rules import SPEECH, naive_names

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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what stands around a number
        ("At least 34 people died in the blast.", [("At least 34", 34, None, "people")]),
        ("Up to 500 soldiers crossed the river.", [("Up to 500", None, 500, "soldiers")]),
        ("Fewer than 20 delegates attended the talks.", [("Fewer than 20", None, 20, "delegates")]),
        ("Nearly 40 villages were burned.", [("Nearly 40", None, 40, "villages")]),
        ("Around 600 workers walked out.", [("Around 600", 600, 600, "workers")]),
        ("No fewer than 15 countries condemned the coup.", [("No fewer than 15", 15, None, "countries")]),
        ("Tens of thousands marched through Warsaw.", [("Tens of thousands", 20000, None, None)]),
        ("Dozens of protesters were arrested in Minsk.", [("Dozens", 24, None, "protesters")]),
        ("A dozen ships were seized by Iran.", [("A dozen", 12, 12, "ships")]),
        # money, shares, letters
        ("Congress approved a $95 billion package for Ukraine.", [("$95 billion", 95e9, 95e9, "USD")]),
        ("Germany gave €3.5 million to Malawi.", [("€3.5 million", 3.5e6, 3.5e6, "EUR")]),
        ("Oil fell 2.3% to $71.45 a barrel.", [("2.3%", 2.3, 2.3, "%"), ("$71.45", 71.45, 71.45, "USD")]),
        ("Unemployment rose to 12 per cent.", [("12 per cent", 12, 12, "%")]),
        ("One in five voters stayed at home.", [("One in five", 20, 20, "%")]),
        ("Nine out of ten homes lack power.", [("Nine out of ten", 90, 90, "%")]),
        ("A third of the army deserted.", [("A third", 33.3, 33.3, "%")]),
        ("Two-thirds of lawmakers backed the bill.", [("Two-thirds", 66.7, 66.7, "%")]),
        ("More than half the population of Gaza fled.", [("More than half", 50, None, "%")]),
        ("About 1.5m people fled Sudan.", [("About 1.5m", 1.5e6, 1.5e6, "people")]),
        # ranges
        ("Between 10 and 20 rebels were killed.", [("Between 10 and 20", 10, 20, "rebels")]),
        ("10-20 people were hurt in the crash.", [("10-20", 10, 20, "people")]),
        ("Some 10,000 to 12,000 troops came.", [("10,000 to 12,000", 10000, 12000, "troops")]),
        ("From 5 to 10 people were hurt.", [("5 to 10", 5, 10, "people")]),
        ("The missile flew 800 to 1,000 km.", [("800 to 1,000", 800, 1000, "km")]),
        ("Between $1bn and $2bn will be spent.", [("Between $1bn and $2bn", 1e9, 2e9, "USD")]),
        ("The toll rose from 12 to 34.", [("12", 12, 12, None), ("34", 34, 34, None)]),
        # what is counted
        ("The border is 1,500 km long.", [("1,500", 1500, 1500, "km")]),
        ("Israeli strikes killed 12 and wounded 30.", [("12", 12, 12, "killed"), ("30", 30, 30, "injured")]),
        ("Ukraine shot down 67 of 96 drones.", [("67", 67, 67, "drones"), ("96", 96, 96, "drones")]),
        ("The U.S. sent 31 Abrams tanks.", [("31", 31, 31, "Abrams tanks")]),
        ("At 5 p.m. on Nov. 12, 200 police officers came.", [("200", 200, 200, "police officers")]),
        # no figures about the world
        ("Twice as many people voted as in 2016.", []),
        ("The suspect, aged 34, and a 34-year-old man were arrested in Lyon.", []),
        ("Spain beat Italy 2-1 in Berlin.", []),
        ("Lawmakers voted 397 to 12 for the bill.", []),
        ("Under Article 5 of the treaty, allies help each other.", []),
        ("Section 301 tariffs and Resolution 1701 were discussed.", []),
        ("The two countries and the Group of Seven met.", []),
        ("Group of 20 leaders met in Rio.", []),
        ("The 9/11 attacks and the F-16 jets changed the 21st century.", []),
        ("Flight 447 crashed, and he stayed in room 101 of the hotel.", []),
        ("Leopard 2 tanks were sent to Ukraine.", []),
        ("Call 555-0123 or +49 30 1234567 for help.", []),
        ("Nearly half of 2024 was lost; he works half the time, a quarter of an hour each.", []),
    ],
)
def test_the_cases_of_issue_5(sentence: str, expected: list[tuple[Any, ...]], parse: Parse) -> None:
    assert [(q.text, q.low, q.high, q.unit) for q in find(parse(sentence))] == expected


def test_both_figures_measure_the_event_that_tells_of_both(parse: Parse) -> None:
    doc = parse("The strike on Gaza killed 12 people and wounded 30.")
    killed = doc.text.index("killed")
    event = Measured(0, killed, killed + len("killed"), ("ISR",), ())
    assert [(q.text, q.unit, q.event) for q in find(doc, event)] == [("12", "people", 0), ("30", "injured", 0)]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Russia deployed 10,000 North Korean troops.", "north korean"),
        ("The United States sent Ukraine 31 tanks.", None),
        ("France's 300 soldiers left.", "france"),
        ("A quarter of Lebanon's population fled.", "lebanon"),
    ],
)
def test_whose_a_figure_is(sentence: str, owner: str | None, parse: Parse) -> None:
    doc = parse(sentence)
    article = Article(doc, ["story" for _ in doc.sents], names=naive_names(doc))
    assert [q.entity_id for q in find_quantities(article, (), WORDS)] == [owner]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (
            "According to the National Intelligence Service, about 10,000 tents are there.",
            ("national intelligence service",),
        ),
        ("KCNA said that 300 farms were built.", ("kcna",)),
        ("There are 300 farms in Chad.", ()),
    ],
)
def test_who_gives_a_figure_that_measures_no_event(sentence: str, sources: tuple[str, ...], parse: Parse) -> None:
    doc = parse(sentence)
    article = Article(doc, ["story" for _ in doc.sents], names=naive_names(doc))
    number = next(t for t in doc if t.like_num)
    found = Attribution(find_quotes(article, REPORTING, SPEECH)).sources(number)
    assert tuple(f.entity_id for f in found) == sources


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
