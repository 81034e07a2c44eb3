"""身份: numbers, names, codes, and words that `portal.yml` must know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks.rule import Finding, case_check, ledger_check, whole_case_check
from generator.ledger import Ledger, LedgerCase
from generator.model.codes import CaseNumber
from generator.model.event import Received
from generator.problems import Severity, Span, did_you_mean


@case_check("C101")
def file_is_its_number(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """案件文件放在 cases/<年>/<编号>.yml，编号是「前缀-年份-四位序号」，文件夹的年份与编号一致。

    ✓ cases/2026/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}

    ✗ cases/2025/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}

    ✗ cases/2026/虚构甲公司.yml
        单位: {名称: 虚构甲公司}
    """
    path = PurePosixPath(case.loaded.file)
    number = CaseNumber.parse(path.stem)
    prefix = ledger.portal.record.city.prefix
    expected = f"cases/{number.year}/{number}.yml" if number else ""
    if number is None or number.prefix != prefix or path.as_posix() != expected:
        hint = (
            f"放到 {expected}" if number and number.prefix == prefix else f"写成 cases/2026/{prefix}-2026-0001.yml 这样"
        )
        yield Finding(Span(case.loaded.file), "文件的位置或名称不是案件编号", hint)


@ledger_check("C102")
def number_is_used_once(ledger: Ledger) -> Iterator[Finding]:
    """一个案件编号只用一次。

    ✓ cases/2026/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}

    ✗ cases/2026/yk-2026-0001.yml cases/2025/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}
    """
    files = defaultdict(list)
    for case in ledger.cases:
        files[case.number].append(case.loaded.file)
    for number, same in files.items():
        for file in same[1:]:
            yield Finding(Span(file), f"编号 {number} 已经用过", f"另一份在 {same[0]}；给新案件下一个编号")


@case_check("C103", Severity.WARNING)
def credit_code_checks_out(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """统一社会信用代码的校验位应当对得上；早年试点发出的代码可能对不上，须人工核对。

    ✓
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}

    ✗
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000158}
    """
    code = case.record.employer.credit_code
    if code and not code.valid:
        span = case.loaded.at("单位", "统一社会信用代码")
        yield Finding(span, "统一社会信用代码的校验位对不上", "照营业执照逐位核对；确属早年试点代码的，保留即可")


@case_check("C104")
def town_is_known(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """镇街须是 content/portal.yml「镇街」里的一个。

    ✓
        单位: {名称: 虚构甲公司}
        镇街: 甲镇

    ✗
        单位: {名称: 虚构甲公司}
        镇街: 乌有镇
    """
    towns = ledger.portal.record.towns
    if case.record.town and case.record.town not in towns:
        yield Finding(
            case.loaded.at("镇街"), "没有这个镇街", did_you_mean(case.record.town, towns) or f"可写：{'、'.join(towns)}"
        )


@case_check("C105")
def channel_is_known(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """投诉的渠道须是 content/portal.yml「投诉渠道」里的一项。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 接到投诉, 渠道: 传说}]
    """
    names = [channel.name for channel in ledger.portal.record.channels]
    for index, event in enumerate(case.record.events):
        if isinstance(event, Received) and event.channel not in names:
            span = case.loaded.at("经过", index, "渠道")
            yield Finding(span, "没有这个投诉渠道", did_you_mean(event.channel, names) or f"可写：{'、'.join(names)}")


@whole_case_check("C106")
def sample_says_so(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """样例的单位名称须带「虚构」，带「虚构」的须标明样例，免得虚构的事被当真。

    ✓
        样例: true
        单位: {名称: 虚构甲公司}

    ✗
        样例: true
        单位: {名称: 甲公司}

    ✗
        单位: {名称: 虚构甲公司}
    """
    invented = "虚构" in case.record.employer.name
    if invented != case.record.sample:
        span = case.loaded.at("单位", "名称")
        hint = "真实案件去掉「样例」，虚构案件在名称里写「虚构」并加 样例: true"
        yield Finding(span, "「样例」与单位名称里的「虚构」不一致", hint)


@ledger_check("C107", Severity.WARNING)
def minimum_wage_is_recent(ledger: Ledger) -> Iterator[Finding]:
    """最低工资标准至少每两年调整一次，超过 24 个月的须核实是否已有新标准。

    ✓ content/portal.yml
        最低工资: [{自: 2025-06-01, 月: 2000元, 小时: 20元, 文件: 某文〔2025〕1号, 核实: 已核实}]

    ✗ content/portal.yml
        最低工资: [{自: 2021-06-01, 月: 2000元, 小时: 20元, 文件: 某文〔2021〕1号, 核实: 已核实}]
    """
    wages = [wage for wage in ledger.portal.record.wages if wage.since <= ledger.as_of]
    if wages and (ledger.as_of - max(wage.since for wage in wages)).days > 731:
        span = ledger.portal.at("最低工资")
        hint = "《最低工资规定》第十条：至少每两年调整一次；向主管部门核实后补上新标准和文号"
        yield Finding(span, "最低工资标准已超过 24 个月", hint)
