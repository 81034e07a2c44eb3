"""Records written all or none: every file is on the disk before the first one takes its place.

A run that is killed between two files leaves a note of what was still to be done, and the next one that writes does it.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from generator.build.trouble import why

NOTE: Final = ".anxin-unfinished"
"""Below the root, while several files take their places."""
CHANGED: Final = "另外有人刚改了同一个文件，什么都没有写入；再运行一次。"


class ChangedError(Exception):
    """A file is no longer as it was when it was read."""


class UnfinishedError(Exception):
    """The disk failed when some files had their places and some had not; the next run goes on from there."""


def save(root: Path, texts: Mapping[str, str], before: Mapping[str, bytes | None] | None = None) -> None:
    """Write texts to paths below `root`. Raises OSError before any file has changed, where one cannot be written.

    `before` is what was read of them, None where nothing was there. Raises ChangedError where that has changed.
    """
    root.mkdir(parents=True, exist_ok=True)
    with alone(root):
        if any(_read(root / file) != data for file, data in (before or {}).items()):
            raise ChangedError
        for file in texts:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
        put({root / file: text.encode("utf-8") for file, text in texts.items()}, root)


def _read(place: Path) -> bytes | None:
    return place.read_bytes() if place.exists() else None


def put(files: Mapping[Path, bytes], root: Path | None = None) -> None:
    """Write files into folders that are there. Raises OSError before any has changed, where one cannot be written.

    Below `root` they are put in their places by a later run where this one is killed meanwhile. Raises UnfinishedError.
    """
    targets = sorted(files)
    staged = [_beside(target) for target in targets]
    if folder := next((target for target in targets if target.is_dir()), None):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder))
    placing = done = False
    try:
        for target in targets:
            _write(_beside(target), files[target])
        if root and len(targets) > 1:
            _note(root, targets)
        placing = True
        for target in targets:
            _beside(target).replace(target)
        done = True
    except OSError as error:
        if placing and not all(beside.exists() for beside in staged):
            raise UnfinishedError(why(error)) from error
        raise
    finally:
        if not done and (not placing or all(beside.exists() for beside in staged)):  # nothing has changed
            _clear([*staged, *([root / NOTE] if root else [])])
    with suppress(OSError):  # whoever finds it finds nothing left to do
        if root:
            (root / NOTE).unlink(missing_ok=True)


def create(root: Path, file: str, text: str) -> None:
    """Write a file that is not there yet, within `alone`: whole, or not at all. Raises FileExistsError, OSError."""
    target = root / file
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(target)
    try:
        _write(beside, text.encode("utf-8"))
        os.link(beside, target)
    finally:
        _clear([beside])


def refusal(root: Path, texts: Mapping[str, str], before: Mapping[str, bytes | None] | None = None) -> str:
    """Save; a sentence that says why not, where that was not done."""
    try:
        save(root, texts, before)
    except OSError as error:
        return refused(error)
    except ChangedError:
        return CHANGED
    except UnfinishedError as error:
        return f"有的文件已经写入，有的没有（{error}）；磁盘改好以后再运行一次，会先接着写完。"
    return ""


def refused(error: OSError) -> str:
    """The sentence for a disk that refuses."""
    return f"文件写不进去（{why(error)}），什么都没有改动；核对文件夹的权限和磁盘空间。"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """One of our commands at a time writes below `root`; the system takes the lock back, however a run ends."""
    handle = os.open(root, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network disk that has no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        _finish(root)
        yield
    finally:
        os.close(handle)


def settle(root: Path) -> None:
    """Before records are read to be written: put in its place what a killed run had ready. Raises OSError."""
    if (root / NOTE).exists():
        with alone(root):
            pass


def _finish(root: Path) -> None:
    note = root / NOTE
    if not note.is_file():
        return
    with suppress(ValueError):  # a note of somebody else's
        for file in map(str, json.loads(note.read_bytes())):
            beside = _beside(root / file)
            if beside.is_file() and beside.resolve().is_relative_to(root.resolve()):
                beside.replace(root / file)
    note.unlink()


def _clear(places: Sequence[Path]) -> None:
    for place in places:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def _note(root: Path, targets: Sequence[Path]) -> None:
    """From here on the files are as good as written."""
    beside = _beside(root / NOTE)
    try:
        _write(beside, json.dumps([target.relative_to(root).as_posix() for target in targets]).encode())
        beside.replace(root / NOTE)
    finally:
        beside.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")


def _write(place: Path, data: bytes) -> None:
    """Bytes that are on the disk when this returns: a name is not given to what a power cut could empty."""
    with place.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
