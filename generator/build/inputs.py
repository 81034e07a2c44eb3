"""One digest of everything that a site depends on, so that a build can tell that there is nothing to do."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

import generator

_SOURCES: Final = ("content", "cases")
_CONFIG: Final = "mkdocs.yml"


def stamp(root: Path, *circumstances: object) -> str:
    """Digest of the records and pages below `root`, of this program and its libraries, and of what the caller adds.

    Empty where a link to a folder hides what lies behind it.
    """
    digest = hashlib.sha256(repr((circumstances, code_digest(), sys.version, _libraries())).encode())
    for name in _SOURCES:
        for folder, folders, files in os.walk(root / name):
            if any(Path(folder, one).is_symlink() for one in folders):
                return ""
            folders.sort()
            for one in sorted(files):
                _add(digest, Path(folder, one))
    _add(digest, root / _CONFIG)
    return digest.hexdigest()


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


def _add(digest: hashlib._Hash, path: Path) -> None:
    """What cannot be read counts as what it is: a problem that the next run may find mended."""
    try:
        data = path.read_bytes()
    except OSError as error:
        data = repr(error.errno).encode()
    digest.update(f"{path}\0{len(data)}\0".encode(errors="surrogateescape") + hashlib.sha256(data).digest())
