"""待确认的期限: acts that came later than a setting that the bureau has yet to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.late import late
from generator.checks.rule import Finding, case_check
from generator.law import deadlines
from generator.ledger import Ledger, LedgerCase
from generator.problems import Severity

_SETTING = "（期限待主管部门确认）"


@case_check("C511", Severity.WARNING)
def penalty_published_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """行政处罚决定应当在 7 个工作日之内公示；天数待主管部门确认，写在 portal.yml 的「办理期限」里。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-31}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-04-01}}
    """
    yield from late(case, deadlines.penalty_publication, _SETTING)


@case_check("C515", Severity.WARNING)
def publication_reviewed_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """对重大违法公布的异议，15 个工作日之内核查；天数待主管部门确认，写在 portal.yml 的「办理期限」里。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
          - {日期: 2026-05-11, 事项: 提出异议, 针对: 重大违法公布}
          - {日期: 2026-06-01, 事项: 异议核实, 针对: 重大违法公布, 结果: 不成立}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
          - {日期: 2026-05-11, 事项: 提出异议, 针对: 重大违法公布}
          - {日期: 2026-06-02, 事项: 异议核实, 针对: 重大违法公布, 结果: 不成立}
    """
    yield from late(case, deadlines.major_review, _SETTING)


@case_check("C516", Severity.WARNING)
def publication_corrected_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """重大违法公布所依据的决定变更或者撤销之后，10 个工作日之内更正；天数待主管部门确认，写在「办理期限」里。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
          - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 认定有误}
          - {日期: 2026-05-25, 事项: 撤下公示, 公示: 重大违法公布}
        公开:
          - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 治欠办主任, 日期: 2026-03-24}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
          - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 认定有误}
          - {日期: 2026-05-26, 事项: 撤下公示, 公示: 重大违法公布}
        公开:
          - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 治欠办主任, 日期: 2026-03-24}}
    """
    yield from late(case, deadlines.major_correction, _SETTING)
