"""Which mentions of events of invented articles are one event; families and senses of words."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.matching.coreference.events.arguments import arguments
from pipeline.matching.coreference.events.resolve import resolve_events
from pipeline.matching.coreference.events.rules import EventRules
from tests.matching.test_coreference import story, together

Parse = Callable[[str], Doc]


@pytest.fixture(scope="session")
def rules(resource: Callable[[str], Any]) -> EventRules:
    found: EventRules = resource("event_coreference")
    return found


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("sign", "signing", True),
        ("signature", "sign", True),
        ("ratification", "ratify", True),
        ("sign", "ratify", False),
    ],
)
def test_families(a: str, b: str, one: bool, rules: EventRules) -> None:
    assert rules.words.family(a, b) is one


def test_synonyms_share_a_common_sense(rules: EventRules) -> None:
    assert rules.words.synonyms("resign", "step down")
    assert not rules.words.synonyms("resign", "attack")


def test_a_noun_of_a_verb_in_one_article_is_the_same_event(parse: Parse, rules: EventRules) -> None:
    told = story(
        parse, "a", "Karl Holm [resigned] on Monday. The party [met] in Rome. The [resignation] of Holm was expected."
    )
    found = resolve_events([told], rules)
    assert together(found, "a:0", "a:2")
    assert not together(found, "a:0", "a:1")


def test_articles_on_one_thing_share_its_event_and_others_do_not(parse: Parse, rules: EventRules) -> None:
    texts = [
        "A magnitude 6.1 earthquake [struck] Bingol province in eastern Turkey, killing 41 in Karakocan.",
        "An earthquake of magnitude 6.1 [struck] eastern Turkey's Bingol province, killing 41 near Karakocan.",
        "Lightning [struck] a golf course in Ohio. Two players were hurt at the tournament in Dayton.",
    ]
    told = [story(parse, name, text) for name, text in zip("abc", texts, strict=True)]
    found = resolve_events(told, rules)
    assert together(found, "a:0", "b:0")
    assert not together(found, "a:0", "c:0")
    assert resolve_events(told[::-1], rules) == found


def test_arguments_of_a_passive_verb(parse: Parse) -> None:
    doc = parse("The treaty was signed by Karl Holm in Rome.")
    verb = next(t for t in doc if t.text == "signed")
    found = arguments(verb, lambda t: t.lemma_.lower(), lambda t: None)
    assert {("object", "treaty"), ("actor", "holm"), ("in", "rome")} <= set(found)
