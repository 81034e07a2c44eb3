"""文件里的文字: what a picture, a film or an old document says beside its pixels, in any encoding; packages opened."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"
_PIXELS: Final = frozenset({b"IDAT", b"fdAT", b"PLTE", b"IHDR"})
_FRAME: Final = 12
"""Bytes of a part beside its body: length, kind, checksum."""
_PACKED: Final = frozenset({b"zTXt", b"iTXt", b"iCCP"})
_LEGIBLE: Final = re.compile(rb"(?:[\x20-\x7e]|[\xe3-\xe9\xef][\x80-\xbf]{2})+")
_WIDE: Final = re.compile(r"[\u0020-\u007e\u00b7\u00d7\u25cf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]{3,}")
_BY_CHANCE: Final = 12
"""Bytes. Packed pixels are noise, in which something like a number for QQ turns up once in a million bytes."""
_NAME: Final = 9
"""Bytes of the shortest name that is looked for, by chance once in a hundred million."""
_WINDOW: Final = 1 << 20
_OVERLAP: Final = 1 << 9
"""Bytes: a film is looked at piece by piece, and no name is cut where two meet."""
_MOST: Final = 1_000_000
"""Bytes of a note that is unpacked; nobody writes more beside a picture."""


def noted(data: bytes) -> Iterator[str]:
    """What a camera or a drawing program has written beside the picture: whatever is too long to be there by chance."""
    at = len(PNG) if data.startswith(PNG) else 0
    for kind, body, end in _chunks(data) if at else ():
        at = end
        for told in (body, *_inflated(kind, body)) if kind not in _PIXELS else ():
            yield told.decode("utf-8", errors="replace")
            yield from wide(told)
    yield from _legible(data[at:])


def _legible(data: bytes) -> Iterator[str]:
    """Text among noise; what is text from end to end is no noise."""
    with suppress(UnicodeDecodeError):
        whole = data.decode("utf-8")
        yield whole if whole.isprintable() else ""
    for match in _LEGIBLE.finditer(data):
        run = match[0]
        if len(run) >= _BY_CHANCE or sum(byte > 0x7F for byte in run) >= _NAME:
            yield run.decode("utf-8", errors="replace")
    yield from wide(data)


def wide(data: bytes) -> Iterator[str]:
    """Runs of text in UTF-16, either way round, from an even or an odd byte on."""
    for begin in range(0, len(data), _WINDOW):
        part = data[begin : begin + _WINDOW + _OVERLAP]
        for start in (0, 1):
            for order in ("utf-16-le", "utf-16-be"):
                yield from _WIDE.findall(part[start:].decode(order, errors="replace"))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Kind and body of every part of a PNG, as far as it is one, and where the part ends."""
    at = len(PNG)
    while at + _FRAME <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        end = at + _FRAME + size
        if end > len(data):
            return
        yield kind, data[at + 8 : end - 4], end
        at = end


def _inflated(kind: bytes, body: bytes) -> Iterator[bytes]:
    """The packed text of a note. Where in it the text begins depends on its kind; a stream is known by its head."""
    for start in range(len(body) - 1) if kind in _PACKED else ():
        if body[start] & 15 == zlib.DEFLATED and (body[start] << 8 | body[start + 1]) % 31 == 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(body[start:], _MOST)
