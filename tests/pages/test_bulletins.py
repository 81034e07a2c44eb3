"""季度公告 as pages: the list of all, one for each quarter, and one that stands alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.disclosure import pdf
from generator.disclosure.public import PublicSite
from generator.disclosure.public import bulletin as public_bulletin
from generator.pages.bulletins.page import bulletin_page
from generator.pages.bulletins.rows import BulletinRow, bulletin_rows
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from generator.posters.bulletin import bulletin_files
from tests.pages.casebook import BULLETIN, EMPTY, LISTED, PORTAL, SITE

PAGE = "disclosures/bulletins/2026Q3/index.html"
LIST = "disclosures/bulletins/index.html"


def html(site: PublicSite, frames: Frames, path: str) -> str:
    return next(render(page, frames) for page in plan(site, frames) if page.path == path).decode()


def test_a_row_for_every_quarter() -> None:
    assert bulletin_rows(SITE) == (BulletinRow("2026Q3", "2026年第三季度", 1, 2, BULLETIN.annexes[0].until, 1),)
    assert bulletin_rows(SITE)[0].address == "disclosures/bulletins/2026Q3/"


def test_the_list_leads_to_every_page_and_its_paper(frames: Frames) -> None:
    said = html(SITE, frames, LIST)
    assert 'href="../../disclosures/bulletins/2026Q3/"' in said
    assert re.search(r'<a data-until="2029-12-31" href="../../disclosures/bulletins/2026Q3.pdf">PDF</a>', said)
    assert "正在公布 1 件。已停止公布 2 件。" in said
    assert LISTED.employer.name not in said
    assert "还没有公告" in html(EMPTY, frames, LIST)


def test_a_long_one_comes_in_parts(frames: Frames, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two annexes a part, five in all: numbered through, what is over in the first, a page and a document each."""
    monkeypatch.setattr(public_bulletin, "MOST_ANNEXES", 2)
    annexes = tuple(replace(BULLETIN.annexes[0], number=f"yk-2026-{at:04}") for at in range(1, 6))
    site = replace(SITE, bulletins=(replace(BULLETIN, annexes=annexes),))
    parts = site.bulletins[0].parts()
    assert [(one.title.removeprefix(BULLETIN.title), one.before, len(one.annexes)) for one in parts] == [
        ("（第1册，共3册）", 0, 2),
        ("（第2册，共3册）", 2, 2),
        ("（第3册，共3册）", 4, 1),
    ]
    assert [(one.ended, one.lapsed) for one in parts] == [(BULLETIN.ended, BULLETIN.lapsed), ((), 0), ((), 0)]
    assert [one.path.removeprefix("disclosures/bulletins/") for one in bulletin_files(site)] == [
        *("2026Q3.pdf", "2026Q3-2.pdf", "2026Q3-3.pdf")
    ]
    said = html(site, frames, "disclosures/bulletins/2026Q3/part-2/index.html")
    assert re.findall(r'<h2 id="annex-(\d)">附件(\d)', said) == [("3", "3"), ("4", "4")]
    assert 'href="../../../../disclosures/bulletins/2026Q3-2.pdf">这一册的 PDF' in said
    assert re.findall(r'bulletins/2026Q3/(\S*)"( aria-current="page")?>第', said) == [
        *(("", ""), ("part-2/", ' aria-current="page"'), ("part-3/", ""))
    ]
    assert "共3册" in html(site, frames, LIST)
    document = "".join(pdf.texts(list(bulletin_files(site))[1].render()))
    assert "附件3" in document
    assert "附件2" not in document.replace("附件2至", "")


def test_a_name_hides_itself_after_its_last_day(frames: Frames) -> None:
    """In the page, its count and the way to the paper: a late build must not show what has ended."""
    said = html(SITE, frames, PAGE)
    for piece in re.findall(r"<(\w+)[^>]*data-until=\"2029-12-31\"[^>]*>(?:(?!</\1>).)*", said, re.DOTALL):
        assert piece in {"section", "p"}
    outside = re.sub(r'<section data-until="2029-12-31".*?</section>', "", said, flags=re.DOTALL)
    assert LISTED.employer.name in said
    assert LISTED.employer.name not in outside
    assert '<p class="more" data-until="2029-12-31">' in said
    assert '<p data-until="2029-12-31">根据虚构的依据' in said


def test_what_it_cites_leads_to_the_article(frames: Frames) -> None:
    """Worded once for paper; in the page an article is a link, one that nobody has listed stays text."""
    words = "根据《保障农民工工资支付条例》第四十七条和《虚构办法》第三条，甲 < 乙。"
    said = html(replace(SITE, bulletins=(replace(BULLETIN, paragraphs=(words,)),)), frames, PAGE)
    link = '<a href="../../../laws/#wages-47">《保障农民工工资支付条例》第四十七条</a>'
    assert f"根据{link}和《虚构办法》第三条，甲 &lt; 乙。</p>" in said
    alone = bulletin_page(replace(BULLETIN, paragraphs=(words,)), PORTAL, "x.pdf").decode()
    assert f'<p data-until="2029-12-31">{words.replace("<", "&lt;")}</p>' in alone


def test_what_has_ended_is_a_number_with_the_way_to_its_page(frames: Frames) -> None:
    said = html(SITE, frames, PAGE)
    assert '<a href="../../../disclosures/xg-2022-0001/">xg-2022-0001</a>' in said
    assert "另有1件，按本公告的依据已经停止公布。" in said


def test_title_and_description_name_nobody(frames: Frames) -> None:
    head = html(SITE, frames, PAGE).partition("</head>")[0]
    assert "<title>2026年第三季度重大劳动保障违法行为公告 - 虚构安薪</title>" in head
    assert LISTED.employer.name not in head
    assert "noarchive" in head


def test_the_page_that_stands_alone_leads_nowhere_but_to_its_paper() -> None:
    said = bulletin_page(BULLETIN, PORTAL, "2026Q3.pdf").decode()
    assert re.findall(r'href="([^"]*)"', said) == ["2026Q3.pdf"]
    assert "样例：里面有虚构的单位，不能发布。" in said
    assert LISTED.employer.name in said
    plain = replace(BULLETIN, annexes=(replace(BULLETIN.annexes[0], sample=False),))
    assert "不能发布" not in bulletin_page(plain, PORTAL, "2026Q3.pdf").decode()
