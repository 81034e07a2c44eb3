"""Copies of the texts, packed beside them: a server that hands out `x.gz` for `x` packs nothing while a phone waits."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

SUFFIX: Final = ".gz"
_TEXTS: Final = frozenset(
    {".html", ".css", ".js", ".json", ".ndjson", ".csv", ".xml", ".svg", ".txt", ".ics", ".webmanifest"}
)
_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class PackedFile:
    """The packed copy of another file of the site."""

    path: str
    of: str

    def pack(self, folder: Path) -> bytes:
        """The bytes, from the file as it lies there; without a time, so that the same text packs to the same bytes."""
        return gzip.compress((folder / self.of).read_bytes(), _LEVEL, mtime=0)


def packed_files(inputs: Iterable[tuple[str, str]]) -> Iterator[tuple[PackedFile, str]]:
    """The packed copies of some files, path and digest of inputs of each given, with their own digests."""
    for path, digest in inputs:
        if PurePosixPath(path).suffix in _TEXTS:
            seen = f"{_LEVEL} {zlib.ZLIB_RUNTIME_VERSION} {digest}"
            yield PackedFile(f"{path}{SUFFIX}", path), sha256(seen.encode()).hexdigest()
