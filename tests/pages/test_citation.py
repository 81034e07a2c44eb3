"""Citations: as text, as links, and on every page of a built site."""

from __future__ import annotations

import re
from html import unescape

import pytest

from generator.law.articles import ORDER29, ORDER45, WAGES, anchors, named
from generator.pages.citation import cite, linked
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import SITE

NUMBER = "[一二三四五六七八九十百千零]+"


def test_a_law_is_named_once() -> None:
    articles = (ORDER45.art(5), ORDER45.art(8), WAGES.art(48))
    assert cite(articles) == (
        "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条、第八条；《保障农民工工资支付条例》第四十八条"
    )


def test_what_is_unconfirmed_says_so() -> None:
    assert cite((ORDER29.art(5),)) == "《重大劳动保障违法行为社会公布办法》第五条（待主管部门确认）"


def test_each_article_leads_to_what_it_says() -> None:
    assert linked((WAGES.art(30), WAGES.art(36)), "../../") == (
        '<a href="../../laws/#wages-30">《保障农民工工资支付条例》第三十条</a>、'
        '<a href="../../laws/#wages-36">第三十六条</a>'
    )


def test_an_article_that_is_not_listed_stays_text() -> None:
    assert linked((WAGES.art(99),), "./") == "《保障农民工工资支付条例》第九十九条"


@pytest.mark.parametrize("articles", [(), (WAGES.art(1),), (ORDER29.art(6), WAGES.art(2), WAGES.art(3))])
def test_links_say_what_the_text_says(articles: tuple[object, ...]) -> None:
    given = [one for one in (ORDER29.art(6), WAGES.art(1), WAGES.art(2), WAGES.art(3)) if one in articles]
    assert linked(given, "./").striptags() == cite(given)


def test_every_citation_of_every_page_is_listed(frames: Frames) -> None:
    """A link leads to an anchor that the page of laws sets; what a code opens, one thin file, cites without one."""
    pages = {page.path: render(page, frames).decode() for page in plan(SITE, frames) if page.path.endswith(".html")}
    there = set(re.findall(r'id="([^"]+)"', pages["laws/index.html"]))
    assert anchors() <= there
    lost = {
        (path, anchor)
        for path, html in pages.items()
        for anchor in re.findall(r'href="[^"]*laws/#([^"]*)"', html)
        if anchor not in there
    }
    assert lost == set()
    plain = {path: unescape(re.sub(r"<a [^>]*laws/#[^>]*>.*?</a>|<[^>]+>", "", html)) for path, html in pages.items()}
    bare = {
        (path, title, number)
        for path, text in plain.items()
        if not path.startswith("laws/")
        for title, number in re.findall(rf"《([^《》]+)》第({NUMBER})条", text)
    }
    assert {path.partition("/")[0] for path, _, _ in bare} <= {"Q"}, "only what a code opens cites without a link"
    assert [found for found in sorted(bare) if named(found[1]) is None] == []
