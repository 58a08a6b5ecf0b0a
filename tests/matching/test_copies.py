"""What a copy is, what is none, and what in a copy is its own."""

import random
import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipeline.matching.copies.edits import Verdict, compare
from pipeline.matching.copies.find import Copy, find_copies
from pipeline.matching.copies.passages import Passage, read_passages
from pipeline.matching.copies.rules import Rules
from pipeline.matching.copies.text import Text
from tests.matching.copying import EDITS, everything, wrapped

ROOT = Path(__file__).parents[2]
RULES = Rules.from_toml(tomllib.loads((ROOT / "models/en/copies.toml").read_text("utf-8")))
ARTICLES = {p.stem: p.read_text("utf-8") for p in sorted((ROOT / "seeds/articles").glob("*.txt"))}
DAY = datetime(2024, 11, 12)
NEXT, LATER = DAY + timedelta(1), DAY + timedelta(2)
WIRE = (
    "North Korea has ratified a defence treaty with Russia, its state agency reported on Tuesday. "
    "The treaty obliges both sides to give military help if the other is attacked. "
    "Leaders of the two countries signed the document in Pyongyang in June.\n\n"
    "Officials in Seoul said that about 11,000 soldiers had been sent to Russia since October. "
    "The minister told reporters that his government would answer in stages and with its allies.\n"
)
ADDED = "\nPresident Zelensky met the chancellor in Berlin on Wednesday and asked him for more air defence.\n"


def text(article_id: str, body: str, day: datetime | None = DAY, title: str | None = None) -> Text:
    return Text(article_id, f"{article_id}.txt", None, day.isoformat() if day else None, day, title, body)


def copies(*texts: Text) -> dict[str, Copy]:
    return {copy.article_id: copy for copy in find_copies(texts, RULES)}


def originals(*texts: Text) -> dict[str, str]:
    return {key: copy.original for key, copy in copies(*texts).items()}


def own(copy: Copy, body: str) -> str:
    """What is left of a text without its copied stretches."""
    for start, end, _ in sorted(copy.copied, reverse=True):
        body = body[:start] + body[end:]
    return " ".join(body.split())


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_copy_is_found_whatever_was_done_to_it(edit: Callable[[str], str]) -> None:
    """All edits together leave less than half of a brief."""
    models = {name: body for name, body in ARTICLES.items() if edit is not everything or len(body.split()) > 150}
    made = [text(f"{name}-copy", edit(body), NEXT) for name, body in models.items()]
    found = originals(*(text(name, body) for name, body in models.items()), *made)
    assert found == {f"{name}-copy": name for name in models}
    assert len(models) >= len(ARTICLES) - 1


def test_articles_on_one_story_are_no_copies() -> None:
    assert copies(*(text(name, body) for name, body in ARTICLES.items())) == {}


def test_a_whole_copy_has_nothing_of_its_own() -> None:
    found = copies(text("wire", WIRE), text("paper", f"A pact is sealed\nBy Jane Example\n\n{wrapped(WIRE)}", NEXT))
    assert not found["paper"].own
    assert {s.source for s in found["paper"].copied} == {"wire"}


def test_a_copy_keeps_the_paragraph_that_it_adds() -> None:
    found = copies(text("wire", WIRE), text("paper", WIRE + ADDED, NEXT))
    assert found["paper"].own
    assert own(found["paper"], WIRE + ADDED) == ADDED.strip()


def test_what_another_copy_added_is_copied_from_that() -> None:
    later = text("web", WIRE + ADDED, LATER)
    found = copies(text("wire", WIRE), text("paper", WIRE + ADDED, NEXT), later)
    assert (found["web"].original, found["web"].own) == ("wire", False)
    assert {s.source for s in found["web"].copied} == {"wire", "paper"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about 11,000 soldiers", "about 12,000 soldiers"),
        ("document in Pyongyang", "document in Moscow"),
        ("in June", "in July"),
    ],
)
def test_another_figure_or_name_makes_it_an_update(old: str, new: str) -> None:
    assert copies(text("wire", WIRE), text("update", WIRE.replace(old, new), NEXT)) == {}


def form(company: str, shares: int, profit: int) -> str:
    return (
        f"{company} said its profit per share rose to {shares} cents in the third quarter.\n\n"
        f"Net income of the company was {profit} million dollars against 20 million a year before.\n\n"
        "The company said that it expects sales to grow in all its markets over the rest of the year. "
        "Figures of the year before have been adjusted for the split of its shares in two.\n"
    )


def test_reports_made_from_a_form_are_no_copies() -> None:
    reports = [form(f"{name} Corp", 30 + i, 40 + i) for i, name in enumerate(("Alder", "Birch", "Cedar", "Dogwood"))]
    assert copies(*(text(f"r{i}", body) for i, body in enumerate(reports))) == {}


def test_a_brief_made_from_a_form_is_a_copy_on_its_day_alone() -> None:
    brief = "The central bank left its rates unchanged after today's meeting of its council, a spokesman said."
    told = [text(f"b{i}", brief, DAY + timedelta(days)) for i, days in enumerate((0, 0, 14, 14))]
    assert originals(*told) == {"b1": "b0", "b3": "b2"}


def test_the_headlines_of_equal_briefs_must_agree() -> None:
    brief = "Quarterly dividend 11 cents against 11 cents before. Payable on April 1. Record day March 15."
    told = [
        text(f"d{i}", brief, title=title) for i, title in enumerate(("Alder pays", "Birch Corp dividend", "Alder pays"))
    ]
    assert originals(*told) == {"d2": "d0"}


def test_a_short_story_inside_a_long_one_does_not_make_that_a_copy() -> None:
    long = WIRE + "".join(ARTICLES.values())
    assert "long" not in copies(text("wire", WIRE), text("long", long, NEXT))


def test_the_order_of_articles_makes_no_difference() -> None:
    made = [text(f"{name}-copy", everything(body), NEXT) for name, body in ARTICLES.items()]
    told = [
        *(text(name, body) for name, body in ARTICLES.items()),
        *made,
        text("wire", WIRE),
        text("paper", WIRE + ADDED, NEXT),
    ]
    first = copies(*told)
    random.Random(1).shuffle(told)
    assert copies(*told) == first


def test_what_comes_later_changes_nothing_for_what_was_there() -> None:
    told = [text("wire", WIRE), text("paper", WIRE + ADDED, NEXT)]
    later = [text(f"web{i}", WIRE, DAY + timedelta(1 + i)) for i in range(3)]
    assert copies(*told).items() <= copies(*told, *later).items()


def test_the_first_published_is_the_original_and_what_states_no_day_comes_last() -> None:
    told = [text("a", WIRE, None), text("b", WIRE, NEXT), text("c", WIRE)]
    assert originals(*told) == {"a": "c", "b": "c"}


@pytest.mark.parametrize(
    ("new", "verdict"),
    [
        ("The minister has signed a treaty of defence in Pyongyang on Monday.", Verdict.COPIED),
        ("The minister signed a treaty of defense in Pyongyang.", Verdict.COPIED),
        ("The minister rejected a treaty of defence in Pyongyang on Monday.", Verdict.OWN),
        ("The minister signed a treaty of defence in Moscow on Monday.", Verdict.RIVAL),
        ("The minister signed a treaty of defence in Pyongyang on Tuesday.", Verdict.RIVAL),
        ("The minister signed two treaties of defence in Pyongyang on Monday.", Verdict.OWN),
        ("The minister did not sign a treaty of defence in Pyongyang on Monday.", Verdict.OWN),
    ],
)
def test_an_editor_s_touch_is_told_from_other_news(new: str, verdict: Verdict) -> None:
    old = "The minister signed a treaty of defence in Pyongyang on Monday."
    assert compare(passage(old), passage(new), RULES) is verdict


def test_a_word_that_turns_the_sentence_may_not_be_left_out() -> None:
    old = "The minister did not sign the treaty of defence in Pyongyang on Monday."
    assert compare(passage(old), passage(old.replace(" not", "")), RULES) is Verdict.OWN


def passage(sentence: str) -> Passage:
    (found,) = read_passages(sentence)
    return found
