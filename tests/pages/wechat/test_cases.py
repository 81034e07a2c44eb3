"""推文 of cases: what of whom, until when, and what the editor has to do on which day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generator.disclosure.public import PublicSite
from generator.pages.wechat.cases import case_post, month_post
from generator.pages.wechat.files import MANIFEST, TO_DO, duty_lines, files
from generator.pages.wechat.markup import markup
from generator.pages.wechat.plain import plain
from generator.pages.wechat.post import Post
from tests.pages.casebook import DEMONSTRATION, HOSTILE_CASE, LISTED, LONG_NAME, PENALISED, PORTAL, REPRINTED, SITE

STRIPPED: Final = re.compile(r"\s(?:class|id|href|src|on\w+)=|<(?:a|script|style|link|img|iframe|svg|div|h\d)[\s>]")
"""What the editor of a 公众号 takes away."""


def month(year: int, number: int, site: PublicSite = SITE) -> Post:
    post = month_post(year, number, site)
    assert post
    return post


@pytest.mark.parametrize(
    ("year", "number", "cases"),
    [
        (2026, 7, ("xg-2026-0001",)),
        (2026, 3, ("xg-2026-0002",)),
        (2025, 5, ("xg-2025-0001",)),
        (2023, 12, ("xg-2023-0001",)),
    ],
)
def test_a_month_holds_what_began_in_it(year: int, number: int, cases: tuple[str, ...]) -> None:
    assert month(year, number).numbers == cases


def test_a_month_without_a_disclosure_has_no_article() -> None:
    assert month_post(2026, 10, SITE) is None


def test_a_second_basis_brings_a_case_again_in_its_own_month() -> None:
    first, second = LISTED.grounds
    case = replace(LISTED, grounds=(first, replace(second, since=date(2026, 9, 1))))
    site = replace(SITE, cases=(case,))
    july, september = plain(month(2026, 7, site)), plain(month(2026, 9, site))
    assert "本月新公开的依据：失信联合惩戒名单（2026年7月27日起，到2029年7月22日）\n" in july
    assert "本月新公开的依据：重大违法公布（2026年9月1日起，到2029年12月31日）\n" in september


def test_the_running_month_says_up_to_when() -> None:
    site = replace(SITE, cases=(replace(PENALISED, grounds=(replace(PENALISED.grounds[0], since=date(2026, 11, 1)),)),))
    assert "2026年11月（截至2026年11月1日），" in plain(month(2026, 11, site))
    assert "截至2026年11月1日）" not in plain(month(2026, 7))


def test_what_every_article_says() -> None:
    """Until when, where to object, the hotline, the address of the record, that the article goes."""
    portal = replace(PORTAL, base_url="https://anxin.example")
    for post in (case_post(LISTED, portal), month(2026, 7, replace(SITE, portal=portal))):
        said = plain(post)
        assert "本文公开到2029年7月22日，之后删除。" in said
        assert "怎样提出：https://anxin.example/repair/" in said
        assert "被欠薪，打这个电话：12345" in said
        assert "https://anxin.example/disclosures/xg-2026-0001/" in said
        assert "单位和人员的名称依法不再显示" in said
        assert "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十八条" in said


def test_without_a_domain_no_address_is_made_up() -> None:
    assert "记录的地址：（网址待公布）/disclosures/xg-2026-0001/" in plain(case_post(LISTED, PORTAL))


def test_the_first_end_of_any_basis_ends_the_article() -> None:
    """The page outlives the listing; an article, which nobody can change, does not."""
    post = case_post(LISTED, PORTAL)
    assert post.until == date(2029, 7, 22)
    assert [(duty.on, duty.number, duty.what.partition("：")[0]) for duty in post.duties] == [
        (date(2026, 11, 4), "xg-2026-0001", "对列入失信名单的异议应当有核实结果（暂按周末推算）"),
        (date(2029, 7, 23), "xg-2026-0001", "「失信联合惩戒名单」公开期满"),
        (date(2030, 1, 1), "xg-2026-0001", "「重大违法公布」公开期满，这件案件不再公开"),
    ]


def test_a_pending_objection_is_told_before_the_facts() -> None:
    said = plain(case_post(LISTED, PORTAL))
    assert said.index("正在核实，结果应当在2026年11月4日以前告知单位（暂按周末推算）。") < said.index("违法行为：")


def test_a_case_says_all_that_its_page_says() -> None:
    said = plain(case_post(LISTED, PORTAL))
    for text in (
        *("虚构甲建筑劳务有限公司（样例）", "91000000MA00000825", "虚构市样例路1号", "虚构某甲（法定代表人）"),
        *("100余万元", "20余名", "2026年1月至2026年5月", "虚构小区一期", "经责令限期支付，逾期未支付。"),
        *("文号：样监令〔2026〕第1号", "人数由21名更正为20余名（原文书笔误）", "列入期限至：2029年7月22日"),
    ):
        assert text in said
    assert "来源：虚构日报《一篇报道》，2023年12月20日" in plain(case_post(REPRINTED, PORTAL))
    assert "不是有罪的结论" in plain(case_post(HOSTILE_CASE, PORTAL))
    assert "不是有罪的结论" not in said


@pytest.mark.parametrize("case", SITE.cases, ids=lambda case: case.number)
def test_nothing_that_the_editor_strips(case: object) -> None:
    post = case_post(next(one for one in SITE.cases if one == case), PORTAL)
    article = markup(post)
    assert not STRIPPED.search(re.sub(r">[^<]*<", "><", article))
    assert all("style=" in tag for tag in re.findall(r"<(?:section|p|span|td|table)\b[^>]*>", article))


def test_a_hostile_name_stays_text() -> None:
    article = markup(case_post(HOSTILE_CASE, PORTAL))
    assert "<script" not in article
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in article


def test_html_and_text_say_the_same_words() -> None:
    for post in (case_post(LISTED, PORTAL), month(2026, 3)):
        words = re.sub(r"<[^>]*>|\s", "", markup(post))
        for line in plain(post).split("\n")[1:]:
            text = re.sub(r"^(?:·|\d+\.) |[【】\s]|（样例）$", "", line)
            label, mark, rest = text.partition("：")
            assert text in words or (mark and label in words and rest in words), line


def test_title_digest_and_pictures_name_nobody() -> None:
    for case in SITE.cases:
        post = case_post(case, PORTAL)
        assert not any(case.employer.name in text for text in (post.title, post.digest, *post.words.texts))


def test_samples_and_demonstrations_are_marked_everywhere() -> None:
    assert case_post(LISTED, PORTAL).words.mark == "样例"
    assert plain(case_post(LISTED, PORTAL)).split("\n\n")[1].startswith("样例：文中有虚构的单位")
    assert case_post(PENALISED, DEMONSTRATION.portal).words.mark == "演示"
    assert "演示：日期固定在2026年11月1日，不能发布。" in plain(case_post(PENALISED, DEMONSTRATION.portal))
    assert case_post(PENALISED, PORTAL).words.mark == ""


def test_the_list_of_duties_names_nobody_and_says_what_to_do_first() -> None:
    post = month(2026, 3)
    to_do = files(post)[TO_DO].decode()
    assert LONG_NAME not in to_do
    assert duty_lines(post)[0].startswith("公开到 2026-12-09，第二天删除整篇文章")
    assert "2026-12-10　xg-2026-0002　「行政处罚」公开期满，这件案件不再公开：当天删除文章。" in to_do


def test_same_article_same_files() -> None:
    made = files(case_post(LISTED, PORTAL))
    assert made == files(case_post(LISTED, PORTAL))
    assert set(made) == {"article.html", "article.txt", "preview.html", "cover.png", "share.png", TO_DO, MANIFEST}
