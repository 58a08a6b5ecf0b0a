"""Which events become one story, in invented news; and every example of models/en/stories.toml."""

import random
import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.matching.stories import EventKey, Figure, FigureKey, Weights, conflicting, figures, merge
from pipeline.matching.stories.near import nearest_others
from pipeline.matching.stories.story import status, story

MODELS = Path(__file__).parents[2] / "models" / "en"
DATA: dict[str, Any] = tomllib.loads((MODELS / "stories.toml").read_text("utf-8"))
RULES = Weights.from_toml(DATA)
MAY = datetime(2031, 5, 1)
Parse = Callable[[str], Doc]


def day(number: int) -> dict[str, datetime]:
    """That day of May as the date of an event."""
    start = MAY + timedelta(days=number - 1)
    return {"date_start": start, "date_end": start + timedelta(days=1)}


def event(event_type: str, lemma: str, who: str, *whom: str, **more: object) -> EventKey:
    """An event between countries, told on 20 May; `who` and `whom` are ISO codes, `name:ISO` for a person."""
    told = more.pop("told", MAY + timedelta(days=19))
    actors, recipients = who.split(), list(whom)
    blank: dict[str, Any] = {
        "article_id": "a1",
        "sentence": 0,
        "mode": None,
        "quad_class": 1,
        "trigger": lemma,
        "status": "actual",
        "locations": (),
        "date_start": None,
        "date_end": None,
        "not_after": told,
        "published": told,
        "words": frozenset(),
        "text": f"{lemma}.",
    }
    roles = {
        "actors": tuple(a.split(":")[0] for a in actors),
        "recipients": tuple(r.split(":")[0] for r in recipients),
        "actor_countries": tuple(a.split(":")[-1] for a in actors),
        "recipient_countries": tuple(r.split(":")[-1] for r in recipients),
    }
    values = {**blank, **roles, "event_type": event_type, "lemma": lemma, **more}
    ident = more.get("event_id") or f"{lemma}-{who}-{whom}-{told}-{sorted((k, str(v)) for k, v in more.items())}"
    return EventKey(**{**values, "event_id": ident})


def one(*events: EventKey) -> bool:
    """Do they all become one story?"""
    return len(merge(events, RULES).stories) == 1


SAME = [
    (
        event("SUPPORT", "ratify", "MLI", "NER", **day(3)),
        event("SUPPORT", "ratification", "goita:MLI", "NER", **day(3)),
    ),
    (
        event("SUPPORT", "sign", "goita:MLI tiani:NER", **day(2)),
        event("SUPPORT", "sign", "NER MLI", **day(2)),
    ),
    (
        event("SUPPORT", "sign", "MLI NER", **day(2)),
        event("AGREE", "agree", "NER", "MLI", date_start=MAY, date_end=datetime(2031, 6, 1)),
    ),
    (
        event("AID", "send", "TCD", "SDN", words=frozenset({"troop"})),
        event("MOBILIZE", "deployment", "TCD", mode="troops"),
    ),
    (
        event("ASSAULT", "war", "ERI", "ETH"),
        event("ASSAULT", "invasion", "ERI", "ETH", date_start=datetime(1998, 5, 6)),
    ),
    (
        event("COOPERATE", "tie", "MLI NER"),
        event("COOPERATE", "cooperation", "NER MLI", told=datetime(2031, 8, 1)),
    ),
    (
        event("CONSULT", "visit", "goita:MLI", "NER", **day(7)),
        event("CONSULT", "talk", "tiani:NER goita:MLI", **day(7)),
    ),
    (event("ACCUSE", "condemn", "FRA", "MLI"), event("ACCUSE", "condemn", "FRA", "MLI", article_id="a2")),
]
OTHER = [
    (event("SUPPORT", "ratify", "MLI", "NER", **day(3)), event("SUPPORT", "ratify", "NER", "MLI", **day(3))),
    (event("SUPPORT", "ratify", "MLI", "NER"), event("SUPPORT", "sign", "MLI NER")),
    (
        event("CONSULT", "visit", "goita:MLI", "NER", **day(7)),
        event("CONSULT", "visit", "goita:MLI", "NER", **day(9)),
    ),
    (event("CONSULT", "visit", "goita:MLI", "NER"), event("CONSULT", "visit", "goita:MLI", "FRA")),
    (event("ACCUSE", "condemn", "FRA", "MLI"), event("ACCUSE", "condemn", "FRA", "NER")),
    (
        event("ACCUSE", "condemn", "FRA", "MLI"),
        event("ACCUSE", "condemn", "FRA", "MLI", told=datetime(2031, 9, 1), article_id="a2"),
    ),
    (event("ASSAULT", "attack", "ERI", "ETH", **day(7)), event("ASSAULT", "attack", "ERI", "ETH", **day(8))),
    (
        event("AID", "send", "TCD", "SDN", words=frozenset({"troop"})),
        event("AID", "send", "TCD", "SDN", words=frozenset({"missile"})),
    ),
    (event("AID", "send", "FRA", "MLI"), event("SANCTION", "sanction", "FRA", "MLI")),
    (event("PROTEST", "march", ""), event("PROTEST", "march", "", article_id="a2")),
]


@pytest.mark.parametrize(("a", "b"), SAME, ids=lambda e: e.event_id[:20])
def test_one_happening(a: EventKey, b: EventKey) -> None:
    assert one(a, b)


@pytest.mark.parametrize(("a", "b"), OTHER, ids=lambda e: e.event_id[:20])
def test_two_happenings(a: EventKey, b: EventKey) -> None:
    assert not one(a, b)


def test_a_report_without_a_day_does_not_bridge_two_visits() -> None:
    visits = [event("CONSULT", "visit", "goita:MLI", "NER", **more) for more in (day(7), {}, day(9))]
    assert len(merge(visits, RULES).stories) == 2


def test_what_was_told_before_it_happened_is_something_else() -> None:
    assert not one(
        event("SUPPORT", "ratify", "MLI", "NER", told=MAY), event("SUPPORT", "ratify", "MLI", "NER", **day(9))
    )


def test_a_plan_and_its_denial_are_one_disputed_story() -> None:
    told = [event("AID", "deploy", "TCD", "SDN", status=s) for s in ("actual", "future", "negated")]
    assert [s.status for s in merge(told, RULES).stories] == ["disputed"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"actual"}, "agreed"),
        ({"actual", "future"}, "agreed"),
        ({"negated"}, "denied"),
        ({"negated", "future"}, "denied"),
        ({"actual", "negated"}, "disputed"),
        ({"future", "hypothetical"}, "planned"),
        ({"hypothetical"}, "hypothetical"),
        ({"historical"}, "historical"),
    ],
)
def test_status(told: set[str], expected: str) -> None:
    assert status(told) == expected


def test_any_order_gives_the_same_and_strangers_change_no_id() -> None:
    events = [e for pair in (*SAME, *OTHER) for e in pair]
    events = [e._replace(event_id=f"{i:03}") for i, e in enumerate(events)]
    whole = merge(events, RULES)
    for seed in range(5):
        mixed = random.Random(seed).sample(events, len(events))
        assert merge(mixed, RULES) == whole
    stranger = event("PROTEST", "march", "PER", event_id="zz", article_id="a9")
    assert merge([*events, stranger], RULES).membership.items() > whole.membership.items()


def test_every_event_is_in_one_story_with_a_reason() -> None:
    events = [*SAME[1], *OTHER[0]]
    found = merge(events, RULES)
    assert set(found.membership) == {e.event_id for e in events}
    assert all(reason for _, reason in found.membership.values())
    assert sorted(i for s in found.stories for i in s.events) == sorted(found.membership)
    assert merge([], RULES).stories == []


def test_the_story_of_its_events() -> None:
    first = event("AID", "send", "TCD", "SDN", text="Chad has sent two battalions to Sudan.", **day(2))
    second = event("AID", "send", "deby:TCD", "SDN", article_id="a2", text="It sent them.", told=MAY, **day(2))
    third = event("MOBILIZE", "deploy", "TCD", article_id="a2")
    made = story([third, second, first])
    assert made.event_type == "AID"
    assert made.actors == ("TCD", "deby")
    assert (made.date_start, made.n_events, made.n_articles, made.first_published) == (
        day(2)["date_start"],
        3,
        2,
        MAY,
    )
    assert made.headline == "Chad has sent two battalions to Sudan."


def test_figures_stand_side_by_side() -> None:
    given = [
        FigureKey("Chadian soldiers", 500, 500, "exact", ("TCD",), "a1"),
        FigureKey("Chadian soldiers", 500, 500, "exact", ("un",), "a2"),
        FigureKey("soldiers", 900, None, "at_least", (), "a3"),
        FigureKey("USD", 5e6, 5e6, "exact", (), "a3"),
    ]
    rows = figures(given)
    assert rows[0] == Figure("Chadian soldiers", 500, 500, "exact", ("TCD", "un"), ("a1", "a2"))
    assert len(rows) == 3
    assert conflicting(rows)
    assert not conflicting(rows[:1])
    assert not conflicting([Figure("dead", 500, 500, "about", (), ()), Figure("dead", 520, None, "at_least", (), ())])


@pytest.mark.parametrize("happening", DATA["class"], ids=lambda c: c["name"])
def test_every_example_of_the_classes(happening: dict[str, Any], parse: Parse) -> None:
    doc = parse(happening["example"])
    words = frozenset(t.lemma_.lower() for t in doc)
    found = [RULES.happening(t, token.lemma_.lower(), token.text, words) for t in happening["types"] for token in doc]
    assert happening["name"] in {f.name for f in found if f}


TOLD_TWICE = [
    event("SUPPORT", "sign", "MLI NER", event_id="e2", article_id="a2", **day(2), told=MAY + timedelta(days=3)),
    event("SUPPORT", "sign", "MLI NER", event_id="e3", article_id="a3", **day(2), told=MAY + timedelta(days=4)),
]


def ids(*events: EventKey) -> dict[str, str]:
    """Event id → story id."""
    return {e: story_id for e, (story_id, _) in merge(events, RULES).membership.items()}


def test_an_article_on_something_else_changes_no_id() -> None:
    other = event("ASSAULT", "bomb", "FRA", "DEU", event_id="e1", article_id="a0")
    assert ids(*TOLD_TWICE).items() <= ids(*TOLD_TWICE, other).items()


def test_a_later_report_joins_without_changing_the_id() -> None:
    later = event("SUPPORT", "sign", "MLI NER", event_id="e1", article_id="a1", **day(2), told=MAY + timedelta(days=9))
    assert ids(*TOLD_TWICE).items() <= ids(*TOLD_TWICE, later).items()
    assert len(set(ids(*TOLD_TWICE, later).values())) == 1


def test_a_month_and_a_day_in_it_are_that_day() -> None:
    june = [event("SUPPORT", "sign", "MLI NER", date_start=MAY, date_end=datetime(2031, 6, 1)) for _ in range(2)]
    told = story([*june, event("SUPPORT", "sign", "MLI NER", **day(19))])
    assert (told.date_start, told.date_end) == tuple(day(19).values())


def test_days_that_cannot_both_hold_leave_the_one_that_most_give() -> None:
    told = story([event("SUPPORT", "sign", "MLI NER", **day(n)) for n in (3, 3, 19)])
    assert (told.date_start, told.date_end) == tuple(day(3).values())


def test_who_asserts_and_who_denies_stand_apart() -> None:
    told = [
        event("AID", "deploy", "TCD", "SDN", sources=("ukraine",)),
        event("AID", "deploy", "TCD", "SDN", sources=("chad",), status="negated"),
    ]
    found = story(told)
    assert (found.asserted_by, found.denied_by) == (("ukraine",), ("chad",))


def test_the_headline_is_the_sentence_that_tells_little_else() -> None:
    alone, crowded = "Mali and Niger signed it on the second of May.", "Mali ratified what it and Niger had signed."
    told = [
        event("SUPPORT", "sign", "MLI NER", text=alone, sentence=4),
        event("SUPPORT", "sign", "MLI NER", text=crowded, sentence=0),
    ]
    assert story(told, {("a1", 0): 2}).headline == alone


def test_the_nearest_other_report_says_what_kept_it_apart() -> None:
    mine, other = event("SUPPORT", "ratify", "MLI", "NER", **day(3)), event("SUPPORT", "ratify", "NER", "MLI", **day(3))
    assert [r.reason.split(",")[0] for r in nearest_others([mine], [other], RULES, 3)] == ["different actors"]
