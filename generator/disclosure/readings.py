"""读法: a text as it stands, and as whoever opens the file reads it.

Escapes are undone, what takes no room is left out, packed text unpacked: a number that a browser, a
spreadsheet or a mail program shows whole is published, however it was written down.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

UNSEEN: Final = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\U000e0000-\U000e0fff"
)
"""Characters that take no room on a page or in a cell, as the inside of a class of a pattern."""
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_SIGNS: Final = re.compile(rf"[%\\&{UNSEEN}]")
"""Without one of these nothing is written otherwise than it reads."""
_ESCAPED: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_INLINE: Final = (
    r"(?:/?(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|tspan|u|wbr)(?:\s[^<>]*)?/?>"
    r"|!--.*?-->)"
)
_WITHIN: Final = re.compile(rf"<(?<=[^\s>]<){_INLINE}(?:<{_INLINE})*(?=[^\s<])")
"""Tags in the middle of a word, which nobody sees; cells of a table and the like part what they part."""
_TAG: Final = re.compile("<[^<>]*>")
_APART: Final = "<" * 8
"""Longer than what any pattern reaches over."""
_PACKED: Final = re.compile(r"[A-Za-z0-9+/_-]{12,}")
"""As much of base64 as the shortest name takes up; a telephone number takes up more."""
_STROKES: Final = (re.compile("/"), re.compile("[/_-]"))
_URL_SAFE: Final = str.maketrans("-_", "+/")
_DEEPEST: Final = 3
"""An address within a page within a data file."""


def readings(text: str) -> Iterator[str]:
    """The text, then whatever else it may be read as."""
    yield text
    plain = _undone(text)
    if plain != text:
        # Where nothing was escaped, all that is new is what inline tags had parted; attributes have been read above.
        yield plain if _SIGNS.search(text) else _TAG.sub(_APART, plain)
    for found in _PACKED.findall(plain):
        if not found.islower():
            yield from filter(None, map(_unpacked, _stretches(found)))


def _stretches(found: str) -> Iterator[str]:
    """A stretch of base64; the strokes within it may also part a folder's name from a file's."""
    yield found
    for strokes in _STROKES:
        parts = strokes.split(found)
        if len(parts) > 1:
            yield from (part for part in parts if _PACKED.fullmatch(part))


def _undone(text: str) -> str:
    """What is written in several layers is taken off layer by layer."""
    for _ in range(_DEEPEST):
        if not _SIGNS.search(text):
            break
        text = _once(text)
    return _WITHIN.sub("", text) if "<" in text else text


def _once(text: str) -> str:
    if "%" in text:
        text = unquote(text, errors="replace")
    if "\\" in text:  # spares most texts the search
        text = _ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    return _UNSEEN.sub("", html.unescape(text))


def _unpacked(found: str) -> str | None:
    """What stands in base64, where it is a text at all; a digest hardly ever is one."""
    whole = found.translate(_URL_SAFE)
    left = len(whole) % 4
    padded = whole + "=" * (4 - left) if left > 1 else whole[: len(whole) - left]
    try:
        text = base64.b64decode(padded).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return _undone(text)
