"""Proof: a finished PDF is drawn, worn down the ways posters are, and read back by an independent reader.

The PDF is rasterised by PDFium, not by the program that set it, so that what is proven is what a printer gets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pypdfium2

from generator.posters.code import QUIET
from generator.posters.measure import Box, measure, place
from generator.posters.reader import codes, read
from generator.posters.wear import WEARS, glances

_LOOKS: Final = (480, 1600)
"""Pixels along the longer side of a page that is searched for its codes: from across the room, then from near."""
_PREVIEW: Final = 1280
"""Pixels across an old phone's camera preview (720p)."""
_FIELD: Final = 1.3
"""Width of what such a camera sees, as a multiple of the distance: 66 degrees."""
_NEEDED: Final = 3
"""Pixels to a module that readers need, measured over versions 2 to 16."""
_SLACK: Final = 0.3
"""Modules by which a corner may be misjudged in the picture."""


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
    found = _found(page, expected)
    if Counter(address for address, _ in found) != Counter(one.address for one in expected):
        yield Failure(number, f"应读出 {len(expected)} 个二维码，读出 {len(found)} 个，或者内容不符")
        return
    by_address = {one.address: one for one in expected}
    for address, spot in found:
        yield from _symbol(page, spot, number, by_address[address])


def _found(page: pypdfium2.PdfPage, expected: Pieces) -> list[tuple[str, Box]]:
    """What every code of a page says, and where on it, in points; small codes take a second look."""
    found: list[tuple[str, Box]] = []
    for pixels in _LOOKS:
        scale = pixels / max(page.get_size())
        seen = codes(page.render(scale=scale, grayscale=True).to_pil())
        found = [(code.text, _scaled(place(code), scale)) for code in seen]
        if Counter(address for address, _ in found) == Counter(one.address for one in expected):
            break
    return found


def _scaled(box: Box, scale: float) -> Box:
    left, top, right, bottom = box
    return left / scale, top / scale, right / scale, bottom / scale


def _symbol(page: pypdfium2.PdfPage, spot: Box, number: int, expected: Expected) -> Iterator[Reading | Failure]:
    measured = measure(page, spot, expected.modules)
    if measured is None:
        yield Failure(number, "二维码在近处读不出来")
        return
    for name, wear, looks in WEARS:
        seen = islice(glances(wear(measured.picture)), looks)
        if all(read(one) != [expected.address] for one in seen):
            yield Failure(number, f"二维码在「{name}」之后读不出来")
    if measured.quiet < QUIET - _SLACK:
        yield Failure(number, f"二维码四周的空白只有 {measured.quiet:.1f} 个模块，应有 {QUIET} 个")
    yield Reading(number, expected.address, round(measured.module_mm, 2), round(measured.quiet, 1))


def _squeezed(text: str) -> str:
    return "".join(text.split())
