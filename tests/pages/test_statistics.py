"""Figures on pages and in files: how a number reads, how long its bar is, and that both say the same."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date

import pytest

from generator.disclosure.public import PublicCampaign, PublicCount, PublicSite
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from generator.pages.statistics import number_text, share_text, span_text
from tests.pages.casebook import CAMPAIGN, EMPTY, SITE


def file(frames: Frames, path: str, site: PublicSite = SITE) -> str:
    page = next(page for page in plan(site, frames) if page.path == path)
    return render(page, frames).decode("utf-8-sig" if path.endswith(".csv") else "utf-8")


def words(html: str) -> str:
    """The visible text, without blanks."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", html))


def row(html: str, label: str) -> str:
    """The row of a table that begins with a label."""
    rows = (found[0] for found in re.finditer(r"<tr.*?</tr>", html, re.DOTALL))
    return next(found for found in rows if f">{label}<" in found)


def bars(html: str) -> list[tuple[str, float]]:
    found = re.findall(r'class="(bar-\w+)" width="([\d.]+)"', html)
    return [(name, float(width)) for name, width in found]


@pytest.mark.parametrize(
    ("number", "unit", "approximate", "text"),
    [
        (0, "件", False, ("0", "件")),
        (1234, "件", False, ("1,234", "件")),
        (20, "人", True, ("约 20", "人")),
        (50, "元", False, ("0.5", "元")),
        (999_999, "元", False, ("9,999.99", "元")),
        (1_000_000, "元", False, ("1", "万元")),
        (171_812_200, "元", True, ("约 171.81", "万元")),
        (120_000_000_000, "元", False, ("120,000", "万元")),
    ],
)
def test_a_number_reads_as_people_say_it(number: int, unit: str, text: tuple[str, str], *, approximate: bool) -> None:
    assert number_text(number, unit, approximate) == text


@pytest.mark.parametrize(
    ("number", "whole", "text"),
    [(0, 7, "0%"), (1, 400, "1%"), (399, 400, "99%"), (400, 400, "100%"), (1, 3, "33%"), (None, None, "")],
)
def test_a_share_says_all_and_nothing_only_of_all_and_nothing(number: int | None, whole: int | None, text: str) -> None:
    assert share_text(PublicCount("某项", number, "件", whole)) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 11, 2), date(2026, 11, 8), "2026年11月2日—8日"),
        (date(2026, 11, 30), date(2026, 12, 6), "2026年11月30日—12月6日"),
        (date(2026, 12, 28), date(2027, 1, 3), "2026年12月28日—2027年1月3日"),
        (date(2027, 2, 5), date(2027, 2, 5), "2027年2月5日"),
    ],
)
def test_a_week_reads_as_people_say_it(first: date, last: date, text: str) -> None:
    assert span_text(first, last) == text


def test_every_number_stands_beside_its_bar(frames: Frames) -> None:
    html = file(frames, "data/index.html")
    assert words(row(html, "虚构镇")) == "虚构镇1,200件"
    assert bars(row(html, "虚构镇")) == [("bar-part", 100.0)]
    assert words(row(html, "其余 2 个镇街合计")) == "其余2个镇街合计甲镇、乙镇34件"
    assert bars(row(html, "其余 2 个镇街合计")) == [("bar-part", 2.8)]
    assert words(row(html, "接到投诉后1天内接收")) == "接到投诉后1天内接收99%400件里的399件"
    assert bars(row(html, "接到投诉后1天内接收")) == [("bar-whole", 100.0), ("bar-part", 99.8)]
    assert words(row(html, "付清用了多少天（中位数）")) == "付清用了多少天（中位数）23天"
    assert bars(row(html, "付清用了多少天（中位数）")) == []


def test_what_is_too_small_is_said_and_not_shown(frames: Frames) -> None:
    html = file(frames, "data/index.html")
    assert words(row(html, "接收后1天内联系当事人")) == "接收后1天内联系当事人少于3件，不公布"
    assert bars(row(html, "接收后1天内联系当事人")) == []
    assert "有记录，但是没有公开的案件少于3件，不公布。" in html


def test_every_table_says_how_it_is_counted_and_until_when(frames: Frames) -> None:
    text = words(file(frames, "data/index.html"))
    assert "怎样算镇街。截至2026年10月31日。" in text
    assert "怎样算停止。截至2026年11月1日。" in text
    assert "根据案件记录计算，截至2026年10月31日。怎样合计。" in text
    assert "本站另有1件虚构的样例，不计入任何数字。" in text


def test_an_empty_ledger_says_so(frames: Frames) -> None:
    text = words(file(frames, "data/index.html", EMPTY))
    assert "到2026年10月31日为止，记录里还没有可以统计的案件。" in text
    assert "虚构的样例，不计入" not in text
    assert "目前没有正在进行的专项行动。" in words(file(frames, "data/winter/index.html", EMPTY))


def test_a_narrowed_count_says_so(frames: Frames) -> None:
    narrowed = replace(SITE, statistics=replace(SITE.statistics, narrowed=True))
    sentence = "这里只统计已经公开的案件。"
    assert sentence in words(file(frames, "data/index.html", narrowed))
    assert sentence not in words(file(frames, "data/index.html"))


def test_published_figures_stay_apart_with_their_source(frames: Frames) -> None:
    _, _, published = file(frames, "data/index.html").partition("报道过的数字")
    assert "来源：虚构日报《一篇报道》，2023年12月21日。" in published
    assert "虚构镇" not in published


def test_a_table_is_a_file_for_a_spreadsheet(frames: Frames) -> None:
    page = next(page for page in plan(SITE, frames) if page.path == "data/totals.csv")
    assert render(page, frames).startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(file(frames, "data/totals.csv").splitlines())) == [
        ["项目", "数值", "单位", "基数", "约数", "包括", "统计截至"],
        ["登记的案件", "1234", "件", "", "", "", "2026-10-31"],
        ["拖欠金额", "1718122", "元", "", "约", "", "2026-10-31"],
        ["追回的工资", "少于3件不公布", "元", "", "", "", "2026-10-31"],
    ]
    assert list(csv.reader(file(frames, "data/cases-by-town.csv").splitlines()))[2] == [
        *("其余 2 个镇街合计", "34", "件", "", "", "甲镇、乙镇", "2026-10-31"),
    ]


def test_a_campaign_is_a_file_for_a_spreadsheet(frames: Frames) -> None:
    assert list(csv.reader(file(frames, "data/winter.csv").splitlines()))[1:] == [
        ["虚构冬季行动", "2026-10-01", "2026-10-14", "12", "9", "21", "160", "920000", "约", "2"]
    ]


def test_every_file_is_named_under_its_table(frames: Frames) -> None:
    html = file(frames, "data/index.html") + file(frames, "data/winter/index.html")
    linked = set(re.findall(r'href="(?:\.\./)+(data/[a-z-]+\.csv)"', html))
    filled = {f"data/{table.slug}.csv" for table in SITE.statistics.tables if table.counts}
    assert linked == {*filled, "data/winter.csv"}


def test_a_campaign_says_which_weeks_are_past_and_which_to_come(frames: Frames) -> None:
    text = words(file(frames, "data/winter/index.html"))
    assert "2026年10月1日至2026年12月31日。后面还有9周。" in text
    assert "到2026年10月14日：未结21件，涉及160人，还欠约92万元。" in text
    assert "2026年10月1日—14日12件9件21件160人约92万元其中2件没有写明人数或者金额" in text
    assert "2026年10月15日—28日已经过去。数字太小，和后面的周一起公布" in text
    assert "2026年10月29日—11月4日这一周还没有过完" in text
    assert "以后9周还没有到，最后一天是2026年12月31日" in text


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (replace(CAMPAIGN, periods=(), pending=None, running=None, ahead=14), "还没有开始。"),
        (replace(CAMPAIGN, ahead=0), "这是最后一周。"),
        (replace(CAMPAIGN, running=None, ahead=0), "已经结束。"),
        (replace(CAMPAIGN, running=None, ahead=0), "数字太小，不单独公布"),
        (replace(CAMPAIGN, periods=(replace(CAMPAIGN.periods[0], open=0),)), "清零，没有未结的案件"),
    ],
)
def test_a_campaign_says_how_far_it_is(frames: Frames, after: PublicCampaign, sentence: str) -> None:
    site = replace(SITE, campaigns=(after,))
    assert sentence in words(file(frames, "data/winter/index.html", site))
    assert sentence not in words(file(frames, "data/winter/index.html"))
