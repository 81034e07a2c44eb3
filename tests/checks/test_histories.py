"""Histories as they happen: what is lawful passes, what is not is named; each test asserts the whole list."""

from __future__ import annotations

from generator.law.standing import Status
from generator.problems import Problem
from tests.casebook import Casebook, places


def test_child_labour_is_fined_together_with_the_order(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    违法行为: [使用童工]
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-22}
      - {日期: 2026-03-10, 事项: 处罚告知}
      - {日期: 2026-03-20, 事项: 行政处罚}
    """
    assert problems == []


def test_a_fine_for_missing_pay_slips_waits_for_the_order(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    违法行为: [未提供工资清单]
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-22}
      - {日期: 2026-03-10, 事项: 处罚告知}
      - {日期: 2026-03-20, 事项: 行政处罚}
    """
    assert places(problems) == [(7, 10, "C204")]


def test_a_penalty_on_a_revoked_order(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-02}, 理由: 有误}
      - {日期: 2026-03-10, 事项: 处罚告知}
      - {日期: 2026-03-20, 事项: 行政处罚}
    """
    assert [(problem.code, problem.message) for problem in problems] == [
        ("C204", "「行政处罚」（2026-03-20）时，责令改正已经撤销")
    ]


def test_another_offence_needs_no_order_to_pay(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 移送公安, 罪名: 合同诈骗罪}
    """
    assert problems == []


def test_a_revocation_of_nothing_is_one_problem(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 文书撤销, 对象: {事项: 列入失信名单, 日期: 2026-02-02}, 理由: 有误}
    """
    assert places(problems) == [(4, 36, "C206")]
    assert problems[0].article is None


def test_one_of_two_complaints_is_turned_down(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 来访}
      - {日期: 2026-03-03, 事项: 受理}
      - {日期: 2026-03-03, 事项: 不予受理, 理由: 已经申请仲裁}
      - {日期: 2026-03-03, 事项: 联系当事人}
      - {日期: 2026-03-04, 事项: 立案}
    """
    assert problems == []


def test_a_complaint_within_an_investigation_leaves_the_promise(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 联系当事人}
      - {日期: 2026-03-03, 事项: 立案}
      - {日期: 2026-03-20, 事项: 接到投诉, 渠道: 来访}
      - {日期: 2026-03-20, 事项: 联系当事人}
      - {日期: 2026-04-20, 事项: 受理}
      - {日期: 2026-05-20, 事项: 回复销号}
    """
    assert problems == []


def test_a_complaint_after_an_investigation_keeps_the_promise(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 立案}
      - {日期: 2026-03-03, 事项: 撤销立案, 理由: 情节轻微且已改正}
      - {日期: 2026-03-20, 事项: 接到投诉, 渠道: 来访}
      - {日期: 2026-03-20, 事项: 联系当事人}
      - {日期: 2026-05-20, 事项: 回复销号}
    """
    assert places(problems) == [(8, 10, "C503")]


def test_reasons_answer_what_a_person_has_looked_into(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    欠薪: {金额: 3万元}
    经过:
      - {日期: 2026-03-01, 事项: 分派, 承办: 甲镇, 说明: 县里交办}
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 支付, 金额: 4.5万元, 说明: 含加付赔偿金}
      - {日期: 2026-03-09, 事项: 改正完毕}
      - {日期: 2026-03-20, 事项: 行政处罚, 说明: 当场处罚，当场告知}
      - {日期: 2026-03-23, 事项: 列入告知, 告知载明: [列入事由], 说明: 其余三项另纸告知}
    """
    assert problems == []


def test_settled_for_less_is_said_so(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    欠薪: {金额: 3万元}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 支付, 金额: 2.5万元}
      - {日期: 2026-03-09, 事项: 改正完毕, 说明: 双方和解，余款放弃}
    """
    assert problems == []


def test_a_judgment_outlives_the_penalty(casebook: Casebook) -> None:
    """A revoked penalty does not make a judged case one that is being handled."""
    casebook.write(
        """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-10, 事项: 行政处罚}
          - {日期: 2026-03-10, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
          - {日期: 2026-04-10, 事项: 法院判决, 判决: [{对象: 吕某某, 身份: 被告人}]}
          - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-10}, 理由: 有误}
        """
    )
    assert casebook.ledger().cases[0].standing.status is Status.JUDGED


def test_a_filing_takes_a_declined_matter_up(casebook: Casebook) -> None:
    """What was turned down as a complaint is handled once an investigation is opened."""
    casebook.write(
        """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-03, 事项: 不予受理, 理由: 已经申请仲裁}
          - {日期: 2026-05-06, 事项: 立案}
        """
    )
    assert casebook.ledger().cases[0].standing.status is Status.OPEN


def test_a_mistyped_century_is_one_problem(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2062-03-02, 事项: 立案}
    """
    assert places(problems) == [(4, 10, "C202")]


def test_a_key_of_another_kind_is_not_taken_for_one_that_is_written(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 立案, 期限: 2026-03-09}
    """
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("R203", "这里可以写：日期、备注、说明、事项、延期批准")
    ]
