"""A batch: which files, what the list says of them, and that one bad file spoils all."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from generator.disclosure.public import PublicPortal, PublicWorksite
from generator.posters.batch import (
    PrintFile,
    Rejected,
    Wanted,
    manifest,
    manifest_table,
    produce,
    produced,
    wanted,
)
from generator.posters.code import Code, encode
from generator.posters.compose import Order, address_of, in_words, is_specimen, sheet
from generator.posters.contact import contact_sheets
from generator.posters.glyphs import MissingGlyph
from generator.posters.product import SIZES, Finish, Product, Theme
from generator.posters.proof import Failure
from tests.pages.casebook import PORTAL
from tests.posters.casebook import BARE, INVENTED, LONG, PLAIN, SITES

POSTER = Order(Product.POSTER, "A3")
REAL = replace(PORTAL, base_url="https://portal.example")


def finished(one: Wanted, portal: PublicPortal = REAL) -> PrintFile:
    made = produce(one, portal)
    assert isinstance(made, PrintFile), made
    return made


def test_a_file_for_each_site_and_one_for_each_town_with_several() -> None:
    assert [one.path for one in wanted([POSTER], [None, *SITES])] == [
        "全市/全市-海报-A3.pdf",
        "甲镇/K7M3P2Q8-海报-A3.pdf",
        "甲镇/A2345678-海报-A3.pdf",
        "未注明镇街/B2345679-海报-A3.pdf",
        "乙镇/C2345671-海报-A3.pdf",
        "甲镇-海报-A3.pdf",
    ]


def test_imposed_sheets_are_for_towns_and_boards_for_sites() -> None:
    orders = [Order(Product.POSTER, "A4", finish=Finish.IMPOSED), Order(Product.BOARD, "A2", finish=Finish.BLEED)]
    assert [one.path for one in wanted(orders, [None, PLAIN])] == [
        "全市-海报-A4-拼版.pdf",
        "甲镇-海报-A4-拼版.pdf",
        "甲镇/K7M3P2Q8-告示牌-A2-出血.pdf",
    ]


@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize("site", [PLAIN, LONG, BARE], ids=["plain", "long", "bare"])
def test_every_product_reads_back_with_names_of_every_length(product: Product, site: object) -> None:
    for theme in Theme:
        order = Order(product, SIZES[product][0], theme)
        one = next(one for one in wanted([order], SITES) if one.sites == (site,))
        made = finished(one)
        assert {reading.address for reading in made.readings} == {address_of(REAL, one.sites[0])}
        assert len(made.readings) == len(order.layout.cells)


def test_two_sites_on_one_imposed_sheet() -> None:
    order = Order(Product.POSTER, "A4", finish=Finish.IMPOSED)
    made = finished(Wanted("x.pdf", order, (PLAIN, LONG, BARE)))
    assert [(reading.page, reading.address[-8:]) for reading in sorted(made.readings, key=lambda one: one.page)] == [
        (1, "K7M3P2Q8"),
        (1, "A2345678"),
        (2, "B2345679"),
    ] or {(reading.page, reading.address[-8:]) for reading in made.readings} == {
        (1, "K7M3P2Q8"),
        (1, "A2345678"),
        (2, "B2345679"),
    }


def damaged(address: str) -> Code:
    """A strip of a symbol reversed: it reads clean, by its redundancy, and not when it is scuffed as well."""
    code = encode(address)
    rows = [[dark != (9 <= y < 13 and 8 <= x < 27) for x, dark in enumerate(row)] for y, row in enumerate(code.rows)]
    return replace(code, rows=tuple(tuple(row) for row in rows))


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("product", "size"), [(product, size) for product in Product for size in SIZES[product]])
def test_every_code_of_every_product_and_look_is_scuffed(
    product: Product, size: str, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.posters.compose.encode", damaged)
    order = Order(product, size, theme)
    made = produce(Wanted("x.pdf", order, (PLAIN,)), REAL)
    assert isinstance(made, Rejected)
    assert made.failures == (Failure(1, "二维码在「磨损15%」之后读不出来"),) * len(order.layout.cells)


def test_setting_ahead_makes_the_same_files_in_the_same_order() -> None:
    strange = replace(PLAIN, project="虚构\U0001f3d7工地")
    files = [Wanted(f"{at}.pdf", POSTER, (site,)) for at, site in enumerate((PLAIN, strange, *SITES))]
    assert list(produced(files, REAL)) == [produce(one, REAL) for one in files]
    assert list(produced([], REAL)) == []


def test_a_character_that_cannot_be_printed_rejects_the_file_by_name() -> None:
    strange = replace(PLAIN, project="虚构\U0001f3d7工地")
    made = produce(Wanted("x.pdf", POSTER, (strange,)), REAL)
    assert made == Rejected(Wanted("x.pdf", POSTER, (strange,)), missing=(MissingGlyph("K7M3-P2Q8", "\U0001f3d7"),))


@pytest.mark.parametrize(
    ("base", "address", "printed"),
    [
        (None, "HTTPS://ANXIN.EXAMPLE/Q/K7M3P2Q8", "https://anxin.example/Q/K7M3P2Q8"),
        ("https://portal.example", "HTTPS://PORTAL.EXAMPLE/Q/K7M3P2Q8", "https://portal.example/Q/K7M3P2Q8"),
        ("https://portal.example/rs", "HTTPS://PORTAL.EXAMPLE/rs/Q/K7M3P2Q8", "https://portal.example/rs/Q/K7M3P2Q8"),
    ],
)
def test_the_address_in_the_code_and_in_words(base: str | None, address: str, printed: str) -> None:
    assert address_of(replace(PORTAL, base_url=base), PLAIN) == address
    assert in_words(address) == printed


def test_what_must_not_be_hung_up_says_so() -> None:
    shown = {
        "no domain": is_specimen(PORTAL, PLAIN),
        "demonstration": is_specimen(replace(REAL, pinned=True), PLAIN),
        "invented": is_specimen(REAL, INVENTED),
        "real": is_specimen(REAL, PLAIN),
        "city": is_specimen(REAL, None),
    }
    assert shown == {"no domain": True, "demonstration": True, "invented": True, "real": False, "city": False}
    assert [made.specimen for made in (finished(wanted([POSTER], [site])[0]) for site in (PLAIN, INVENTED))] == [
        False,
        True,
    ]


def test_the_board_leaves_blanks_where_nothing_is_known() -> None:
    data = sheet(Order(Product.BOARD, "A2"), REAL, [BARE]).data
    slots = [slot for group in data["pages"][0]["groups"] for slot in group["slots"]]  # type: ignore[index] # JSON
    assert len(slots) == 13
    assert [slot["filled"] for slot in slots] == [False] * 13


@pytest.mark.parametrize("site", [PLAIN, LONG, BARE], ids=["plain", "long", "bare"])
def test_the_board_holds_every_slot_above_its_foot(site: PublicWorksite) -> None:
    """Thirty subcontractors make the letters smaller and push nothing off the paper."""
    one = finished(Wanted("x.pdf", Order(Product.BOARD, "A2"), (site,)))
    with pypdfium2.PdfDocument(one.data) as document:
        page = document[0].get_textpage()
        foot = 0.075 * document[0].get_width()
        squeezed = "".join(page.get_text_range().split())
        for slot in site.slots:
            assert all("".join(value.split()) in squeezed for value in slot.values), slot.label
        lowest = [
            page.get_charbox(at)[1] for at in range(page.count_chars()) if page.get_text_range(at, 1) in "分员期线"
        ]
    assert min(lowest) > foot


def test_both_lists_say_the_same() -> None:
    files = [finished(one) for one in wanted([POSTER], [PLAIN, LONG])]
    entries = json.loads(manifest(files))["files"]
    rows = list(csv.DictReader(io.StringIO(manifest_table(files).decode("utf-8-sig"))))
    assert [entry["path"] for entry in entries] == [row["文件"] for row in rows]
    assert [entry["sha256"] for entry in entries] == [row["SHA-256"] for row in rows] == [one.sha256 for one in files]
    assert [[code["code"] for code in entry["codes"]] for entry in entries] == [row["安薪码"].split() for row in rows]
    assert [(entry["pages"], entry["module_mm"], entry["distance_m"]) for entry in entries] == [
        (int(row["页数"]), float(row["模块毫米"]), float(row["最远识读米"])) for row in rows
    ]
    assert entries[-1]["codes"] == [
        {"address": "HTTPS://PORTAL.EXAMPLE/Q/A2345678", "code": "A234-5678"},
        {"address": "HTTPS://PORTAL.EXAMPLE/Q/K7M3P2Q8", "code": "K7M3-P2Q8"},
    ]


def test_a_contact_sheet_shows_every_file() -> None:
    files = [finished(wanted([POSTER], [PLAIN])[0])] * 7
    (picture,) = contact_sheets(files)
    assert Image.open(io.BytesIO(picture)).size == (6 * 236 + 16, 2 * 360 + 16)
    assert contact_sheets([]) == ()
    assert contact_sheets(files) == contact_sheets(files)
