"""The pipeline as a user runs it, on articles that somebody else annotated."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.engines.serial import serial
from pipeline.flow import FLOW
from pipeline.runner import Run, Watch
from pipeline.settings import Settings, default_language
from pipeline.store import Store, open_store


@contextmanager
def tables(
    lines: Iterable[str], last: str, ner: str = "news", ontologies: tuple[str, ...] = ("plover",)
) -> Iterator[Store]:
    """The tables of all stages up to `last`, from articles given as lines of JSON; gone when the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        yield tables_in(Path(folder), lines, last, ner, ontologies)


def tables_in(
    folder: Path, lines: Iterable[str], last: str, ner: str = "news", ontologies: tuple[str, ...] = ("plover",)
) -> Store:
    """The same in a folder that stays, where what is up to date is not made again."""
    source = folder / "in.jsonl"
    source.write_text("\n".join(lines), "utf-8")
    return tables_of(source, folder, last, ner, ontologies)


def tables_of(
    source: Path, folder: Path, last: str, ner: str = "news", ontologies: tuple[str, ...] = ("plover",)
) -> Store:
    """The same of a file or folder of articles."""
    out = folder / "out"
    with serial() as lend:
        settings = Settings(source, default_language(), ontologies=ontologies, ner=ner)
        run = Run(open_store(out), settings, lend, Watch())
        run.bring_up_to_date(FLOW[: [stage.name for stage in FLOW].index(last) + 1])
    return Store(out)
