"""Histories of the list: notices, objections, listings and removals as they happen; each asserts the whole list."""

from __future__ import annotations

from generator.problems import Problem
from tests.casebook import places


def test_a_listing_stands_on_the_term_of_a_handling(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正}
      - {日期: 2026-03-02, 事项: 行政处理, 期限: 2026-03-08}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    assert problems == []


def test_a_listing_within_the_term_of_a_handling(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 行政处理, 期限: 2026-03-25}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    assert places(problems) == [(6, 10, "C204")]
    assert "行政处理的期限" in problems[0].message


def test_a_revoked_order_carries_no_listing_while_the_new_one_runs(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-02}, 理由: 有误}
      - {日期: 2026-03-10, 事项: 责令改正, 期限: 2026-03-30}
      - {日期: 2026-03-11, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    assert places(problems) == [(8, 10, "C204")]


def test_a_changed_order_still_carries_its_listing(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
      - {日期: 2026-05-06, 事项: 文书撤销, 方式: 变更, 对象: {事项: 责令改正, 日期: 2026-03-02}, 理由: 金额有误}
    """
    assert problems == []


def test_a_listing_falls_with_the_handling_it_stands_on(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 行政处理, 期限: 2026-03-06}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
      - {日期: 2026-05-06, 事项: 文书撤销, 对象: {事项: 行政处理, 日期: 2026-03-02}, 理由: 有误}
    """
    assert places(problems) == [(7, 36, "C225")]


def test_an_application_that_came_too_early_and_was_refused(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2025-03-03, 事项: 责令改正, 期限: 2025-03-07}
      - {日期: 2025-03-10, 事项: 列入告知}
      - {日期: 2025-03-20, 事项: 列入失信名单}
      - {日期: 2025-04-01, 事项: 改正完毕}
      - {日期: 2025-06-09, 事项: 申请移出}
      - {日期: 2025-06-20, 事项: 不予移出, 理由: 未满六个月}
    """
    assert problems == []


def test_a_restored_listing_is_left_by_a_new_application_only(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2024-03-04, 事项: 责令改正, 期限: 2024-03-08}
      - {日期: 2024-03-11, 事项: 列入告知}
      - {日期: 2024-03-20, 事项: 列入失信名单}
      - {日期: 2024-04-01, 事项: 改正完毕}
      - {日期: 2024-04-02, 事项: 信用承诺}
      - {日期: 2024-10-09, 事项: 申请移出}
      - {日期: 2024-10-21, 事项: 移出名单, 原因: 提前移出}
      - {日期: 2024-12-20, 事项: 文书撤销, 对象: {事项: 移出名单, 日期: 2024-10-21}, 理由: 提供虚假材料}
      - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
    """
    assert places(problems) == [(12, 26, "C231")]
    assert problems[0].message == "提前移出之前没有「申请移出」"


def test_a_firm_that_was_not_prosecuted_may_leave_the_list(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2025-03-03, 事项: 责令改正, 期限: 2025-03-07}
      - {日期: 2025-03-10, 事项: 列入告知}
      - {日期: 2025-03-20, 事项: 列入失信名单}
      - {日期: 2025-03-25, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
      - {日期: 2025-03-28, 事项: 刑事立案}
      - {日期: 2025-04-01, 事项: 改正完毕}
      - {日期: 2025-04-02, 事项: 信用承诺}
      - {日期: 2025-10-09, 事项: 申请移出}
      - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出, 说明: 检察机关 2025-06-03 决定不起诉}
    """
    assert problems == []


def test_a_second_notice_is_decided_once(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-10, 事项: 提出异议}
      - {日期: 2026-03-13, 事项: 异议核实, 结果: 成立}
      - {日期: 2026-03-20, 事项: 列入告知}
      - {日期: 2026-05-20, 事项: 列入失信名单}
    """
    assert places(problems) == [(9, 10, "C509")]


def test_an_extension_holds_for_the_second_notice_too(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知, 延期批准: 2026-03-30}
      - {日期: 2026-03-10, 事项: 提出异议}
      - {日期: 2026-03-13, 事项: 异议核实, 结果: 成立}
      - {日期: 2026-04-01, 事项: 列入告知}
      - {日期: 2026-04-20, 事项: 列入失信名单}
    """
    assert problems == []


def test_an_objection_belongs_to_the_notice_before_it(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-16, 事项: 不予列入, 理由: 已经改正}
      - {日期: 2026-04-20, 事项: 责令改正, 期限: 2026-04-27}
      - {日期: 2026-04-28, 事项: 列入告知}
      - {日期: 2026-04-29, 事项: 提出异议}
      - {日期: 2026-04-30, 事项: 异议核实, 结果: 不成立}
      - {日期: 2026-05-20, 事项: 列入失信名单}
    """
    assert problems == []


def test_an_objection_after_the_five_days_holds_nothing_up(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-18, 事项: 提出异议, 说明: 逾期提出，已告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    assert problems == []


def test_an_answer_to_one_objection_is_none_to_another(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-06, 事项: 处罚告知}
      - {日期: 2026-03-09, 事项: 行政处罚}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-12, 事项: 提出异议}
      - {日期: 2026-03-13, 事项: 提出异议, 针对: 重大违法公布}
      - {日期: 2026-03-16, 事项: 异议核实, 针对: 重大违法公布, 结果: 不成立}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    assert places(problems) == [(11, 26, "C223")]


def test_not_listed_before_any_notice(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 改正完毕}
      - {日期: 2026-03-09, 事项: 信用承诺}
      - {日期: 2026-03-10, 事项: 不予列入, 理由: 已经改正并作出承诺}
    """
    assert problems == []


def test_the_general_term_of_publication_says_that_it_is_an_application(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单, 文号: 某〔2026〕1号, 列入事由: 某,
         人员: [{姓名: 虚构某甲, 身份: 法定代表人}],
         决定书载明: [列入事由, 列入依据, 联合惩戒措施提示, 提前移出条件和程序, 救济措施]}
    公开:
      - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-04-21}}
    """
    assert places(problems) == [(10, 36, "C510")]
    assert problems[0].message.endswith("（公开政府信息的一般规定，用于名单待主管部门确认）")
