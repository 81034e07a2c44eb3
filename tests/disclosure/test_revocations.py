"""文书撤销 where one day saw two acts of a kind: the number says which of them is meant, everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from generator.law.standing import Status
from tests.casebook import Casebook, places

TWO = """
    样例: true
    单位: {名称: 虚构甲公司}
    违法行为: [未提供工资清单]
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-10, 事项: 处罚告知}
      - {日期: 2026-03-20, 事项: 行政处罚, 文号: 甲罚〔2026〕1号, 金额: 20000元, 情节: 轻微}
      - {日期: 2026-03-20, 事项: 行政处罚, 文号: 甲罚〔2026〕2号, 金额: 30000元, 情节: 一般}
      - 日期: 2026-04-01
        事项: 文书撤销
        对象: {事项: 行政处罚, 日期: 2026-03-20, 文号: 甲罚〔2026〕1号}
        理由: 认定有误
    公开: [{依据: 行政处罚, 批准: {岗位: 某, 日期: 2026-03-23}}]
"""
UNNUMBERED = TWO.replace(", 文号: 甲罚〔2026〕1号}", "}")


@pytest.mark.parametrize(("revoked", "left"), [("1", "2"), ("2", "1")])
def test_the_other_penalty_stays(casebook: Casebook, revoked: str, left: str) -> None:
    text = TWO.replace("20, 文号: 甲罚〔2026〕1号}", f"20, 文号: 甲罚〔2026〕{revoked}号}}")
    case = casebook.write(text).public(date(2026, 4, 1))
    facts = dict(fact for step in case.timeline for fact in step.facts)
    assert [step.title for step in case.timeline] == [
        "责令限期改正",
        "告知拟作出的行政处罚",
        "作出行政处罚决定",
        "文书撤销",
    ]
    assert facts["文号"] == f"甲罚〔2026〕{left}号"
    assert facts["撤销"] == f"2026年3月20日的行政处罚文书（甲罚〔2026〕{revoked}号）"
    assert case.status == "已作出行政处罚决定"
    assert [ground.until for ground in case.grounds] == [date(2027, 3, 20) if left == "2" else date(2026, 6, 20)]
    assert places(casebook.problems(date(2026, 4, 1))) == []


def test_without_a_number_both_fall_and_the_check_asks(casebook: Casebook) -> None:
    folded = casebook.write(UNNUMBERED).ledger(date(2026, 4, 1)).cases[0].standing
    assert (folded.status, folded.decisions) == (Status.OPEN, ())
    assert places(casebook.problems(date(2026, 4, 1))) == [(11, 9, "C216")]


def test_a_number_that_nobody_has_given_is_no_target(casebook: Casebook) -> None:
    text = TWO.replace("20, 文号: 甲罚〔2026〕1号}", "20, 文号: 甲罚〔2026〕3号}")
    assert places(casebook.write(text).problems(date(2026, 4, 1))) == [(11, 9, "C206")]
    assert casebook.ledger(date(2026, 4, 1)).cases[0].standing.status is Status.PENALISED


def test_the_status_is_that_of_the_decision_that_still_stands(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 行政处理}
          - {日期: 2026-03-20, 事项: 行政处罚}
          - {日期: 2026-04-01, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 认定有误}
          - {日期: 2026-04-02, 事项: 文书撤销, 对象: {事项: 行政处理, 日期: 2026-03-01}, 理由: 认定有误}
    """
    casebook.write(text)
    stands = [casebook.ledger(date(2026, 4, day)).cases[0].standing.status for day in (1, 2)]
    assert stands == [Status.HANDLED, Status.OPEN]


def test_a_listing_stands_on_the_order_that_is_left(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08, 文号: 甲令〔2026〕1号}
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08, 文号: 甲令〔2026〕2号}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
          - 日期: 2026-05-06
            事项: 文书撤销
            对象: {事项: 责令改正, 日期: 2026-03-01, 文号: 甲令〔2026〕1号}
            理由: 认定有误
    """
    assert places(casebook.write(text).problems(date(2026, 5, 6))) == []
    again = (
        text.rstrip()
        + "\n"
        + (
            "          - 日期: 2026-05-07\n"
            "            事项: 文书撤销\n"
            "            对象: {事项: 责令改正, 日期: 2026-03-01, 文号: 甲令〔2026〕2号}\n"
            "            理由: 认定有误\n"
        )
    )
    assert places(casebook.write(again).problems(date(2026, 5, 7))) == [(14, 9, "C225")]
