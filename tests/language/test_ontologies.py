"""Several ontologies in one run, and the roles that those for other fields than politics fill."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events import Event, Ontology, find_events
from tests.language.test_events_rules import ONTOLOGIES, SPEECH, naive_names

FRAMES = {"frames": {"act": {"verb": {"actor": ["subject"], "recipient": ["object"]}}}}


def types(name: str, **rule: Any) -> dict[str, Any]:
    return {name: {"description": name, "rules": [{"name": name.lower(), **rule}]}}


def events(parse: Callable[[str], Doc], sentence: str, ontology: Ontology) -> list[Event]:
    doc = parse(sentence)
    return find_events(Article(doc, ["story"] * len(list(doc.sents)), names=naive_names(doc)), ontology, SPEECH)


def who(event: Event, role: str) -> list[str]:
    return [p.text for p in event.participants if p.role == role]


@pytest.mark.parametrize(("order", "first"), [((0, 1), "BUY"), ((1, 0), "TAKE")])
def test_the_first_with_a_rule_for_a_word_decides(
    parse: Callable[[str], Doc], order: tuple[int, int], first: str
) -> None:
    tables = [types("BUY", verbs=["buy"]), types("TAKE", verbs=["buy", "seize"])]
    ontology = Ontology.from_toml(FRAMES, *(tables[i] for i in order))
    found = events(parse, "Fiat bought Chrysler. Fiat seized Chrysler.", ontology)
    assert [e.event_type for e in found] == [first, "TAKE"]


def test_a_class_means_in_each_file_what_the_file_says() -> None:
    first = {"classes": {"thing": ["stake"]}, **types("BUY", verbs=["buy"], objects=["@thing"])}
    second = {"classes": {"thing": ["hill"]}, **types("SEIZE", verbs=["seize"], objects=["@thing"])}
    verbs = Ontology.from_toml(FRAMES, first, second).verbs
    assert [verbs.of(word)[0].rule.objects for word in ("buy", "seize")] == [{"stake"}, {"hill"}]


def test_a_type_of_two_files_has_the_rules_of_both() -> None:
    ontology = Ontology.from_toml(FRAMES, types("BUY", verbs=["buy"]), types("BUY", verbs=["acquire"]))
    assert [ontology.verbs.of(word)[0].rule.event_type for word in ("buy", "acquire")] == ["BUY", "BUY"]
    assert list(ontology.types) == ["BUY"]


@pytest.mark.parametrize(
    ("name", "sentence", "event_type", "actors", "recipients"),
    [
        ("disasters", "A powerful earthquake struck Nepal on Saturday.", "EARTHQUAKE", [], ["Nepal"]),
        ("disasters", "The earthquake killed 200 people in Nepal.", "CASUALTIES", [], ["200 people in Nepal"]),
        ("disasters", "The storm destroyed 400 homes in Vanuatu.", "DAMAGE", [], ["400 homes"]),
        ("disasters", "Turkey sent tents to Pakistan.", "RELIEF", ["Turkey"], ["Pakistan"]),
        ("business", "Chrysler was bought by Fiat.", "ACQUISITION", ["Fiat"], ["Chrysler"]),
        ("business", "Daimler merged with Chrysler.", "ACQUISITION", ["Daimler"], ["Chrysler"]),
        ("business", "Apple's lawsuit against Samsung went to trial.", "LAWSUIT", ["Apple"], ["Samsung"]),
        ("business", "Nissan ousted Carlos Ghosn.", "RESIGNATION", ["Nissan"], ["Carlos Ghosn"]),
    ],
)
def test_roles_of_other_fields(
    parse: Callable[[str], Doc], name: str, sentence: str, event_type: str, actors: list[str], recipients: list[str]
) -> None:
    (event,) = events(parse, sentence, ONTOLOGIES[name])
    assert (event.event_type, event.quad_class, event.score) == (event_type, None, None)
    assert (who(event, "actor"), who(event, "recipient")) == (actors, recipients)
