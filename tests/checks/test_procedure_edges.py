"""Procedure, listing, removal, payment and lateness at their edges; each test asserts the whole list."""

from __future__ import annotations

import pytest

from generator.problems import Problem, Severity
from tests.casebook import Casebook, places


def test_listed_again_after_the_first_stay_has_ended(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2024-02-05, 事项: 责令改正, 期限: 2024-02-08}
      - {日期: 2024-02-09, 事项: 列入告知}
      - {日期: 2024-02-29, 事项: 列入失信名单}
      - {日期: 2024-06-03, 事项: 文书撤销, 对象: {事项: 列入失信名单, 日期: 2024-02-29}, 理由: 某}
      - {日期: 2024-06-04, 事项: 列入告知}
      - {日期: 2024-06-14, 事项: 列入失信名单, 说明: 重新作出}
    """
    assert problems == []


def test_listed_twice_while_listed(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-02-05, 事项: 责令改正, 期限: 2026-02-08}
      - {日期: 2026-02-09, 事项: 列入告知}
      - {日期: 2026-02-27, 事项: 列入失信名单}
      - {日期: 2026-02-28, 事项: 列入失信名单}
    """
    assert places(problems) == [(7, 26, "C208")]
    assert problems[0].article == "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十一条"


def test_after_a_removal_nothing_is_removed_again(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2025-03-03, 事项: 责令改正, 期限: 2025-03-08}
      - {日期: 2025-03-10, 事项: 列入告知}
      - {日期: 2025-03-20, 事项: 列入失信名单}
      - {日期: 2025-04-01, 事项: 改正完毕}
      - {日期: 2025-04-02, 事项: 信用承诺}
      - {日期: 2025-10-09, 事项: 申请移出}
      - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
      - {日期: 2025-10-21, 事项: 申请移出}
      - {日期: 2025-10-22, 事项: 不予移出, 理由: 某}
    """
    assert places(problems) == [(11, 26, "C208"), (12, 26, "C208")]


def test_a_complaint_that_was_turned_down_may_come_again(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-03, 事项: 不予受理, 理由: 某}
      - {日期: 2026-04-01, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-04-02, 事项: 立案}
    """
    assert problems == []


def test_an_objection_to_a_publication_needs_a_handling(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-04, 事项: 提出异议, 针对: 重大违法公布}
    """
    assert places(problems) == [(5, 26, "C203")]
    assert problems[0].article == "《保障农民工工资支付条例》第四十七条"


def test_an_objection_to_a_publication_does_not_hold_up_a_listing(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 行政处理}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-12, 事项: 提出异议, 针对: 重大违法公布}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    assert problems == []


def test_a_transfer_for_another_crime_has_no_term_to_wait_for(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-03, 事项: 移送公安, 罪名: 强迫劳动罪}
    """
    assert problems == []


def test_a_revoked_order_is_replaced_by_another(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-05, 事项: 责令改正, 期限: 2026-03-09}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
      - {日期: 2026-05-06, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-02}, 理由: 送达有误}
    """
    assert problems == []


@pytest.mark.parametrize(
    ("owed", "first", "second", "codes"),
    [
        ("3万元", "1万元", "2万元", ["C215"]),
        ("3万元", "1万元", "2.5万元", ["C215", "C214"]),
        ("约3万元", "1万元", "2.5万元", []),
        ("3万元", "1万元", "近3万元", []),
        ("3万元", "1万元", "1万元", []),
    ],
)
def test_sums_are_compared_only_where_they_are_exact(
    casebook: Casebook, owed: str, first: str, second: str, codes: list[str]
) -> None:
    text = f"""
        样例: true
        单位: {{名称: 虚构甲公司}}
        欠薪: {{金额: {owed}}}
        经过:
          - {{日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}}
          - {{日期: 2026-03-03, 事项: 支付, 金额: {first}}}
          - {{日期: 2026-03-04, 事项: 支付, 金额: {second}}}
    """
    assert [problem.code for problem in casebook.write(text).problems()] == codes


def test_a_reason_answers_a_late_act(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-05, 事项: 分派, 承办: 甲镇, 说明: 周末系统停机}
          - {日期: 2026-03-08, 事项: 联系当事人}
          - {日期: 2026-03-08, 事项: 回复销号}
    """
    (problem,) = casebook.write(text).problems()
    assert (problem.span.line, problem.span.column, problem.code) == (6, 10, "C502")
    assert (
        problem.message
        == "「联系当事人」晚了 2 天：自 2026-03-05 起 1天，应当在 2026-03-06 以前（服务承诺，不是法定期限）"
    )
    assert (problem.severity, problem.article) == (Severity.WARNING, None)


def test_a_late_approval_is_found_at_its_own_place(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 处罚告知}
      - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
    公开:
      - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-06-01}}
    """
    assert places(problems) == [(8, 36, "C511")]
    assert "待主管部门确认" in problems[0].message


def test_a_deadline_in_an_unknown_year_is_pointed_out_once(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-10-26, 事项: 立案}]
    """
    casebook.write(text).write(text, "cases/2026/yk-2026-0002.yml")
    (problem,) = casebook.problems()
    assert (problem.span.file, problem.code) == ("content/portal.yml", "C517")
    assert problem.message == "2027 年的放假安排还不知道，正在计算的期限暂按周末推算"
    casebook.portal["节假日"] = "[{日期: 2027-01-01, 安排: 休}]"
    assert "C517" not in {problem.code for problem in casebook.write(text).problems()}


def test_an_application_after_the_removal_does_not_count(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2025-03-03, 事项: 责令改正, 期限: 2025-03-08}
      - {日期: 2025-03-10, 事项: 列入告知}
      - {日期: 2025-03-20, 事项: 列入失信名单}
      - {日期: 2025-04-01, 事项: 改正完毕}
      - {日期: 2025-04-02, 事项: 信用承诺}
      - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
      - {日期: 2026-03-02, 事项: 列入告知}
      - {日期: 2026-03-12, 事项: 列入失信名单, 说明: 重新列入}
      - {日期: 2026-10-20, 事项: 申请移出}
    """
    assert places(problems) == [(9, 26, "C231")]
    assert "「申请移出」" in problems[0].message


def test_all_three_conditions_on_the_day_of_the_removal(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2025-03-03, 事项: 责令改正, 期限: 2025-03-08}
      - {日期: 2025-03-10, 事项: 列入告知}
      - {日期: 2025-03-20, 事项: 列入失信名单}
      - {日期: 2025-04-01, 事项: 改正完毕}
      - {日期: 2025-10-20, 事项: 信用承诺}
      - {日期: 2025-10-20, 事项: 申请移出}
      - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
    """
    assert problems == []


def test_another_publication_may_be_taken_down_while_the_listing_runs(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单}
      - {日期: 2026-06-01, 事项: 撤下公示, 公示: 行政处罚}
    """
    assert problems == []
