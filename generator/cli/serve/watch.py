"""What the files of a root look like from outside: size and time of each, which is what saving changes.

Asked again and again instead of told by the system: that works on every disk, network drives and virtual machines too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

_WATCHED: Final = ("content", "cases", "mkdocs.yml")


def seen(root: Path) -> str:
    """One digest; another one once a file was saved, added, renamed or taken away."""
    digest = blake2b(digest_size=16)
    for name in _WATCHED:
        for line in sorted(_walk(str(root / name))):
            digest.update(line.encode(errors="surrogateescape"))
    return digest.hexdigest()


def _walk(path: str) -> Iterator[str]:
    with suppress(OSError):  # gone between two looks
        if not os.path.isdir(path):  # noqa: PTH112 - a Path for each of thousands of files is half of the time
            about = os.stat(path)  # noqa: PTH116 - the same
            yield f"{path}\0{about.st_size}\0{about.st_mtime_ns}\n"
            return
        with os.scandir(path) as found:
            for entry in found:
                if not entry.name.startswith("."):  # what editors leave beside a file while it is open
                    yield from _walk(entry.path)
