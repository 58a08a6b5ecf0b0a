"""Who did what to whom, in which status, according to whom: sentences and the events they tell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events import Event, find_events
from pipeline.language.quotes.find import find_quotes
from pipeline.language.quotes.words import Reporting
from pipeline.resources import load
from pipeline.settings import Settings, default_language
from tests.language.test_events_rules import ONTOLOGY, SPEECH, naive_names

REPORTING: Reporting = load("reporting", Settings(Path(), default_language()))
Parse = Callable[[str], Doc]


def events(parse: Parse, text: str, kind: str = "story") -> list[Event]:
    doc = parse(text)
    article = Article(doc, [kind] * len(list(doc.sents)), names=naive_names(doc))
    return find_events(article, ONTOLOGY, SPEECH, find_quotes(article, REPORTING, SPEECH))


def told(event: Event) -> tuple[str, str, str, str]:
    return event.event_type, who(event, "actor"), who(event, "recipient"), event.status


def who(event: Event, role: str) -> str:
    return "+".join(p.entity_id or p.text for p in event.participants if p.role == role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway signed a treaty with Sweden.", ("SUPPORT", "norway", "sweden", "actual")),
        ("Kharkiv was shelled by Russia.", ("ASSAULT", "russia", "kharkiv", "actual")),
        ("India, which invaded Pakistan, denied it.", ("ASSAULT", "india", "pakistan", "actual")),
        ("Iran will attack Israel.", ("ASSAULT", "iran", "israel", "future")),
        ("Iran may attack Israel.", ("ASSAULT", "iran", "israel", "hypothetical")),
        ("Iran did not attack Israel.", ("ASSAULT", "iran", "israel", "negated")),
        ("If Iran attacks Israel, oil will rise.", ("ASSAULT", "iran", "israel", "hypothetical")),
        ("Clashes between India and Pakistan went on.", ("ASSAULT", "india+pakistan", "", "actual")),
        ("Turkish forces attacked Syria.", ("ASSAULT", "turkish", "syria", "actual")),
        ("Germany refused to send tanks to Poland.", ("REJECT", "germany", "poland", "actual")),
        ("Germany agreed to send tanks to Poland.", ("AGREE", "germany", "poland", "actual")),
        ("Germany sent tanks to Poland.", ("AID", "germany", "poland", "actual")),
    ],
)
def test_one_event(parse: Parse, text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in [told(e) for e in events(parse, text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia decided to invade Georgia.", "future"),
        ("The decision to invade Georgia shocked Russia.", "future"),
        ("Russia tried to invade Georgia.", "hypothetical"),
        ("Russia made an attempt to invade Georgia.", "hypothetical"),
        ("The Kremlin told Russian troops to invade Georgia.", "hypothetical"),
        ("Russia to invade Georgia", "future"),
        ("During the invasion of Georgia by Russia, France attempted to mediate.", "actual"),
        ("Russia is to invade Georgia.", "future"),
        ("When Russia invades Georgia, prices will rise.", "future"),
        ("Russia did not talk but invaded Georgia.", "actual"),
        ("Talks during the event held after Russia invaded Georgia failed.", "actual"),
    ],
)
def test_status_of_an_invasion(parse: Parse, text: str, status: str) -> None:
    assert [e.status for e in events(parse, text) if e.event_type == "ASSAULT"] == [status]


def test_a_promise_absorbs_what_is_promised(parse: Parse) -> None:
    assert [e.event_type for e in events(parse, "Germany agreed to send tanks to Poland.")] == ["AGREE"]


def test_two_words_for_one_signing_give_one_event(parse: Parse) -> None:
    text = "Norway signed a pact to finalise the treaty with Sweden."
    assert [e.event_type for e in events(parse, text)] == ["SUPPORT"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("According to Reuters, Iran attacked Israel.", "Reuters"),
        ("Israel said that Iran attacked Jordan.", "Israel"),
        ("Iran attacked Israel, officials said.", "officials"),
        ("Iran attacked Israel.", ""),
    ],
)
def test_sources(parse: Parse, text: str, sources: str) -> None:
    attack = next(e for e in events(parse, text) if e.event_type == "ASSAULT")
    assert "+".join(p.text for p in attack.participants if p.role == "source") == sources


def test_offsets_point_at_the_words(parse: Parse) -> None:
    text = "Breaking news.\n\nNorway signed a treaty with Sweden."
    for event in events(parse, text):
        assert text[event.char_start : event.char_end] == event.trigger
        assert all(text[p.char_start : p.char_end] == p.text for p in event.participants)


def test_boilerplate_tells_nothing(parse: Parse) -> None:
    assert events(parse, "Iran attacked Israel.", kind="boilerplate") == []


@pytest.mark.parametrize(
    "text", ["", "Attack", "!!! 🙂 ...", "IRAN ATTACKED ISRAEL", "war " * 500, "12 34 56", "\n\n\n"]
)
def test_odd_text_does_not_raise(parse: Parse, text: str) -> None:
    assert all(e.reason for e in events(parse, text))
