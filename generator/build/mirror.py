"""A folder of hard links that becomes like another one by as few changes as there are differences.

Making and removing thousands of folders is most of what a build with one changed page would do. So the site before
stays, out of sight, and is made like the present one: next time it only has to be brought up to date.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path


def mirror(
    folder: Path,
    source: Path,
    paths: Iterable[str],
    there: Mapping[str, int],
    here: Mapping[str, int] | None = None,
    later: AbstractSet[str] = frozenset(),
) -> frozenset[str]:
    """Make `folder` hold these files of `source` and nothing else; those that cannot be linked are left out.

    Two names of one file are one file: whatever `folder` holds already under the same inode is right. `there` and
    `here` are the inodes of both, by path; `folder` is looked at where nobody knows. What somebody writes there `later`
    finds its folder as it was.
    """
    if here is None:
        here = dict(inodes(str(folder)))
    wanted = {path for path in paths if there.get(path)}
    for path in here.keys() - wanted:
        (folder / path).unlink()
    _tidy(folder, here.keys() - wanted - later)
    stale = sorted(path for path in wanted if here.get(path) != there[path])
    for parent in sorted({path.rpartition("/")[0] for path in stale}):
        with suppress(OSError):  # a file is in its place, and goes below
            (folder / parent).mkdir(parents=True, exist_ok=True)
    missing = [path for path in stale if not _link(f"{source}/{path}", f"{folder}/{path}")]
    return frozenset(wanted.difference(missing))


def inodes(folder: str, prefix: str = "") -> Iterator[tuple[str, int]]:
    """Every file below a folder by its inode, which is 0 for what is no plain file; none where there is no folder."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from inodes(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", entry.inode() if entry.is_file(follow_symlinks=False) else 0


def _tidy(folder: Path, gone: Iterable[str]) -> None:
    """Remove the folders that these files were the last in."""
    for parent in sorted({parent for path in gone for parent in Path(path).parents}, key=lambda one: -len(one.parts)):
        if parent.parts:
            with suppress(OSError):  # something else is in it
                (folder / parent).rmdir()


def _link(old: str, new: str) -> bool:
    """Most often nothing is in the way, or a file is: there may be tens of thousands of the one or the other."""
    return _linked(old, new) or (_cleared(new) and _linked(old, new))


def _linked(old: str, new: str) -> bool:
    with suppress(OSError):
        os.link(old, new, follow_symlinks=False)
        return True
    return False


def _cleared(new: str) -> bool:
    """Whatever has the name gives way, and the folder is there."""
    with suppress(OSError):
        Path(new).unlink()
        return True
    with suppress(OSError):
        if Path(new).is_dir():
            shutil.rmtree(new)
        Path(new).parent.mkdir(parents=True, exist_ok=True)
        return True
    return False
