"""A print file is read back by a program that did not make it, or it is not printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from generator.posters import wear
from generator.posters.code import encode, svg
from generator.posters.glyphs import MissingGlyph, missing
from generator.posters.product import Finish, Product, layout
from generator.posters.proof import Expected, Failure, Page, prove
from generator.posters.typeset import pdf, png

ADDRESS = "HTTPS://PORTAL.EXAMPLE/Q/7K3MP2Q8"
CODE = encode(ADDRESS)
SITE = "虚构东南产业园三期标准厂房及附属设施建设工程一标段"
EXPECTED = Expected(ADDRESS, SITE, len(CODE.rows))
DAY = date(2026, 11, 1)


def sheet(product: Product, size: str, art: str, *, drawing: str = svg(CODE)) -> dict[str, object]:
    """The data of one sheet with the same piece in every place."""
    made = layout(product, size, Finish.PLAIN)
    piece = {
        "hotline": "12345",
        "publisher": "虚构市根治欠薪工作领导小组办公室",
        "publisher_short": "市治欠办",
        "site": {"name": SITE},
        "city": "虚构市",
        "code": "7K3M-P2Q8",
        "qr": drawing,
        "address": ADDRESS.lower(),
        "specimen": True,
        "promise": "1天接收，1天联系，一般案件7天办结。",
    }
    return {
        "layout": {
            "page": made.page,
            "piece": made.piece,
            "cells": made.cells,
            "bleed": made.bleed,
            "gap": made.gap,
            "mark": made.mark,
        },
        "theme": "teal",
        "art": art,
        "title": "安薪码海报",
        "publisher": "虚构市治欠办",
        "keywords": ["安薪码"],
        "day": [2026, 11, 1],
        "pages": [[piece] * len(made.cells)],
    }


@cache
def poster() -> bytes:
    return pdf("sheet", sheet(Product.POSTER, "A3", "poster"), DAY)


def test_a_poster_reads_back_clean_and_worn() -> None:
    readings, failures = prove(poster(), ((EXPECTED,),))
    assert failures == ()
    assert [(one.page, one.address) for one in readings] == [(1, ADDRESS)]
    assert readings[0].module_mm == pytest.approx(3.16, abs=0.02)
    assert readings[0].distance_m == pytest.approx(1.04, abs=0.015)
    assert readings[0].quiet >= 3.7


def test_same_data_same_bytes_with_the_day_and_no_clock() -> None:
    assert pdf("sheet", sheet(Product.POSTER, "A3", "poster"), DAY) == poster()
    assert b"2026" in poster()
    assert b"/StructTreeRoot" in poster()
    assert len(poster()) <= 60_000


@pytest.mark.parametrize(
    ("product", "art", "copies", "distance"),
    [(Product.STICKERS, "sticker", 8, 0.37), (Product.CARDS, "card", 10, 0.37)],
)
def test_every_small_piece_of_a_sheet_reads(product: Product, art: str, copies: int, distance: float) -> None:
    readings, failures = prove(pdf("sheet", sheet(product, "A4", art), DAY), ((EXPECTED,) * copies,))
    assert failures == ()
    assert len(readings) == copies
    assert all(one.distance_m == pytest.approx(distance, abs=0.03) for one in readings)


@pytest.mark.parametrize(
    ("expected", "failures"),
    [
        ((replace(EXPECTED, address=ADDRESS[:-1]),), [Failure(1, "应读出 1 个二维码，读出 1 个，或者内容不符")]),
        ((EXPECTED, EXPECTED), [Failure(1, "应读出 2 个二维码，读出 1 个，或者内容不符")]),
        ((replace(EXPECTED, words="另一个工地"),), [Failure(1, "文字层里找不到应有的名称")]),
    ],
)
def test_what_it_does_not_say(expected: Page, failures: list[Failure]) -> None:
    assert list(prove(poster(), (expected,))[1]) == failures


def test_a_page_too_few() -> None:
    assert prove(poster(), ((EXPECTED,), (EXPECTED,))) == ((), (Failure(0, "应有 2 页，实有 1 页"),))


def test_a_code_without_its_white_margin() -> None:
    side = len(CODE.rows)
    tight = svg(CODE).replace(f'viewBox="0 0 {side + 8} {side + 8}"', f'viewBox="4 4 {side} {side}"')
    data = sheet(Product.POSTER, "A3", "poster", drawing=tight)
    failures = prove(pdf("sheet", data, DAY), ((EXPECTED,),))[1]
    assert failures[-1] == Failure(1, "二维码四周的空白只有 0.0 个模块，应有 4 个")


def test_a_code_that_cannot_bear_wear() -> None:
    """A fifth of the modules flipped: it reads clean, by its redundancy, and not any more once it is scuffed."""
    rows = tuple(
        tuple(dark != (9 <= y < 13 and 8 <= x < 27) for x, dark in enumerate(row)) for y, row in enumerate(CODE.rows)
    )
    data = sheet(Product.POSTER, "A3", "poster", drawing=svg(replace(CODE, rows=rows)))
    readings, failures = prove(pdf("sheet", data, DAY), ((EXPECTED,),))
    assert Failure(1, "二维码在「磨损15%」之后读不出来") in failures
    assert len(readings) == 1


def test_every_wear_changes_the_picture_the_same_way_each_time() -> None:
    picture = Image.open(BytesIO(png("sheet", sheet(Product.POSTER, "A3", "poster"), 20))).convert("L")
    for name, worn, _ in wear.WEARS:
        assert worn(picture).tobytes() == worn(picture).tobytes() != picture.tobytes(), name


@pytest.mark.parametrize("version", [2, 3, 4, 5, 6])
def test_the_scuff_takes_its_share_of_the_symbol(version: int) -> None:
    symbol = (17 + 4 * version) * wear.PIXELS
    side = symbol + 2 * wear.MARGIN * wear.PIXELS
    picture = Image.new("L", (side, side), 255)
    rubbed = ImageChops.difference(picture, wear.scuffed(picture)).point([0] + [1] * 255).tobytes().count(1)
    assert rubbed / symbol**2 == pytest.approx(0.15, abs=0.005)


def test_a_character_without_a_glyph_is_named_with_its_record() -> None:
    assert list(missing("7K3M-P2Q8", iter(["虚构甲工地\n", "虚构\U0001f3d7塔吊\u3000工地\U0001f3d7"]))) == [
        MissingGlyph("7K3M-P2Q8", "\U0001f3d7")
    ]
