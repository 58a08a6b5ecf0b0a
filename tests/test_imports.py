"""The import rule: who may know whom. cli → launch → runner → work → flow → stages → … → tables → errors."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pipeline"

# room → what it may import of the package, besides itself
MAY = {
    "errors": set(),
    "tables": set(),
    "settings": set(),
    "__main__": {"cli"},
    "language": {"errors"},
    "matching": {"errors", "language"},
    "sources": {"errors", "language"},
    "alias_files": {"errors", "language"},
    "ontology_faults": {"errors"},
    "ontology_files": {"errors"},
    "spacy_models": {"errors", "settings"},
    "resources": {
        *(
            "alias_files",
            "errors",
            "lineage",
            "ontology_faults",
            "ontology_files",
            "settings",
            "sources",
            "spacy_models",
        )
    },
    "stages": {"errors", "tables", "language", "matching", "sources"},
    "flow": {"stages", "tables"},
    "lineage": set(),
    "engines": {"errors"},
    "store": {"errors", "tables"},
    "shards": {"store", "tables"},
    "work": {"errors", "flow", "resources", "settings", "shards", "store", "tables"},
    "runner": {"engines", "flow", "lineage", "resources", "settings", "shards", "store", "tables", "work"},
    "progress": {"runner"},
    "launch": {"engines", "flow", "progress", "resources", "runner", "settings", "store"},
    "schema_text": {"tables"},
    "showing": {"errors", "store", "tables"},
    "checks": {"errors", "store", "tables"},
    "training": {"errors", "language", "resources", "settings", "spacy_models"},
    "explain": {"errors", "language", "matching", "resources", "settings", "store", "tables"},
    "evaluation": {"errors"},
    "evaluate": {"errors", "evaluation", "store", "tables"},
}
FILES = [p for p in sorted(PACKAGE.rglob("*.py")) if p.name not in ("__init__.py", "cli.py")]


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(file: Path) -> None:
    own = [name.split(".")[1] for name in imported(file) if name.startswith("pipeline.")]
    assert set(own) - {room(file)} <= MAY[room(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_store_knows_parquet_and_language_knows_no_tables(file: Path) -> None:
    names = set(imported(file))
    if room(file) != "store":
        assert not any(name.startswith("pyarrow.parquet") for name in names)
    if room(file) in ("language", "matching"):
        assert not any(name.split(".")[0] in ("pyarrow", "pandas", "pathlib") for name in names)


def test_only_the_command_line_prints_or_exits() -> None:
    calls = [
        (file.name, node.func.id)
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "exit")
    ]
    assert calls == []


def test_files_are_short_and_state_is_nobodys() -> None:
    texts = {file: file.read_text("utf-8") for file in FILES}
    assert [f.name for f, text in texts.items() if text.count("\n") > 250 and f.name != "tables.py"] == []
    assert [f.name for f, t in texts.items() for n in ast.walk(ast.parse(t)) if isinstance(n, ast.Global)] == []
