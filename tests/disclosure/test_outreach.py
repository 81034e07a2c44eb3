"""The gate of the sessions: what calendars may show; what was found leaves as counts in which nobody is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.disclosure.outreach import disclose_outreach, next_session_change
from generator.disclosure.public import PublicCoverage, PublicOutreach
from generator.disclosure.site import disclose_all
from generator.disclosure.sweep import CANARY, sweeper
from generator.ledger import Ledger, LedgerSession, fold
from generator.model.outreach import Session
from generator.records.load import load
from tests.casebook import Casebook
from tests.disclosure.test_canaries import poisoned

ROOT: Final = Path(__file__).parents[2]
FILE: Final = "content/outreach/2026.yml"
SITE: Final = "content/worksites/A2345678.yml"
AHEAD: Final = """
场次:
  - {编号: 2026-002, 种类: 开工第一课, 日期: 2026-11-20, 时间: 14:00-16:00, 镇街: 甲镇, 地点: 工地食堂, 工地: A2345678}
  - {编号: 2026-003, 种类: 开工第一课, 日期: 2026-10-20, 镇街: 甲镇, 地点: 镇礼堂, 取消: 停电}
  - {编号: 2026-001, 种类: 一月一村, 日期: 2026-10-02, 镇街: 乙镇, 村或网格: 某村, 地点: 村礼堂, 人数: 20余名}
"""


@pytest.fixture(scope="module")
def shipped() -> Ledger:
    records = load(ROOT)
    assert records.portal
    return fold(records, records.portal, date(2026, 11, 1))


def told(casebook: Casebook, text: str = AHEAD, on: date = date(2026, 11, 1)) -> PublicOutreach:
    return casebook.write(text, FILE).disclosed(on).site.outreach


def finding(unit: str | None, kind: str = "未提供工资清单", more: str = "") -> str:
    return f"{{问题: {kind}{f', 单位: {unit}' if unit else ''}{more}}}"


def found(*findings: str, day: str = "2026-10-02") -> str:
    head = f"编号: 2026-001, 种类: 开工第一课, 日期: {day}, 镇街: 甲镇, 地点: 镇礼堂, 人数: 9人"
    return f"场次: [{{{head}, 发现: [{', '.join(findings)}]}}]"


def test_no_canary_gets_through(shipped: Ledger) -> None:
    planted = 0
    for session in shipped.sessions:
        record, some = poisoned(session.record)
        assert isinstance(record, Session)
        planted += some
        alone = replace(shipped, sessions=(LedgerSession(session.loaded, session.place, record),))
        assert CANARY not in repr(disclose_outreach(alone, ()))
    assert planted


def test_sessions_stand_by_their_day_with_what_the_public_may_know(casebook: Casebook) -> None:
    casebook.write("项目: 甲工程\n施工总承包单位: {名称: 甲公司}", SITE)
    sessions = told(casebook).sessions
    assert [(one.number, one.held, one.cancelled) for one in sessions] == [
        ("2026-001", True, None),
        ("2026-003", False, "停电"),
        ("2026-002", False, None),
    ]
    assert (sessions[0].people, sessions[0].approximate, sessions[0].start) == (20, True, None)
    assert (sessions[2].start, sessions[2].end, sessions[2].project) == ("14:00", "16:00", "甲工程")


def test_what_has_not_come_yet_is_not_told(casebook: Casebook) -> None:
    text = AHEAD.replace("工地: A2345678", "企业: 5家, 首次: 5家, 人数: 9人")
    assert [(one.firms, one.first, one.people) for one in told(casebook, text).sessions][2] == (None, None, None)
    assert told(casebook, text, date(2026, 11, 20)).sessions[2].people == 9


def test_a_revoked_code_is_not_led_to(casebook: Casebook) -> None:
    casebook.write(
        "项目: 甲工程\n施工总承包单位: {名称: 甲公司}\n海报: [{日期: 2026-10-01, 事项: 撤销, 理由: 竣工}]", SITE
    )
    assert {(one.worksite, one.project) for one in told(casebook).sessions} == {(None, None)}


def test_the_site_changes_on_the_day_of_a_session_and_not_before(casebook: Casebook) -> None:
    before = casebook.write(AHEAD, FILE).disclosed().site
    assert before.next_change == date(2026, 11, 20)
    assert told(casebook, on=date(2026, 11, 19)) == before.outreach
    assert told(casebook, on=date(2026, 11, 20)) != before.outreach


def test_coverage_counts_sites_of_the_year_and_firms_once(casebook: Casebook) -> None:
    casebook.portal["宣讲"] = "{工程项目: 100%, 其他企业: 90%, 其他企业总数: 120家, 总数说明: 某局登记数}"
    for name in ("A2345678", "AB34567L"):
        casebook.write("项目: 甲工程\n施工总承包单位: {名称: 甲公司}", f"content/worksites/{name}.yml")
    casebook.write(
        "场次: [{编号: 2025-001, 种类: 开工第一课, 日期: 2025-10-02, 镇街: 甲镇, 地点: 食堂, 工地: AB34567L}]",
        "content/outreach/2025.yml",
    )
    text = """
    场次:
      - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-03-02, 镇街: 甲镇, 地点: 食堂, 工地: A2345678}
      - {编号: 2026-002, 种类: 开工第一课, 日期: 2026-03-03, 镇街: 甲镇, 地点: 食堂, 工地: A2345678}
      - {编号: 2026-003, 种类: 一月一村, 日期: 2026-04-02, 镇街: 甲镇, 地点: 礼堂, 企业: 12家, 首次: 9家}
      - {编号: 2026-004, 种类: 一月一村, 日期: 2026-05-02, 镇街: 甲镇, 地点: 礼堂, 企业: 7家}
      - {编号: 2026-005, 样例: true, 种类: 一月一村, 日期: 2026-06-02, 镇街: 甲镇, 地点: 虚构, 企业: 9家, 首次: 9家}
    """
    assert told(casebook, text).coverage == PublicCoverage(
        year=2026,
        projects=2,
        projects_reached=1,
        projects_target="100%",
        firms=120,
        firms_source="某局登记数",
        firms_reached=9,
        firms_target="90%",
        unsaid=1,
    )


def test_what_nobody_has_noted_stays_unknown(casebook: Casebook) -> None:
    coverage = told(casebook).coverage
    assert coverage
    assert (coverage.firms, coverage.firms_reached, coverage.firms_target, coverage.projects_target) == (None,) * 4


def test_findings_of_two_units_are_not_told_however_many_they_are(casebook: Casebook) -> None:
    many = [finding("甲公司"), finding("甲公司", "使用童工"), finding("乙公司"), finding("乙公司")]
    assert [(table.counts, table.withheld) for table in told(casebook, found(*many)).findings] == [((), True)] * 2


def test_findings_without_a_unit_count_as_those_of_one(casebook: Casebook) -> None:
    three = found(finding(None), finding(None), finding(None))
    assert [table.withheld for table in told(casebook, three).findings] == [True, True]


def test_findings_of_three_units_are_counted(casebook: Casebook) -> None:
    settled = ", 跟进: [{日期: 2026-10-09, 结果: 已改正}]"
    three = found(*(finding(f"{name}公司", more=settled) for name in "甲乙丙"))
    kinds, outcomes = told(casebook, three).findings
    assert [(count.label, count.number) for count in kinds.counts] == [("未提供工资清单", 3)]
    assert [(count.label, count.number) for count in outcomes.counts] == [("已改正", 3)]


def test_findings_wait_for_the_end_of_their_month(casebook: Casebook) -> None:
    text = found(*(finding(f"{name}公司") for name in "甲乙丙"), day="2026-11-01")
    assert [table.counts for table in told(casebook, text).findings] == [(), ()]


UNITS: Final = st.lists(
    st.tuples(st.sampled_from("甲乙丙丁戊"), st.sampled_from(["拖欠工资", "使用童工", "其他"])), max_size=9
)


@settings(deadline=None)
@given(pairs=UNITS)
def test_no_number_stands_on_fewer_than_three_units(shipped: Ledger, pairs: list[tuple[str, str]]) -> None:
    """Whoever takes his own findings away from a number does not learn those of one other."""
    findings = [{"问题": kind, "单位": f"{unit}公司"} for unit, kind in pairs]
    head = {"编号": "2026-001", "种类": "开工第一课", "日期": "2026-10-02", "镇街": "甲镇", "地点": "礼堂"}
    one = LedgerSession(shipped.sessions[0].loaded, 0, Session.model_validate({**head, "发现": findings}))
    kinds, _ = disclose_outreach(replace(shipped, sessions=(one,)), ()).findings
    for count in kinds.counts:
        labels = count.merged or (count.label,)
        assert len({unit for unit, kind in pairs if kind in labels}) >= 3


def test_whoever_something_was_found_of_is_searched_for(casebook: Casebook) -> None:
    casebook.write(found(finding("某某五金厂")), FILE)
    disclosed = casebook.disclosed()
    assert "某某五金厂" in disclosed.names
    look = sweeper(casebook.ledger().portal.record, disclosed.site, disclosed.names)
    assert list(look.sweep("outreach/index.html", "某某五金厂".encode()))
    assert list(look.sweep("feeds/sessions.ics", "SUMMARY:某某\r\n 五金厂\r\n".encode())), "folded within the name"


def test_shipped_sessions_say_that_they_are_samples(shipped: Ledger) -> None:
    site = disclose_all(shipped).site
    assert len(site.outreach.sessions) >= 12
    assert all(one.sample for one in site.outreach.sessions)
    assert any(one.on > site.portal.as_of + timedelta(days=1) for one in site.outreach.sessions)


def test_of_several_sessions_ahead_the_next_one_changes_the_site(casebook: Casebook) -> None:
    ledger = casebook.write(AHEAD.replace("2026-10-20", "2026-12-20"), FILE).ledger(date(2026, 11, 1))
    assert next_session_change(ledger) == date(2026, 11, 20)
    assert next_session_change(replace(ledger, as_of=date(2026, 12, 20))) is None
