"""Lots are made by other processes, in their order, whatever becomes of those."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from pickle import PicklingError
from time import monotonic, sleep
from typing import Final

import pytest

from generator.build.makers import Way, making

LOTS: Final = range(12)
PATIENCE: Final = 20.0
both = pytest.mark.parametrize("way", ["fork", "spawn"])


def made(lot: int) -> tuple[int, int]:
    """What it was, and by whom."""
    return lot, os.getpid()


def mortal(mark: Path, first: int, lot: int) -> tuple[int, int]:
    """One of the others dies, once."""
    if lot == 2 and os.getpid() != first and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return made(lot)


def doomed(first: int, lot: int) -> tuple[int, int]:
    """All of the others die."""
    if os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
    return made(lot)


def wrong(lot: int) -> tuple[int, int]:
    if lot == 5:
        raise ValueError(lot)
    return made(lot)


def slow(lot: int) -> tuple[int, int]:
    sleep(PATIENCE if lot else 0)
    return made(lot)


@both
def test_all_is_made_by_others_in_order(way: Way) -> None:
    with making(made, LOTS, 2, way) as found:
        lots, makers = zip(*found, strict=True)
    assert lots == tuple(LOTS)
    assert os.getpid() not in makers
    assert active_children() == []


@both
def test_what_one_that_dies_leaves_is_made_here_and_the_other_goes_on(way: Way, tmp_path: Path) -> None:
    with making(partial(mortal, tmp_path / "dead", os.getpid()), LOTS, 2, way) as found:
        lots, makers = zip(*found, strict=True)
    assert lots == tuple(LOTS)
    assert makers.count(os.getpid()) == 1
    assert len(set(makers)) <= 3


@both
def test_where_all_die_all_is_made_here(way: Way) -> None:
    with making(partial(doomed, os.getpid()), LOTS, 2, way) as found:
        assert list(found) == [(lot, os.getpid()) for lot in LOTS]


@both
def test_what_goes_wrong_there_goes_wrong_here(way: Way) -> None:
    with pytest.raises(ValueError, match=r"^5$"), making(wrong, LOTS, 2, way) as found:
        list(found)
    assert active_children() == []


@both
@pytest.mark.parametrize("lots", [0, 1])
def test_nobody_is_begun_for_nothing(way: Way, lots: int) -> None:
    with making(made, range(lots), 8, way) as found:
        assert len(active_children()) == 1
        assert [lot for lot, _ in found] == list(range(lots))


def test_what_cannot_be_sent_is_a_fault_and_nobody_waits() -> None:
    with pytest.raises((AttributeError, PicklingError)), making(lambda lot: lot, LOTS, 2, "spawn"):
        pass
    with pytest.raises((AttributeError, PicklingError)), making(repr, [lambda: None], 2, "spawn") as found:
        list(found)
    assert active_children() == []


@both
def test_who_leaves_early_does_not_wait(way: Way) -> None:
    began = monotonic()
    with making(slow, LOTS, 2, way) as found:
        assert next(found)[0] == 0
    assert monotonic() - began < PATIENCE
    assert active_children() == []


LONELY: Final = """
import os, signal, sys
from generator.build.makers import making
from tests.build.test_makers import made
from multiprocessing import active_children
if __name__ == "__main__":
    with making(made, range(3), 2, sys.argv[1]) as found:
        next(found)
        print(*(one.pid for one in active_children()), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def alive(numbers: Iterable[str]) -> list[str]:
    """Those of the processes that still do something."""
    states = ((one, Path(f"/proc/{one}/stat")) for one in numbers)
    return [
        one for one, about in states if about.exists() and about.read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    ]


@both
def test_nobody_outlives_the_one_that_has_begun_it(way: Way, tmp_path: Path) -> None:
    """It is killed, and nobody is left to tell the others; they see that nobody asks any more."""
    (tmp_path / "lonely.py").write_text(LONELY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "lonely.py"), way],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    makers = done.stdout.split()
    assert (done.returncode, len(makers)) == (-signal.SIGKILL, 2), done.stderr
    ends = monotonic() + PATIENCE
    while alive(makers) and monotonic() < ends:
        sleep(0.05)
    assert alive(makers) == []
