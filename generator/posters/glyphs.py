"""The one font of everything printed, and what it cannot print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont, TTLibError

FAMILY: Final = "Noto Sans SC"
PACKAGE: Final = "justmytype_intl_cjk"


@dataclass(frozen=True, order=True, slots=True)
class MissingGlyph:
    """A character that would be printed as a box, and the record that holds it."""

    record: str
    character: str


def folder() -> Path:
    """Where the font lies: a package from the registry, the same on every machine. Raises ImportError."""
    return Path(str(files(PACKAGE))) / "fonts" / "ofl" / "notosanssc"


def file() -> Path:
    """The font itself. Raises ImportError."""
    found = next(folder().glob("*.ttf"), None)
    if found is None:
        raise ImportError(name=PACKAGE)
    return found


def missing(record: str, texts: Iterator[str]) -> Iterator[MissingGlyph]:
    """Every character of `texts` that the font lacks, each once. Raises ImportError where the font is not whole."""
    lacking = {character for text in texts for character in text if not _printable(character)}
    yield from (MissingGlyph(record, character) for character in sorted(lacking))


def _printable(character: str) -> bool:
    return character.isspace() or ord(character) in _characters()


@cache
def _characters() -> frozenset[int]:
    try:
        with TTFont(file(), lazy=True) as font:
            return frozenset(font.getBestCmap())
    except (OSError, TTLibError):
        raise ImportError(name=PACKAGE) from None
