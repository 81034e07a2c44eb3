"""What is to be read of a file before it goes out: packed files unpacked, data files cut where no value is cut."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from generator.disclosure import pdf

_CELLS: Final = re.compile(r'[,"\r\n]+')
_FOLDS: Final = re.compile(r"\r\n[ \t]")
_TEXTS: Final = re.compile(r">([^<]+)<")
_TAGS: Final = re.compile(r"<[^>]*[\"'][^>]*>")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".mp4", ".webm", ".woff2")
_LEGIBLE: Final = re.compile(rb"(?:[\x20-\x7e]|[\xe3-\xe9\xef][\x80-\xbf]{2})+")
_BY_CHANCE: Final = 12
"""Bytes. Packed pixels are noise, in which something like a number for QQ turns up once in a million bytes."""
_NAME: Final = 9
"""Bytes of the shortest name that is looked for, by chance once in a hundred million."""


def is_sealed(path: str, data: bytes) -> bool:
    """True for a file of which nobody can tell what it holds."""
    return path.endswith(".pdf") and pdf.is_sealed(data)


def pieces(path: str, data: bytes) -> Iterable[str]:
    """The texts of one file; of JSON its lines, each perhaps a whole record that stands in other files too."""
    if path.endswith(".xlsx"):
        return _unpacked(data)
    if path.endswith(".pdf"):
        return _printed(data)
    if path.endswith(".gz"):
        return _unzipped(path.removesuffix(".gz"), data)
    if path.endswith(_PICTURES):
        return _noted(data)
    text = data.decode("utf-8", errors="replace")
    if path.endswith((".json", ".ndjson")):
        return (line.rstrip(",") for line in text.split("\n"))
    if path.endswith(".ics"):
        # A calendar's lines are folded anywhere, also within a name (RFC 5545, 3.1).
        return _FOLDS.sub("", text).split("\r\n")
    if path.endswith(".html"):
        # No value is cut at a line's end, and most lines of a page stand on every other page too.
        return html.unescape(text).split("\n")
    return _CELLS.split(text) if path.endswith(".csv") else (html.unescape(text),)


def values(path: str, piece: str) -> Iterable[str]:
    """What to read of one piece. No pattern reaches over a quotation mark, so a line of JSON falls into its values."""
    return piece.split('"') if path.removesuffix(".gz").endswith((".json", ".ndjson")) else (piece,)


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


def _noted(data: bytes) -> Iterator[str]:
    """What a camera or a drawing program has written beside the picture: whatever is too long to be there by chance."""
    for match in _LEGIBLE.finditer(data):
        run = match[0]
        if len(run) >= _BY_CHANCE or sum(byte > 0x7F for byte in run) >= _NAME:
            yield run.decode("utf-8", errors="replace")


def _unpacked(data: bytes) -> Iterator[str]:
    """Every text of a workbook, and all its parts say beside the texts; of a damaged one, the bytes."""
    try:
        with ZipFile(BytesIO(data)) as package:
            for name in package.namelist():
                part = package.read(name).decode("utf-8", errors="replace")
                yield from (html.unescape(text) for text in _TEXTS.findall(part))
                # Tags repeat from row to row, so that the memory of clean texts has them at once.
                yield from _TAGS.findall(part)
                yield name
    except BadZipFile:
        yield data.decode("utf-8", errors="replace")
