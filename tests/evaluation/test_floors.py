"""Floors rise and never fall."""

from pathlib import Path

import pytest

from pipeline.errors import DatelineError
from pipeline.evaluation.floors import COMMAND, HEADER, as_toml, check, raised, read_floors, write_floors

FLOORS = {"headline": 0.5, "events.f1": 0.4, "events.actor": 0.45, "dates.f1": 0.9}


def test_floors_are_written_in_one_way_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    write_floors(path, FLOORS)
    assert path.read_text("utf-8") == (
        f"{HEADER.format(command=COMMAND)}\nheadline = 0.5\n\n[dates]\nf1 = 0.9\n\n[events]\nactor = 0.45\nf1 = 0.4\n"
    )
    assert read_floors(path) == FLOORS
    assert as_toml(dict(reversed(FLOORS.items()))) == as_toml(FLOORS)


def test_check_tells_what_fell_below() -> None:
    figures = {"headline": 0.5 - 1e-10, "events.f1": 0.3999, "events.actor": 0.6, "quantities.f1": 0.1}
    assert check(figures, FLOORS) == [
        "events.f1 is 0.3999, below its floor of 0.400.",
        "dates.f1 was not measured; its floor is 0.900.",
    ]
    assert check(figures, {}) == []


def test_floors_rise_to_the_figures_rounded_down() -> None:
    figures = {"headline": 0.78199, "events.f1": 0.4004, "events.actor": 0.45, "dates.f1": 1.0, "stories.f1": 0.29}
    wanted = {"headline": 0.781, "events.f1": 0.4, "events.actor": 0.45, "dates.f1": 1.0, "stories.f1": 0.29}
    assert raised(figures, FLOORS) == wanted


def test_floors_never_fall() -> None:
    assert raised({"headline": 0.81239}, {"headline": 0.8123}) == {"headline": 0.8123}
    assert raised({"headline": 0.5 - 1e-10}, {"headline": 0.5}) == {"headline": 0.5}


def test_floors_refuse_to_be_lowered() -> None:
    figures = {**FLOORS, "dates.f1": 0.95, "events.f1": 0.3}
    with pytest.raises(DatelineError, match=r"never lowered\. events\.f1 is 0\.3000, below its floor of 0\.400\. Mend"):
        raised(figures, FLOORS)


BROKEN = [
    ("headline = 2", r"floors\.toml: headline is 2: a floor is a number from 0 to 1"),
    ("[events]\nf1 = true", r"events\.f1 is True"),
    ("[events\nf1 = 1", r"floors\.toml is not valid TOML"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN)
def test_a_mistaken_file_stops_the_run(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DatelineError, match=sentence):
        read_floors(path)


def test_a_missing_file_is_no_reason_to_pass(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"floors\.toml cannot be read"):
        read_floors(tmp_path / "floors.toml")
