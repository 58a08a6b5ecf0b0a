"""What the documents say is so."""

import re
import shlex
from pathlib import Path

from pipeline.cli import main
from pipeline.schema_text import as_markdown
from pipeline.tables import TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_tables_are_documented_as_they_are() -> None:
    assert (ROOT / "docs/tables.md").read_text("utf-8") == as_markdown(TABLES) + "\n", "run: make docs"


def test_the_readme_names_only_commands_and_options_that_exist() -> None:
    lines = [line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines()]
    calls = [shlex.split(line, comments=True) for line in lines if line.startswith("dateline ")]
    assert len(calls) >= 4
    for _, command, *words in calls:
        known = {name for option in main.commands[command].params for name in option.opts}
        assert {word.split("=")[0] for word in words if word.startswith("-")} <= known


def test_the_readme_names_every_command() -> None:
    assert [name for name in main.commands if f"dateline {name}" not in README] == []


def test_files_that_the_documents_name_exist() -> None:
    texts = [README, *((ROOT / "docs" / name).read_text("utf-8") for name in ("why.md", "tables.md"))]
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
