"""What is to be read of a PDF: the text of its pages, and all that is said beside them."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator
from typing import Final

import pypdfium2

_STREAM: Final = re.compile(rb"\bobj\b((?:(?!\bobj\b|endobj).)*?)\bstream\r?\n(.*?)\bendstream\b", re.DOTALL)
_TOLD: Final = (b"/ObjStm", b"/Metadata")
"""Streams that hold strings: packed objects and XMP. What pages show comes from the reader that draws them."""
_HEX: Final = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]+)>")
_LITERAL: Final = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_CONTROLS: Final = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_TAGS: Final = re.compile(r"<[^>]*>")
_DIGEST: Final = re.compile(r"\b[A-Za-z0-9+/]{22}==")
"""The file's own name for itself: any letters at all, `QQ` and five more among them."""
_HAN: Final = r"[\u00b7\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_BROKEN: Final = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")
_OPEN: Final = -1
"""What the reader says of the protection of a file that has none."""


def is_sealed(data: bytes) -> bool:
    """True for a file that nobody can look through: locked, protected or damaged."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return int(pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document)) != _OPEN
    except pypdfium2.PdfiumError:
        return True


def texts(data: bytes) -> Iterator[str]:
    """The pages as they read, names that a line's end has broken made whole; then metadata, alternative texts, notes.

    Raises pypdfium2.PdfiumError for a file that cannot be opened; see `is_sealed`.
    """
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield joined(page.get_textpage().get_text_range())
    streams = [stream for head, stream in _STREAM.findall(data) if any(sign in head for sign in _TOLD)]
    for part in (_STREAM.sub(lambda found: found[1], data), *map(_inflated, streams)):
        yield from _strings(part)
        if b"<x:xmpmeta" in part:
            told = _TAGS.sub("\n", part.decode("utf-8", errors="replace"))
            yield _DIGEST.sub("", html.unescape(told))


def attached(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file that is packed inside."""
    with pypdfium2.PdfDocument(data) as document:
        for number in range(document.count_attachments()):
            one = document.get_attachment(number)
            yield one.get_name(), bytes(one.get_data())


def joined(text: str) -> str:
    """Chinese has no blanks: a line's end in the middle of a name is none of the name's."""
    return _BROKEN.sub("", text)


def _inflated(stream: bytes) -> bytes:
    """A packed stream unpacked, as far as it goes; any other as it is."""
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def _strings(part: bytes) -> Iterator[str]:
    for found in _HEX.findall(part):
        digits = b"".join(found.split())
        yield _decoded(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
    for found in _LITERAL.findall(part):
        yield _decoded(_ESCAPE.sub(_unescaped, found))


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8) & 255]) if said.isdigit() else _CONTROLS.get(said, said)


def _decoded(said: bytes) -> str:
    """A text string (ISO 32000, 7.9.2.2): UTF-16 or UTF-8 by its mark, or one byte to a character."""
    if said.startswith(b"\xfe\xff"):
        return said[2:].decode("utf-16-be", errors="replace")
    if said.startswith(b"\xef\xbb\xbf"):
        return said[3:].decode("utf-8", errors="replace")
    return _DIGEST.sub("", said.decode("latin-1"))
