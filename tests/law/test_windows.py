"""The window of each basis: counted from its decision, shown from its approval, cut short by a revocation."""

from __future__ import annotations

from datetime import date

import pytest

from generator.disclosure.public import EndedCase
from tests.casebook import Casebook

APPROVED = "批准: {岗位: 治欠办主任, 日期: 2026-03-05}"
ORDER = "{日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}"


def case(*events: str, basis: str) -> str:
    lines = "".join(f"  - {event}\n" for event in (ORDER, *events))
    return f"样例: true\n单位: {{名称: 虚构甲公司}}\n经过:\n{lines}公开:\n  - {{{basis}, {APPROVED}}}\n"


@pytest.mark.parametrize(
    ("severity", "last"),
    [("轻微", date(2026, 6, 2)), ("一般", date(2027, 3, 2)), ("严重", date(2029, 3, 2))],
)
def test_a_penalty_is_shown_by_its_severity(casebook: Casebook, severity: str, last: date) -> None:
    text = case(f"{{日期: 2026-03-02, 事项: 行政处罚, 情节: {severity}}}", basis="依据: 行政处罚")
    ground = casebook.write(text).public(date(2026, 4, 1)).grounds[0]
    assert (ground.since, ground.until) == (date(2026, 3, 5), last)


def test_a_penalty_without_severity_counts_as_ordinary(casebook: Casebook) -> None:
    text = case("{日期: 2026-03-02, 事项: 行政处罚}", basis="依据: 行政处罚")
    assert casebook.write(text).public(date(2026, 4, 1)).until == date(2027, 3, 2)


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("依据: 行政处罚", "行政处罚决定，自2026年3月2日作出之日起公示1年。"),
        ("依据: 重大违法公布, 类别: 其他重大违法", "重大劳动保障违法行为，自2026年3月2日作出处理决定之日起公布3年。"),
        (
            "依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-03-04}",
            "转载已公开的报道，自2026年3月5日批准之日起公示3年。",
        ),
    ],
)
def test_a_ground_explains_itself(casebook: Casebook, basis: str, said: str) -> None:
    text = case("{日期: 2026-03-02, 事项: 行政处罚, 情节: 一般}", basis=basis)
    assert casebook.write(text).public(date(2026, 4, 1)).grounds[0].explanation == said


def test_months_that_make_no_year_stay_months(casebook: Casebook) -> None:
    text = case("{日期: 2026-03-02, 事项: 行政处罚, 情节: 轻微}", basis="依据: 行政处罚")
    assert "公示3个月" in casebook.write(text).public(date(2026, 4, 1)).grounds[0].explanation


def test_major_violations_count_from_the_first_decision_that_stands(casebook: Casebook) -> None:
    decisions = ("{日期: 2026-03-02, 事项: 行政处罚}", "{日期: 2026-03-04, 事项: 行政处理}")
    basis = "依据: 重大违法公布, 类别: 其他重大违法"
    assert casebook.write(case(*decisions, basis=basis)).public(date(2026, 4, 1)).until == date(2029, 3, 2)
    revoked = "{日期: 2026-04-10, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-02}, 理由: 事实有误}"
    assert casebook.write(case(*decisions, revoked, basis=basis)).public(date(2026, 4, 10)).until == date(2029, 3, 4)
    alone = casebook.write(case(decisions[0], revoked, basis=basis)).only(date(2026, 4, 10))
    assert isinstance(alone, EndedCase)
    assert (alone.ended, alone.reason[-6:]) == (date(2026, 4, 10), "：事实有误。")


def test_the_last_penalty_counts(casebook: Casebook) -> None:
    first, second = "{日期: 2026-02-20, 事项: 行政处罚, 情节: 轻微}", "{日期: 2026-03-02, 事项: 行政处罚, 情节: 一般}"
    text = case(first, second, basis="依据: 行政处罚")
    assert casebook.write(text).public(date(2026, 4, 1)).until == date(2027, 3, 2)


def test_a_revoked_document_is_withdrawn_under_every_basis(casebook: Casebook) -> None:
    revoked = "{日期: 2026-04-10, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-02}, 理由: 事实有误}"
    basis = "依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-03-04}"
    casebook.write(case("{日期: 2026-03-02, 事项: 行政处罚}", revoked, basis=basis))
    before, after = casebook.public(date(2026, 4, 9)), casebook.public(date(2026, 4, 10))
    assert [step.title for step in before.timeline] == ["责令限期改正", "作出行政处罚决定"]
    assert [step.title for step in after.timeline] == ["责令限期改正"]
