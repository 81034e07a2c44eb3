"""The one font of everything printed, and what it cannot print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

FAMILY: Final = "Noto Sans SC"


@dataclass(frozen=True, order=True, slots=True)
class MissingGlyph:
    """A character that would be printed as a box, and the record that holds it."""

    record: str
    character: str


def folder() -> Path:
    """Where the font lies: a package from the registry, the same on every machine."""
    return Path(str(files("justmytype_intl_cjk"))) / "fonts" / "ofl" / "notosanssc"


def missing(record: str, texts: Iterator[str]) -> Iterator[MissingGlyph]:
    """Every character of `texts` that the font lacks, each once."""
    lacking = {character for text in texts for character in text if not _printable(character)}
    yield from (MissingGlyph(record, character) for character in sorted(lacking))


def _printable(character: str) -> bool:
    return character.isspace() or ord(character) in _characters()


@cache
def _characters() -> frozenset[int]:
    with TTFont(next(folder().glob("*.ttf")), lazy=True) as font:
        return frozenset(font.getBestCmap())
