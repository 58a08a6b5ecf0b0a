"""Every rule of the ontologies that ship fires in its examples and not in its counter-examples."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article, Name
from pipeline.language.events import Ontology, Speech, find_events
from pipeline.language.names.find import find_names
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.resources import load
from pipeline.settings import Settings, default_language

MODELS = Path(__file__).parents[2] / "models/en"
TABLES = {"classes", "frames", "contexts"}
LABELS = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "LAW"}


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def ontology(name: str) -> list[dict[str, Any]]:
    """What all share, and the types of one, as the tables that are built together."""
    folder = MODELS / "events"
    files = sorted((folder / name).glob("*.toml")) or [folder / f"{name}.toml"]
    return [read(folder / "shared.toml"), {kind: rows for file in files for kind, rows in read(file).items()}]


NAMES = sorted(path.stem for path in (MODELS / "events").iterdir() if path.stem != "shared")
TYPES = {name: {k: v for k, v in ontology(name)[1].items() if k not in TABLES} for name in NAMES}
ONTOLOGIES = {name: Ontology.from_toml(*ontology(name)) for name in NAMES}
ONTOLOGY = ONTOLOGIES["plover"]
GAZETTEER: Gazetteer = load("gazetteer", Settings(Path(), default_language()))
SPEECH = Speech.from_toml(read(MODELS / "speech.toml"))


def sentences(key: str) -> list[tuple[str, str, str, str]]:
    rules = [(o, kind, rule) for o, types in TYPES.items() for kind, row in types.items() for rule in row["rules"]]
    return [(o, kind, rule["name"], sentence) for o, kind, rule in rules for sentence in rule[key]]


def naive_names(doc: Doc) -> list[Name]:
    """Each name is a thing of its own; states and nationalities count as states."""
    found = find_names(doc, ["story"] * len(list(doc.sents)), GAZETTEER)
    doc.ents = [e for m in found if (e := doc.char_span(m.char_start, m.char_end, m.label)) is not None]
    spans = [e for e in doc.ents if e.label_ in LABELS]
    return [
        Name(
            f"m{i}",
            e,
            e.label_,
            e.text.lower(),
            "name",
            e.label_,
            _state(e.label_, e.text),
            _state(e.label_, e.text),
            None,
        )
        for i, e in enumerate(spans)
    ]


def _state(label: str, text: str) -> str | None:
    return text[:3].upper() if label in {"GPE", "NORP"} else None


def fired(parse: Callable[[str], Doc], sentence: str, ontology: Ontology) -> list[tuple[str, str]]:
    """The types found in a sentence, each with its reason."""
    doc = parse(sentence)
    article = Article(doc, ["story"] * len(list(doc.sents)), names=naive_names(doc))
    return [(e.event_type, e.reason) for e in find_events(article, ontology, SPEECH)]


@pytest.mark.parametrize(("name", "event_type", "rule", "sentence"), sentences("examples"))
def test_an_example_fires_its_rule(
    parse: Callable[[str], Doc], name: str, event_type: str, rule: str, sentence: str
) -> None:
    found = fired(parse, sentence, ONTOLOGIES[name])
    assert any(kind == event_type and f"by rule {rule};" in reason for kind, reason in found), found


@pytest.mark.parametrize(("name", "event_type", "rule", "sentence"), sentences("counter"))
def test_a_counter_example_does_not_fire(
    parse: Callable[[str], Doc], name: str, event_type: str, rule: str, sentence: str
) -> None:
    found = fired(parse, sentence, ONTOLOGIES[name])
    assert all(kind != event_type for kind, _ in found), found


def test_every_type_is_described() -> None:
    assert len(ONTOLOGY.types) == 16
    assert all(row["description"] and row["rules"] for types in TYPES.values() for row in types.values())
