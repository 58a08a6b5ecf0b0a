"""Every rule's examples, and sentences with everything that is to be found in them."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article, Interval
from pipeline.language.dates.find import Timex, find_dates
from pipeline.language.dates.grammar import Grammar

_ROOT = Path(__file__).parents[2]
DATA = tomllib.loads((_ROOT / "models/en/dates.toml").read_text("utf-8"))
CASES = tomllib.loads((_ROOT / "tests/cases/dates.toml").read_text("utf-8"))
GRAMMAR = Grammar.from_toml(DATA)
EXAMPLES = [(rule["name"], example) for rule in DATA["rule"] for example in rule["examples"]]
Parse = Callable[[str], Doc]


def interval(published: str) -> Interval:
    """`2024-11-12`, `2024-11-12/2024-11-14` (end exclusive) or nothing."""
    if not published:
        return Interval(None, None)
    first, _, end = published.partition("/")
    start = datetime.fromisoformat(first)
    return Interval(start, datetime.fromisoformat(end) if end else start + timedelta(1))


def article(doc: Doc, published: str = "") -> Article:
    """An article all of whose sentences are story."""
    return Article(doc, ["story"] * sum(1 for _ in doc.sents), interval(published))


def row(timex: Timex) -> list[str]:
    """Text, value, start, end as the examples write them."""
    bounds = [b.isoformat().removesuffix("T00:00:00") if b else "" for b in timex.interval]
    return [timex.text, timex.timex, *bounds]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{n}: {e[1]}" for n, e in EXAMPLES])
def test_example_of_rule(rule: str, example: list[str], parse: Parse) -> None:
    sentence, text, published, *wanted = example
    found = find_dates(article(parse(sentence), published), GRAMMAR)
    assert [text, *wanted] in [row(timex) for timex in found]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:60])
def test_sentence(case: dict[str, Any], parse: Parse) -> None:
    found = find_dates(article(parse(case["text"]), case.get("published", "2024-11-12")), GRAMMAR)
    assert [row(timex) for timex in found] == case["found"]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", CASES["failing"], ids=lambda case: case["text"][:60])
def test_known_failure(case: dict[str, Any], parse: Parse) -> None:
    found = find_dates(article(parse(case["text"]), case.get("published", "2024-11-12")), GRAMMAR)
    assert [row(timex) for timex in found] == case["found"]


ODD = [
    "",
    "May",
    "\n\n",
    "MONDAY 12 NOVEMBER 2024!!!",
    "🎉 12/13/14 99:99 0000-00-00",
    "31 February",
    "of of of 1984",
]


@pytest.mark.parametrize("text", [*ODD, "99999999999999999999 years ago", "the 1000000th century " * 50])
def test_odd_text_is_read_without_error(text: str, parse: Parse) -> None:
    for timex in find_dates(article(parse(text), "2024-11-12"), GRAMMAR):
        assert timex.text == text[timex.char_start : timex.char_end]


def test_boilerplate_has_no_dates(parse: Parse) -> None:
    doc = parse("Subscribe by Monday.")
    assert find_dates(Article(doc, ["boilerplate"] * len(list(doc.sents)), interval("2024-11-12")), GRAMMAR) == []


def test_every_date_has_a_reason_and_no_two_overlap(parse: Parse) -> None:
    doc = parse("On Monday, 11 November 2024, at 5:30 p.m., he said that last week, in early June 2023, all was well.")
    found = find_dates(article(doc, "2024-11-12"), GRAMMAR)
    assert all(timex.reason for timex in found)
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))
