"""A case with two decisions of a kind: an approval covers what it could know, and what has left stays away."""

from __future__ import annotations

from datetime import date

import pytest

from generator.disclosure.public import EndedCase
from tests.casebook import Casebook

HEAD = """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2022-01-05, 事项: 责令改正, 期限: 2022-01-12}
"""
FIRST = """
      - {日期: 2022-03-01, 事项: 列入告知, 文号: 旧〔2022〕2号}
      - {日期: 2022-03-25, 事项: 列入失信名单, 文号: 旧〔2022〕1号}
      - {日期: 2022-04-01, 事项: 信用承诺}
      - {日期: 2022-11-01, 事项: 移出名单, 原因: 提前移出}
"""
SECOND = """
      - {日期: 2026-03-01, 事项: 列入告知, 文号: 新〔2026〕2号}
      - {日期: 2026-03-25, 事项: 列入失信名单, 文号: 新〔2026〕1号}
"""


def record(*parts: str, approved: str) -> str:
    return (
        "".join((HEAD.rstrip(), *parts))
        + f"    公开:\n      - {{依据: 失信名单, 批准: {{岗位: 某, 日期: {approved}}}}}\n"
    )


def test_an_old_approval_does_not_publish_a_new_listing(casebook: Casebook) -> None:
    stub = casebook.write(record(FIRST, SECOND, approved="2022-03-28")).only(date(2026, 11, 1))
    assert isinstance(stub, EndedCase)
    assert stub.ended == date(2022, 11, 1)
    assert [problem.code for problem in casebook.problems()] == ["C304", "C303"]


def test_a_new_listing_does_not_bring_back_the_old_one(casebook: Casebook) -> None:
    case = casebook.write(record(FIRST, SECOND, approved="2026-03-28")).public(date(2026, 11, 1))
    assert "旧" not in repr(case)
    assert [(step.on.isoformat(), step.title) for step in case.timeline] == [
        ("2026-03-01", "告知拟列入失信联合惩戒名单"),
        ("2026-03-25", "列入失信联合惩戒名单"),
    ]


@pytest.mark.parametrize("target", ["{事项: 列入失信名单, 日期: 2022-03-25}", "{事项: 移出名单, 日期: 2025-01-01}"])
def test_revoking_an_old_document_leaves_the_present_listing(casebook: Casebook, target: str) -> None:
    revoked = f"      - {{日期: 2026-06-01, 事项: 文书撤销, 对象: {target}, 理由: 某}}\n"
    case = casebook.write(record(FIRST, SECOND, revoked, approved="2026-03-28")).public(date(2026, 11, 1))
    assert case.listing
    assert case.listing.decided == date(2026, 3, 25)


def test_an_old_penalty_does_not_come_back_with_a_new_one(casebook: Casebook) -> None:
    text = (
        HEAD.rstrip()
        + """
      - {日期: 2024-09-20, 事项: 行政处罚, 文号: 旧罚〔2024〕1号, 情节: 轻微}
      - {日期: 2026-09-20, 事项: 行政处罚, 文号: 新罚〔2026〕1号, 情节: 轻微}
    公开:
      - {依据: 行政处罚, 批准: {岗位: 某, 日期: %s}}
"""
    )
    case = casebook.write(text % "2026-09-22").public(date(2026, 11, 1))
    assert "旧罚" not in repr(case)
    assert isinstance(casebook.write(text % "2024-09-22").only(date(2026, 11, 1)), EndedCase)


def test_a_correction_goes_with_the_basis_it_may_speak_of(casebook: Casebook) -> None:
    text = (
        HEAD.rstrip()
        + """
      - {日期: 2022-02-01, 事项: 行政处罚, 文号: 罚〔2022〕1号, 情节: 严重}
      - {日期: 2022-03-01, 事项: 列入告知}
      - {日期: 2022-03-25, 事项: 列入失信名单, 文号: 号〔2022〕1号}
      - {日期: 2022-05-01, 事项: 更正, 内容: 一并列入的人员更正为 1 人, 理由: 录入有误}
      - {日期: 2022-11-01, 事项: 移出名单, 原因: 提前移出}
    公开:
      - {依据: 失信名单, 批准: {岗位: 某, 日期: 2022-03-28}}
      - {依据: 行政处罚, 批准: {岗位: 某, 日期: 2022-03-28}}
"""
    )
    assert casebook.write(text).public(date(2022, 10, 31)).corrections
    assert casebook.public(date(2022, 11, 1)).corrections == ()


def test_an_approval_after_the_term_publishes_nothing(casebook: Casebook) -> None:
    text = (
        HEAD.rstrip()
        + """
      - {日期: 2022-02-01, 事项: 行政处罚, 文号: 罚〔2022〕1号, 金额: 1元, 情节: 轻微}
    公开:
      - {依据: 行政处罚, 批准: {岗位: 某, 日期: 2026-03-28}}
"""
    )
    assert isinstance(casebook.write(text).only(), str)
    assert [problem.message for problem in casebook.problems()] == ["批准的时候公示期限已经过了"]
