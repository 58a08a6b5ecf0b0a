"""What each kind of error costs: a perfect answer is spoilt in one place, and every figure that moves is told."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import DatelineError
from pipeline.evaluation.gold import GoldArticle, read_gold
from pipeline.evaluation.report import HEADLINE, SHARES, TITLES, errors, evaluate, lines

from .perfect import Row, Rows, perfect_tables
from .small_gold import TEXTS

Spoil = Callable[[Rows], object]
Gold = tuple[GoldArticle, ...]


def only(tables: Rows, table: str, doc: str, text: str) -> Row:
    """The first row of an article with this text."""
    return next(row for row in tables[table] if row["article_id"] == doc and row["text"] == text)


def drop(table: str, doc: str, text: str) -> Spoil:
    return lambda tables: tables[table].remove(only(tables, table, doc, text))


def put(table: str, doc: str, text: str, **cells: Any) -> Spoil:
    return lambda tables: only(tables, table, doc, text).update(cells)


def add(table: str, doc: str, text: str, **cells: Any) -> Spoil:
    start = TEXTS[doc].index(text)
    row = {"article_id": doc, "char_start": start, "char_end": start + len(text), "text": text, **cells}
    return lambda tables: tables[table].append(row)


def link(doc: str, text: str, entity: str) -> Spoil:
    def spoil(tables: Rows) -> None:
        mention = only(tables, "mentions", doc, text)["mention_id"]
        next(row for row in tables["links"] if row["mention_id"] == mention)["entity_id"] = entity

    return spoil


def story(event: str, story_id: str) -> Spoil:
    return lambda tables: next(r for r in tables["story_events"] if r["event_id"] == event).update(story_id=story_id)


def published(doc: str, start: datetime | None, end: datetime | None) -> Spoil:
    return lambda tables: next(row for row in tables["articles"] if row["article_id"] == doc).update(
        published_start=start, published_end=end
    )


def trio(name: str, *values: float) -> dict[str, float]:
    return dict(zip((f"{name}precision", f"{name}recall", f"{name}f1"), values, strict=True))


def day(number: int) -> datetime:
    return datetime(2024, 11, number)


NOT_EXACT = {"events.participants_exact": 5 / 6}
EVENT = {"event_id": "x", "event_type": "AID", "trigger": "…", "actors": [], "recipients": []}

SPOILT: list[tuple[str, Spoil, dict[str, float]]] = [
    (
        "a name missed, which then has no link",
        drop("mentions", "one.txt", "Sudland"),
        {**trio("entities.", 1, 7 / 8, 14 / 15), **trio("linking.across_", 1, 3 / 4, 6 / 7)},
    ),
    (
        "a name that is none",
        add("mentions", "one.txt", "decree", mention_id="x", label="ORG"),
        trio("entities.", 9 / 10, 1, 18 / 19),
    ),
    (
        "a product, which the gold leaves open",
        add("mentions", "one.txt", "decree", mention_id="x", label="PRODUCT"),
        {},
    ),
    (
        "a name linked to another thing that the gold knows",
        link("two.txt", "Norland", "iden:SDL"),
        {**trio("linking.within_", 0, 0, 0), **trio("linking.across_", 3 / 4, 3 / 4, 3 / 4)},
    ),
    (
        "one sense for both of an ambiguous name",
        lambda tables: [row.update(entity_id="iden:NRL") for row in tables["links"] if row["entity_id"] == "iden:kall"],
        {**trio("linking.within_", 1 / 3, 1, 1 / 2), **trio("linking.across_", 4 / 5, 1, 8 / 9)},
    ),
    (
        "a date missed",
        drop("dates", "one.txt", "June"),
        {**trio("dates.", 1, 2 / 3, 4 / 5), **trio("dates.value_", 1, 2 / 3, 4 / 5)},
    ),
    (
        "the wrong interval",
        put("dates", "one.txt", "Monday", date_end=day(13)),
        trio("dates.value_", 2 / 3, 2 / 3, 2 / 3),
    ),
    ("an end within the day", put("dates", "one.txt", "Monday", date_end=datetime(2024, 11, 11, 18)), {}),
    ("an extent that only overlaps", put("dates", "two.txt", "last week", char_end=37), {}),
    (
        "a date in boilerplate",
        add("dates", "one.txt", "Friday", date_start=None, date_end=None),
        {**trio("dates.", 3 / 4, 1, 6 / 7), **trio("dates.value_", 3 / 4, 1, 6 / 7), "boilerplate.clean": 0},
    ),
    (
        "an event of another type is missed and false",
        put("events", "one.txt", "ratifies", event_type="CONSULT"),
        {**trio("events.", 5 / 6, 5 / 6, 5 / 6), "events.core_recall": 4 / 5},
    ),
    ("an accepted second type", put("events", "two.txt", "sent", event_type="MOBILIZE"), {}),
    (
        "the right type in another sentence",
        put("events", "one.txt", "sent", char_start=0, char_end=7),
        trio("events.", 5 / 6, 5 / 6, 5 / 6),
    ),
    (
        "an event told twice",
        add("events", "one.txt", "soldiers", **EVENT),
        trio("events.", 6 / 7, 1, 12 / 13),
    ),
    (
        "the wrong actor",
        put("events", "one.txt", "ratifies", actors=["iden:SDL"]),
        {"events.actor": 5 / 6, **NOT_EXACT},
    ),
    ("one actor too many", put("events", "one.txt", "ratifies", actors=["iden:NRL", "iden:SDL"]), NOT_EXACT),
    ("an accepted actor", put("events", "one.txt", "signed the decree", actors=["iden:NRL"]), {}),
    (
        "a recipient where there is none",
        put("events", "one.txt", "sent", recipients=["unheard of"]),
        {"events.recipient": 5 / 6, **NOT_EXACT},
    ),
    ("no recipient", put("events", "one.txt", "ratifies", recipients=None), {"events.recipient": 5 / 6, **NOT_EXACT}),
    ("the wrong status", put("events", "one.txt", "ratifies", status="future"), {"events.status": 5 / 6}),
    ("no date", put("events", "one.txt", "sent", date_start=None, date_end=None), {"events.date": 5 / 6}),
    (
        "no source",
        put("events", "one.txt", "signed the decree", sources=[], source_texts=[]),
        {"events.attribution": 5 / 6},
    ),
    (
        "a source told in words",
        put("events", "one.txt", "signed the decree", sources=[], source_texts=["the radio of Kall"]),
        {},
    ),
    (
        "a source where there is none",
        put("events", "one.txt", "sent", source_texts=["officials"]),
        {"events.attribution": 5 / 6},
    ),
    (
        "a figure misread",
        put("quantities", "one.txt", "about 300 soldiers", low=3.0),
        trio("quantities.", 1 / 2, 1 / 2, 1 / 2),
    ),
    (
        "a bound where there is none",
        put("quantities", "two.txt", "at least 200", high=200.0),
        trio("quantities.", 1 / 2, 1 / 2, 1 / 2),
    ),
    (
        "the wrong qualifier",
        put("quantities", "two.txt", "at least 200", qualifier="exact"),
        trio("quantities.", 1 / 2, 1 / 2, 1 / 2),
    ),
    (
        "a figure that is none",
        add("quantities", "two.txt", "week", low=7.0, high=7.0, qualifier="exact"),
        {**trio("quantities.", 2 / 3, 1, 4 / 5), **trio("quantities.found_", 2 / 3, 1, 4 / 5)},
    ),
    ("a story torn apart", story("e3", "another"), trio("stories.", 1, 1 / 3, 1 / 2)),
    ("two stories mixed", story("e5", "pact"), trio("stories.", 1 / 2, 1, 2 / 3)),
    ("a join that may be or not be", story("e2", "buildup+troops"), {}),
    ("no publication date", published("one.txt", None, None), {"published.right": 1 / 2}),
    ("a publication date a week wide", published("one.txt", day(10), day(17)), {}),
    ("a publication date wider than a week", published("one.txt", day(10), day(18)), {"published.right": 1 / 2}),
    ("as wide as the gold allows", published("two.txt", day(12), datetime(2024, 12, 2)), {}),
    ("another day", published("one.txt", day(13), day(14)), {"published.right": 1 / 2}),
]


def test_a_perfect_answer_has_every_figure_at_1(tables: Rows, gold: Gold) -> None:
    wanted = {f"{name}{part}" for name in TITLES for part in ("precision", "recall", "f1")}
    assert evaluate(tables, gold) == dict.fromkeys({"headline", *SHARES, *wanted}, 1.0)
    assert errors(tables, gold) == []


@pytest.mark.parametrize(("spoil", "moved"), [case[1:] for case in SPOILT], ids=[case[0] for case in SPOILT])
def test_each_error_costs_what_it_should(spoil: Spoil, moved: dict[str, float], tables: Rows, gold: Gold) -> None:
    spoil(tables)
    figures = evaluate(tables, gold)
    headline = sum(figures[name] for name in HEADLINE) / len(HEADLINE)
    assert figures == pytest.approx({**dict.fromkeys(figures, 1.0), **moved, "headline": headline})
    assert bool(errors(tables, gold)) == bool(moved)


def test_a_missing_article_is_all_missed(tables: Rows, gold: Gold) -> None:
    del tables["articles"][0]
    figures = evaluate(tables, gold)
    recalls = {name: value for name, value in figures.items() if name.endswith("recall")}
    assert recalls == pytest.approx(
        {
            "entities.recall": 1 / 2,
            "linking.within_recall": 1,
            "linking.across_recall": 0,
            "dates.recall": 1 / 3,
            "dates.value_recall": 1 / 3,
            "events.recall": 1 / 2,
            "events.core_recall": 3 / 5,
            "quantities.recall": 1 / 2,
            "quantities.found_recall": 1 / 2,
        }
    )
    assert (figures["published.right"], figures["boilerplate.clean"]) == (1 / 2, 0)
    assert errors(tables, gold)[0] == "one.txt  article missing: not in the tables"


def test_an_answer_of_nothing_has_figures_of_0_not_none(tables: Rows, gold: Gold) -> None:
    for table in set(tables) - {"articles"}:
        tables[table] = []
    figures = evaluate(tables, gold)
    assert {name: value for name, value in figures.items() if value} == {"published.right": 1, "boilerplate.clean": 1}
    assert set(HEADLINE) <= set(figures)


def test_without_any_article_of_the_gold_the_remedy_is_told(tables: Rows, gold: Gold) -> None:
    tables["articles"] = [{**tables["articles"][0], "path": "in/other.txt"}]
    with pytest.raises(DatelineError, match=r"none of the gold's articles .*they hold other\.txt.*run the pipeline"):
        evaluate(tables, gold)


def test_errors_tell_article_kind_and_words(tables: Rows, gold: Gold) -> None:
    for spoil in (
        drop("mentions", "two.txt", "Sudland"),
        put("dates", "one.txt", "Monday", date_start=None),
        put("events", "one.txt", "ratifies", status="future"),
        drop("quantities", "two.txt", "at least 200"),
        story("e3", "another"),
    ):
        spoil(tables)
    assert errors(tables, gold) == [
        "one.txt  date wrong: Monday is ? to 2024-11-12, not 2024-11-11 to 2024-11-12",
        "one.txt  event's status wrong: SUPPORT “ratifies” in “Norland ratifies”: future",
        "one.txt  story torn apart: pact: “ratifies” in one.txt, “signed the decree” in one.txt "
        "| “signed a decree” in two.txt",
        "two.txt  name missed: Sudland (SDL)",
        "two.txt  figure missed: at least 200",
        "two.txt  name linked wrongly: Sudland is SDL, linked to nothing",
    ]


def test_mixed_stories_are_told_once_each(tables: Rows, gold: Gold) -> None:
    story("e5", "pact")(tables)
    assert errors(tables, gold) == [
        "one.txt  stories mixed: pact and thanks: “ratifies” in one.txt, “signed the decree” in one.txt, "
        "“signed a decree” in two.txt | “thanked” in two.txt"
    ]


def test_lines_show_floors_and_mark_what_is_below(tables: Rows, gold: Gold) -> None:
    drop("dates", "one.txt", "June")(tables)
    shown = lines(evaluate(tables, gold), {"dates.recall": 0.7, "dates.f1": 0.8, "headline": 0.9})
    assert shown[0].split() == ["precision", "recall", "F1", "floor"]
    assert "dates found                             1.000     *0.667      0.800      0.800" in shown
    assert "headline                                                      0.975      0.900" in shown
    assert shown[-1] == "dates.recall is 0.6667, below its floor of 0.700."


@pytest.mark.parametrize("order", [list, reversed], ids=["as is", "reversed"])
def test_the_order_of_rows_does_not_matter(
    order: Callable[[list[Row]], Iterable[Row]], tables: Rows, gold: Gold
) -> None:
    link("two.txt", "Norland", "iden:SDL")(tables)
    assert evaluate({name: list(order(rows)) for name, rows in tables.items()}, gold) == evaluate(tables, gold)


def test_the_gold_of_the_sample_corpus_can_be_reached(seeds: Path) -> None:
    gold = read_gold(seeds / "gold")
    texts = {article.doc: (seeds / "articles" / article.doc).read_text("utf-8") for article in gold}
    tables = perfect_tables(texts, gold)
    assert {name: value for name, value in evaluate(tables, gold).items() if value != 1} == {}
    assert errors(tables, gold) == []
