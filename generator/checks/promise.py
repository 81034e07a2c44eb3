"""117: acts that came later than the city promises; a promise, not a legal limit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.late import late
from generator.checks.rule import Finding, case_check
from generator.ledger import Ledger, LedgerCase
from generator.problems import Severity

_PROMISE = "（服务承诺，不是法定期限）"


@case_check("C501", Severity.WARNING)
def received_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """117：接到投诉之后 1 天之内接收（分派、受理或者直接办理）。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-03, 事项: 分派, 承办: 甲镇}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-04, 事项: 分派, 承办: 甲镇}
    """
    yield from late(case, "接收投诉", _PROMISE)


@case_check("C502", Severity.WARNING)
def contacted_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """117：接收之后 1 天之内联系当事人。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 分派, 承办: 甲镇}
          - {日期: 2026-03-03, 事项: 联系当事人}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 分派, 承办: 甲镇}
          - {日期: 2026-03-04, 事项: 联系当事人}
    """
    yield from late(case, "联系当事人", _PROMISE)


@case_check("C503", Severity.WARNING)
def completed_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """117：一般案件接到投诉之后 7 天之内办结；疑难会办的、立案查处的，不按这一条计算。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-09, 事项: 回复销号}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-10, 事项: 回复销号}
    """
    yield from late(case, "办结投诉", _PROMISE)
