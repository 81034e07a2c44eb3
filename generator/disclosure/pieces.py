"""What is to be read of a file before it goes out: packed files unpacked, data files cut where no value is cut."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

_CELLS: Final = re.compile(r'[,"\r\n]+')
_TEXTS: Final = re.compile(r">([^<]+)<")


def pieces(path: str, data: bytes) -> Iterable[str]:
    """The texts of one file. A line of JSON holds whole values, as a line break inside one is written as a sign."""
    if path.endswith(".xlsx"):
        return _unpacked(data)
    text = data.decode("utf-8", errors="replace")
    if path.endswith((".json", ".ndjson")):
        return (line.rstrip(",") for line in text.split("\n"))
    return _CELLS.split(text) if path.endswith(".csv") else (html.unescape(text),)


def _unpacked(data: bytes) -> Iterator[str]:
    """Every text of a workbook's parts, and the parts whole where they are no XML of texts; damaged, its bytes."""
    try:
        with ZipFile(BytesIO(data)) as package:
            for name in package.namelist():
                part = package.read(name).decode("utf-8", errors="replace")
                yield from (html.unescape(text) for text in _TEXTS.findall(part))
                yield name
    except BadZipFile:
        yield data.decode("utf-8", errors="replace")
