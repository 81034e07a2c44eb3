"""Share cards: small, the same every time, and never a box where a character should be."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from generator.pages import cards
from generator.pages.cards import CardFile, CoverWords, IconFile, MissingGlyph, card_files, missing
from generator.pages.engine import Frames
from tests.pages.casebook import LONG_NAME, PORTAL

CSS: Final = Path(cards.__file__).parent / "theme/assets/portal.css"
CARD: Final = CardFile("cards/x.png", "曝光台", "虚构安薪", "市治欠办", "12345", "1")


def picture(card: CardFile | IconFile) -> Image.Image:
    return Image.open(io.BytesIO(card.render())).convert("RGB")


def test_one_card_for_the_site_one_per_section_and_an_icon(frames: Frames) -> None:
    drawn = list(card_files(PORTAL, frames))
    assert [(card.path, card.title) for card in drawn if isinstance(card, CardFile)] == [
        ("cards/site.png", ""),
        ("cards/about.png", "关于"),
        ("cards/accessibility.png", "无障碍说明"),
        ("cards/data.png", "数据"),
        ("cards/disclosures.png", "曝光台"),
        ("cards/firms.png", "给企业"),
        ("cards/help.png", "我被欠薪了"),
        ("cards/laws.png", "法律条文"),
        ("cards/lessons.png", "开工第一课"),
        ("cards/lookup.png", "查企业"),
        ("cards/outreach.png", "一月一村"),
        ("cards/repair.png", "异议与修复"),
        ("cards/sitemap.png", "网站地图"),
        ("cards/tools.png", "算一算"),
    ]
    assert [card.path for card in drawn if isinstance(card, IconFile)] == ["cards/icon.png"]


def test_a_page_below_a_section_has_no_card_of_its_own(frames: Frames) -> None:
    deeper = replace(frames.pages[0], address="data/api/")
    assert list(card_files(PORTAL, replace(frames, pages=(*frames.pages, deeper)))) == list(card_files(PORTAL, frames))


def test_a_card_is_small_dateless_and_the_same_every_time(frames: Frames) -> None:
    for card in card_files(PORTAL, frames):
        data = card.render()
        assert data == card.render()
        assert len(data) < 20_000
        assert re.findall(rb"(IHDR|PLTE|tIME|tEXt|iTXt|zTXt|eXIf)", data) == [b"IHDR", b"PLTE"]


@pytest.mark.parametrize("title", ["", "数", "我被欠薪了", LONG_NAME])
def test_everything_stands_in_the_middle_square(title: str) -> None:
    """A chat cuts a square out of the middle; left and right of it there is paper."""
    image = picture(replace(CARD, title=title, site="虚构安薪"))
    width, height = image.size
    side = (width - height) // 2
    for edge in (0, width - side):
        strip = image.crop((edge, 20, edge + side, height))
        assert len(strip.getcolors() or ()) == 1, title


def test_words_are_drawn(frames: Frames) -> None:
    plain = picture(CARD)
    for other in (
        replace(CARD, title="查企业"),
        replace(CARD, site="别的安薪"),
        replace(CARD, publisher="某办"),
        replace(CARD, hotline="12333"),
        replace(CARD, hotline=None),
    ):
        assert picture(other).tobytes() != plain.tobytes()
    assert missing(PORTAL, frames) == ()


def test_the_hotline_is_the_one_red_thing() -> None:
    def red(image: Image.Image) -> int:
        counted = image.getcolors(1 << 16) or []
        return sum(
            count for count, colour in counted if isinstance(colour, tuple) and colour[0] > 150 and max(colour[1:]) < 90
        )

    assert red(picture(CARD)) > 20_000
    assert red(picture(replace(CARD, hotline=None))) == 0


def test_a_character_the_font_lacks_is_named_with_its_page(frames: Frames) -> None:
    odd = tuple(replace(frame, title="帮助😀" if frame.source == "help.md" else frame.title) for frame in frames.pages)
    assert missing(replace(PORTAL, title="虚构𠮷薪"), replace(frames, pages=odd)) == (
        MissingGlyph("", "𠮷"),
        MissingGlyph("help.md", "😀"),
    )


def test_the_icon_is_square_and_teal() -> None:
    icon = picture(IconFile("x"))
    assert icon.size == (180, 180)
    corner = icon.getpixel((2, 2))
    assert isinstance(corner, tuple)
    assert all(abs(got - said) <= 3 for got, said in zip(corner, (0x0E, 0x5A, 0x5E), strict=True))


def test_cards_wear_the_colours_of_the_site() -> None:
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", CSS.read_text("utf-8").partition("@media")[0]))
    assert tuple(tokens[name] for name in ("paper", "teal", "ink", "soft", "red")) == (
        cards.PAPER,
        cards.TEAL,
        cards.INK,
        cards.SOFT,
        cards.RED,
    )


WORDS: Final = CoverWords("虚构安薪", "2026年7月\n公开的案件", "12345", "市治欠办", "")


def test_the_pictures_of_an_article_have_their_sizes_and_stay_the_same() -> None:
    assert Image.open(io.BytesIO(cards.cover(WORDS))).size == (900, 383)
    assert Image.open(io.BytesIO(cards.share(WORDS))).size == (500, 500)
    assert cards.cover(WORDS) == cards.cover(WORDS)
    assert len(cards.cover(WORDS)) < 20_000


@pytest.mark.parametrize("title", ["一", WORDS.title, "总包单位通过专用账户直接发工资给工友们，" * 3])
def test_the_words_of_a_cover_keep_to_the_square_in_the_middle(title: str) -> None:
    """Beside it stands the faint sign alone: nothing as light as a letter."""
    image = Image.open(io.BytesIO(cards.cover(replace(WORDS, title=title, mark="样例")))).convert("L")
    left, right = (900 - 383) // 2, (900 + 383) // 2
    for box in ((0, 0, left, 383), (right, 0, 900, 383)):
        assert max(image.crop(box).tobytes()) < 120
    assert max(image.crop((left, 0, right, 383)).tobytes()) > 200


def test_a_mark_shows_on_the_picture() -> None:
    assert cards.cover(replace(WORDS, mark="样例")) != cards.cover(WORDS)
