"""Putting a finished folder in the place of the old one, so that a visitor sees the one or the other, never half."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from generator.build.mirror import inodes, mirror

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


class BusyError(Exception):
    """Another build is writing to the same place."""


@contextmanager
def staging(out: Path, spare: Path | None = None) -> Iterator[Path]:
    """A folder on the file system of `out`: `spare` with whatever it holds, or else an empty one beside `out`.

    After a failure nothing stays of what was written there: `spare` then holds what `out` holds, as after a success,
    and is kept for the next time; the one beside `out` is gone in any case.
    Raises BusyError while another build works for the same `out`. What a killed build left beside it is cleared first.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with _lock(lock_of(out)):
        if spare and _is_near(spare, out):
            done = False
            try:
                yield spare
                done = True
            finally:
                if not done:
                    _take_back(spare, out)
            return
        folder = out.parent / f".{out.name}-staging"
        if folder.is_symlink():
            folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _take_back(spare: Path, out: Path) -> None:
    """Make `spare` like `out` again. To remove it would touch every file that both have, and all would be read anew."""
    try:
        there = dict(inodes(str(out)))
        mirror(spare, out, there, there)
        for folder, _, _ in os.walk(spare, topdown=False):
            with suppress(OSError):  # something is in it
                Path(folder).rmdir()
    except OSError:
        shutil.rmtree(spare, ignore_errors=True)


def lock_of(out: Path) -> Path:
    """The file beside `out` by which one of several is told that another works for it."""
    return out.parent / f".{out.name}-lock"


def _is_near(spare: Path, out: Path) -> bool:
    """True where `spare` is a folder that can take the place of `out` in one step."""
    with suppress(OSError):
        spare.mkdir(parents=True, exist_ok=True)
        return not spare.is_symlink() and spare.stat().st_dev == out.parent.stat().st_dev
    return False


def swap(new: Path, out: Path) -> None:
    """Exchange `new` and `out` in one step where the system can; `new` then holds the old site, if there was one."""
    if not out.exists():
        new.rename(out)
    elif not _exchange(new, out):
        # Two renames: a crash between them leaves the old site beside its place, under a name that says so.
        aside = out.with_name(f".{out.name}-old")
        shutil.rmtree(aside, ignore_errors=True)
        out.rename(aside)
        try:
            new.rename(out)
        except OSError:
            aside.rename(out)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(new: Path, out: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE) == 0)


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError from None
        yield
