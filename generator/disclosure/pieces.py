"""What is to be read of a file before it goes out: packed files unpacked, data files cut where no value is cut.

A file is what it begins with, not what it is called: an editor may put any into the folder of pages.
"""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.disclosure import binary, pdf

_CELLS: Final = re.compile(r'[,"]+')
_ROWS: Final = re.compile(r"[\r\n]+")
_FOLDS: Final = re.compile(r"\r\n[ \t]")
_TEXTS: Final = re.compile(r">([^<]+)<")
_TAGS: Final = re.compile(r"<[^>]*[\"'][^>]*>")
_CHECKSUMS: Final = re.compile(r"(?:[0-9a-f]{64}  [!-~]+\n)*")
"""What `sha256sum` writes of files whose names are plain: a line for each."""
_RUNS: Final = re.compile(r"<(?:w:r|a:r|r)[ >]")
_ROW_END: Final = "</row"
_PARAGRAPHS: Final = re.compile(r"</(?:w:p|a:p|si|c|is|row)>")
_SIDES: Final = re.compile(r"&[LCR](?![a-z]+;)")
"""Where the left, middle and right of a sheet's header begin."""
_ANY_TAG: Final = re.compile(r"<[^>]*>")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".mp4", ".webm", ".woff2")
_RECORDS: Final = (".json", ".ndjson")
_ZIP: Final = b"PK\x03\x04"
_GZIP: Final = b"\x1f\x8b"
_PDF: Final = b"%PDF-"
_CLOSED: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\xfd7zXZ\x00", b"BZh", b"\x28\xb5\x2f\xfd")
"""Packages that nothing here opens."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_MOST: Final = 100_000_000
"""Bytes of one packed file: what unpacks into more was not made to be downloaded by a phone."""
_DEEPEST: Final = 3
_ENCRYPTED: Final = 1


def is_sealed(path: str, data: bytes) -> bool:
    """True for a file of which nobody can tell what it holds."""
    if path.endswith(".pdf") or data.startswith(_PDF):
        return pdf.is_sealed(data)
    if data.startswith(_OLE):
        return _LOCKED in data
    return data.startswith(_CLOSED) or (data.startswith(_ZIP) and _is_sealed_package(data))


def _is_sealed_package(data: bytes, depth: int = 1) -> bool:
    """True where a part has a password, is too large, or is itself sealed; of a damaged package the bytes are read."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > _MOST or any(part.flag_bits & _ENCRYPTED for part in parts):
                return True
            return any(_is_sealed_part(package, part, depth) for part in parts)
    except (BadZipFile, NotImplementedError, zlib.error, EOFError):
        return False


def _is_sealed_part(package: ZipFile, part: ZipInfo, depth: int) -> bool:
    if part.filename.endswith((".xml", ".rels")):
        return False
    inner = package.read(part)
    if inner.startswith(_ZIP):
        return depth >= _DEEPEST or _is_sealed_package(inner, depth + 1)
    return is_sealed(part.filename, inner)


class Cut(NamedTuple):
    """How a piece falls into what is read of it."""

    mark: int
    """Far from that of any other, to tell what was read whole from what was read in parts."""
    parts: Callable[[str], Iterable[str]]


class Lot(NamedTuple):
    """Pieces of one file that are cut alike. Most stand in other files too, and in the same file the day after."""

    cut: Cut
    pieces: Iterable[str]


def _said(xml: str) -> Iterator[str]:
    """All that a part of a package says, or a row of its sheet."""
    for found in _TEXTS.findall(xml):
        said = html.unescape(found)
        yield _SIDES.sub("\n", said) if said.startswith("&") else said
    # Tags repeat from row to row, so that the memory of clean texts has them at once.
    yield from _TAGS.findall(xml)
    if _RUNS.search(xml):
        # Word cuts a number into runs wherever somebody has paused; the reader sees it whole.
        yield from (html.unescape(_ANY_TAG.sub("", one)) for one in _PARAGRAPHS.split(xml))


_WHOLE: Final = Cut(0, lambda piece: (piece,))
_VALUES: Final = Cut(1 << 40, lambda line: line.split('"'))
"""No pattern reaches over a quotation mark, so a line of JSON falls into its values."""
_ROW: Final = Cut(2 << 40, _CELLS.split)
_XML: Final = Cut(3 << 40, _said)


def texts(path: str, data: bytes) -> Iterator[str]:
    """All that is to be read of one file."""
    return (part for lot in lots(path, data) for piece in lot.pieces for part in lot.cut.parts(piece))


def lots(path: str, data: bytes) -> Iterable[Lot]:
    """The texts of one file, in pieces."""
    packed = _opened(path, data)
    if packed is not None:
        return packed
    if path.endswith(_PICTURES) or data.startswith((binary.PNG, _OLE)):
        return (Lot(_WHOLE, binary.noted(data)),)
    cut = Lot(_VALUES, _lines(data)) if path.endswith(_RECORDS) else _cut(path, data.decode("utf-8", errors="replace"))
    return (cut, Lot(_WHOLE, binary.wide(data))) if b"\0" in data else (cut,)


def _opened(path: str, data: bytes) -> Iterable[Lot] | None:
    """What stands in a file that holds others, or is no text by its nature; None for any other."""
    if path.endswith(".pdf") or data.startswith(_PDF):
        return (Lot(_WHOLE, _printed(data)),)
    if data.startswith(_ZIP):
        return _unpacked(data)
    if path.endswith(".gz") or data.startswith(_GZIP):
        return _unzipped(path.removesuffix(".gz"), data)
    return None


def _lines(data: bytes) -> Iterator[str]:
    """One at a time: a file of all records is many times as large as all else that is looked at."""
    return (line.rstrip(b"\n").decode("utf-8", errors="replace").rstrip(",") for line in BytesIO(data))


def _cut(path: str, text: str) -> Lot:
    if path.endswith(".ics"):
        # A calendar's lines are folded anywhere, also within a name (RFC 5545, 3.1).
        return Lot(_WHOLE, _FOLDS.sub("", text).split("\r\n"))
    if path.endswith(".html"):
        # No value is cut at a line's end, and most lines of a page stand on every other page too.
        return Lot(_WHOLE, html.unescape(text).split("\n"))
    if path.endswith(".csv"):
        return Lot(_ROW, _ROWS.split(text))
    return Lot(_WHOLE, text.split("\n") if _CHECKSUMS.fullmatch(text) else (html.unescape(text),))


def _printed(data: bytes) -> Iterator[str]:
    """Everything that a PDF says, files packed inside it included; nothing of one that nobody can open."""
    if pdf.is_sealed(data):
        return
    yield from pdf.texts(data)
    for name, inner in pdf.attached(data):
        yield name
        yield from texts(name, inner)


def _unzipped(path: str, data: bytes) -> Iterable[Lot]:
    """What the packed file says; of a damaged one, the bytes."""
    try:
        return lots(path, gzip.decompress(data))
    except (OSError, EOFError, zlib.error):
        return (Lot(_WHOLE, (data.decode("utf-8", errors="replace"),)),)


def _unpacked(data: bytes, depth: int = 1) -> Iterator[Lot]:
    """Every text of a package, and all its parts say beside the texts; of a damaged one, the bytes."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            said = chain((package.comment,), (part.comment for part in parts))
            yield Lot(_WHOLE, (comment.decode("utf-8", errors="replace") for comment in said))
            yield Lot(_WHOLE, (part.filename for part in parts))
            for part in parts:
                if not part.flag_bits & _ENCRYPTED and part.file_size <= _MOST:
                    yield from _part(part.filename, package.read(part), depth)
    except (BadZipFile, NotImplementedError, zlib.error, EOFError):
        yield Lot(_WHOLE, (data.decode("utf-8", errors="replace"),))


def _part(name: str, data: bytes, depth: int) -> Iterable[Lot]:
    if name.endswith((".xml", ".rels")):
        return (Lot(_XML, _rows(data.decode("utf-8", errors="replace"))),)
    if not data.startswith(_ZIP):
        return lots(name, data)
    return _unpacked(data, depth + 1) if depth < _DEEPEST else ()


def _rows(xml: str) -> Iterator[str]:
    """A part, cut where the rows of a sheet end; each piece ends as a tag begins, or its last text would be lost."""
    first, *others = xml.split(_ROW_END)
    yield f"{first}<"
    yield from (f"{_ROW_END}{row}<" for row in others)
