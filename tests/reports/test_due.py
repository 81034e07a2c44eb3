"""到期: which clocks run, whose move each is, and in what order they stand."""

from __future__ import annotations

import inspect
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.law import deadlines, investigation
from generator.law.calendar import WorkCalendar
from generator.reports.due import NOBODY, OVERTAKEN, PROMISE, TO_CONFIRM, Due, Turn, by_office, desk
from generator.reports.wording import left, remark
from tests.casebook import Casebook


def running(casebook: Casebook, text: str, as_of: date) -> list[Due]:
    casebook.write(text)
    return list(desk(casebook.ledger(as_of)).items)


def brief(found: list[Due]) -> list[tuple[str, str, Turn]]:
    return [(one.name, left(one), one.turn) for one in found]


def test_a_new_complaint_runs_three_clocks(casebook: Casebook) -> None:
    """
    单位: {名称: 虚构甲公司}
    镇街: 甲镇
    经过: [{日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}]
    """
    found = running(casebook, test_a_new_complaint_runs_three_clocks.__doc__ or "", date(2026, 3, 3))
    assert brief(found) == [
        ("接收投诉", "今天到期", Turn.DUTY),
        ("决定是否受理", "还剩4个工作日", Turn.DUTY),
        ("办结投诉", "还剩6天", Turn.DUTY),
    ]
    assert [one.source for one in found] == [PROMISE, "《浙江省劳动保障监察条例》第二十三条", PROMISE]
    assert {one.office for one in found} == {"甲镇"}


def test_over_the_term_counts_as_the_clock_does(casebook: Casebook) -> None:
    """Calendar days for the promise, working days for the law; on the Saturday after, no working day has passed."""
    text = "单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-03-06, 事项: 接到投诉, 渠道: 甲热线}]"
    assert brief(running(casebook, text, date(2026, 3, 14))) == [
        ("接收投诉", "逾期7天", Turn.DUTY),
        ("决定是否受理", "刚刚逾期", Turn.DUTY),
        ("办结投诉", "逾期1天", Turn.DUTY),
    ]


def test_whoever_it_was_assigned_to_last_has_to_act(casebook: Casebook) -> None:
    text = """
    单位: {名称: 虚构甲公司}
    镇街: 甲镇
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 分派, 承办: 甲镇}
      - {日期: 2026-03-03, 事项: 分派, 承办: 乙镇}
    """
    casebook.write(text)
    ledger = casebook.ledger(date(2026, 3, 3))
    assert {one.office for one in desk(ledger).items} == {"乙镇"}
    assert desk(ledger, ["乙镇"]).items == desk(ledger, ["甲镇"]).items == desk(ledger).items
    assert desk(ledger, ["丙局"]).items == ()
    casebook.write("单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-03-02, 事项: 立案}]")
    assert list(by_office(desk(casebook.ledger(date(2026, 3, 3))).items)) == [NOBODY]


def test_what_the_matter_has_overtaken_is_asked_for_apart(casebook: Casebook) -> None:
    """Answered within the promise, but nobody noted a decision to accept it, nor that anybody was called."""
    text = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 分派, 承办: 甲镇}
      - {日期: 2026-03-05, 事项: 回复销号, 结果: 工资已付清}
    """
    found = running(casebook, text, date(2026, 3, 20))
    assert [(one.name, one.turn) for one in found] == [
        ("联系当事人", Turn.UNRECORDED),
        ("决定是否受理", Turn.UNRECORDED),
    ]
    assert desk(casebook.ledger(date(2026, 3, 20))).urgent == ()


def test_filing_a_case_does_not_stand_for_calling_anybody(casebook: Casebook) -> None:
    text = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 受理}
      - {日期: 2026-03-03, 事项: 立案}
    """
    found = running(casebook, text, date(2026, 3, 3))
    assert [(one.name, one.turn) for one in found] == [("联系当事人", Turn.DUTY), ("完成调查", Turn.DUTY)]
    assert left(found[1]) == "还剩60个工作日"


NOTICE = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知, 送达日期: 2026-03-10}
"""


def test_the_time_to_object_belongs_to_the_unit(casebook: Casebook) -> None:
    on_its_last_day = running(casebook, NOTICE, date(2026, 3, 17))
    assert [(one.name, one.turn) for one in on_its_last_day] == [
        ("提出异议", Turn.THEIRS),
        ("作出列入决定", Turn.DUTY),
    ]
    assert [one.name for one in running(casebook, NOTICE, date(2026, 3, 18))] == ["作出列入决定"]
    objected = f"{NOTICE}      - {{日期: 2026-03-16, 事项: 提出异议}}\n"
    assert [one.name for one in running(casebook, objected, date(2026, 3, 17))] == ["核实异议", "作出列入决定"]
    decided = f"{NOTICE}      - {{日期: 2026-03-11, 事项: 不予列入, 理由: 已经改正}}\n"
    assert running(casebook, decided, date(2026, 3, 12)) == []


def test_what_was_decided_is_to_be_shown_and_what_was_taken_back_is_not(casebook: Casebook) -> None:
    text = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
    """
    found = running(casebook, text, date(2026, 4, 1))
    assert [(one.name, one.source) for one in found] == [("公示行政处罚", TO_CONFIRM)]
    revoked = "      - {日期: 2026-03-25, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 认定有误}\n"
    assert running(casebook, text.rstrip() + "\n" + revoked, date(2026, 4, 1)) == []


def test_a_listing_that_ended_before_it_was_shown_is_to_be_shown_no_more(casebook: Casebook) -> None:
    text = f"""{NOTICE.rstrip()}
      - {{日期: 2026-03-20, 事项: 列入失信名单}}
      - {{日期: 2026-03-25, 事项: 移出名单, 原因: 列入决定撤销}}
    """
    assert [one.name for one in running(casebook, text, date(2026, 3, 26))] == ["撤下失信名单"]


def test_a_report_says_nothing_about_how_a_complaint_was_handled(casebook: Casebook) -> None:
    text = """
    单位: {名称: 虚构甲公司}
    经过: [{日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}]
    公开:
      - {依据: 媒体转载, 来源: {名称: 甲报, 日期: 2026-03-05}, 批准: {岗位: 治欠办主任, 日期: 2026-03-06}}
    """
    assert running(casebook, text, date(2026, 3, 20)) == []


def test_days_beyond_the_known_calendar_say_so(casebook: Casebook) -> None:
    found = running(
        casebook,
        "样例: true\n单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-10-26, 事项: 立案}]",
        date(2026, 11, 1),
    )
    assert [remark(one) for one in found] == ["样例、暂按周末推算"]


def test_within_keeps_what_is_over(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}]")
    ledger = casebook.ledger(date(2026, 3, 4))
    assert [one.name for one in desk(ledger, within=0).items] == ["接收投诉"]
    assert [one.name for one in desk(ledger, within=5).urgent] == ["接收投诉", "决定是否受理", "办结投诉"]
    assert [one.name for one in desk(ledger).urgent] == ["接收投诉"]


def test_every_clock_named_here_is_one_of_the_law() -> None:
    source = inspect.getsource(deadlines) + inspect.getsource(investigation)
    assert [name for name in OVERTAKEN if f'"{name}"' not in source] == []


def test_no_name_and_no_text_of_a_record_gets_in(casebook: Casebook) -> None:
    """
    单位: {名称: 虚构甲公司, 法定代表人: 虚构某甲}
    项目: 虚构秘密工程
    备注: 内部的话
    经过: [{日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线, 备注: 内部的话}]
    """
    found = running(casebook, test_no_name_and_no_text_of_a_record_gets_in.__doc__ or "", date(2026, 3, 4))
    assert found
    assert not any(word in repr(found) for word in ("虚构", "内部", "秘密"))


DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(DAYS, st.integers(0, 500))
def test_working_days_between_are_those_that_are_worked(start: date, length: int) -> None:
    calendar, end = WorkCalendar(), start + timedelta(days=length)
    worked = sum(calendar.is_workday(start + timedelta(days=day)) for day in range(1, length + 1))
    assert calendar.between(start, end) == worked


@given(DAYS, st.integers(1, 200))
def test_a_term_has_as_many_working_days_as_it_is_long(start: date, count: int) -> None:
    calendar = WorkCalendar()
    assert calendar.between(start, calendar.after(start, count).day) == count
