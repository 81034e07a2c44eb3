"""施行日期: what happened before a law took effect is not judged by it, and no page says so."""

from __future__ import annotations

from datetime import date

import pytest

from generator.law.articles import ORDER45, PENALTY, WAGES
from generator.law.procedure import fined_by
from generator.law.standing import Status
from generator.model.case import Violation
from tests.casebook import Casebook, places

BEFORE = """
    样例: true
    单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 法定代表人: 虚构某甲}
    违法行为: [拖欠工资]
    经过:
      - {日期: 2021-11-01, 事项: 责令改正, 期限: 2021-11-08}
      - {日期: 2021-12-31, 事项: 列入失信名单, 说明: 依当时的规定}
      - {日期: 2022-02-01, 事项: 改正完毕}
      - {日期: 2022-02-20, 事项: 移出名单, 原因: 提前移出}
"""


def test_a_law_is_in_force_from_its_day_on() -> None:
    assert not ORDER45.in_force(date(2021, 12, 31))
    assert ORDER45.art(11).in_force(date(2022, 1, 1))


def test_a_listing_from_before_its_order_has_no_term(casebook: Casebook) -> None:
    """Neither three years nor a day for removal, neither a clock nor a rule of the order is laid to it."""
    case = casebook.write(BEFORE).ledger(date(2022, 3, 1)).cases[0]
    assert (case.standing.listing, case.standing.listed, case.standing.removal_from) == (None, False, None)
    assert case.standing.status is Status.MENDED
    assert [term.name for term in case.deadlines] == ["撤下失信名单"]
    assert places(casebook.problems(date(2022, 3, 1))) == []


def test_the_same_listing_a_day_later_has_all_of_it(casebook: Casebook) -> None:
    case = casebook.write(BEFORE.replace("2021-12-31", "2022-01-01")).ledger(date(2022, 2, 10)).cases[0]
    assert case.standing.listed
    assert case.standing.removal_from == date(2022, 8, 1)
    assert [term.name for term in case.deadlines] == ["公开失信名单"]
    assert places(casebook.problems(date(2022, 3, 1))) == [(6, 26, "C203"), (8, 10, "C232"), (8, 26, "C231")]


def test_it_is_not_disclosed(casebook: Casebook) -> None:
    """One problem, and nothing on a page: neither the list nor its article 11."""
    shown = BEFORE + "    公开: [{依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2022-01-04}}]\n"
    casebook.write(shown)
    assert places(casebook.problems(date(2022, 3, 1))) == [(9, 11, "C315")]
    assert casebook.only(date(2022, 2, 1)) == "公开尚未批准、尚未到日期，或缺少所依据的决定"


def test_a_later_listing_is_not_barred_by_it(casebook: Casebook) -> None:
    casebook.write("""
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2021-12-31, 事项: 列入失信名单, 说明: 依当时的规定}
          - {日期: 2022-03-01, 事项: 责令改正, 期限: 2022-03-08}
          - {日期: 2022-03-10, 事项: 列入告知}
          - {日期: 2022-03-20, 事项: 列入失信名单}
    """)
    assert places(casebook.problems(date(2022, 4, 1))) == []
    assert casebook.ledger(date(2022, 4, 1)).cases[0].standing.listed


def test_a_page_cites_no_article_from_after_the_act(casebook: Casebook) -> None:
    """行政处罚法 of 2021 numbers its articles anew: a penalty from before is shown without them."""
    text = """
        样例: true
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: {day}, 事项: 责令改正, 期限: {day}}}
          - {{日期: {penalty}, 事项: 行政处罚, 文号: 甲罚1号, 金额: 20000元, 情节: 严重}}
        公开:
          - {{依据: 行政处罚, 批准: {{岗位: 治欠办主任, 日期: 2021-07-20}}}}
    """
    for penalty, anchors in (("2021-07-14", []), ("2021-07-15", ["penalty-57"])):
        casebook.write(text.format(day="2021-06-01", penalty=penalty))
        steps = casebook.public(date(2021, 9, 1)).timeline
        assert [[article.anchor for article in step.articles] for step in steps] == [["inspection-18"], anchors]
        assert [problem.code for problem in casebook.problems(date(2021, 9, 1))] == (["C210"] if anchors else [])


@pytest.mark.parametrize(
    ("violations", "on", "article"),
    [
        ((), date(2026, 3, 1), "inspection-30"),
        (("拖欠工资",), date(2026, 3, 1), "inspection-30"),
        (("拖欠工资", "未设维权信息告示牌"), date(2026, 3, 1), "inspection-30"),
        (("未设维权信息告示牌", "拖欠工资"), date(2026, 3, 1), "wages-56"),
        (("未设维权信息告示牌",), date(2020, 5, 1), "wages-56"),
        (("未设维权信息告示牌",), date(2020, 4, 30), "inspection-30"),
        (("未提供工资清单",), date(2026, 3, 1), "wages-54"),
        (("未编制工资支付台账",), date(2026, 3, 1), "wages-54"),
        (("以实物或有价证券代替工资",), date(2026, 3, 1), "wages-54"),
        (("扣押银行卡",), date(2026, 3, 1), "wages-54"),
        (("未设工资专用账户",), date(2026, 3, 1), "wages-55"),
        (("未存储工资保证金",), date(2026, 3, 1), "wages-55"),
        (("未实行实名制管理",), date(2026, 3, 1), "wages-55"),
        (("未订立书面劳动合同",), date(2026, 3, 1), "inspection-30"),
        (("未实行总包代发",), date(2026, 3, 1), "inspection-30"),
    ],
)
def test_a_fine_cites_the_article_of_its_violation(violations: tuple[Violation, ...], on: date, article: str) -> None:
    assert fined_by(violations, on).anchor == article


def test_the_days_that_these_tests_stand_on() -> None:
    assert (WAGES.effective, PENALTY.effective) == (date(2020, 5, 1), date(2021, 7, 15))
