"""Share cards: what a chat shows of a link, and the icon a phone puts on its first screen, drawn in the site's colours.

One card for the site and one per page of the menu. A card per case was turned down: it would say what the link's title
says already, name a firm in a picture that nothing takes back once it is forwarded, and cost more than the whole build.
The pictures of an article for a 公众号 are drawn here too, from words that name nobody, for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from generator import routes
from generator.disclosure.public import PublicPortal
from generator.pages.engine import Frames

SITE: Final = f"{routes.CARDS}site.png"
ICON: Final = f"{routes.CARDS}icon.png"

# The tokens of portal.css; a test compares.
PAPER: Final = "#faf8f3"
TEAL: Final = "#0e5a5e"
INK: Final = "#1c2526"
SOFT: Final = "#566061"
RED: Final = "#bf3319"

_WIDTH, _HEIGHT = 1000, 560
_MIDDLE: Final = 520
"""Chats cut a square out of the middle: everything that matters fits it."""
_BOLD, _REGULAR = 700, 400
_COLOURS: Final = 24
COVER: Final = (900, 383)
SHARE: Final = (500, 500)
_FAINT: Final = "#1b686b"
"""Of the sign beside a cover's words: seen, and never read."""
_LARGEST, _SMALLEST = 16, 11
"""Of a cover's title, in hundredths of its height: below the smaller, it takes one line more."""
_MOST_LINES: Final = 3
_NEVER_FIRST: Final = frozenset("，。、：；？！）》」』”’…")
_PACKAGE: Final = "justmytype_intl_cjk"
_FONT: Final = "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
_NOWHERE: Final = "\uffff"
"""No font has a sign for this one, so it is drawn as what is missing."""


@dataclass(frozen=True, slots=True)
class CardFile:
    """One card. Its words are all it is made of, and the font they are set in."""

    path: str
    title: str
    site: str
    publisher: str
    hotline: str | None
    font: str

    def render(self) -> bytes:
        """PNG with few colours and without a date."""
        return _png(_card(self))


@dataclass(frozen=True, slots=True)
class CoverWords:
    """What stands on the pictures of an article; whoever writes these names no unit and no person."""

    site: str
    title: str
    """Broken where it says so, or else where it has to be."""
    hotline: str | None
    publisher: str
    mark: str
    """样例 or 演示, on what nobody may publish; empty on all else."""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is drawn as it was given."""
        return (self.site, self.title, self.hotline or "", self.publisher)


@dataclass(frozen=True, slots=True)
class IconFile:
    """The site's sign, as `assets/icon.svg` has it, for a phone's first screen."""

    path: str

    def render(self) -> bytes:
        """PNG."""
        return _png(_icon())


@dataclass(frozen=True, order=True, slots=True)
class MissingGlyph:
    """A character that no card can show."""

    source: str
    """The page it stands in the title of; empty where it is the site's own name."""
    character: str


def card_files(portal: PublicPortal, frames: Frames) -> Iterator[CardFile | IconFile]:
    """The site's card, one per page that the menu can name, and the icon."""
    number = portal.hotline.number if portal.hotline else None
    font = version(_PACKAGE)
    for address, title in {"": "", **_sections(frames)}.items():
        yield CardFile(of(address), title, portal.title, portal.publisher_short, number, font)
    yield IconFile(ICON)


def of(address: str) -> str:
    """The card of a section, by its address; the site's own for home."""
    return f"{routes.CARDS}{address.rstrip('/')}.png" if address else SITE


def _sections(frames: Frames) -> dict[str, str]:
    """Pages one step below home, with their titles."""
    return {frame.address: frame.title for frame in frames.pages if frame.address.count("/") == 1}


def missing(portal: PublicPortal, frames: Frames) -> tuple[MissingGlyph, ...]:
    """Every character of the cards' words that the font lacks."""
    drawn = _sections(frames)
    titles = {frame.source: frame.title for frame in frames.pages if frame.address in drawn}
    words = {"": f"{portal.title}{portal.publisher_short}", **titles}
    found = {MissingGlyph(source, character) for source, text in words.items() for character in lacking(text)}
    return tuple(sorted(found))


def cover(words: CoverWords) -> bytes:
    """The wide picture above an article, 900 × 383; all its words stand in the middle square, which lists keep."""
    return _png(_cover(words, COVER))


def share(words: CoverWords) -> bytes:
    """The square picture of a shared article, 500 × 500."""
    return _png(_cover(words, SHARE))


def lacking(text: str) -> Iterator[str]:
    """Every character that the font has no sign for."""
    font = _font(40, _REGULAR)
    nothing = bytes(font.getmask(_NOWHERE))
    yield from (one for one in text if not one.isspace() and bytes(font.getmask(one)) == nothing)


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Raises ImportError where the package of the font is not there, or not whole."""
    try:
        font = ImageFont.truetype(str(files(_PACKAGE) / _FONT), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        raise ImportError(name=_PACKAGE) from None
    font.set_variation_by_axes([weight])
    return font


def _fitting(text: str, size: int, weight: int, width: int) -> ImageFont.FreeTypeFont:
    """The font at `size`, or as much smaller as it takes to keep one line."""
    length = _font(size, weight).getlength(text)
    return _font(min(size, int(size * width / max(length, 1))), weight)


def _card(card: CardFile) -> Image.Image:
    image = Image.new("RGB", (_WIDTH, _HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    middle = _WIDTH // 2
    draw.rectangle((0, 0, _WIDTH, 16), fill=TEAL)
    title = card.title or card.site
    if card.title:
        draw.text((middle, 108), card.site, TEAL, _fitting(card.site, 44, _BOLD, _MIDDLE), anchor="mm")
    else:
        image.paste(_icon(88), (middle - 44, 56))
    draw.text((middle, 238), title, INK, _fitting(title, 108, _BOLD, _MIDDLE), anchor="mm")
    if card.hotline:
        _call(draw, card.hotline)
    draw.text((middle, 508), f"{card.publisher}主办", SOFT, _fitting(card.publisher, 30, _REGULAR, 400), anchor="mm")
    return image


def _call(draw: ImageDraw.ImageDraw, number: str) -> None:
    """The one red thing, as on every page."""
    said = f"被欠薪，打{number}"
    font = _fitting(said, 52, _BOLD, _MIDDLE - 60)
    half = int(font.getlength(said) / 2) + 32
    draw.rounded_rectangle((_WIDTH // 2 - half, 338, _WIDTH // 2 + half, 434), 14, fill=RED)
    draw.text((_WIDTH // 2, 386), said, "#ffffff", font, anchor="mm")


def _cover(words: CoverWords, size: tuple[int, int]) -> Image.Image:
    width, height = size
    middle, room, unit = width // 2, min(size) - 36, min(size) / 100
    image = Image.new("RGB", size, TEAL)
    draw = ImageDraw.Draw(image)
    if width > height:
        sign = _icon(round(height * 0.62), _FAINT)
        beside, top = (width - height) // 4 - sign.width // 2, (height - sign.height) // 2
        image.paste(sign, (beside, top))
        image.paste(sign, (width - beside - sign.width, top))
    site = f"{words.mark}　{words.site}" if words.mark else words.site
    draw.text((middle, 15 * unit), site, PAPER, _fitting(site, round(8 * unit), _BOLD, room), anchor="mm")
    lines, font = _title(words.title, room, unit)
    step = font.size * 1.3
    for place, line in enumerate(lines):
        at = 43 * unit + (place - (len(lines) - 1) / 2) * step
        draw.text((middle, at), line, "#ffffff", font, anchor="mm")
    if words.hotline:
        said = f"被欠薪，打{words.hotline}"
        chosen = _fitting(said, round(8.5 * unit), _BOLD, room - 60)
        half = chosen.getlength(said) / 2 + 6 * unit
        draw.rounded_rectangle((middle - half, 68 * unit, middle + half, 84 * unit), 8, fill=RED)
        draw.text((middle, 76 * unit), said, "#ffffff", chosen, anchor="mm")
    by = f"{words.publisher}主办"
    draw.text((middle, 92.5 * unit), by, PAPER, _fitting(by, round(5.4 * unit), _REGULAR, room), anchor="mm")
    return image


def _title(text: str, width: int, unit: float) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The title on as few lines as keep it large enough to read."""
    given = text.split("\n")
    for count in range(1, _MOST_LINES + 1):
        lines = given if len(given) > 1 else _broken(text, count)
        font = min((_fitting(line, round(_LARGEST * unit), _BOLD, width) for line in lines), key=lambda one: one.size)
        if font.size >= _SMALLEST * unit:
            break
    return lines, font


def _broken(text: str, count: int) -> list[str]:
    """The text on `count` lines of about one length; no line begins with a mark that belongs to the one before."""
    lines, rest = [], text
    for left in range(count, 1, -1):
        at = -(-len(rest) // left)
        while at < len(rest) and rest[at] in _NEVER_FIRST:
            at += 1
        lines.append(rest[:at])
        rest = rest[at:]
    return [line for line in (*lines, rest) if line]


def _icon(size: int = 180, ink: str = PAPER) -> Image.Image:
    """The strokes of `assets/icon.svg` on its 64 units, drawn large and made small."""
    scale = 8
    image = Image.new("RGB", (64 * scale, 64 * scale), TEAL)
    draw = ImageDraw.Draw(image)
    strokes = (
        ((14, 27), (32, 13), (50, 27)),
        ((21, 30), (32, 40), (43, 30)),
        ((32, 40), (32, 53)),
        ((22, 44), (42, 44)),
    )
    for stroke in strokes:
        points = [(x * scale, y * scale) for x, y in stroke]
        draw.line(points, ink, 5 * scale, joint="curve")
        for x, y in points:
            draw.circle((x, y), 2.5 * scale, ink)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    few = image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    buffer = BytesIO()
    few.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()
