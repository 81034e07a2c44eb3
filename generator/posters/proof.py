"""Proof: a finished PDF is drawn, worn down the ways posters are, and read back by an independent reader.

The PDF is rasterised by PDFium, not by the program that set it, so that what is proven is what a printer gets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
import zxingcpp
from PIL import Image

from generator.posters.code import QUIET
from generator.posters.wear import WEARS

PIXELS: Final = 4
"""Pixels to a module in the pictures that are worn."""
_LOOK: Final = 1600
"""Pixels along the longer side of a page that is searched for its codes."""
_ENOUGH: Final = 5
"""Pixels to a module with which a corner is found exactly enough."""
_DARK: Final = 128
_POINT_MM: Final = 25.4 / 72
_PREVIEW: Final = 1280
"""Pixels across an old phone's camera preview (720p)."""
_FIELD: Final = 1.3
"""Width of what such a camera sees, as a multiple of the distance: 66 degrees."""
_NEEDED: Final = 3
"""Pixels to a module that readers need, measured over versions 2 to 16."""
_SLACK: Final = 0.3
"""Modules by which a corner may be misjudged in the picture."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """One code found on one page, clean and after every kind of wear."""

    page: int
    address: str
    module_mm: float
    quiet: float
    """White modules on the narrowest side, as far as they were measured."""

    @property
    def distance_m(self) -> float:
        """Farthest distance from which an old phone reads it: three pixels to a module in a 720p preview."""
        return round(self.module_mm * _PREVIEW / _FIELD / _NEEDED / 1000, 2)


@dataclass(frozen=True, order=True, slots=True)
class Failure:
    """Why a print file must not be printed; `reason` is a Chinese sentence."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What one piece has to say."""

    address: str
    words: str
    """What the text layer of its page holds, blanks aside."""
    modules: int
    """Modules along a side of its symbol, the quiet zone not counted."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a page has to say beside its codes, or without one."""

    words: str


Page = tuple[Expected | Words, ...]
"""The pieces of one page, one for each code on it, and what else it says."""
Pieces = tuple[Expected, ...]


def prove(data: bytes, pages: tuple[Page, ...]) -> tuple[tuple[Reading, ...], tuple[Failure, ...]]:
    """Read every code of every page; a file is fit for print where there is no failure."""
    with pypdfium2.PdfDocument(data) as document:
        if len(document) != len(pages):
            return (), (Failure(_overfull(document, pages), f"应有 {len(pages)} 页，实有 {len(document)} 页"),)
        found = [item for at, expected in enumerate(pages) for item in _page(document[at], at + 1, expected)]
    readings = tuple(item for item in found if isinstance(item, Reading))
    return readings, tuple(item for item in found if isinstance(item, Failure))


def _overfull(document: pypdfium2.PdfDocument, pages: tuple[Page, ...]) -> int:
    """The first page that does not hold all its words, where the rest runs on to a page too many; 0 for none."""
    too_many = zip(document, pages, strict=False) if len(document) > len(pages) else ()
    return next((at for at, (page, expected) in enumerate(too_many, 1) if not _says(page, expected)), 0)


def _says(page: pypdfium2.PdfPage, expected: Page) -> bool:
    text = _squeezed(page.get_textpage().get_text_range())
    return all(_squeezed(one.words) in text for one in expected)


def _page(page: pypdfium2.PdfPage, number: int, expected: Page) -> Iterator[Reading | Failure]:
    if not _says(page, expected):
        yield Failure(number, "文字层里找不到应有的名称")
    pieces = tuple(one for one in expected if isinstance(one, Expected))
    if pieces:
        yield from _symbols(page, number, pieces)


def _symbols(page: pypdfium2.PdfPage, number: int, expected: Pieces) -> Iterator[Reading | Failure]:
    scale, codes = _found(page, expected)
    if Counter(code.text for code in codes) != Counter(one.address for one in expected):
        yield Failure(number, f"应读出 {len(expected)} 个二维码，读出 {len(codes)} 个，或者内容不符")
        return
    by_address = {one.address: one for one in expected}
    for code in codes:
        yield from _symbol(page, _place(code, scale), number, by_address[code.text])


def _found(page: pypdfium2.PdfPage, expected: Pieces) -> tuple[float, list[zxingcpp.Barcode]]:
    """Every code of a page, and the scale at which it was seen: half of it does for codes that are large enough."""
    scale = _LOOK / max(page.get_size())
    codes = _codes(_picture(page.render(scale=scale / 2, grayscale=True)))
    modules = {one.address: one.modules for one in expected}
    if len(codes) == len(expected) and all(_width(code) >= _ENOUGH * modules.get(code.text, 0) for code in codes):
        return scale / 2, codes
    return scale, _codes(_picture(page.render(scale=scale, grayscale=True)))


def _width(code: zxingcpp.Barcode) -> int:
    return int(code.position.top_right.x - code.position.top_left.x)


def _place(code: zxingcpp.Barcode, scale: float) -> Box:
    """Where a symbol lies on its page, in points."""
    corners = code.position
    side = _width(code)
    left, top = corners.top_left.x / scale, corners.top_left.y / scale
    return left, top, left + side / scale, top + side / scale


def _symbol(page: pypdfium2.PdfPage, place: Box, number: int, expected: Expected) -> Iterator[Reading | Failure]:
    module = (place[2] - place[0]) / expected.modules
    picture = _draw(page, _around(place, (QUIET + 1) * module), PIXELS / module)
    for name, wear in WEARS:
        if read(wear(picture)) != [expected.address]:
            yield Failure(number, f"二维码在「{name}」之后读不出来")
    quiet = _quiet(picture, expected.modules)
    if quiet < QUIET - _SLACK:
        yield Failure(number, f"二维码四周的空白只有 {quiet:.1f} 个模块，应有 {QUIET} 个")
    yield Reading(number, expected.address, round(module * _POINT_MM, 2), round(quiet, 1))


def _around(box: Box, margin: float) -> Box:
    left, top, right, bottom = box
    return left - margin, top - margin, right + margin, bottom + margin


def _draw(page: pypdfium2.PdfPage, box: Box, scale: float) -> Image.Image:
    """One part of a page, in points from its upper left corner."""
    width, height = page.get_size()
    left, top, right, bottom = box
    return _picture(page.render(scale=scale, crop=(left, height - bottom, width - right, top), grayscale=True))


def _picture(bitmap: pypdfium2.PdfBitmap) -> Image.Image:
    picture: Image.Image = bitmap.to_pil()
    return picture


def read(picture: Image.Image) -> list[str]:
    """What every code in a picture says."""
    return [code.text for code in _codes(picture)]


def _codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return list(zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _quiet(picture: Image.Image, modules: int) -> float:
    """White modules between the symbol and the nearest ink outside it."""
    dark = picture.point([255 if level < _DARK else 0 for level in range(256)])
    side = picture.size[0]
    edge = (side - modules * PIXELS) // 2
    strips = (dark, dark.rotate(90), dark.rotate(180), dark.rotate(270))
    # Each turn brings another side of the symbol to the left; one pixel of the symbol itself may stand in the strip.
    inks = [strip.crop((0, edge, edge - 1, side - edge)).getbbox() for strip in strips]
    return min((edge - 1 - ink[2] if ink else edge) for ink in inks) / PIXELS
