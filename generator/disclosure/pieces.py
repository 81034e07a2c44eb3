"""What is to be read of a file before it goes out: packed files unpacked, data files cut where no value is cut.

A file is what it begins with, not what it is called: an editor may put any into the folder of pages.
"""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.disclosure import binary, pdf

_CELLS: Final = re.compile(r'[,"\r\n]+')
_FOLDS: Final = re.compile(r"\r\n[ \t]")
_TEXTS: Final = re.compile(r">([^<]+)<")
_TAGS: Final = re.compile(r"<[^>]*[\"'][^>]*>")
_RUNS: Final = re.compile(r"<(?:w:r|a:r|r)[ >]")
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


def pieces(path: str, data: bytes) -> Iterable[str]:
    """The texts of one file; of JSON its lines, each perhaps a whole record that stands in other files too."""
    packed = _opened(path, data)
    if packed is not None:
        return packed
    if path.endswith(_PICTURES) or data.startswith((binary.PNG, _OLE)):
        return binary.noted(data)
    cut = _lines(data) if path.endswith(_RECORDS) else _cut(path, data.decode("utf-8", errors="replace"))
    return (*cut, *binary.wide(data)) if b"\0" in data else cut


def _opened(path: str, data: bytes) -> Iterable[str] | None:
    """What stands in a file that holds others, or is no text by its nature; None for any other."""
    if path.endswith(".pdf") or data.startswith(_PDF):
        return _printed(data)
    if data.startswith(_ZIP):
        return _unpacked(data)
    if path.endswith(".gz") or data.startswith(_GZIP):
        return _unzipped(path.removesuffix(".gz"), data)
    return None


def _lines(data: bytes) -> Iterator[str]:
    """One at a time: a file of all records is many times as large as all else that is looked at."""
    return (line.rstrip(b"\n").decode("utf-8", errors="replace").rstrip(",") for line in BytesIO(data))


def _cut(path: str, text: str) -> Iterable[str]:
    if path.endswith(".ics"):
        # A calendar's lines are folded anywhere, also within a name (RFC 5545, 3.1).
        return _FOLDS.sub("", text).split("\r\n")
    if path.endswith(".html"):
        # No value is cut at a line's end, and most lines of a page stand on every other page too.
        return html.unescape(text).split("\n")
    return _CELLS.split(text) if path.endswith(".csv") else (html.unescape(text),)


def values(path: str, piece: str) -> Iterable[str]:
    """What to read of one piece. No pattern reaches over a quotation mark, so a line of JSON falls into its values."""
    return piece.split('"') if path.removesuffix(".gz").endswith(_RECORDS) else (piece,)


def _printed(data: bytes) -> Iterator[str]:
    """Everything that a PDF says, files packed inside it included; nothing of one that nobody can open."""
    if pdf.is_sealed(data):
        return
    yield from pdf.texts(data)
    for name, inner in pdf.attached(data):
        yield name
        yield from pieces(name, inner)


def _unzipped(path: str, data: bytes) -> Iterable[str]:
    """What the packed file says; of a damaged one, the bytes."""
    try:
        return pieces(path, gzip.decompress(data))
    except (OSError, EOFError, zlib.error):
        return (data.decode("utf-8", errors="replace"),)


def _unpacked(data: bytes, depth: int = 1) -> Iterator[str]:
    """Every text of a package, and all its parts say beside the texts; of a damaged one, the bytes."""
    try:
        with ZipFile(BytesIO(data)) as package:
            yield package.comment.decode("utf-8", errors="replace")
            for part in package.infolist():
                yield part.filename
                yield part.comment.decode("utf-8", errors="replace")
                if not part.flag_bits & _ENCRYPTED and part.file_size <= _MOST:
                    yield from _part(part.filename, package.read(part), depth)
    except (BadZipFile, NotImplementedError, zlib.error, EOFError):
        yield data.decode("utf-8", errors="replace")


def _part(name: str, data: bytes, depth: int) -> Iterator[str]:
    if not name.endswith((".xml", ".rels")):
        if not data.startswith(_ZIP):
            yield from pieces(name, data)
        elif depth < _DEEPEST:
            yield from _unpacked(data, depth + 1)
        return
    text = data.decode("utf-8", errors="replace")
    for found in _TEXTS.findall(text):
        said = html.unescape(found)
        yield _SIDES.sub("\n", said) if said.startswith("&") else said
    # Tags repeat from row to row, so that the memory of clean texts has them at once.
    yield from _TAGS.findall(text)
    if _RUNS.search(text):
        # Word cuts a number into runs wherever somebody has paused; the reader sees it whole.
        yield from (html.unescape(_ANY_TAG.sub("", one)) for one in _PARAGRAPHS.split(text))
