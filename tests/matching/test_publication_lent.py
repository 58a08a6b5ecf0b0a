"""A like story lends the year in which it tells a day; never that of a month, nor one of two."""

from datetime import datetime

from pipeline.language.dates.stated import Clue
from pipeline.matching.publication import Dossier, settle
from pipeline.matching.publication_lent import with_years
from tests.matching.test_publication import LIKE, PACT, days, told

OPEN = [told("XXXX-06-19", "day", 300), told("XXXX-08", "month", 400), told("XXXX-12-01", "day", 500, "future")]
JUNE_2024 = told("2024-06-19", "day", 90, earliest="2024-06-19")
JUNE_2023 = told("2023-06-19", "day", 120, earliest="2023-06-19")
AUGUST_2023 = told("2023-08", "month", 150, earliest="2023-08-01")


def test_a_day_takes_the_year_that_the_other_tells_it_with() -> None:
    first, *rest = with_years(OPEN, [JUNE_2024, AUGUST_2023, told("2025-12-01", "day", 9, "future")])
    assert first == Clue(300, 308, "XXXX-06-19, 2024", "day", datetime(2024, 6, 19), None, "2024-06-19", "past", "")
    assert rest == OPEN[1:]


def test_a_day_of_two_years_lends_none() -> None:
    assert with_years(OPEN, [JUNE_2024, JUNE_2023]) == OPEN


def test_two_stories_date_what_neither_could_alone() -> None:
    wire = Dossier("wire", [Clue(3, 9, "Nov 12", "dateline", None, None, "XXXX-11-12", None, ""), OPEN[0]], PACT)
    other = Dossier("other", [JUNE_2024], LIKE)
    assert days(settle([wire])["wire"]) == days(settle([other])["other"]) == (None, None)
    found = settle([wire, other])["wire"]
    assert days(found) == ("2024-11-12", "2024-11-13")
    assert found.reason.endswith("tells the year")
    assert "other, which is like it (similarity 0." in found.reason
