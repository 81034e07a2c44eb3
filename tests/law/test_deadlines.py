"""Clocks: from which day, until when, and what stops them; every expected day is counted by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law import clock, deadlines
from generator.law.calendar import WorkCalendar
from generator.law.clock import Deadline, Settings
from generator.law.deadlines import CLOCKS
from generator.law.standing import standing
from generator.model.case import Case
from generator.model.portal import LegalTerms, ServicePromise
from tests.casebook import Casebook

Row = tuple[str, str, str, str | None]


@pytest.fixture
def clocks(request: pytest.FixtureRequest, casebook: Casebook) -> list[Row]:
    """(name, since, due, stopped) of every clock of the record in the test's docstring, on 2026-11-01."""
    return rows(casebook.write(request.function.__doc__).ledger().cases[0].deadlines)


def rows(found: Iterable[Deadline]) -> list[Row]:
    return [(one.name, str(one.since), str(one.due.day), str(one.stop.on) if one.stop else None) for one in found]


def test_a_complaint_starts_the_promise_and_the_provinces_clock(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-09-30, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-10-01, 事项: 分派, 承办: 甲镇}
    """
    assert clocks == [
        ("接收投诉", "2026-09-30", "2026-10-01", "2026-10-01"),
        ("联系当事人", "2026-10-01", "2026-10-02", None),
        ("办结投诉", "2026-09-30", "2026-10-07", None),
        ("决定是否受理", "2026-09-30", "2026-10-13", None),
    ]


def test_what_an_inspection_found_is_no_complaint(casebook: Casebook) -> None:
    casebook.portal["投诉渠道"] = "[{名称: 甲热线, 方式: 电话, 号码: '12345'}, {名称: 检查发现, 方式: 检查}]"
    text = """
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-09-30, 事项: 接到投诉, 渠道: 检查发现}]
    """
    assert rows(casebook.write(text).ledger().cases[0].deadlines) == []


def test_another_province_has_other_rules(casebook: Casebook) -> None:
    casebook.portal["城市"] = "{名称: 乙市, 区划代码: '440000', 编号前缀: yk}"
    text = """
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-09-30, 事项: 接到投诉, 渠道: 甲热线}]
    """
    names = [name for name, *_ in rows(casebook.write(text).ledger().cases[0].deadlines)]
    assert names == ["接收投诉", "办结投诉"]


def test_a_promise_may_count_working_days(casebook: Casebook) -> None:
    casebook.portal["服务承诺"] = "{接收: 1个工作日, 办结: 7个工作日}"
    text = """
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-09-30, 事项: 接到投诉, 渠道: 甲热线}]
    """
    found = rows(casebook.write(text).ledger().cases[0].deadlines)
    # 10-01 to 10-07 is off; 10-10, a Saturday, is worked.
    assert [due for _, _, due, _ in found[:2]] == ["2026-10-08", "2026-10-15"]


def test_a_hard_case_leaves_the_seven_days(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 联系当事人}
      - {日期: 2026-03-05, 事项: 疑难会办, 部门: [某局]}
    """
    assert clocks[1] == ("办结投诉", "2026-03-02", "2026-03-09", "2026-03-05")


def test_an_extension_counts_from_the_day_of_its_approval(casebook: Casebook) -> None:
    text = """
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-02, 事项: 立案, 延期批准: 2026-05-20}]
    """
    casebook.write(text)
    before, after = (casebook.ledger(day).cases[0].deadlines for day in (date(2026, 5, 19), date(2026, 5, 20)))
    assert rows(before) == [("完成调查", "2026-03-02", "2026-05-28", None)]
    assert rows(after) == [("完成调查", "2026-03-02", "2026-07-10", None)]


def test_the_way_onto_the_list(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知, 送达日期: 2026-03-10}
      - {日期: 2026-03-12, 事项: 提出异议}
      - {日期: 2026-03-16, 事项: 异议核实, 结果: 不成立}
      - {日期: 2026-03-27, 事项: 列入失信名单}
    公开:
      - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-03-30}}
    """
    assert clocks == [
        ("提出异议", "2026-03-10", "2026-03-17", "2026-03-12"),
        ("核实异议", "2026-03-12", "2026-03-19", "2026-03-16"),
        ("作出列入决定", "2026-03-06", "2026-04-03", "2026-03-27"),
        ("公开失信名单", "2026-03-27", "2026-04-27", "2026-03-30"),
    ]


def test_the_way_off_the_list(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2025-03-03, 事项: 责令改正, 期限: 2025-03-07}
      - {日期: 2025-03-20, 事项: 列入失信名单}
      - {日期: 2025-10-09, 事项: 申请移出}
      - {日期: 2025-10-24, 事项: 移出名单, 原因: 提前移出}
    """
    assert clocks == [
        ("公开失信名单", "2025-03-20", "2025-04-18", None),
        ("决定是否移出", "2025-10-09", "2025-10-29", "2025-10-24"),
        ("撤下失信名单", "2025-10-24", "2025-11-07", None),
    ]


def test_a_refusal_answers_an_application(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-20, 事项: 列入失信名单}
      - {日期: 2026-10-09, 事项: 申请移出}
      - {日期: 2026-10-12, 事项: 不予移出, 理由: 未改正}
    """
    assert clocks[-1] == ("决定是否移出", "2026-10-09", "2026-10-29", "2026-10-12")


def test_an_expired_listing_is_taken_down_too(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2023-10-20, 事项: 列入失信名单}
      - {日期: 2026-10-21, 事项: 撤下公示, 公示: 失信名单}
    """
    assert clocks[-1] == ("撤下失信名单", "2026-10-20", "2026-11-03", "2026-10-21")


def test_a_listing_that_still_runs_is_not_taken_down(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过: [{日期: 2023-11-01, 事项: 列入失信名单}]
    """
    assert [name for name, *_ in clocks] == ["公开失信名单"]


def test_a_revoked_penalty_is_withdrawn_only_where_it_was_published(casebook: Casebook) -> None:
    text = """
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-20, 事项: 行政处罚}
          - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 方式: 变更, 理由: 某}
    """
    hidden = rows(casebook.write(text).ledger().cases[0].deadlines)
    disclosed = text.rstrip() + "\n        公开: [{依据: 行政处罚, 批准: {岗位: 某, 日期: 2026-03-23}}]\n"
    shown = rows(casebook.write(disclosed).ledger().cases[0].deadlines)
    assert [name for name, *_ in hidden] == ["公示行政处罚"]
    assert shown[1:] == [("撤回处罚信息", "2026-05-11", "2026-05-14", None)]


def test_a_publication_by_order_29_has_its_own_two_clocks(clocks: list[Row]) -> None:
    """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-20, 事项: 行政处理}
      - {日期: 2026-04-07, 事项: 提出异议, 针对: 重大违法公布}
      - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处理, 日期: 2026-03-20}, 理由: 某}
      - {日期: 2026-05-12, 事项: 更正, 内容: 某, 理由: 某}
    公开:
      - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 某, 日期: 2026-03-23}}
    """
    assert clocks == [
        ("核查公布异议", "2026-04-07", "2026-04-28", None),
        ("更正重大违法公布", "2026-05-11", "2026-05-25", "2026-05-12"),
    ]


def test_days_late_are_counted_from_the_last_day_of_the_term(casebook: Casebook) -> None:
    text = """
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-05, 事项: 分派, 承办: 甲镇}
    """
    found = casebook.write(text).ledger().cases[0].deadlines
    assert [(one.name, one.days_late) for one in found][:2] == [("接收投诉", 2), ("联系当事人", 0)]


def test_beyond_the_known_calendar_a_deadline_says_so(casebook: Casebook) -> None:
    text = """
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-10-26, 事项: 立案}]
    """
    (found,) = casebook.write(text).ledger().cases[0].deadlines
    assert found.due.provisional
    casebook.portal["节假日"] = "[{日期: 2027-01-01, 安排: 休}]"
    (known,) = casebook.write(text).ledger().cases[0].deadlines
    assert (known.due.provisional, known.due.day - found.due.day) == (False, timedelta(days=1))


def test_articles_of_the_clocks(casebook: Casebook) -> None:
    """Entered a second time: a slip in one of the two places shows."""
    text = """
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2022-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2022-03-02, 事项: 分派, 承办: 甲镇}
          - {日期: 2022-03-02, 事项: 立案, 延期批准: 2022-03-02}
          - {日期: 2022-03-02, 事项: 中止调查, 理由: 某}
          - {日期: 2022-03-03, 事项: 责令改正, 期限: 2022-03-06}
          - {日期: 2022-03-09, 事项: 列入告知}
          - {日期: 2022-03-10, 事项: 提出异议}
          - {日期: 2022-03-10, 事项: 提出异议, 针对: 重大违法公布}
          - {日期: 2022-03-20, 事项: 行政处罚}
          - {日期: 2022-03-20, 事项: 列入失信名单}
          - {日期: 2022-04-20, 事项: 申请移出}
          - {日期: 2022-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2022-03-20}, 理由: 某}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 某, 日期: 2022-03-23}}
          - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 某, 日期: 2022-03-23}}
    """
    found = casebook.write(text).ledger().cases[0].deadlines
    assert {one.name: (str(one.length), one.article.anchor if one.article else None) for one in found} == {
        "接收投诉": ("1天", None),
        "联系当事人": ("1天", None),
        "办结投诉": ("7天", None),
        "决定是否受理": ("5个工作日", "zj-inspection-23"),
        "完成调查": ("90个工作日", "inspection-17"),
        "告知延长调查": ("3天", "zj-inspection-30"),
        "告知中止调查": ("3天", "zj-inspection-30"),
        "提出异议": ("5个工作日", "order45-6"),
        "核实异议": ("5个工作日", "order45-6"),
        "作出列入决定": ("20个工作日", "order45-8"),
        "公开失信名单": ("20个工作日", "disclosure-26"),
        "公示行政处罚": ("7个工作日", None),
        "决定是否移出": ("15个工作日", "order45-14"),
        "撤下失信名单": ("10个工作日", "order45-17"),
        "撤回处罚信息": ("3个工作日", "penalty-48"),
        "核查公布异议": ("15个工作日", None),
        "更正重大违法公布": ("10个工作日", None),
    }
    assert len(CLOCKS) == 17


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
ACTS = st.sampled_from(
    [
        {"事项": "接到投诉", "渠道": "甲热线"},
        {"事项": "分派", "承办": "甲镇"},
        {"事项": "联系当事人"},
        {"事项": "立案"},
        {"事项": "责令改正", "期限": "2026-03-06"},
        {"事项": "列入告知"},
        {"事项": "提出异议"},
        {"事项": "异议核实", "结果": "成立"},
        {"事项": "列入失信名单"},
        {"事项": "申请移出"},
        {"事项": "移出名单", "原因": "提前移出"},
        {"事项": "撤下公示", "公示": "失信名单"},
    ]
)
CASES = st.lists(st.builds(lambda act, on: {**act, "日期": on.isoformat()}, ACTS, DAYS), max_size=8).map(
    lambda events: Case.model_validate({"单位": {"名称": "虚构甲公司"}, "经过": events})
)
SETTINGS = Settings(ServicePromise(), LegalTerms(), zhejiang=True)
CALENDAR = WorkCalendar()


@given(CASES, DAYS)
def test_what_comes_after_the_day_does_not_matter(case: Case, as_of: date) -> None:
    past = case.model_copy(update={"events": tuple(event for event in case.events if event.on <= as_of)})
    one, other = (clock.history(record, standing(record.events, as_of), SETTINGS, CALENDAR) for record in (case, past))
    assert deadlines.deadlines(one) == deadlines.deadlines(other)


@given(CASES, DAYS)
def test_a_clock_stops_after_it_starts_and_ends_after_its_first_day(case: Case, as_of: date) -> None:
    for one in deadlines.deadlines(clock.history(case, standing(case.events, as_of), SETTINGS, CALENDAR)):
        assert one.since < one.due.day
        assert one.stop is None or one.stop.on >= one.start.on
        assert one.days_late >= 0
