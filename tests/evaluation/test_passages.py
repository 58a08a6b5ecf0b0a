"""Gold strings are found whatever the line breaks, quotes and dashes; sentences end where a reader ends them."""

import pytest

from pipeline.evaluation.conventions import read_conventions
from pipeline.evaluation.gold import GoldDate, GoldEvent
from pipeline.evaluation.passages import date_places, find, line_or_phrase
from pipeline.evaluation.sentences import Sentences

FORMS = [
    ("the United Nations", "United Nations"),
    ("The\nUnited  Nations'", "United Nations"),
    ("Mr. Putin’s", "Putin"),
    ("Russian", "Russian"),
    ("President Volodymyr Zelensky", "Volodymyr Zelensky"),
    ("the Prime Minister Lee", "Lee"),
    ("President", "President"),
    ("King of kings", "King of kings"),
    ("“The North,”", "North"),
    ("", ""),
]


@pytest.mark.parametrize(("surface", "form"), FORMS)
def test_forms_leave_out_article_title_and_possessive(surface: str, form: str) -> None:
    assert read_conventions().form(surface) == form


FOUND = [
    ("He said:\n“It’s  war”", 'said: "It\'s war"', ["said:\n“It’s  war”"]),
    ("50,000–strong force", "50,000-strong", ["50,000–strong"]),
    ("Kim met Kimmel. kim", "Kim", ["Kim", "Kim"]),
    ("a.b axb", "a.b", ["a.b"]),
    ("anything", "  ", []),
]


@pytest.mark.parametrize(("text", "needle", "found"), FOUND)
def test_find_reads_spaces_quotes_and_dashes_alike(text: str, needle: str, found: list[str]) -> None:
    assert [text[slice(*hit)] for hit in find(text, needle)] == found


def test_find_whole_words() -> None:
    assert find("Kimmel met Kim.", "Kim", whole_words=True) == [(11, 14)]


def test_boilerplate_fills_a_line_or_is_a_phrase() -> None:
    text = "The war goes on.\nDonate now to us.\nwar\n"
    assert line_or_phrase(text, "war") == (35, 38)
    assert line_or_phrase(text, "Donate now") == (17, 27)
    assert line_or_phrase(text, "on") is None
    assert line_or_phrase(text, "not there") is None


def test_a_date_is_the_one_in_its_context() -> None:
    text = "On Monday he came. He left on Monday evening."
    date = GoldDate("left on Monday evening", ("Monday", "on Monday evening", "On Monday"), ())
    assert date_places(text, date) == [(30, 36), (27, 44)]
    assert date_places(text, GoldDate("not there", ("Monday",), ())) == [(3, 9)]
    assert date_places("", date) == []


SENTENCES = [
    (
        "Kim came. He saw Mr. Lee in the U.S. capital on Nov. 12. All left.",
        "He saw",
        "saw",
        "He saw Mr. Lee in the U.S. capital on Nov. 12.",
    ),
    ("He said: “We won.” They lost.", "He said", "said", "He said: “We won.”"),
    ("Kim signs pact\n\nHe came", "Kim signs", "signs", "Kim signs pact\n\n"),
    ("A line that\nis wrapped. Next", "A line", "wrapped", "A line that\nis wrapped."),
    ("Gone. No stop", "No stop", "nowhere", "No stop"),
    ("It met? Yes. It met again", "It met", "again", "It met? Yes. It met again"),
]


@pytest.mark.parametrize(("text", "opening", "trigger", "sentence"), SENTENCES)
def test_a_sentence_runs_from_its_opening_past_its_trigger(
    text: str, opening: str, trigger: str, sentence: str
) -> None:
    place = Sentences(text, read_conventions(), ()).places(_event(opening, trigger))[0]
    assert text[slice(*place.sentence)] == sentence


def test_a_headline_ends_where_another_gold_sentence_begins() -> None:
    told = Sentences("Kim signs pact\nPact binds both", read_conventions(), (0, 15))
    assert [place.sentence for place in told.places(_event("Kim signs", "signs"))] == [(0, 15)]


def _event(sentence: str, trigger: str) -> GoldEvent:
    nobody: tuple[frozenset[str], ...] = (frozenset(),)
    return GoldEvent(sentence, (trigger,), ("AID",), nobody, nobody, (), nobody, ("actual",), frozenset(), True)
