"""What pages say of themselves to other programs: the whole list of tags, and what is left out while it is unknown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.disclosure.public import PublicSite
from generator.pages.engine import Frames
from generator.pages.plan import HtmlPage, Page, plan
from generator.pages.render import render
from tests.pages.casebook import DEMONSTRATION, PORTAL, REPRINTED, SITE

KNOWN: Final = replace(
    SITE,
    portal=replace(
        PORTAL,
        base_url="https://example.org/anxin",
        registrations=(("ICP备案号", None), ("公安备案号", None), ("网站标识码", "0000000000")),
    ),
)
EVERYWHERE: Final = {
    "description",
    "viewport",
    "referrer",
    "format-detection",
    "color-scheme",
    "og:site_name",
    "og:type",
    "og:title",
    "og:description",
    "og:locale",
    "SiteName",
}


def head(frames: Frames, path: str, site: PublicSite = SITE) -> str:
    return rendered(next(page for page in plan(site, frames) if page.path == path), frames)


def rendered(page: Page, frames: Frames) -> str:
    return render(page, frames).decode().partition("</head>")[0]


def metas(frames: Frames, path: str, site: PublicSite = SITE) -> dict[str, str]:
    return told_by(head(frames, path, site))


def told_by(text: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', text))


def test_a_case_tells_what_a_government_site_must(frames: Frames) -> None:
    told = metas(frames, "disclosures/xg-2026-0001/index.html", KNOWN)
    assert {name: value for name, value in told.items() if name[0].isupper()} == {
        "SiteName": "虚构安薪",
        "SiteDomain": "example.org",
        "SiteIDCode": "0000000000",
        "ColumnName": "曝光台",
        "ArticleTitle": "虚构甲建筑劳务有限公司",
        "PubDate": "2026-07-27",
        "ContentSource": "虚构市根治欠薪工作领导小组办公室",
        "Keywords": "拖欠工资,失信联合惩戒名单,重大违法公布",
        "Image": "https://example.org/anxin/cards/disclosures.png",
        "Url": "https://example.org/anxin/disclosures/xg-2026-0001/",
    }


def test_a_link_that_is_shared_shows_title_picture_and_address(frames: Frames) -> None:
    told = metas(frames, "disclosures/xg-2026-0001/index.html", KNOWN)
    assert {name: value for name, value in told.items() if name.startswith("og:")} == {
        "og:site_name": "虚构安薪",
        "og:type": "article",
        "og:title": "虚构甲建筑劳务有限公司（xg-2026-0001） - 虚构安薪",
        "og:description": "虚构甲建筑劳务有限公司（xg-2026-0001）：拖欠工资。处理状态：已列入失信联合惩戒名单。",
        "og:locale": "zh_CN",
        "og:url": "https://example.org/anxin/disclosures/xg-2026-0001/",
        "og:image": "https://example.org/anxin/cards/disclosures.png",
    }


def test_what_is_unknown_is_left_out(frames: Frames) -> None:
    for page in plan(SITE, frames):
        if isinstance(page, HtmlPage) and "/xg-" not in page.path:
            told = told_by(rendered(page, frames))
            column = {"ColumnName", "ColumnDescription", "ColumnKeywords", "robots"}
            assert told.keys() - column == EVERYWHERE, page.path
            assert all(told.values()), page.path


def test_a_column_describes_itself(frames: Frames) -> None:
    told = metas(frames, "help/index.html")
    assert told["ColumnName"] == "我被欠薪了"
    assert told["ColumnDescription"] == told["description"]
    assert told["ColumnKeywords"] == "欠薪,讨薪,投诉,工资,12345"
    assert "ColumnName" not in metas(frames, "index.html")
    assert "ColumnDescription" not in metas(frames, "disclosures/2026/index.html")


def test_a_reprint_names_its_source(frames: Frames) -> None:
    told = metas(frames, f"disclosures/{REPRINTED.number}/index.html")
    assert told["ContentSource"] == "虚构日报《一篇报道》"


def test_every_section_has_its_card_and_the_rest_the_sites(frames: Frames) -> None:
    cards = {
        path: metas(frames, path, KNOWN)["og:image"].rpartition("/")[2]
        for path in ("index.html", "404.html", "help/index.html", "disclosures/penalties/index.html")
    }
    assert cards == {
        "index.html": "site.png",
        "404.html": "site.png",
        "help/index.html": "help.png",
        "disclosures/penalties/index.html": "disclosures.png",
    }


def test_feeds_are_named_from_every_depth(frames: Frames) -> None:
    for path, root in (("index.html", "./"), ("disclosures/2026/index.html", "../../"), ("404.html", "/")):
        assert re.findall(r'type="application/atom\+xml" title="([^"]*)" href="([^"]*)"', head(frames, path)) == [
            ("新公开的案件", f"{root}feeds/disclosures.xml"),
            ("移出与更正", f"{root}feeds/removals.xml"),
        ]


def test_an_ended_case_tells_no_name(frames: Frames) -> None:
    told = metas(frames, "disclosures/xg-2022-0001/index.html", DEMONSTRATION)
    assert told["robots"] == "noindex"
    assert told["og:title"] == "xg-2022-0001 已停止公开 - 虚构安薪"
    assert "ArticleTitle" not in told
