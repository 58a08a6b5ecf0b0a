"""What tells of the publication day: strings from outside, lines of the text, expressions in it."""

from datetime import datetime

import pytest

from pipeline.language.dates.clues import gather_clues
from pipeline.language.dates.stated import day_goes_first, stated_clue
from tests.language.test_dates import GRAMMAR, Parse, article

STATED = [
    ("2024-11-12", "2024-11-12"),
    ("2024-11-12T10:31:00Z", "2024-11-12"),
    ("Tue, 12 Nov 2024 10:31:00 GMT", "2024-11-12"),
    ("12 November 2024", "2024-11-12"),
    ("Sept. 3rd, 2020 at 5pm", "2020-09-03"),
    ("https://example.org/world/2024/11/12/pact", "2024-11-12"),
    ("https://example.org/world/2024/nov/12/pact", "2024-11-12"),
    ("https://example.org/2024/11/pact", "2024-11"),
    ("2024-11-12_pact.txt", "2024-11-12"),
    ("20241112-pact.txt", "2024-11-12"),
    ("1731400000", "2024-11-12"),
    ("13/11/2024 10:31", "2024-11-13"),
    ("11/13/2024", "2024-11-13"),
    ("11.11.2024", "2024-11-11"),
]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_stated(text: str, value: str) -> None:
    clue = stated_clue(text, "metadata")
    assert clue is not None
    assert (clue.value, clue.kind, clue.char_start) == (value, "metadata", None)


UNSTATED = [
    "",
    "000_0b5fc064c0a837d4.txt",
    "12/11/2024",
    "pact-2024.txt",
    "2024-13-45",
    "Tuesday",
    "5000 metres",
]


@pytest.mark.parametrize("text", UNSTATED)
def test_not_stated(text: str) -> None:
    assert stated_clue(text, "file name") is None


HABITS = [
    ("https://www.harbour.co.uk/pact", "2024-11-12"),
    ("http://news.harbour.gov:8080/pact", "2024-12-11"),
    ("https://harbour.com/uk/12/11", None),
    ("harbour.uk", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "value"), HABITS)
def test_figures_are_read_as_the_country_of_the_outlet_writes_them(url: str | None, value: str | None) -> None:
    clue = stated_clue("12/11/2024", "metadata", day_goes_first(url, GRAMMAR.stated))
    assert (clue.value if clue else None) == value


def test_a_month_in_an_address_allows_all_its_days() -> None:
    clue = stated_clue("https://example.org/2024/11/pact", "url")
    assert clue is not None
    assert (clue.earliest, clue.latest) == (datetime(2024, 11, 1), datetime(2024, 11, 30))


LINES = [
    (
        "Published 12 November 2024 10:31 GMT\n\nNorland has fallen.",
        ("12 November 2024", "stated", "2024-11-12"),
    ),
    ("Updated: Nov. 12, 2024\n\nNorland has fallen.", ("Nov. 12, 2024", "stated", "2024-11-12")),
    (
        "Pact signed\nBy Jane Doe, November 12, 2024\nNorland fell.",
        ("November 12, 2024", "byline", "2024-11-12"),
    ),
    ("Pact signed\nTuesday 12 November 2024\nNorland fell.", ("12 November 2024", "byline", "2024-11-12")),
    ("   SEOUL, Nov. 12, 2024 (OPS) -- Norland has fallen.", ("Nov. 12, 2024", "dateline", "2024-11-12")),
    ("SEOUL, Nov 12 (Yonhap) -- Norland has fallen.", ("Nov 12", "dateline", "XXXX-11-12")),
    ("Published: 13/11/2024 10:31\n\nNorland has fallen.", ("13/11/2024", "stated", "2024-11-13")),
    ("KYIV, Ukraine, November 12, 2024 - Norland fell.", ("November 12, 2024", "dateline", "2024-11-12")),
]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_line(text: str, wanted: tuple[str, str, str], parse: Parse) -> None:
    clues = gather_clues(article(parse(text)), GRAMMAR)
    assert wanted in [(c.text, c.kind, c.value) for c in clues]
    assert all(c.text == text[c.char_start : c.char_end] for c in clues)


def test_expressions_of_the_story(parse: Parse) -> None:
    doc = parse("He signed the decree on Monday. The treaty of June 2024 will take effect on 3 January 2025.")
    found = [(c.kind, c.value, c.earliest, c.latest, c.tense) for c in gather_clues(article(doc), GRAMMAR)]
    assert found[0] == ("weekday", "XXXX-WXX-1", None, None, "past")
    assert found[2] == ("day", "2025-01-03", None, datetime(2025, 1, 3), "future")


TOGETHER = [
    ("Monday, November 11, 2024, was quiet.", ("Monday, November 11, 2024", "2024-11-11 XXXX-WXX-1")),
    ("He signed it on Tuesday (Nov. 12) in Oslo.", ("Tuesday (Nov. 12", "XXXX-11-12 XXXX-WXX-2")),
    ("It was signed on Nov. 11, a Monday.", ("Nov. 11, a Monday", "XXXX-11-11 XXXX-WXX-1")),
    ("Last week, on November 11th, he signed.", ("Last week, on November 11th", "XXXX-11-11 -1W")),
    ("Earlier this month, on 3 November, they met.", ("Earlier this month, on 3 November", "XXXX-11-03 0N")),
    ("Yesterday, November 11, he signed the law.", ("Yesterday, November 11", "XXXX-11-11 -1D")),
]


@pytest.mark.parametrize(("text", "wanted"), TOGETHER, ids=[t[0] for t in TOGETHER])
def test_one_day_told_in_two_ways(text: str, wanted: tuple[str, str], parse: Parse) -> None:
    found = [c for c in gather_clues(article(parse(text)), GRAMMAR) if c.kind == "together"]
    assert [(c.text, c.value) for c in found] == [wanted]


APART = ["The talks ran from Sept. 14 to Thursday.", "He came on Monday. Nov. 11 is a holiday.", "He spoke on Monday."]


@pytest.mark.parametrize("text", APART)
def test_two_days_are_not_one(text: str, parse: Parse) -> None:
    assert not [c for c in gather_clues(article(parse(text)), GRAMMAR) if c.kind == "together"]


def test_a_part_of_a_weekday_tells_the_weekday(parse: Parse) -> None:
    (clue,) = gather_clues(article(parse("He arrived on Wednesday morning.")), GRAMMAR)
    assert (clue.kind, clue.value, clue.tense) == ("weekday", "XXXX-WXX-3", "past")
