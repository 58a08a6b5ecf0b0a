"""What the documents say is so."""

import re
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.cli import main
from pipeline.language.events import Ontology
from pipeline.ontology_faults import verify_ontologies
from pipeline.schema_text import as_markdown
from pipeline.tables import TABLES
from tests.language.test_events_rules import MODELS, fired, read

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
ON_ONTOLOGIES = (ROOT / "docs/ontology.md").read_text("utf-8")
TAUGHT = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", ON_ONTOLOGIES, re.S)]


def test_the_tables_are_documented_as_they_are() -> None:
    assert (ROOT / "docs/tables.md").read_text("utf-8") == as_markdown(TABLES) + "\n", "run: make docs"


def test_the_documents_name_only_commands_and_options_that_exist() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README + ON_ONTOLOGIES, re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    calls = [shlex.split(line, comments=True) for line in lines if line.startswith("dateline ")]
    assert len(calls) >= 9
    for _, command, *words in calls:
        known = {name for option in main.commands[command].params for name in option.opts}
        assert {word.split("=")[0] for word in words if word.startswith("-")} <= known


def test_the_readme_names_every_command() -> None:
    assert [name for name in main.commands if f"dateline {name}" not in README] == []


def test_files_that_the_documents_name_exist() -> None:
    texts = [README, *((ROOT / "docs" / name).read_text("utf-8") for name in ("why.md", "tables.md", "ontology.md"))]
    named = {
        path for text in texts for path in re.findall(r"`((?:pipeline|models|docs|seeds|tests)/[\w./-]+\w)`", text)
    }
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_every_dependency_has_its_reason() -> None:
    why = (ROOT / "docs/why.md").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    names = re.findall(r'^    "([\w-]+)[\[><=!;]', project, re.M)
    assert len(names) > 10
    assert [name for name in names if f"`{name}`" not in why] == []


@pytest.mark.parametrize("table", TAUGHT, ids=["a whole one", "an addition"])
def test_the_ontologies_that_the_documents_teach_work(table: dict[str, Any], parse: Callable[[str], Doc]) -> None:
    shared = read(MODELS / "events/shared.toml")
    verify_ontologies([("shared.toml", shared), ("mine.toml", table)])
    ontology = Ontology.from_toml(shared, table)
    for kind in ontology.types:
        for rule in table[kind]["rules"]:
            for sentence in rule["examples"]:
                found = fired(parse, sentence, ontology)
                assert any(k == kind and f"by rule {rule['name']};" in why for k, why in found), (sentence, found)
            for sentence in rule["counter"]:
                assert kind not in [k for k, _ in fired(parse, sentence, ontology)], sentence


def test_every_key_that_the_ontologies_use_is_taught() -> None:
    tables = [read(path) for path in (MODELS / "events").rglob("*.toml")]
    types = [row for t in tables for name, row in t.items() if name not in ("classes", "frames", "contexts")]
    used = {key for row in types for key in row} | {key for row in types for rule in row["rules"] for key in rule}
    assert len(used) > 15
    assert sorted(used - {"rules"} - set(re.findall(r"`(\w+)`", ON_ONTOLOGIES))) == []
