"""Measures a folder of tables against gold and holds the figures against their floors."""

from pathlib import Path
from typing import Any

from pipeline.errors import DatelineError
from pipeline.evaluation.floors import check, raised, read_floors, write_floors
from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.measurement import TABLES as MEASURED
from pipeline.evaluation.report import errors, evaluate, lines
from pipeline.store import Store
from pipeline.tables import TABLES

Rows = dict[str, list[dict[str, Any]]]


def evaluation(out: Path, gold: Path, *, verbose: bool) -> tuple[list[str], dict[str, float]]:
    """(lines that show every figure, the figures by name). Raises DatelineError if there are no tables or no gold."""
    tables, articles = _rows(out), read_gold(gold)
    figures = evaluate(tables, articles)
    floors = _floors(gold)
    return [*(errors(tables, articles) if verbose else ()), *lines(figures, floors)], figures


def below_floor(figures: dict[str, float], gold: Path) -> list[str]:
    """A sentence for each figure that fell below its floor."""
    return check(figures, _floors(gold))


def raise_floors(figures: dict[str, float], gold: Path) -> None:
    """Raise each floor to its figure. Raises DatelineError if one fell below: a floor is never lowered."""
    write_floors(_floors_file(gold), raised(figures, _floors(gold)))


def _floors_file(gold: Path) -> Path:
    """Beside the gold: the floors belong to it."""
    return gold.parent / "floors.toml"


def _floors(gold: Path) -> dict[str, float]:
    """None for gold that has no floors yet."""
    file = _floors_file(gold)
    return read_floors(file) if file.exists() else {}


def _rows(out: Path) -> Rows:
    store = Store(out)
    if not store.parts("articles"):
        raise DatelineError(f"{out} holds no tables: make them with dateline run, or name another folder with --out.")
    wanted = [table for table in TABLES if table.name in MEASURED]
    return {table.name: store.read(table, store.parts(table.name)).to_pylist() for table in wanted}
