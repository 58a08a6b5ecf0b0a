"""The publication day: what is stated, what the text implies, what like stories say."""

from datetime import datetime
from itertools import permutations

import pytest

from pipeline.language.dates.stated import Clue, stated_clue
from pipeline.matching.publication import Dossier, settle


def told(value: str, kind: str, at: int, tense: str = "past", earliest: str | None = None) -> Clue:
    """A clue from the text."""
    start = datetime.fromisoformat(earliest) if earliest else None
    return Clue(at, at + 8, value, kind, start, None, value, tense, "")


def stated(text: str, kind: str) -> Clue:
    """A clue from outside the text."""
    clue = stated_clue(text, kind)
    assert clue is not None
    return clue


def days(found: tuple[datetime | None, datetime | None, str]) -> tuple[str | None, str | None]:
    """First day and the day after the last."""
    return tuple(d.date().isoformat() if d else None for d in found[:2])  # type: ignore[return-value]


JUNE = told("2024-06", "month", 200, earliest="2024-06-01")
DAY = told("XXXX-11-12", "day", 3)
MONDAY = told("XXXX-WXX-1", "weekday", 300)
TUESDAY_12 = told("XXXX-11-12 XXXX-WXX-2", "together", 3)
DATELINE = Clue(3, 9, "Nov 12", "dateline", None, None, "XXXX-11-12", None, "")
JUNE_19 = told("2024-06-19", "day", 600, earliest="2024-06-19")
FEBRUARY = told("2024-02", "month", 200, earliest="2024-02-01")
SINCE_2022 = told("2022", "year", 300, earliest="2022-01-01")
NONE = (None, None)
SINGLE = [
    ("nothing known", [], NONE),
    (
        "metadata before file name",
        [stated("2024-11-14.txt", "file name"), stated("2024-11-12", "metadata")],
        ("2024-11-12", "2024-11-13"),
    ),
    ("a month in the address", [stated("/2024/11/pact", "url")], ("2024-11-01", "2024-12-01")),
    ("a day in the lead, the year from June 2024", [DAY, JUNE], ("2024-11-12", "2024-11-25")),
    ("two days in the lead agree", [DAY, told("XXXX-11-11", "day", 90), JUNE], ("2024-11-12", "2024-11-14")),
    ("a dateline, the year from a day", [DATELINE, JUNE_19], ("2024-11-12", "2024-11-13")),
    ("a dateline, a year that may be any of three", [DATELINE, told("2022", "year", 300, earliest="2022-01-01")], NONE),
    ("the weekday of a day gives the year", [DAY, TUESDAY_12, SINCE_2022], ("2024-11-12", "2024-11-16")),
    (
        "the weekday of the dateline's day is of no near year",
        [DATELINE, told("XXXX-11-11 XXXX-WXX-6", "together", 60)],
        NONE,
    ),
    (
        "the same month with its year, not three months ago in a wire",
        [told("XXXX-03-16", "dateline", 3), FEBRUARY],
        NONE,
    ),
    ("a day without any year", [DAY], NONE),
    ("the year is that of old news", [DAY, JUNE, told("2025", "year", 300, earliest="2025-01-01")], NONE),
    ("the same month with its year: two years apart", [told("XXXX-06-12", "day", 3), JUNE], NONE),
    ("a weekday and old days allow many weeks", [MONDAY, told("XXXX-11-06", "day", 900), JUNE], NONE),
    ("only what is to come", [told("2025-01-20", "day", 3, "future")], NONE),
]


@pytest.mark.parametrize(("why", "clues", "wanted"), SINGLE, ids=[s[0] for s in SINGLE])
def test_one_article(why: str, clues: list[Clue], wanted: tuple[str | None, str | None]) -> None:
    assert days(settle([Dossier("a", clues, "Norland and Sudland signed.")])["a"]) == wanted


PACT = "Norland ratified the defence treaty with Sudland, state media reported, as leader Tesk signed a decree."
LIKE = "State media reported that leader Tesk signed a decree; Norland ratified its defence treaty with Sudland."
OTHER = "Heavy floods struck the coast of Westmark, where rescue teams pulled survivors from collapsed houses."
CORPUS = [
    Dossier("dated", [told("XXXX-11-12", "day", 3), told("XXXX-11-11", "day", 80), JUNE], PACT),
    Dossier("like", [told("XXXX-WXX-1", "weekday", 40)], LIKE),
    Dossier("other", [told("XXXX-WXX-1", "weekday", 40)], OTHER),
    Dossier(
        "against",
        [told("XXXX-WXX-1", "weekday", 40), told("2025-03", "month", 90, earliest="2025-03-01")],
        LIKE,
    ),
]


def test_like_stories_lend_their_day_if_the_clues_agree() -> None:
    found = settle(CORPUS)
    assert {key: days(value) for key, value in found.items()} == {
        "dated": ("2024-11-12", "2024-11-14"),
        "like": ("2024-11-12", "2024-11-14"),
        "other": (None, None),
        "against": (None, None),
    }
    assert found["like"].reason.startswith("like dated (similarity")
    assert found["like"].reason.endswith("; both tell 2024-11-11)")


MAGAZINE = "Last week, on November 11th, leader Tesk signed the decree on the defence treaty; Norland ratified it."


def test_a_like_story_of_the_week_after_keeps_its_own_week() -> None:
    last_week = [told("XXXX-11-11 -1W", "together", 0), told("XXXX-11-11", "day", 14)]
    found = settle([CORPUS[0], Dossier("later", last_week, MAGAZINE)])
    assert days(found["later"]) == ("2024-11-18", "2024-11-25")


def test_reasons_name_the_clues_that_decide() -> None:
    (found,) = settle([Dossier("a", [DATELINE, JUNE_19], "")]).values()
    assert found.reason == "the dateline has 'Nov 12'; the year is that of '2024-06-19' or soon after"


def test_order_makes_no_difference() -> None:
    wanted = settle(CORPUS)
    assert all(settle(order) == wanted for order in permutations(CORPUS))


def test_empty_corpus() -> None:
    assert settle([]) == {}
