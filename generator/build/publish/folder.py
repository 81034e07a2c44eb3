"""The folder of releases: one folder for each, and one link that says which of them the visitors see.

    current -> releases/2026-11-20-02
    releases/2026-11-19-01/   releases/2026-11-20-01/   releases/2026-11-20-02/
    publish.log

A release is complete from the moment it has its name, and is never changed. Only `current` is for the web server.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

CURRENT: Final = "current"
RELEASES: Final = "releases"
KEPT: Final = 5
"""Releases that stay, the one shown among them."""

_NAME: Final = re.compile(r"\d{4}-\d{2}-\d{2}-\d{2,}")
_STAGING: Final = ".staging"
_LINK: Final = ".current-new"


class NoLinkError(Exception):
    """`current` is there and is no link of ours."""


def is_name(text: str) -> bool:
    """True for what a release may be called."""
    return bool(_NAME.fullmatch(text))


def names(folder: Path) -> list[str]:
    """The releases there are, oldest first."""
    place = folder / RELEASES
    found = (entry.name for entry in place.iterdir()) if place.is_dir() else iter(())
    return sorted((name for name in found if is_name(name)), key=_age)


def current(folder: Path) -> str | None:
    """The release that visitors see; None before the first. Raises NoLinkError."""
    link = folder / CURRENT
    if not link.is_symlink():
        if link.exists():
            raise NoLinkError
        return None
    shelf, _, name = link.readlink().as_posix().rpartition("/")
    if shelf != RELEASES or not is_name(name):
        raise NoLinkError
    return name


def place(folder: Path, name: str) -> Path:
    """Where a release lies."""
    return folder / RELEASES / name


def day_of(name: str) -> date:
    """The day on which a release was made."""
    return date.fromisoformat(name[:10])


def next_name(folder: Path, day: date) -> str:
    """The name of one more release on that day."""
    taken = [_age(name)[1] for name in names(folder) if day_of(name) == day]
    return f"{day.isoformat()}-{max(taken, default=0) + 1:02}"


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """An empty folder that `settle` can make a release; what is left of it is gone afterwards, a killed run's too."""
    fresh = folder / RELEASES / _STAGING
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def settle(folder: Path, fresh: Path, name: str) -> None:
    """Give a complete release its name, once the disk holds all of it."""
    os.sync()
    fresh.rename(place(folder, name))
    _sync(folder / RELEASES)


def switch(folder: Path, name: str) -> None:
    """Show another release, in one step: whoever opens a page meanwhile gets the one or the other."""
    link = folder / _LINK
    link.unlink(missing_ok=True)
    link.symlink_to(f"{RELEASES}/{name}")
    link.replace(folder / CURRENT)
    _sync(folder)


def clear(folder: Path, keep: Collection[str]) -> None:
    """Remove every other release; what cannot be removed stays for the next time."""
    for name in names(folder):
        if name not in keep:
            # Out of its name first: half of a release is none.
            doomed = folder / RELEASES / f".{name}-gone"
            place(folder, name).rename(doomed)
    for entry in (folder / RELEASES).glob(".*-gone"):
        shutil.rmtree(entry, ignore_errors=True)


def _age(name: str) -> tuple[str, int]:
    return name[:10], int(name[11:])


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
