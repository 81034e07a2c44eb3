"""The QR code of an address: as few modules as the address allows, so that an old phone reads it from afar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_H

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


MASKS: Final = tuple(range(8))
"""The ways of mixing light and dark that the standard knows: eight symbols that say the same."""


def encode(address: str, mask: int | None = None) -> Code:
    """The symbol of an address, with the mask that the standard prefers unless another is given.

    Capitals, digits and `:/.-` take the fewest modules (alphanumeric mode).
    """
    made = QRCode(error_correction=ERROR_CORRECT_H, border=0, mask_pattern=mask)
    made.add_data(address)
    made.make(fit=True)
    rows = tuple(tuple(bool(module) for module in row) for row in made.get_matrix())
    return Code(address, int(made.version or 0), rows)


def svg(code: Code) -> str:
    """A drawing of one path, quiet zone included, one unit to a module."""
    side = code.side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{"".join(_runs(code))}"/></svg>'
    )


def _runs(code: Code) -> Iterator[str]:
    """Neighbours in a row are drawn as one bar."""
    for y, row in enumerate(code.rows, QUIET):
        x = QUIET
        for dark, modules in groupby(row):
            length = sum(1 for _ in modules)
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
