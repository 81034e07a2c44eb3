"""The same A3 poster by other means: Pillow as a picture of 300 dpi, fpdf2 as a PDF; same facts, code and font.

Pillow reads the font once, as ours does. fpdf2 cuts it down in place and so has to read it for every document.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from generator.posters import glyphs
from generator.posters.code import QUIET, Code

WIDE, HIGH = 297.0, 420.0
_UNIT = WIDE / 100
"""A hundredth of the paper's width: all lengths of the poster follow it."""
_DPI = 300
_GROUND, _WHITE, _GOLD, _SOFT, _INK = (11, 79, 83), (255, 255, 255), (242, 193, 78), (230, 239, 238), (20, 32, 31)

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the poster says."""

    hotline: str
    publisher: str
    project: str
    printed: str
    address: str
    promise: str
    code: Code


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle, in units from the upper left corner."""

    x: float
    y: float
    wide: float
    high: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text by its upper left corner and its height, in units."""

    x: float
    y: float
    size: float
    colour: Colour
    text: str


def drawing(facts: Facts) -> list[Bar | Line]:
    """The poster as bars and lines, those of its code included."""
    module = 39.4 / facts.code.side
    corner = (6.5 + QUIET * module, 69.7 + QUIET * module)
    says = "“我在这个工地干活，老板叫某某，从几月干到几月，欠我多少钱，还有几个人也没拿到。”"
    steps = (
        ("打电话或者扫码", f"拨打{facts.hotline}，扫左边的码也可以。"),
        ("说清楚五件事", "谁欠的、在哪干活、干了什么、欠多少、几个人。"),
        ("等消息，留证据", facts.promise),
        ("可以这样说", says),
    )
    return [
        Bar(0, 0, 100, 41.5, _GROUND),
        Line(6, 5.4, 2.4, _WHITE, facts.publisher),
        Line(6, 11, 8.7, _WHITE, "干了活，就该拿到工钱"),
        Line(18, 23, 16, _GOLD, facts.hotline),
        Bar(0, 41.5, 100, 7.6, _GOLD),
        Line(24, 43, 4.3, _INK, "免费　·　保密　·　不需要关系"),
        Line(6, 52.5, 2.4, _INK, "这张海报只属于这个工地"),
        *(Line(6, 56 + 5 * at, 4, _INK, part) for at, part in enumerate(_broken(facts.project, 22))),
        *(
            Bar(corner[0] + x * module, corner[1] + y * module, module, module, _INK)
            for y, row in enumerate(facts.code.rows)
            for x, dark in enumerate(row)
            if dark
        ),
        Line(10, 112, 2.8, _INK, "微信扫一扫，反映欠薪"),
        Line(10, 119, 5.6, _INK, facts.printed),
        *(Line(62, 70 + 14 * at, 3.5, _INK, title) for at, (title, _) in enumerate(steps)),
        *(
            Line(62, 75 + 14 * at + 3 * row, 2.6, _INK, part)
            for at, (_, text) in enumerate(steps)
            for row, part in enumerate(_broken(text, 13))
        ),
        Bar(0, 127.8, 100, 13.6, _SOFT),
        Line(6, 130, 2.05, _INK, "扫码后先核对：页面上的工地名称和这里不一样，可能是被人换了码，请直接打电话。"),
        Line(6, 134, 2.05, _INK, f"网址　{facts.address}"),
    ]


def _broken(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def by_pillow(facts: Facts) -> bytes:
    """A PNG."""
    scale = _UNIT * _DPI / 25.4
    picture = Image.new("RGB", (round(WIDE * _DPI / 25.4), round(HIGH * _DPI / 25.4)), _WHITE)
    draw = ImageDraw.Draw(picture)
    for one in drawing(facts):
        place = (one.x * scale, one.y * scale)
        if isinstance(one, Bar):
            draw.rectangle((*place, place[0] + one.wide * scale - 1, place[1] + one.high * scale - 1), one.colour)
        else:
            draw.text(place, one.text, one.colour, _in_pixels(round(one.size * scale)))
    out = BytesIO()
    picture.save(out, "PNG", dpi=(_DPI, _DPI))
    return out.getvalue()


@cache
def _in_pixels(size: int) -> ImageFont.FreeTypeFont:
    """The font in one size, read once for all posters."""
    font = ImageFont.truetype(str(_font()), size)
    font.set_variation_by_axes([700])
    return font


def by_fpdf(fpdf: Any, facts: Facts) -> bytes:  # noqa: ANN401 - a module that need not be there
    """A PDF by fpdf2, handed in as the module; in the one weight that it takes from a variable font."""
    page = fpdf.FPDF(unit="mm", format=(WIDE, HIGH))
    page.set_auto_page_break(auto=False)
    page.add_page()
    page.add_font("noto", "", str(_font()))
    for one in drawing(facts):
        place = (one.x * _UNIT, one.y * _UNIT)
        if isinstance(one, Bar):
            page.set_fill_color(*one.colour)
            page.rect(*place, one.wide * _UNIT, one.high * _UNIT, style="F")
        else:
            page.set_text_color(*one.colour)
            page.set_font("noto", size=one.size * _UNIT * 72 / 25.4)
            page.text(place[0], place[1] + 0.88 * one.size * _UNIT, one.text)
    return bytes(page.output())


def _font() -> Path:
    return next(glyphs.folder().glob("*.ttf"))
