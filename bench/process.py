"""A command timed as a whole process with all that it starts: the clock, the processors' time, the memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

_KIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took. Processor seconds say more than the clock where others use the machine too."""

    seconds: float
    cpu_seconds: float
    peak: int = 0
    """The most bytes that it and its children held at any look, memory that they share counted once; 0: not looked."""


class FailedError(Exception):
    """The command did not do what it was asked for."""


def run(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None, every: float | None = None
) -> Cost:
    """Run it once, and look at its memory `every` so many seconds. Raises FailedError with what it said."""
    with (cwd / ".said").open("w+b") as said:
        start = perf_counter()
        child = _start(command, cwd, environment, said.fileno())
        with _watched(child.pid, every) as found:
            _, status, used = os.wait4(child.pid, 0)
            seconds = perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise FailedError(said.read().decode(errors="replace")[-2000:])
    return Cost(seconds, used.ru_utime + used.ru_stime, max(found))


@contextmanager
def _watched(pid: int, every: float | None) -> Iterator[list[int]]:
    found, done = [0], threading.Event()

    def look() -> None:
        while not done.wait(every):
            found.append(sum(map(_share, _family(pid))))

    watch = threading.Thread(target=look) if every else None
    if watch:
        watch.start()
    yield found
    done.set()
    if watch:
        watch.join()


def python(*words: str) -> list[str]:
    """A command of our own interpreter."""
    return [sys.executable, *words]


def _start(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None, said: int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - commands that stand in this folder
        list(command), cwd=cwd, env={**os.environ, **(environment or {})}, stdout=said, stderr=subprocess.STDOUT
    )


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield from _family(int(child))


def _share(pid: int) -> int:
    with suppress(OSError, StopIteration, ValueError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
        return _KIB * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0
