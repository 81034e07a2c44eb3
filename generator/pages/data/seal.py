"""The two files that speak of the bytes of the others: the index and the list of checksums.

A build renders them last and hands them what it has already measured; on their own they render and measure for
themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from generator import routes
from generator.pages.data.catalogue import kind_of
from generator.pages.data.documents import document
from generator.pages.data.fields import Json
from generator.pages.data.record import Record, line


class DataFile(Protocol):
    """A file made of public data alone, without a frame: a frozen value whose `repr` tells all it depends on."""

    @property
    def path(self) -> str:
        """Below `site/`."""

    def render(self) -> bytes:
        """Its bytes, the same in any process."""


class Weight(Protocol):
    """How large a file is, and its SHA-256."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def sha256(self) -> str:
        """In hexadecimal."""


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """A small file that was made with the plan; its digest stands for its bytes."""

    path: str
    sha256: str
    data: bytes = field(repr=False)

    def render(self) -> bytes:
        """The bytes it was planned with."""
        return self.data

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.data)


def ready(path: str, data: bytes) -> ReadyFile:
    """A file with these bytes."""
    return ReadyFile(path, hashlib.sha256(data).hexdigest(), data)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The file of one record; the digest stands for its bytes."""

    path: str
    sha256: str
    record: Record = field(repr=False)

    def render(self) -> bytes:
        """The record's line."""
        return self.record.line

    def __reduce__(self) -> tuple[type[RecordFile], tuple[str, str, Record]]:
        """Sent to another process, it comes without the records of all others, in whose midst its own lies."""
        alone = replace(self.record, lines=self.record.line, start=0)
        return RecordFile, (self.path, self.sha256, alone)


def record_file(record: Record) -> RecordFile:
    """The file of one record."""
    return RecordFile(routes.record(record.number), record.sha256, record)


def told(files: Iterable[DataFile]) -> str:
    """One digest for all that these files depend on."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file!r}\n".encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class IndexFile:
    """`api/v1/index.json`: the head as lines of JSON, the files with their measures, the cases by number."""

    path: str
    covered: str
    """What the head and the listed files depend on, in one digest."""
    head: bytes = field(repr=False)
    """The head and the lists that need no measure, as one document."""
    files: tuple[DataFile, ...] = field(repr=False)

    def render(self) -> bytes:
        """The index, its files rendered for the sake of their measures."""
        return self.seal(_weighed(self.files))

    def seal(self, weights: Mapping[str, Weight]) -> bytes:
        """The index with the measures that are already known."""
        listed = [line(_listed(file.path, weights[file.path])) for file in self.files]
        return self.head.removesuffix(b"\n}\n") + b",\n" + document({}, {"files": listed}).removeprefix(b"{\n")


@dataclass(frozen=True, slots=True)
class ChecksumsFile:
    """`api/v1/checksums.txt`, as `sha256sum -c` reads it in its own folder."""

    path: str
    covered: str
    files: tuple[DataFile, ...] = field(repr=False)

    def render(self) -> bytes:
        """The list, its files rendered for the sake of their digests."""
        return self.seal(_weighed(self.files))

    def seal(self, weights: Mapping[str, Weight]) -> bytes:
        """The list with the digests that are already known."""
        lines = (f"{weights[file.path].sha256}  {file.path.removeprefix(routes.API)}\n" for file in self.files)
        return "".join(lines).encode()


Seal = IndexFile | ChecksumsFile


def _weighed(files: Iterable[DataFile]) -> dict[str, Weight]:
    return {file.path: ready(file.path, file.render()) for file in files}


def _listed(path: str, weight: Weight) -> dict[str, Json]:
    kind = kind_of(path)
    return {
        "address": path,
        "title": kind.title,
        "media_type": kind.media_type,
        "schema": routes.schema(kind.schema) if kind.schema else None,
        "size": weight.size,
        "sha256": weight.sha256,
    }
