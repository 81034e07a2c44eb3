"""期限: acts that came later than the law has it, with the article and the number of days."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.late import late
from generator.checks.rule import ANSWER, Finding, case_check, each, ledger_check
from generator.law.articles import INSPECTION
from generator.law.terms import months_after
from generator.ledger import Ledger, LedgerCase
from generator.model.event import Received
from generator.problems import Severity, Span

_LOOK_BACK_MONTHS = 24


@case_check("C504", Severity.WARNING)
def accepted_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """接到投诉之日起五个工作日之内决定是否受理（浙江省的规定，只对浙江的城市检查）。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-09, 事项: 受理}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-10, 事项: 受理}
    """
    yield from late(case, "决定是否受理")


@case_check("C505", Severity.WARNING)
def investigated_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """立案之日起 60 个工作日之内完成调查；情况复杂、经负责人批准的，可以延长 30 个工作日。

    在浙江，期限之内「中止调查」的，到「恢复调查」为止的日子不算；还没有恢复的，期限停着。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 立案, 延期批准: 2026-05-20}
          - {日期: 2026-06-10, 事项: 责令改正, 期限: 2026-06-17}

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 立案}
          - {日期: 2026-04-14, 事项: 中止调查, 理由: 当事人逃匿}
          - {日期: 2026-06-08, 事项: 恢复调查}
          - {日期: 2026-06-30, 事项: 责令改正, 期限: 2026-07-07}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 立案}
          - {日期: 2026-06-10, 事项: 责令改正, 期限: 2026-06-17}
    """
    yield from late(case, "完成调查")


@case_check("C506", Severity.WARNING)
def violation_is_not_too_old(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """违法行为终了之后两年之内没有被发现、也没有被举报投诉的，不再查处。

    ✓
        单位: {名称: 虚构甲公司}
        欠薪: {期间: 2023-11 至 2024-03}
        经过: [{日期: 2026-03-31, 事项: 接到投诉, 渠道: 甲热线}]

    ✗
        单位: {名称: 虚构甲公司}
        欠薪: {期间: 2023-11 至 2024-03}
        经过: [{日期: 2026-04-01, 事项: 接到投诉, 渠道: 甲热线}]
    """
    period = case.record.arrears.period if case.record.arrears else None
    found = next(iter(each(case, Received)), None)
    if period is None or found is None or found[1].explanation:
        return
    last = months_after(period.last, _LOOK_BACK_MONTHS)
    if found[1].on > last:
        span = case.loaded.at("经过", found[0], "日期")
        message = f"欠薪期间到 {period.last} 为止，两年的查处时效到 {last}，投诉晚了 {(found[1].on - last).days} 天"
        hint = f"核对期间，违法行为仍在继续的，更正期间；{ANSWER}"
        yield Finding(span, message, hint, INSPECTION.art(20))


@case_check("C507", Severity.WARNING)
def objected_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """当事人自收到列入告知之日起五个工作日之内可以提出异议；过了期限的，请核对送达日期。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知, 送达日期: 2026-03-10}
          - {日期: 2026-03-17, 事项: 提出异议}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-17, 事项: 提出异议}
    """
    yield from late(case, "提出异议")


@case_check("C508", Severity.WARNING)
def verified_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """收到异议之日起五个工作日之内核实，并告知当事人结果。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-10, 事项: 提出异议}
          - {日期: 2026-03-17, 事项: 异议核实, 结果: 不成立}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-10, 事项: 提出异议}
          - {日期: 2026-03-18, 事项: 异议核实, 结果: 不成立}
    """
    yield from late(case, "核实异议")


@case_check("C509", Severity.WARNING)
def listed_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """责令限期支付的期限届满之日起 20 个工作日之内作出列入决定；情况复杂、经负责人批准的，可以延长 20 个工作日。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知, 延期批准: 2026-03-30}
          - {日期: 2026-04-20, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-04-20, 事项: 列入失信名单}
    """
    yield from late(case, "作出列入决定")


@case_check("C510", Severity.WARNING)
def listing_published_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """失信名单应当自列入决定之日起 20 个工作日之内公开（政府信息公开的一般规定）。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
        公开:
          - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-04-20}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
        公开:
          - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-04-21}}
    """
    yield from late(case, "公开失信名单", "（公开政府信息的一般规定，用于名单待主管部门确认）")


@case_check("C512", Severity.WARNING)
def removal_decided_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """收到提前移出的申请之日起 15 个工作日之内决定是否准予移出。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-29, 事项: 移出名单, 原因: 提前移出}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-30, 事项: 移出名单, 原因: 提前移出}
    """
    yield from late(case, "决定是否移出")


@case_check("C513", Severity.WARNING)
def taken_down_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """失信名单期满、提前移出或者列入决定撤销之日起，十个工作日之内停止公开，并告知其他网站。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
          - {日期: 2025-11-03, 事项: 撤下公示, 公示: 失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
          - {日期: 2025-11-04, 事项: 撤下公示, 公示: 失信名单}
    """
    yield from late(case, "撤下失信名单")


@case_check("C514", Severity.WARNING)
def penalty_withdrawn_in_time(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """公开的处罚决定被变更、撤销、确认违法或者无效的，三个工作日之内撤回，并公开说明理由。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
          - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 认定有误}
          - {日期: 2026-05-14, 事项: 撤下公示, 公示: 行政处罚}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-24}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
          - {日期: 2026-03-09, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
          - {日期: 2026-05-11, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 认定有误}
          - {日期: 2026-05-15, 事项: 撤下公示, 公示: 行政处罚}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-24}}
    """
    yield from late(case, "撤回处罚信息")


@case_check("C518", Severity.WARNING)
def told_of_extension(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """批准延长调查期限之日起三日之内书面告知投诉人（浙江省的规定，只对浙江的城市、有人投诉的案件检查）。

    最后一日是休息日的，顺延到下一个工作日。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-03, 事项: 立案, 延期批准: 2026-05-20}
          - {日期: 2026-05-25, 事项: 告知投诉人, 针对: 延长调查期限}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-03, 事项: 立案, 延期批准: 2026-05-20}
          - {日期: 2026-05-26, 事项: 告知投诉人, 针对: 延长调查期限}
    """
    yield from late(case, "告知延长调查")


@case_check("C519", Severity.WARNING)
def told_of_suspension(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """批准中止调查之日起三日之内书面告知投诉人（浙江省的规定，只对浙江的城市、有人投诉的案件检查）。

    最后一日是休息日的，顺延到下一个工作日。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-03, 事项: 立案}
          - {日期: 2026-04-14, 事项: 中止调查, 理由: 当事人逃匿}
          - {日期: 2026-04-17, 事项: 告知投诉人, 针对: 中止调查}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-02, 事项: 联系当事人}
          - {日期: 2026-03-03, 事项: 立案}
          - {日期: 2026-04-14, 事项: 中止调查, 理由: 当事人逃匿}
          - {日期: 2026-04-20, 事项: 告知投诉人, 针对: 中止调查}
    """
    yield from late(case, "告知中止调查")


@ledger_check("C517", Severity.WARNING)
def calendar_is_known(ledger: Ledger) -> Iterator[Finding]:
    """正在计算的期限落到了放假安排还没有公布的年份，暂按周末推算；公布之后写进 portal.yml 的「节假日」。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-02, 事项: 立案}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-10-26, 事项: 立案}]
    """
    running = [one for case in ledger.cases for one in case.deadlines if one.stop is None]
    unknown = [one for one in running if one.due.provisional and one.due.day >= ledger.as_of]
    for year in sorted({one.due.day.year for one in unknown}):
        span = ledger.portal.at("节假日") if ledger.portal.record.calendar else Span(ledger.portal.file)
        message = f"{year} 年的放假安排还不知道，正在计算的期限暂按周末推算"
        yield Finding(span, message, "国务院公布之后，把放假和调休的日子写进「节假日」")
