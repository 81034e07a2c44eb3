"""公开: categories, reports, corrections and approvals that cannot be right."""

from __future__ import annotations

import pytest

from generator.problems import Problem
from tests.casebook import Casebook, places

MAJOR = """
样例: true
单位: {{名称: 虚构甲公司, 注册号: "330000000000001", 地址: 虚构路 1 号, 法定代表人: 虚构某甲}}
违法行为: [{violations}]
违法事实: 违法，经责令限期改正，逾期未改正。
经过:
  - {{日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}}
  - {{日期: 2026-03-20, 事项: {act}}}
公开:
  - {{依据: 重大违法公布, 类别: {category}, 批准: {{岗位: 治欠办主任, 日期: 2026-03-23}}}}
"""
TRANSFER = "移送公安, 罪名: 拒不支付劳动报酬罪"


def codes(casebook: Casebook, record: str) -> list[str]:
    return [problem.code for problem in casebook.write(record).problems()]


@pytest.mark.parametrize(
    ("category", "violations", "act", "found"),
    [
        ("克扣或无故拖欠劳动报酬", "克扣工资, 其他", "行政处理", []),
        ("克扣或无故拖欠劳动报酬", "使用童工", "行政处理", ["C311"]),
        ("克扣或无故拖欠劳动报酬", "", "行政处理", []),
        ("不参加社会保险或不依法缴费", "拖欠工资", "行政处理", ["C311"]),
        ("违反工时和休息休假规定", "拖欠工资", "行政处理", ["C311"]),
        ("违反女职工和未成年工保护规定", "拖欠工资", "行政处理", ["C311"]),
        ("违反女职工和未成年工保护规定", "违反女职工和未成年工保护规定", "行政处理", []),
        ("使用童工", "使用童工, 拖欠工资", "行政处罚", ["C210"]),
        ("造成严重不良社会影响", "拖欠工资", "行政处理", []),
        ("其他重大违法", "拖欠工资", "行政处理", []),
        ("拒不支付劳动报酬移送司法", "拖欠工资", TRANSFER, []),
        ("拒不支付劳动报酬移送司法", "拖欠工资", "行政处理", ["C311"]),
    ],
)
def test_categories(casebook: Casebook, category: str, violations: str, act: str, found: list[str]) -> None:
    assert codes(casebook, MAJOR.format(category=category, violations=violations, act=act)) == found


def test_a_category_of_a_case_without_a_decision_is_another_rule_s(casebook: Casebook) -> None:
    record = MAJOR.format(category="拒不支付劳动报酬移送司法", violations="拖欠工资", act="处罚告知")
    assert codes(casebook, record) == ["C302"]


@pytest.mark.parametrize(
    ("employer", "lacking"),
    [
        ("名称: 虚构甲, 类型: 无照单位", "地址、法定代表人"),
        ("名称: 虚构吕某某, 类型: 自然人", ""),
        ("名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157", "地址、法定代表人"),
        ("名称: 虚构甲公司", "统一社会信用代码或注册号、地址、法定代表人"),
    ],
)
def test_nothing_is_asked_of_an_employer_that_it_cannot_have(casebook: Casebook, employer: str, lacking: str) -> None:
    record = MAJOR.format(category="其他重大违法", violations="拖欠工资", act="行政处理")
    first, last = record.index("单位: {") + len("单位: {"), record.index("}\n违法行为")
    problems = casebook.write(record[:first] + employer + record[last:]).problems()
    assert [problem.message for problem in problems] == (["依据「重大违法公布」还缺：" + lacking] if lacking else [])


def media(acts: str, source: str = "2026-01-02", approved: str = "2026-01-03", more: str = "") -> str:
    return (
        f"样例: true\n单位: {{名称: 虚构甲公司}}\n经过: [{acts}]\n公开:\n"
        f"  - {{依据: 媒体转载, 来源: {{名称: 某报, 日期: {source}}},"
        f" 批准: {{岗位: 治欠办主任, 日期: {approved}}}{more}}}"
    )


CORRECTION = "{{日期: {}, 事项: 更正, 内容: 人数更正为 2名, 理由: 录入有误}}"


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (media("{日期: 2026-01-02, 事项: 立案}"), []),
        (media("{日期: 2026-01-03, 事项: 立案}"), ["C312"]),
        (media("{日期: 2026-01-03, 事项: 立案}", more=", 报道所述: 行政处罚。"), []),
        (media("{日期: 2026-01-01, 事项: 立案}, {日期: 2026-02-03, 事项: 责令改正}"), []),
        (media(""), []),
        (media(CORRECTION.format("2026-01-03")), []),
        (media(CORRECTION.format("2026-01-02")), ["C313"]),
        (media(CORRECTION.format("2026-01-02") + ", {日期: 2026-01-02, 事项: 撤下公示, 公示: 行政处罚}"), []),
        (media("", approved="2026-11-01"), []),
        (media("", approved="2026-11-02"), ["C314"]),
        (media("", source="2026-11-02", approved="2026-11-02"), []),
        (media("", source="2026-11-02", approved="2026-11-01"), ["C303"]),
        (media("", source="2027-01-01", approved="2026-12-01"), ["C303"]),
    ],
)
def test_reports_corrections_and_approvals(casebook: Casebook, record: str, found: list[str]) -> None:
    assert [code for code in codes(casebook, record) if code[:2] == "C3"] == found


def test_a_correction_of_what_was_never_public(casebook: Casebook) -> None:
    record = f"样例: true\n单位: {{名称: 虚构甲公司}}\n经过: [{CORRECTION.format('2026-02-01')}]"
    assert codes(casebook, record) == ["C313"]
    assert codes(casebook, f"{record}\n公开: [{{依据: 媒体转载, 来源: {{名称: 某报, 日期: 2026-01-02}}}}]") == ["C301"]


def test_a_late_approval_is_said_once(casebook: Casebook) -> None:
    record = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 轻微}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2036-09-22}}
    """
    assert codes(casebook, record) == ["C303"]


def test_a_transfer_for_another_offence_is_not_that_category(problems: list[Problem]) -> None:
    """
    样例: true
    违法行为: [拖欠工资]
    单位: {名称: 虚构甲公司, 注册号: "330000000000001", 地址: 虚构路 1 号, 法定代表人: 虚构某甲}
    违法事实: 违法，经责令限期改正，逾期未改正。
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-20, 事项: 移送公安, 罪名: 合同诈骗罪}
      - {日期: 2026-03-21, 事项: 刑事立案}
    公开:
      - {依据: 重大违法公布, 类别: 拒不支付劳动报酬移送司法, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}
    """
    assert places(problems) == [(10, 22, "C311")]


def test_a_correction_comes_after_the_first_approval(casebook: Casebook) -> None:
    """C313: of two approvals the earlier one made the case public."""
    text = """
        单位: {{名称: 甲公司}}
        经过: [{{日期: {day}, 事项: 更正, 内容: 人数更正为2名, 理由: 录入有误}}]
        公开:
          - {{依据: 媒体转载, 来源: {{名称: 某报, 日期: 2026-01-02}}, 批准: {{岗位: 主任, 日期: 2026-02-02}}}}
          - {{依据: 媒体转载, 来源: {{名称: 某台, 日期: 2026-01-02}}, 批准: {{岗位: 主任, 日期: 2026-04-02}}}}
    """
    said = []
    for day in ("2026-02-01", "2026-02-02"):
        found = casebook.write(text.format(day=day)).problems()
        said.append([problem.message for problem in found if "公开过" in problem.message])
    assert said == [["更正的时候还没有公开过"], []]
