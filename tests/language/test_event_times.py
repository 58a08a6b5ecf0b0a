"""Which expression dates which event: sentences with the triggers in them and their times."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article, When
from pipeline.language.dates.find import Timex, find_dates
from pipeline.language.events import Event, find_events
from tests.language.test_dates import GRAMMAR, interval
from tests.language.test_events_rules import ONTOLOGY, SPEECH, naive_names

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/event_times.toml").read_text("utf-8"))
Parse = Callable[[str], Doc]


def events(parse: Parse, case: dict[str, Any]) -> list[Event]:
    doc = parse(case["text"])
    bare = Article(doc, ["story"] * sum(1 for _ in doc.sents), interval(case.get("published", "2024-11-12")))
    whens = [_when(doc, timex) for timex in find_dates(bare, GRAMMAR)]
    article = Article(doc, bare.kinds, bare.published, naive_names(doc), whens)
    return find_events(article, ONTOLOGY, SPEECH)


def _when(doc: Doc, timex: Timex) -> When:
    span = doc.char_span(timex.char_start, timex.char_end, alignment_mode="expand")
    assert span is not None
    return When(timex.text, span, timex.kind, timex.interval, timex.granularity, timex.modifier)


def dated(event: Event) -> str:
    return event.when.date_id if event.when is not None else ""


def times(found: list[Event]) -> dict[str, str]:
    return {word: dated(event) for event in found for word in event.trigger.split()}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:70])
def test_time(case: dict[str, Any], parse: Parse) -> None:
    found = times(events(parse, case))
    told = [[trigger, core(wanted, found.get(trigger, "no such event"))] for trigger, wanted in case["events"]]
    assert told == case["events"]


def core(wanted: str, found: str) -> str:
    """Where an expression begins ("since", "the night of") is not what is tested here."""
    return wanted if wanted and wanted in found else found


@pytest.mark.parametrize("case", [c for c in CASES["case"] if "interval" in c], ids=lambda case: case["text"][:70])
def test_interval(case: dict[str, Any], parse: Parse) -> None:
    trigger, *wanted = case["interval"]
    when = next(e.when for e in events(parse, case) if trigger in e.trigger.split())
    assert when is not None
    assert [b.date().isoformat() if b else "" for b in when.interval] == wanted


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", CASES["failing"], ids=lambda case: case["text"][:70])
def test_known_failure(case: dict[str, Any], parse: Parse) -> None:
    test_time(case, parse)
