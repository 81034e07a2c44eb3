"""Rules at their edges, as records; each test asserts the whole list."""

from __future__ import annotations

from datetime import date

import pytest

from generator.problems import Problem, Severity
from tests.casebook import Casebook, places


def test_an_act_on_the_day_of_its_predecessor_is_in_order(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-10, 事项: 提出异议}
      - {日期: 2026-03-10, 事项: 异议核实, 结果: 不成立}
      - {日期: 2026-03-10, 事项: 列入失信名单}
    """
    assert problems == []


def test_a_predecessor_on_a_later_day_does_not_count(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项: 处罚告知}
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-08}
    """
    assert places(problems) == [(4, 26, "C203")]
    assert problems[0].article == "《劳动保障监察条例》第三十条"


def test_a_listing_and_a_penalty_cite_their_own_articles(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-31}
      - {日期: 2026-03-02, 事项: 列入告知}
      - {日期: 2026-03-03, 事项: 处罚告知}
      - {日期: 2026-03-10, 事项: 行政处罚}
      - {日期: 2026-03-10, 事项: 列入失信名单}
    """
    assert places(problems) == [(7, 10, "C204"), (8, 10, "C204")]
    assert [problem.article for problem in problems] == [
        "《劳动保障监察条例》第三十条",
        "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条",
    ]


def test_an_order_after_the_penalty_does_not_expire_for_it(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-09, 事项: 处罚告知}
      - {日期: 2026-03-09, 事项: 行政处罚}
      - {日期: 2026-03-09, 事项: 责令改正, 期限: 2026-03-20}
    """
    assert problems == []


def test_everything_that_a_listing_lacks_is_named_at_once(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单, 决定书载明: [列入事由, 列入依据, 列入依据, 救济措施, 联合惩戒措施提示]}
    公开:
      - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-03-20}}
    """
    assert places(problems) == [(8, 10, "C304")]
    assert problems[0].message == "依据「失信名单」还缺：文号、列入事由、人员、决定书载明的五项"


def test_everything_that_a_major_violation_lacks(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 注册号: "330000000000001"}
    经过:
      - {日期: 2026-03-01, 事项: 行政处理}
    公开:
      - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 治欠办主任, 日期: 2026-02-28}}
    """
    assert places(problems) == [(6, 10, "C304"), (6, 34, "C303")]
    assert problems[0].message == "依据「重大违法公布」还缺：地址、法定代表人、违法事实"
    assert problems[1].message == "批准早于所依据的决定或报道（2026-03-01）"


def test_approval_on_the_day_of_the_decision_is_in_time(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    公开:
      - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-02}}
    """
    assert problems == []


def test_one_text_with_several_private_facts(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 统一社会信用代码: "91000000MA00000157"}
    备注: 赵铁柱等5人，13800138000，身份证 11010519491231002X
    """
    assert [(problem.span.line, problem.message) for problem in problems] == [
        (3, "「备注」里像是有劳动者姓名"),
        (3, "「备注」里像是有手机号"),
        (3, "「备注」里像是有身份证号"),
    ]
    assert {problem.article for problem in problems} == {"《个人信息保护法》第二十五条"}
    assert all(problem.private for problem in problems)


def test_a_name_written_as_a_key_is_not_said_again(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    王小明: 电话13800138000
    """
    assert [(problem.code, problem.message) for problem in problems] == [
        ("R203", "没有这一项"),
        ("C401", "这一处里像是有手机号"),
    ]


def test_unsound_records_are_searched_for_private_facts_too(problems: list[Problem]) -> None:
    """
    单位: [13800138000]
    """
    assert places(problems) == [(1, 5, "R204"), (1, 6, "C401")]


def test_a_hotline_may_be_written_where_hotlines_belong(casebook: Casebook) -> None:
    casebook.portal["投诉渠道"] = (
        "[{名称: 甲热线, 方式: 电话, 号码: 0579-87654321}, {名称: 乙热线, 方式: 电话, 说明: 也可拨 0579-87654322}]"
    )
    problems = casebook.write("样例: true\n单位: {名称: 虚构甲公司}").problems()
    assert [(problem.span.file, problem.code, problem.message) for problem in problems] == [
        ("content/portal.yml", "C401", "「说明」里像是有固定电话")
    ]


def test_a_telephone_number_in_a_case_is_private_even_under_that_key(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    号码: 0579-87654321
    """
    assert places(problems) == [(3, 1, "R203"), (3, 5, "C401")]


@pytest.mark.parametrize(("as_of", "codes"), [(date(2026, 5, 31), []), (date(2026, 6, 1), ["C107"])])
def test_the_minimum_wage_ages_after_two_years(casebook: Casebook, as_of: date, codes: list[str]) -> None:
    casebook.portal["最低工资"] = (
        "[{自: 2022-01-01, 月: 1元, 小时: 1元, 文件: 某文, 核实: 已核实},"
        " {自: 2024-05-31, 月: 2元, 小时: 2元, 文件: 某文, 核实: 已核实},"
        " {自: 2028-01-01, 月: 3元, 小时: 3元, 文件: 某文, 核实: 已核实}]"
    )
    problems = casebook.write("样例: true\n单位: {名称: 虚构甲公司}").problems(as_of)
    assert [problem.code for problem in problems] == codes
    assert all(problem.severity is Severity.WARNING for problem in problems)


@pytest.mark.parametrize(
    ("on", "codes"),
    [("2004-11-30", ["C202"]), ("2004-12-01", []), ("2036-12-31", ["C207"]), ("2037-01-01", ["C202"])],
)
def test_dates_stay_between_the_regulation_and_ten_years_on(casebook: Casebook, on: str, codes: list[str]) -> None:
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲公司}}\n经过: [{{日期: {on}, 事项: 立案}}]")
    assert [problem.code for problem in casebook.problems()] == codes


def test_a_broken_part_does_not_set_off_rules_about_what_is_missing(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-32, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-20, 事项: 行政处罚}
    公开:
      - {依据: 行政处罚}
    """
    assert places(problems) == [(4, 10, "R206")]


def test_an_identity_number_is_no_credit_code(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 统一社会信用代码: 11010519491231002X}
    """
    assert places(problems) == [(2, 27, "C103"), (2, 27, "C401")]


def test_a_sound_code_may_hold_what_looks_like_a_birthday(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 统一社会信用代码: "910000194912310139"}
    经过: [{日期: 2026-03-01, 事项: 立案}]
    """
    assert problems == []


def test_comments_are_searched_too(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}  # 联系人 13800138000
    """
    assert places(problems) == [(2, 20, "C401")]
