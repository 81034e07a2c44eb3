"""宣讲的数字: which sessions count, and that nothing is 0, or whole, for want of a record."""

from __future__ import annotations

from datetime import date

import pytest

from generator.reports.figures import Report, by_town, report, told
from generator.reports.span import parse
from tests.casebook import Casebook

KEYS = ("sessions", "firms", "sites-covered", "firms-covered")
SESSIONS = "content/outreach/2026.yml"
MEETING = "种类: 开工第一课, 形式: 培训会, 镇街: 甲镇, 地点: 甲会场, 对象: [企业]"
VILLAGE = "种类: 一月一村, 镇街: 乙镇, 村或网格: 某村, 地点: 某村礼堂, 对象: [劳动者, 企业]"
ONSITE = "种类: 开工第一课, 形式: 进工地, 镇街: 甲镇, 地点: 项目部, 工地: A2345678, 对象: [劳动者]"
SITE = "项目: 一期工程\n施工总承包单位: {名称: 甲建设有限公司}\n"


@pytest.fixture
def book(casebook: Casebook) -> Casebook:
    """Two worksites, of which one is given up in the summer."""
    revoked = "海报: [{日期: 2026-07-01, 事项: 撤销, 理由: 竣工}]\n"
    casebook.portal["镇街"] = "[甲镇, 乙镇]"
    casebook.write(SITE, "content/worksites/A2345678.yml")
    return casebook.write(SITE + revoked, "content/worksites/AAAAAAAB.yml")


def figures(book: Casebook, days: str, *sessions: str, on: date = date(2026, 11, 1)) -> list[str]:
    found = counted(book, days, *sessions, on=on)
    return [told(one.now, one.measure.unit) for one in found.figures if one.measure.key in KEYS]


def counted(book: Casebook, days: str, *sessions: str, on: date = date(2026, 11, 1)) -> Report:
    lines = (f"  - {{编号: 2026-{at:03}, {one}}}\n" for at, one in enumerate(sessions, 1))
    book.write(f"场次:\n{''.join(lines)}" if sessions else "场次: []", SESSIONS)
    span = parse(days)
    assert span
    return report(book.ledger(on), span)


def test_without_a_session_nothing_is_known(book: Casebook) -> None:
    assert figures(book, "2026") == ["未记录"] * 4


def test_a_meeting_a_village_and_a_worksite(book: Casebook) -> None:
    held = (
        f"{MEETING}, 日期: 2026-03-02, 企业: 40家, 首次: 30家",
        f"{VILLAGE}, 日期: 2026-04-02, 企业: 9家, 首次: 9家",
        f"{ONSITE}, 日期: 2026-05-06, 人数: 30人",
    )
    assert figures(book, "2026", *held) == ["1场", "39家", "100.0%（1/1）", "未记录"]
    assert figures(book, "2026-04", *held) == ["0场", "9家", "0.0%（0/2）", "未记录"]
    assert figures(book, "2026-05", *held) == ["0场", "0家", "50.0%（1/2）", "未记录"]


def test_of_how_many_firms(book: Casebook) -> None:
    held = (
        f"{MEETING}, 日期: 2026-03-02, 企业: 40家, 首次: 30家",
        f"{VILLAGE}, 日期: 2026-04-02, 企业: 9家, 首次: 9家",
    )
    book.portal["宣讲"] = "{其他企业总数: 120家, 总数说明: 登记数}"
    assert figures(book, "2026-03", *held)[3] == "25.0%（30/120）"
    assert figures(book, "2026Q2", *held)[3] == "32.5%（39/120）"
    assert figures(book, "2025", *held)[3] == "未记录"
    assert figures(book, "2026", *held, on=date(2027, 2, 1))[3] == "未记录"
    book.portal["宣讲"] = "{其他企业总数: 20家, 总数说明: 登记数}"
    assert figures(book, "2026", *held)[3] == "100.0%（20/20）"


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (f"{MEETING}, 日期: 2026-03-02, 企业: 40家", ["1场", "未记录"]),
        (f"{MEETING}, 日期: 2026-03-02", ["1场", "未记录"]),
        (f"{MEETING}, 日期: 2026-03-02, 取消: 台风", ["未记录", "未记录"]),
        (f"{MEETING}, 日期: 2026-11-02, 企业: 40家, 首次: 30家", ["未记录", "未记录"]),
        (f"样例: true, {MEETING}, 日期: 2026-03-02, 企业: 40家, 首次: 30家", ["未记录", "未记录"]),
        (f"{MEETING}, 日期: 2026-02-27, 企业: 40家, 首次: 30家", ["0场", "0家"]),
        (f"{VILLAGE}, 日期: 2026-03-02, 企业: 9家, 首次: 1家", ["0场", "1家"]),
        (f"{ONSITE}, 日期: 2026-03-02", ["0场", "0家"]),
    ],
)
def test_what_counts_in_march(book: Casebook, session: str, expected: list[str]) -> None:
    assert figures(book, "2026-03", session)[:2] == expected


def test_where_one_session_is_silent_the_sum_is_the_least(book: Casebook) -> None:
    silent = f"{VILLAGE}, 日期: 2026-04-02"
    held = (f"{MEETING}, 日期: 2026-03-02, 企业: 40家, 首次: 30家", silent)
    book.portal["宣讲"] = "{其他企业总数: 120家, 总数说明: 登记数}"
    assert figures(book, "2026", *held)[1::2] == ["至少30家", "至少25.0%（30/120）"]
    towns = {group.label: group.counts for group in counted(book, "2026", *held).towns}
    at = [measure.key for measure in by_town()].index("firms")
    assert {name: told(counts[at], by_town()[at].unit) for name, counts in towns.items()} == {"甲镇": "30家"}


def test_days_before_the_first_session_are_not_recorded(book: Casebook) -> None:
    found = counted(book, "2026-03", f"{MEETING}, 日期: 2026-03-02, 企业: 40家, 首次: 30家")
    firms = next(one for one in found.figures if one.measure.key == "firms")
    assert (firms.now is None, firms.before, firms.year_ago) == (False, None, None)
    assert (found.sessions, found.taught_from) == (1, date(2026, 3, 2))
