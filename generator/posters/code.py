"""The QR code of an address: as few modules as the address allows, so that an old phone reads it from afar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import isqrt
from typing import Final

import zxingcpp

QUIET: Final = 4
"""Modules that stay white on every side (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR symbol at level H; `rows` are its modules without the quiet zone, True for dark."""

    address: str
    version: int
    rows: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along one side, the quiet zone included."""
        return len(self.rows) + 2 * QUIET


_BAR: Final = re.compile(b"\x01+")


@lru_cache(maxsize=4096)
def encode(address: str) -> Code:
    """The symbol of an address: capitals, digits and `:/.-` take the fewest modules (alphanumeric mode).

    Zint makes it, which comes in one package with the reader of the proof and shares no code with it.
    """
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="H")
    levels = bytes(memoryview(made.to_image(scale=1, add_quiet_zones=False)))  # type: ignore[arg-type] # is a buffer
    side = isqrt(len(levels))
    rows = (levels[start : start + side] for start in range(0, len(levels), side))
    return Code(address, (side - 17) // 4, tuple(tuple(not level for level in row) for row in rows))


def svg(code: Code) -> str:
    """A drawing of one path, quiet zone included, one unit to a module."""
    side = code.side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{"".join(_bars(code))}"/></svg>'
    )


def _bars(code: Code) -> Iterator[str]:
    """Neighbours in a row are drawn as one bar."""
    for y, row in enumerate(code.rows, QUIET):
        for bar in _BAR.finditer(bytes(row)):
            length = bar.end() - bar.start()
            yield f"M{bar.start() + QUIET} {y}h{length}v1h-{length}z"
