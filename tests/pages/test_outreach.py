"""Pages of the sessions: held, ahead and called off, what nobody has noted, and that invented ones never count."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generator.disclosure.public import PublicCoverage, PublicOutreach, PublicSite, PublicSystem, PublicTable
from generator.pages.engine import Frames
from generator.pages.outreach import Tally, progress, tally, this_year, years
from tests.pages.casebook import CAMPAIGN, EMPTY, FIGURES, HOSTILE, SITE
from tests.pages.data.test_sessions import INVENTED, OFF, PLAIN, TIMED
from tests.pages.test_statistics import file, words
from tests.posters.casebook import PLAIN as WORKSITE

OLDER: Final = replace(PLAIN, number="2025-004", on=date(2025, 12, 3), kind="开工第一课", people=None, firms=None)
COVERED: Final = PublicCoverage(
    year=2026,
    projects=3,
    projects_reached=2,
    projects_target="100%",
    firms=None,
    firms_source=None,
    firms_reached=9,
    firms_target="90%",
    unsaid=1,
)
FOUND: Final = PublicTable("findings-by-kind", "发现的问题", "问题", "怎样算。", date(2026, 10, 31), (), withheld=True)
CITY: Final = replace(
    SITE,
    outreach=PublicOutreach((OLDER, PLAIN, INVENTED, TIMED, OFF), COVERED, (FOUND,), least=3),
    figures=(replace(FIGURES, figures=(FIGURES.figures[0], replace(FIGURES.figures[1], topic="宣讲"))),),
)


def page(frames: Frames, address: str, site: PublicSite = CITY) -> str:
    return file(frames, f"{address}index.html", site)


def test_each_year_has_its_page_with_a_place_for_each_session(frames: Frames) -> None:
    assert re.findall(r'id="s-([\d-]+)"', page(frames, "outreach/2026/")) == [
        *("2026-003", "2026-002", "2026-004", "2026-001"),
    ]
    assert re.findall(r'id="s-([\d-]+)"', page(frames, "outreach/2025/")) == ["2025-004"]
    assert 'href="../../outreach/2025/"' in page(frames, "outreach/2026/")
    assert "<title>2025年的开工第一课和一月一村" in page(frames, "outreach/2025/")


def test_what_is_ahead_comes_first_and_leads_to_the_calendar(frames: Frames) -> None:
    text = words(page(frames, "outreach/"))
    coming = text.partition("接下来的场次")[2].partition("讲了多少场")[0]
    assert "11月20日周五14:00—16:30" in coming
    assert "取消：台风" in coming
    assert "10月2日" not in coming
    assert 'href="../feeds/sessions.ics"' in page(frames, "outreach/")


def test_a_sample_wears_its_badge_and_counts_nowhere(frames: Frames) -> None:
    html = page(frames, "outreach/2026/")
    row = next(found[0] for found in re.finditer(r"<tr id=.*?</tr>", html, re.DOTALL) if "2026-004" in found[0])
    assert "样例" in row
    assert tally((PLAIN, INVENTED, TIMED, OFF)) == Tally(0, 1, 12, 86, approximate=True, unsaid=0)
    assert "其中 1 场是虚构的样例" in html


def test_what_nobody_has_noted_is_said_to_be_unknown(frames: Frames) -> None:
    assert "到场：未记录" in page(frames, "outreach/2025/")
    text = words(page(frames, "outreach/"))
    assert "67%，3个里的2个" in text
    assert "讲到至少9家；企业总数未记录，算不出占多少；1场没有写明" in text


@pytest.mark.parametrize(
    ("reached", "shown"), [(120, "100%，120家里的120家"), (119, "99%，120家里的119家"), (0, "0%，120家里的0家")]
)
def test_all_is_said_only_of_all(frames: Frames, reached: int, shown: str) -> None:
    coverage = replace(COVERED, firms=120, firms_reached=reached, unsaid=0)
    site = replace(CITY, outreach=replace(CITY.outreach, coverage=coverage))
    assert shown in words(page(frames, "outreach/", site))


def test_findings_of_few_are_said_to_be_held_back(frames: Frames) -> None:
    assert "少于3" in words(page(frames, "outreach/")).partition("发现的问题")[2]


def test_only_figures_of_the_topic_are_repeated(frames: Frames) -> None:
    text = words(page(frames, "outreach/"))
    assert "欠薪投诉" in text
    assert "劳资相关问题咨询" not in text


def test_a_city_without_sessions_says_so(frames: Frames) -> None:
    text = words(page(frames, "outreach/", EMPTY))
    assert "目前没有排定的场次" in text
    assert "还没有记录场次，覆盖率未记录" in text
    assert "一年一页。还没有记录场次。" in text
    assert text.partition("报道过的数字")[2].startswith("还没有抄录报道里的数字。")
    assert "治欠数字还没有抄录报道里的数字。" in words(page(frames, "", EMPTY))
    assert this_year(years(EMPTY), date(2026, 11, 1)).year == 2026


def test_texts_of_editors_stay_texts(frames: Frames) -> None:
    assert HOSTILE not in page(frames, "outreach/2026/")


def test_a_campaign_counts_the_sessions_of_its_days(frames: Frames) -> None:
    assert CAMPAIGN.since <= PLAIN.on <= TIMED.on <= CAMPAIGN.until
    text = words(page(frames, "data/winter/"))
    assert "已经举行开工第一课0场、一月一村1场，到场86人次；还有1场没有到日子" in text


def test_systems_are_counted_over_real_sites_in_use(frames: Frames) -> None:
    done = PublicSystem("工资保证金", "已落实", None, None, ())
    board = replace(done, name="维权信息公示")
    sites = (
        replace(WORKSITE, systems=(done, board)),
        replace(WORKSITE, systems=(done, replace(board, status="部分落实"))),
        replace(WORKSITE, systems=(done, replace(board, status=None))),
        replace(WORKSITE, systems=(done, replace(board, status="未落实")), sample=True),
    )
    found = progress(sites)
    assert (found.sites, found.whole, found.samples) == (3, 1, 1)
    assert [dict(one.counts) for one in found.systems] == [
        {"已落实": 3, "部分落实": 0, "未落实": 0, "还没有核查": 0},
        {"已落实": 1, "部分落实": 1, "未落实": 0, "还没有核查": 1},
    ]
    text = words(page(frames, "data/arrears-free/", replace(CITY, worksites=sites)))
    assert "登记的工地3个，各项制度都已落实的1个" in text
    assert "维权信息公示部分落实1个，还没有核查1个1个，共3个" in text
    assert "另有1个虚构的样例工地" in text


def test_a_city_without_sites_says_so(frames: Frames) -> None:
    assert "还没有登记真实的工地" in words(page(frames, "data/arrears-free/"))
