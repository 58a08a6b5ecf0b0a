"""What every test may ask for: the real spaCy pipelines, loaded once, and a small corpus that has been run."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline import resources
from pipeline.engines.serial import serial
from pipeline.flow import FLOW
from pipeline.runner import Run, Summary, Watch
from pipeline.settings import Settings, default_language
from pipeline.spacy_models import model_folder
from pipeline.store import Store, open_store

ARTICLES = {
    "border.txt": "Pyongyang ratifies treaty\n\nSEOUL, Nov 12, 2024 - North Korea ratified a defence treaty "
    "with Russia on Monday, KCNA reported. At least 11,000 North Korean soldiers have been sent to Russia.\n",
    "visit.txt": "Russian President Vladimir Putin visited Pyongyang in June 2024. Mr Putin met Kim Jong Un.\n",
    "talks.txt": "Published 13 November 2024\n\nUkrainian President Volodymyr Zelensky condemned North Korea "
    "on Tuesday. Zelensky said that Moscow had attacked Kyiv.\n",
    "empty.txt": "",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The sentences in the tests and in models/ were written with md, the default where Python allows it. Its smaller
    sister reads a few of them wrongly; there `make eval`, whose floors hold for both, is the gate.
    """
    model = model_folder(Settings(Path(), default_language()))
    if "en_md" in str(model):
        return
    reason = f"written with en_core_web_md; this Python has only {model.name}"
    for item in items:
        if "parse" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xfail(reason=reason, strict=False))


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a run over ARTICLES."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return Settings(folder, default_language())


@pytest.fixture(scope="session")
def resource(settings: Settings) -> Callable[[str], Any]:
    """A resource of models/ by its name in `Stage.needs`."""
    return lambda name: resources.load(name, settings)


@pytest.fixture(scope="session")
def parse(resource: Callable[[str], Any]) -> Callable[[str], Doc]:
    """Text → parsed Doc with the model's entities."""
    parser, recogniser = resource("parser"), resource("recogniser")
    return lambda text: recogniser(parser(text))


def run_all(settings: Settings, out: Path, **options: Any) -> list[Summary]:
    """A serial run of the whole flow."""
    with serial() as lend:
        return Run(open_store(out), settings, lend, Watch(), **options).bring_up_to_date(FLOW)


@pytest.fixture(scope="session")
def store(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The tables of ARTICLES."""
    out = tmp_path_factory.mktemp("data")
    run_all(settings, out)
    return Store(out)


def rows(store: Store, table: str, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The rows of a table as dicts, in order."""
    declared = next(t for stage in FLOW for t in stage.writes if t.name == table)
    found = store.read(declared, store.parts(table))
    out: list[dict[str, Any]] = found.select(list(columns) if columns else found.column_names).to_pylist()
    return out
