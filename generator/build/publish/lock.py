"""One at a time: whoever changes a folder of releases holds its lock and says who it is.

The system takes the lock back when a process ends, however it ends: what a killed run wrote into it is no lock.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

FILE: Final = ".publish-lock"
_PAUSE: Final = 0.2


class HeldError(Exception):
    """Somebody else is at it; the text says who, since when, in which process."""


def is_begun(folder: Path) -> bool:
    """True where anybody has ever held the lock of a folder."""
    return (folder / FILE).exists()


@contextmanager
def held(folder: Path, holder: str, wait: int = 0) -> Iterator[None]:
    """Hold the lock of a folder, after waiting for at most `wait` seconds. Raises HeldError."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / FILE).open("a+", encoding="utf-8") as handle:
        _take(handle, wait)
        handle.truncate(0)
        handle.write(f"{holder}，进程 {os.getpid()}")
        handle.flush()
        try:
            yield
        finally:
            handle.truncate(0)


def _take(handle: IO[str], wait: int) -> None:
    for left in range(int(wait / _PAUSE), -1, -1):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not left:
                handle.seek(0)
                raise HeldError(handle.read()) from None
            time.sleep(_PAUSE)
        else:
            return
