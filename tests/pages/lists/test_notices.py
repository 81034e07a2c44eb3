"""移出与更正: as openly as what was disclosed, without a name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.disclosure.public import Ending, PublicSite
from generator.pages.engine import Frames
from generator.pages.lists.notices import notices
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import EMPTY, LISTED, SITE
from tests.pages.lists.city import city, gone, with_cases
from tests.pages.test_render import Reader


def text(frames: Frames, path: str, site: PublicSite = SITE) -> str:
    page = next(page for page in plan(site, frames) if page.path == path)
    return re.sub(r"\s+", "", "".join(Reader(render(page, frames).decode()).words))


def test_endings_and_corrections_newest_first() -> None:
    site = with_cases((LISTED,), (gone(0, Ending.REMOVED), gone(400, Ending.WITHDRAWN), gone(1)))
    assert [(one.on, one.number, one.kind, one.basis, one.until) for one in notices(site)] == [
        (date(2026, 8, 3), "xg-2026-0001", "更正", None, date(2029, 7, 22)),
        (date(2024, 2, 5), "xg-2020-0400", "撤回公开", "失信联合惩戒名单", None),
        (date(2023, 1, 2), "xg-2020-0001", "公示期满", "失信联合惩戒名单", None),
        (date(2023, 1, 1), "xg-2020-0000", "移出名单", "失信联合惩戒名单", None),
    ]


def test_the_page_says_what_when_why_and_no_name(frames: Frames) -> None:
    said = text(frames, "disclosures/removals/index.html")
    assert (
        "共2条。2026年更正案件xg-2026-0001样例人数由21名更正为20余名（原文书笔误）。2026年8月3日"
        "2025年公示期满案件xg-2022-0001公示期满，依法停止公开。2025年1月1日失信联合惩戒名单"
        "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十七条"
    ) in said
    assert not [case.employer.name for case in SITE.cases if case.employer.name in said]


def test_home_shows_both_with_the_same_rank(frames: Frames) -> None:
    page = next(page for page in plan(SITE, frames) if page.path == "index.html")
    html = render(page, frames).decode()
    assert html.count('<ol class="news-list">') == 2
    assert re.findall(r'<h2 id="[^"]*">(最新公开|移出与更正)</h2>', html) == ["最新公开", "移出与更正"]
    assert "案件 xg-2022-0001</a>" in html


def test_where_nothing_was_removed_the_page_says_so(frames: Frames) -> None:
    assert "还没有移出、撤回或者更正。" in text(frames, "disclosures/removals/index.html", EMPTY)
    assert "还没有移出、撤回或者更正。" in text(frames, "index.html", EMPTY)


def test_many_notices_have_pages(frames: Frames) -> None:
    site = city(1, ended=120)
    assert [page.path for page in plan(site, frames) if page.path.startswith("disclosures/removals/")] == [
        "disclosures/removals/index.html",
        "disclosures/removals/page-1/index.html",
    ]
    assert "移出与更正第1页" in text(frames, "disclosures/removals/page-1/index.html", site)
    older = replace(site, ended=(*site.ended, gone(500)))
    pages = {page.path for page in set(plan(site, frames)) ^ set(plan(older, frames))}
    assert "disclosures/removals/page-1/index.html" not in pages
