"""支付: whether what was paid fits what is owed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import ANSWER, Finding, case_check, each, whole_case_check
from generator.ledger import Ledger, LedgerCase
from generator.model.event import Mended, Ordered, Paid
from generator.problems import Severity


@case_check("C214", Severity.WARNING)
def payments_fit_what_is_owed(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """支付的合计不超过欠薪金额；写了约数的不比较。

    ✓
        单位: {名称: 虚构甲公司}
        欠薪: {金额: 3万元}
        经过:
          - {日期: 2026-03-01, 事项: 支付, 金额: 1万元}
          - {日期: 2026-03-02, 事项: 支付, 金额: 2万元}

    ✗
        单位: {名称: 虚构甲公司}
        欠薪: {金额: 3万元}
        经过:
          - {日期: 2026-03-01, 事项: 支付, 金额: 1万元}
          - {日期: 2026-03-02, 事项: 支付, 金额: 20001元}
    """
    owed = _owed(case)
    paid = 0
    for index, event in _payments(case):
        paid += event.amount.fen
        if owed is not None and paid > owed:
            if event.explanation is None:
                span = case.loaded.at("经过", index, "金额")
                hint = f"核对两处的金额和单位（元、万元）；含加付赔偿金等，{ANSWER}"
                yield Finding(span, "支付的合计超过欠薪金额", hint)
            return


@whole_case_check("C215", Severity.WARNING)
def mended_means_paid(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """「改正完毕」是指欠薪已经全部付清：支付的合计应当等于欠薪金额；付清的也应当写「改正完毕」。写了约数的不比较。

    ✓
        单位: {名称: 虚构甲公司}
        欠薪: {金额: 3万元}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-02, 事项: 支付, 金额: 3万元}
          - {日期: 2026-03-02, 事项: 改正完毕}

    ✗
        单位: {名称: 虚构甲公司}
        欠薪: {金额: 3万元}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-02, 事项: 支付, 金额: 2万元}
          - {日期: 2026-03-02, 事项: 改正完毕}

    ✗
        单位: {名称: 虚构甲公司}
        欠薪: {金额: 3万元}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-02, 事项: 支付, 金额: 3万元}
    """
    owed, payments = _owed(case), list(_payments(case))
    paid = sum(event.amount.fen for _, event in payments)
    mended = next((index for index, _ in each(case, Mended)), None)
    if owed is None or not payments:
        return
    if mended is not None and paid < owed:
        span = case.loaded.at("经过", mended, "事项")
        hint = f"补录支付，或核对金额；没有付清就删去这一件；{ANSWER}"
        if case.record.events[mended].explanation is None:
            yield Finding(span, "写了「改正完毕」，但支付的合计少于欠薪金额", hint)
    elif mended is None and paid >= owed and each(case, Ordered):
        span = case.loaded.at("经过", payments[-1][0], "事项")
        hint = f"补上「改正完毕」，处理状态和提前移出的日期由它算出；{ANSWER}"
        if payments[-1][1].explanation is None:
            yield Finding(span, "已经付清，但没有写「改正完毕」", hint)


def _owed(case: LedgerCase) -> int | None:
    """分 owed, where the record says so exactly and so does every payment."""
    amount = case.record.arrears.amount if case.record.arrears else None
    exact = amount and not any(one.approximate for one in (amount, *(event.amount for _, event in _payments(case))))
    return amount.fen if amount and exact else None


def _payments(case: LedgerCase) -> Iterator[tuple[int, Paid]]:
    return iter(each(case, Paid))
