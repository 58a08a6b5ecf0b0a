"""Holds what a benchmark measured against its floors in `floors.toml`; each owns the groups that it measures."""

import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.evaluation.floors import check, raised, read_floors, write_floors

FLOORS = Path(__file__).with_name("floors.toml")


def hold(figures: Mapping[str, float]) -> int:
    """1 if a figure is below its floor, with a sentence for each; with `--update`, raise the floors instead.

    Raises DatelineError if one would have to be lowered.
    """
    floors = read_floors(FLOORS) if FLOORS.exists() else {}
    groups = {_group(name) for name in figures}
    own = {name: floor for name, floor in floors.items() if _group(name) in groups}
    if "--update" in sys.argv:
        write_floors(FLOORS, {**floors, **raised(figures, own)}, "python -m tests.bench.public_*")
        return 0
    faults = check(figures, own)
    print("\n".join(faults))
    return int(bool(faults))


def _group(name: str) -> str:
    return name.split(".", 1)[0]
