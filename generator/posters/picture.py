"""The code alone, for websites and articles: SVG and PNG, with a small mark in the middle that costs no reading."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from generator.posters import glyphs
from generator.posters.code import QUIET, Code, svg

_PIXELS: Final = 20
"""Pixels to a module: a version 3 symbol is then 740 pixels wide."""
_MARK: Final = 0.22
"""The mark's share of the symbol's width: a twentieth of its area, where level H bears the loss of three tenths."""
_WORD: Final = "安薪"
_WEIGHT: Final = 800


def picture_svg(code: Code) -> bytes:
    """The code as a drawing with a white, empty mark; whoever places it may put a sign there."""
    side = code.side
    mark = _mark_modules(code)
    start = (side - mark) / 2
    blank = f'<path fill="#fff" d="M{start:g} {start:g}h{mark}v{mark}h-{mark}z"/>'
    return svg(code).replace("</svg>", f"{blank}</svg>").encode()


def picture_png(code: Code) -> bytes:
    """The code as a picture of two colours, with the word 安薪 in its mark."""
    picture = Image.new("L", (code.side * _PIXELS, code.side * _PIXELS), 255)
    draw = ImageDraw.Draw(picture)
    for y, row in enumerate(code.rows, QUIET):
        for x, dark in enumerate(row, QUIET):
            if dark:
                draw.rectangle(_box(x, y, 1), 0)
    mark = _mark_modules(code)
    start = (code.side - mark) / 2
    draw.rectangle(_box(start, start, mark), 255)
    font = ImageFont.truetype(str(glyphs.file()), int(mark * _PIXELS * 0.42))
    font.set_variation_by_axes([_WEIGHT])
    draw.text((picture.size[0] / 2, picture.size[1] / 2), _WORD, 0, font, "mm")
    out = BytesIO()
    picture.convert("1", dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _mark_modules(code: Code) -> int:
    """An odd number of whole modules, so that the mark sits in the middle and cuts none in two."""
    return int(len(code.rows) * _MARK) // 2 * 2 + 1


def _box(x: float, y: float, size: int) -> tuple[float, float, float, float]:
    return x * _PIXELS, y * _PIXELS, (x + size) * _PIXELS - 1, (y + size) * _PIXELS - 1
