"""Floors: the lowest value that a figure may have. They are raised to what was reached, and never lowered."""

import math
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import DatelineError
from pipeline.evaluation.toml_file import read_toml

Floors = Mapping[str, float]
TOLERANCE = 1e-9
COMMAND = "dateline eval"
HEADER = """\
# The lowest value that each figure of `{command}` may have: a change that falls below one is not accepted.
# Written by it with `--update`, which raises floors to what was measured, rounded down, and never lowers one.
"""


def read_floors(path: Path) -> dict[str, float]:
    """The floors by the names of their figures. Raises DatelineError for a file that is missing or mistaken."""
    floors: dict[str, float] = {}
    for key, value in read_toml(path).items():
        inner = {f"{key}.{name}": floor for name, floor in value.items()} if isinstance(value, dict) else {key: value}
        floors.update({name: _floor(path, name, floor) for name, floor in inner.items()})
    return floors


def write_floors(path: Path, floors: Floors, command: str = COMMAND) -> None:
    """Write the floors of what `command` measures: the same floors give the same file."""
    path.write_text(as_toml(floors, command), encoding="utf-8")


def as_toml(floors: Floors, command: str = COMMAND) -> str:
    """The text of the file: figures without a group first, then the groups, each in alphabetical order."""
    lone = [f"{name} = {floors[name]!r}" for name in sorted(floors) if "." not in name]
    groups = sorted({name.split(".", 1)[0] for name in floors if "." in name})
    return (
        "\n".join(
            [HEADER.format(command=command), *lone, *(line for group in groups for line in _section(group, floors))]
        )
        + "\n"
    )


def check(figures: Mapping[str, float], floors: Floors) -> list[str]:
    """A sentence for each figure that is below its floor or was not measured."""
    return [_fault(name, figures.get(name), floor) for name, floor in floors.items() if _below(figures, name, floor)]


def raised(figures: Mapping[str, float], floors: Floors) -> dict[str, float]:
    """The floors raised to the figures, rounded down to 3 places. Raises DatelineError if one is below its floor."""
    if faults := check(figures, floors):
        raise DatelineError(f"Floors are never lowered. {' '.join(faults)} Mend what made it worse, then raise them.")
    reached = {name: math.floor(value * 1000 + TOLERANCE) / 1000 for name, value in figures.items()}
    return {**floors, **{name: max(value, floors.get(name, 0.0)) for name, value in reached.items()}}


def _below(figures: Mapping[str, float], name: str, floor: float) -> bool:
    return name not in figures or figures[name] < floor - TOLERANCE


def _fault(name: str, figure: float | None, floor: float) -> str:
    if figure is None:
        return f"{name} was not measured; its floor is {floor:.3f}."
    return f"{name} is {figure:.4f}, below its floor of {floor:.3f}."


def _section(group: str, floors: Floors) -> list[str]:
    names = [name for name in sorted(floors) if name.startswith(f"{group}.")]
    return ["", f"[{group}]", *(f"{name.split('.', 1)[1]} = {floors[name]!r}" for name in names)]


def _floor(path: Path, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise DatelineError(f"{path}: {name} is {value!r}: a floor is a number from 0 to 1.")
    return float(value)
