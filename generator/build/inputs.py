"""One digest of everything that a site depends on, so that a build can tell that there is nothing to do."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from stat import S_ISREG
from typing import Final

import generator

_SOURCES: Final = ("content", "cases")
_CONFIG: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that goes into a site, as it was read at one time."""

    stamp: str
    """One digest of it all; empty where a link to a folder hides what lies behind it."""
    files: Mapping[str, str]
    """SHA-256 of each file that could be read, by its path below the root."""


def look(root: Path, *circumstances: object) -> Inputs:
    """The records and pages below `root`, this program and its libraries, and what the caller adds."""
    files: dict[str, str] = {}
    digest = hashlib.sha256(repr((circumstances, code_digest(), sys.version, _libraries())).encode())
    for name in _SOURCES:
        for folder, folders, names in os.walk(root / name):
            if any(Path(folder, one).is_symlink() for one in folders):
                return Inputs("", {})
            folders.sort()
            for one in sorted(names):
                _add(digest, files, root, f"{folder}/{one}")
    _add(digest, files, root, f"{root}/{_CONFIG}")
    return Inputs(digest.hexdigest(), files)


@cache
def code_digest() -> str:
    """SHA-256 over the generator's own files: a changed template or rule makes every page stale."""
    digest = hashlib.sha256()
    root = Path(generator.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def _libraries() -> list[tuple[str, str]]:
    return sorted({(found.name, found.version) for found in distributions()})


def _add(digest: hashlib._Hash, files: dict[str, str], root: Path, path: str) -> None:
    """What cannot be read counts as what it is: a problem that the next run may find mended."""
    try:
        said = _digest(path, os.O_NOFOLLOW)
    except OSError as error:
        said = _behind(path) if error.errno == errno.ELOOP else repr(error.errno)
    else:
        files[path.removeprefix(f"{root}/")] = said
    digest.update(f"{path}\0{said}\0".encode(errors="surrogateescape"))


def _behind(path: str) -> str:
    """What a link leads to; no rule has seen by its digest alone where that lies."""
    try:
        return _digest(path, 0)
    except OSError as error:
        return repr(error.errno)


def _digest(path: str, follow: int) -> str:
    """SHA-256 of an ordinary file. Raises OSError for anything else: a pipe would hang, a device never end."""
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | follow), "rb") as file:  # noqa: PTH123 - no path
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENOTSUP, path)
        return hashlib.sha256(file.read()).hexdigest()
