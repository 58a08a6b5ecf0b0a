"""Every engine gives what the serial one gives; a killed worker's work is done all the same."""

import os
import signal
from pathlib import Path

import pytest

from pipeline.engines.processes import processes
from pipeline.engines.serial import serial
from pipeline.errors import DatelineError


def square(number: int) -> int:
    return number * number


def die_once(folder: str) -> str:
    """Kills its own process at the first call."""
    mark = Path(folder) / "died"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return folder


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def complain(number: int) -> int:
    raise DatelineError(f"{number} is wrong")


def test_processes_give_what_serial_gives() -> None:
    with serial() as one, processes(2) as two:
        assert sorted(two(square, range(20))) == list(one(square, range(20)))
        assert list(two(square, [])) == []
        assert list(two(square, [3])) == [9]


def test_work_lost_with_a_worker_is_done_again(tmp_path: Path) -> None:
    folders = [str(tmp_path / name) for name in "ab"]
    for folder in folders:
        Path(folder).mkdir()
    with processes(2) as lend:
        assert sorted(lend(die_once, folders)) == folders


def test_work_that_kills_every_worker_stops_the_run() -> None:
    with processes(2) as lend, pytest.raises(DatelineError, match="died 3 times"):
        list(lend(die, [1, 2]))


def test_our_errors_come_through_whole() -> None:
    with processes(2) as lend, pytest.raises(DatelineError, match="is wrong"):
        list(lend(complain, [1, 2]))
