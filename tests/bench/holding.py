"""Figures on public gold, held to the floors in `floors.toml` beside this file."""

import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.evaluation.floors import check, raised, read_floors, write_floors

FLOORS = Path(__file__).with_name("floors.toml")
COMMAND = "make eval"


def hold(figures: Mapping[str, float]) -> int:
    """1, and a sentence for each, if figures named `group.measure` are below their floors; floors of other groups are
    other commands' business. With --update on the command line the floors are raised to the figures instead.
    """
    floors = read_floors(FLOORS)
    groups = {name.split(".")[0] for name in figures}
    own = {name: floor for name, floor in floors.items() if name.split(".")[0] in groups}
    if "--update" in sys.argv:
        write_floors(FLOORS, {**floors, **raised(figures, own)}, COMMAND)
        return 0
    faults = check(figures, own)
    print("\n".join(faults), end="\n" if faults else "")
    return bool(faults)
