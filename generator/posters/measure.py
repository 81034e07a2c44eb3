"""A symbol on a finished page, under a lens: where it lies, how large a module is, how much white is round it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pypdfium2
import zxingcpp
from PIL import Image

from generator.posters.reader import codes
from generator.posters.wear import MARGIN, PIXELS

_LENS: Final = 2 * PIXELS
"""Pixels to a module under the lens."""
_OFF: Final = 1
"""Modules by which a reader may have misjudged a corner in a small picture of the page."""
_DARK: Final = 128
_POINT_MM: Final = 25.4 / 72

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, from the upper left corner."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One symbol: its picture as a camera gets it, and its measures."""

    picture: Image.Image
    module_mm: float
    quiet: float
    """White modules on the narrowest side; no more than `MARGIN` are looked for."""


def measure(page: pypdfium2.PdfPage, seen: Box, modules: int) -> Measured | None:
    """Look closely where a symbol of so many modules was seen, in points; None where nothing is to be read there."""
    scale = _LENS * modules / (seen[2] - seen[0])
    close = _drawn(page, _grown(seen, (MARGIN + _OFF) * _LENS / scale), scale)
    found = codes(close)
    if len(found) != 1:
        return None
    box = place(found[0])
    module = (box[2] - box[0] + box[3] - box[1]) / 2 / modules
    side = (modules + 2 * MARGIN) * PIXELS
    around = _grown(box, MARGIN * module)
    picture = close.transform((side, side), Image.Transform.EXTENT, around, Image.Resampling.BILINEAR, fillcolor=255)
    return Measured(picture, module / scale * _POINT_MM, _quiet(close, box) / module)


def place(code: zxingcpp.Barcode) -> Box:
    """Where an upright symbol lies in its picture: every side halfway between its two corners."""
    at = code.position
    return (
        (at.top_left.x + at.bottom_left.x) / 2,
        (at.top_left.y + at.top_right.y) / 2,
        (at.top_right.x + at.bottom_right.x) / 2,
        (at.bottom_left.y + at.bottom_right.y) / 2,
    )


def _drawn(page: pypdfium2.PdfPage, box: Box, scale: float) -> Image.Image:
    """One part of a page, in points from its upper left corner."""
    width, height = page.get_size()
    left, top, right, bottom = box
    crop = (left, height - bottom, width - right, top)
    picture: Image.Image = page.render(scale=scale, crop=crop, grayscale=True).to_pil()
    return picture


def _grown(box: Box, by: float) -> Box:
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by


def _quiet(close: Image.Image, box: Box) -> float:
    """Pixels between the symbol and the nearest ink outside it, beside each of its sides.

    One pixel of the symbol itself may stand in a strip.
    """
    ink = close.point([255 if level < _DARK else 0 for level in range(256)])
    left, top, right, bottom = (round(edge) for edge in box)
    width, height = ink.size
    strips = (
        ink.crop((0, top, left - 1, bottom)),
        ink.crop((left, 0, right, top - 1)).transpose(Image.Transpose.ROTATE_90),
        ink.crop((right + 1, top, width, bottom)).transpose(Image.Transpose.ROTATE_180),
        ink.crop((left, bottom + 1, right, height)).transpose(Image.Transpose.ROTATE_270),
    )
    white = min(_white(strip) for strip in strips)
    return white + 1 if white else 0


def _white(strip: Image.Image) -> int:
    """Pixels from the right end of a strip to its ink."""
    found = strip.getbbox()
    return strip.size[0] - (found[2] if found else 0)
