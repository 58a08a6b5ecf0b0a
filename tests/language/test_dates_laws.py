"""What holds for every text: nothing raises, intervals run forward, and value and interval tell the same."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.language.dates.find import Timex, find_dates
from pipeline.tables import DATES
from tests.language.test_dates import DATA, EXAMPLES, GRAMMAR, article
from tests.language.timex_values import bounds

Parse = Callable[[str], Doc]
WORDS = sorted({word for table in DATA["words"].values() for word in table})
FIGURES = [
    "1",
    "2",
    "2 1/2",
    "1/0",
    "2 1/0",
    "31",
    "32",
    "1950-53",
    "2024",
    "2024-02-30",
    "31/12/2024",
    "1/2/2024",
    "24:00",
    "5:30 p.m.",
    "99",
]
GLUE = [" ", ", ", "-", " of ", " the ", " and ", " said on ", " in ", ". ", "\n\n", " will leave ", "’s ", " – ", "/"]
PUBLISHED = [
    "",
    "2024-11-12",
    "2024-02-29",
    "2024-11-12/2024-11-14",
    "2024-01-01/2025-01-01",
    "0001-01-01",
    "9999-12-30",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(st.sampled_from(WORDS + FIGURES), st.sampled_from(GLUE)), min_size=1, max_size=9).map(
        lambda pairs: "".join(word + glue for word, glue in pairs)
    ),
)
slow = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def documented(column: str) -> set[str]:
    """The values that the contract of the table lists for a column."""
    sentence = next(c.doc for c in DATES.columns if c.name == column)
    return set(sentence.split(";")[0].rstrip(".").split(" | "))


def holds(text: str, timex: Timex) -> None:
    """The laws of one expression."""
    start, end = timex.interval
    told = bounds(timex.timex)
    assert timex.text == text[timex.char_start : timex.char_end]
    assert timex.reason
    assert timex.timex
    assert timex.granularity is None or timex.granularity in documented("granularity"), timex
    assert timex.modifier is None or timex.modifier in documented("modifier"), timex
    assert timex.anchor is not None or timex.interval == (None, None), timex
    assert start is None or end is None or start < end, timex
    if told is None or timex.kind == "DURATION" or start is None:
        return
    first, last = told
    assert first is not None
    assert last is not None
    assert first <= start < last, timex
    assert end is None or end <= last, timex
    if timex.kind == "DATE" and timex.granularity != "range":
        assert (start, end) == (first, last), timex


@slow
@given(text=TEXTS, published=st.sampled_from(PUBLISHED))
def test_no_text_breaks_a_law(text: str, published: str, parse: Parse) -> None:
    found = find_dates(article(parse(text), published), GRAMMAR)
    for timex in found:
        holds(text, timex)
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES], ids=[e[1] for _, e in EXAMPLES])
def test_examples_keep_the_laws(example: list[str], parse: Parse) -> None:
    for published in PUBLISHED:
        for timex in find_dates(article(parse(example[0]), published), GRAMMAR):
            holds(example[0], timex)
