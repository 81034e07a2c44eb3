"""A contact sheet: every file of a batch at a glance, first page each, with its name."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from generator.posters import glyphs
from generator.posters.batch import PrintFile

_THUMB: Final = (220, 300)
_CAPTION: Final = 44
_GAP: Final = 16
_ACROSS: Final = 6
_ROWS: Final = 8
"""So many rows to a picture: one that a screen can still show."""
_WEIGHT: Final = 450
_PAPER: Final = "#e9e6de"
_INK: Final = "#1c2526"


def contact_sheets(files: Sequence[PrintFile]) -> tuple[bytes, ...]:
    """PNG pictures, each of at most 48 files."""
    step = _ACROSS * _ROWS
    return tuple(_sheet(files[start : start + step]) for start in range(0, len(files), step))


def _sheet(files: Sequence[PrintFile]) -> bytes:
    across, down = min(_ACROSS, len(files)), -(-len(files) // _ACROSS)
    cell = (_THUMB[0] + _GAP, _THUMB[1] + _CAPTION + _GAP)
    picture = Image.new("RGB", (across * cell[0] + _GAP, down * cell[1] + _GAP), _PAPER)
    font = ImageFont.truetype(str(glyphs.file()), 15)
    font.set_variation_by_axes([_WEIGHT])
    for at, one in enumerate(files):
        row, column = divmod(at, _ACROSS)
        left, top = _GAP + column * cell[0], _GAP + row * cell[1]
        thumb = _thumb(one.data)
        picture.paste(thumb, (left + (_THUMB[0] - thumb.size[0]) // 2, top + _THUMB[1] - thumb.size[1]))
        caption = "\n".join(one.wanted.path.removesuffix(".pdf").rsplit("/", 1))
        ImageDraw.Draw(picture).multiline_text((left, top + _THUMB[1] + 4), caption, _INK, font, spacing=2)
    out = BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _thumb(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        wide, high = page.get_size()
        drawn: Image.Image = page.render(scale=min(_THUMB[0] / wide, _THUMB[1] / high)).to_pil()
    return drawn
