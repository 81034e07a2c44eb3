"""季度公告 on paper: archival, tagged, the same every time, and read by the same eyes as the site."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pypdfium2
import pytest

from generator.disclosure.public import PublicBulletin, PublicPortal
from generator.disclosure.sweep import NOT_PUBLIC, Leak, Sweeper
from generator.posters.bulletin import bulletin_file
from generator.posters.glyphs import MissingGlyph
from tests.pages.casebook import BULLETIN, DEMONSTRATION, PORTAL

PLAIN: Final = replace(BULLETIN, annexes=(replace(BULLETIN.annexes[0], sample=False),))
LONG: Final = "虚构东南沿海市政园林古建筑装饰装修工程施工总承包股份有限公司第三十二分公司" * 3


def text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "\n")


def test_says_the_document_and_a_table_for_each_unit() -> None:
    said = re.sub(r"\s", "", text(bulletin_file(PLAIN, PORTAL).render()))
    for part in (
        *(
            "2026年第三季度重大劳动保障违法行为公告",
            "现将1件予以公布",
            "附件：1.虚构甲建筑劳务有限公司",
            PORTAL.publisher,
        ),
        *("附件1虚构甲建筑劳务有限公司项目内容违法主体全称", "2026年8月1日拖欠的工资已全部支付"),
        *("xg-2022-0001公示期满，依法停止公开。", "另有1件，按本公告的依据已经停止公布。", "—2—"),
    ):
        assert part in said
    assert "样例" not in said


def test_is_archival_tagged_and_dated_by_its_quarter() -> None:
    data = bulletin_file(PLAIN, PORTAL).render()
    document = pypdfium2.PdfDocument(data)
    told = document.get_metadata_dict()
    assert (told["Title"], told["CreationDate"]) == (BULLETIN.title, "D:20261001000000Z")
    assert document.is_tagged()
    assert b"pdfaid" in data


def test_the_day_it_was_made_stands_below_the_issuer() -> None:
    """Where the command makes it: the site's own copy is the same every day."""
    day = date(2026, 11, 1)
    said = re.sub(r"\s", "", text(bulletin_file(PLAIN, PORTAL, day).render()))
    assert f"{PORTAL.publisher}2026年11月1日" in said
    assert "2026年11月1日" not in re.sub(r"\s", "", text(bulletin_file(PLAIN, PORTAL).render()))


def test_same_content_same_bytes_whatever_the_day() -> None:
    later = replace(PORTAL, as_of=BULLETIN.quarter.after.after.first)
    assert bulletin_file(PLAIN, PORTAL) == bulletin_file(PLAIN, later)
    assert bulletin_file(PLAIN, PORTAL).render() == bulletin_file(PLAIN, later).render()


@pytest.mark.parametrize(
    ("bulletin", "portal", "mark"),
    [(BULLETIN, PORTAL, "样例"), (PLAIN, DEMONSTRATION.portal, "演示"), (PLAIN, PORTAL, "")],
)
def test_what_nobody_may_publish_is_marked_on_every_page(
    bulletin: PublicBulletin, portal: PublicPortal, mark: str
) -> None:
    made = bulletin_file(bulletin, portal)
    assert made.mark == mark
    pages = pypdfium2.PdfDocument(made.render())
    assert all(mark in page.get_textpage().get_text_bounded() for page in pages)


def test_the_sweep_reads_paper_too_and_names_broken_over_lines() -> None:
    annex = replace(
        PLAIN.annexes[0], name=LONG, rows=(("违法主体全称", (LONG,)), ("相关处理情况", ("见电话13800138000",)))
    )
    data = bulletin_file(replace(PLAIN, annexes=(annex,)), PORTAL).render()
    assert LONG not in text(data)
    leaks = set(Sweeper(names=(LONG,)).sweep("x.pdf", data))
    assert Leak("x.pdf", NOT_PUBLIC) in leaks
    assert len(leaks) == 2
    assert list(Sweeper(names=("虚构乙公司",)).sweep("x.pdf", bulletin_file(PLAIN, PORTAL).render())) == []


def test_a_character_that_cannot_be_printed_is_named_with_its_case() -> None:
    annex = replace(PLAIN.annexes[0], rows=(("违法主体全称", ("虚构😀公司",)),))
    made = bulletin_file(replace(PLAIN, annexes=(annex,)), PORTAL)
    assert list(made.missing()) == [MissingGlyph("xg-2026-0001", "😀")]
    assert list(bulletin_file(PLAIN, PORTAL).missing()) == []
