"""处理状态 after each way that a matter may take; every act on a day of its own."""

from __future__ import annotations

from datetime import date

import pytest

from generator.law.standing import Status
from tests.casebook import Casebook

COMPLAINT = "事项: 接到投诉, 渠道: 甲热线"
DECLINED = "事项: 不予受理, 理由: 某"
DROPPED = "事项: 撤销立案, 理由: 某"
ORDERED = "事项: 责令改正"
NOTICE, LISTED = "事项: 列入告知", "事项: 列入失信名单"
JUDGED = "事项: 法院判决, 判决: [{对象: 虚构甲公司, 身份: 单位, 罚金: 1元}]"
REMOVED = "事项: 移出名单, 原因: 提前移出"


def revoked(kind: str, day: int) -> str:
    return f"事项: 文书撤销, 对象: {{事项: {kind}, 日期: 2026-03-{day:02}}}, 理由: 某"


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        ([], Status.NOTHING),
        (["事项: 支付, 金额: 1元"], Status.NOTHING),
        ([COMPLAINT], Status.OPEN),
        (["事项: 联系当事人"], Status.OPEN),
        ([COMPLAINT, "事项: 调解达成", "事项: 支付, 金额: 1元"], Status.OPEN),
        ([COMPLAINT, "事项: 回复销号"], Status.CLOSED),
        ([COMPLAINT, "事项: 回复销号", "事项: 联系当事人"], Status.CLOSED),
        ([COMPLAINT, "事项: 回复销号", COMPLAINT], Status.OPEN),
        ([COMPLAINT, DECLINED], Status.DECLINED),
        ([COMPLAINT, DECLINED, "事项: 回复销号"], Status.DECLINED),
        ([COMPLAINT, DECLINED, COMPLAINT, "事项: 受理"], Status.OPEN),
        ([COMPLAINT, "事项: 回复销号", DECLINED], Status.CLOSED),
        (["事项: 立案", DROPPED], Status.DROPPED),
        (["事项: 立案", DROPPED, "事项: 回复销号"], Status.DROPPED),
        (["事项: 立案", DROPPED, "事项: 立案"], Status.OPEN),
        (["事项: 立案", ORDERED, DROPPED], Status.DROPPED),
        ([ORDERED, COMPLAINT], Status.ORDERED),
        ([ORDERED, "事项: 联系当事人"], Status.ORDERED),
        ([ORDERED, "事项: 回复销号"], Status.CLOSED),
        ([ORDERED, "事项: 处罚告知"], Status.ORDERED),
        (["事项: 行政处理", "事项: 申请强制执行"], Status.HANDLED),
        (["事项: 行政处理", "事项: 立案"], Status.HANDLED),
        (["事项: 行政处罚", "事项: 回复销号"], Status.PENALISED),
        (["事项: 改正完毕", "事项: 回复销号"], Status.MENDED),
        (["事项: 改正完毕", ORDERED], Status.ORDERED),
        ([NOTICE, LISTED], Status.LISTED),
        ([NOTICE, LISTED, JUDGED], Status.LISTED),
        ([LISTED, "事项: 改正完毕"], Status.LISTED_MENDED),
        ([LISTED, REMOVED], Status.OPEN),
        ([LISTED, "事项: 改正完毕", REMOVED], Status.MENDED),
        ([REMOVED], Status.NOTHING),
        ([LISTED, REMOVED, revoked("移出名单", 2)], Status.LISTED),
        ([LISTED, REMOVED, revoked("移出名单", 1)], Status.OPEN),
        ([revoked("移出名单", 1)], Status.NOTHING),
        ([LISTED, revoked("列入失信名单", 1)], Status.OPEN),
        ([LISTED, revoked("列入失信名单", 9)], Status.LISTED),
        ([ORDERED, revoked("列入失信名单", 1)], Status.ORDERED),
        ([ORDERED, revoked("责令改正", 1)], Status.ORDERED),
        (["事项: 行政处罚", revoked("行政处罚", 1)], Status.OPEN),
        (["事项: 行政处理", "事项: 改正完毕", revoked("行政处理", 1)], Status.MENDED),
        (["事项: 移送公安, 罪名: 某罪"], Status.TRANSFERRED),
        (["事项: 移送公安, 罪名: 某罪", "事项: 刑事立案"], Status.CRIMINAL),
        (["事项: 刑事立案", "事项: 提起公诉"], Status.PROSECUTED),
        (["事项: 提起公诉", JUDGED], Status.JUDGED),
    ],
)
def test_status(casebook: Casebook, acts: list[str], status: Status) -> None:
    lines = "".join(f"  - {{日期: 2026-03-{day:02}, {act}}}\n" for day, act in enumerate(acts, start=1))
    text = "样例: true\n单位: {名称: 虚构甲公司}\n" + (f"经过:\n{lines}" if acts else "")
    assert casebook.write(text).records().problems == ()
    assert casebook.ledger().cases[0].standing.status is status


def test_the_day_after_its_term_a_listing_is_over(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2023-03-01, 事项: 列入失信名单}]
    """
    casebook.write(text)
    statuses = [casebook.ledger(day).cases[0].standing.status for day in (date(2026, 3, 1), date(2026, 3, 2))]
    assert statuses == [Status.LISTED, Status.LISTING_OVER]


def test_credit_repair_waits_a_year_and_for_its_own_rules(casebook: Casebook) -> None:
    for decided, first in (("2025-03-01", date(2026, 4, 1)), ("2025-06-02", date(2026, 6, 2))):
        text = f"""
            样例: true
            单位: {{名称: 虚构甲公司}}
            经过: [{{日期: {decided}, 事项: 列入失信名单}}]
        """
        assert casebook.write(text).ledger().cases[0].standing.repair_from == first


def test_the_later_of_listing_and_correction_starts_the_six_months(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 改正完毕}
          - {日期: 2026-04-01, 事项: 列入失信名单}
    """
    stood = casebook.write(text).ledger().cases[0].standing
    assert (stood.removal_from, stood.earliest_removal) == (date(2026, 10, 1), date(2026, 10, 1))
    judged = text.rstrip() + "\n          - {日期: 2026-05-01, 事项: 刑事立案}\n"
    stood = casebook.write(judged).ledger().cases[0].standing
    assert (stood.removal_from, stood.earliest_removal) == (None, date(2026, 10, 1))
