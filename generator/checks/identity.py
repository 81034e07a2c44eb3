"""身份: numbers, names, codes, and words that `portal.yml` must know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from generator.checks.rule import Finding, case_check, each, ledger_check, whole_case_check
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Employer
from generator.model.codes import CaseNumber
from generator.model.event import Assigned, Consulted, Received
from generator.problems import Severity, Span, did_you_mean


@case_check("C101")
def file_is_its_number(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """案件文件放在 cases/<年>/<编号>.yml，编号是「前缀-年份-序号」，序号从 0001 起、至少四位，文件夹的年份与编号一致。

    ✓ cases/2026/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}

    ✓ cases/2026/yk-2026-10000.yml
        单位: {名称: 虚构甲公司}

    ✗ cases/2025/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}

    ✗ cases/2026/yk-2026-00001.yml
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


@ledger_check("C102", across=True)
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
    """统一社会信用代码的校验位应当对得上；早年试点发出的代码可能对不上，核对过的写明「代码核对」。

    ✓
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}

    ✓
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000158, 代码核对: 已与营业执照核对，属早年试点代码}

    ✗
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000158}
    """
    code = case.record.employer.credit_code
    if code and not code.valid and not case.record.employer.code_confirmed:
        span = case.loaded.at("单位", "统一社会信用代码")
        hint = "照营业执照逐位核对；代码确实无误的，在「代码核对」写明怎样核对的"
        yield Finding(span, "统一社会信用代码的校验位对不上", hint)


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
    for index, event in each(case, Received):
        if event.channel not in names:
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


UNREGISTERED: Final = frozenset({"无照单位", "自然人"})
"""Kinds of employers that no register knows."""


@whole_case_check("C108")
def subject_has_its_fields(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """分公司要写「总公司」，别的类型不写；没有登记的单位和自然人没有信用代码和注册号，自然人也没有法定代表人。

    ✓
        单位: {名称: 虚构甲公司某市分公司, 类型: 分公司, 总公司: 虚构甲公司}

    ✗
        单位: {名称: 虚构甲公司某市分公司, 类型: 分公司}

    ✗
        单位: {名称: 虚构甲公司, 总公司: 虚构乙公司}

    ✗
        单位: {名称: 虚构甲作坊, 类型: 无照单位, 注册号: "330000000000001"}

    ✗
        单位: {名称: 虚构吕某某, 类型: 自然人, 统一社会信用代码: 91000000MA00000157}

    ✗
        单位: {名称: 虚构吕某某, 类型: 自然人, 法定代表人: 虚构吕某某}
    """
    employer = case.record.employer
    if employer.subject == "分公司" and not employer.parent:
        yield Finding(
            case.loaded.at("单位", "类型"),
            "类型是分公司，却没有写「总公司」",
            "补上总公司的全称；不是分公司的，改正「类型」",
        )
    written = {
        "总公司": employer.parent if employer.subject != "分公司" else None,
        "统一社会信用代码": employer.credit_code if employer.subject in UNREGISTERED else None,
        "注册号": employer.registration if employer.subject in UNREGISTERED else None,
        "法定代表人": employer.representative if employer.subject == "自然人" else None,
    }
    for key, value in written.items():
        if value:
            span = case.loaded.at("单位", key)
            yield Finding(span, f"类型是「{employer.subject}」的没有「{key}」", f"删去「{key}」，或改正「类型」")


@case_check("C113")
def office_is_known(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """承办和会办的，须是 content/portal.yml「镇街」或「部门」里的一个；没有写「部门」的城市不查。

    ✓ content/portal.yml cases/2026/yk-2026-0001.yml
        部门: [建设局, 公安局]
        ---
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 分派, 承办: 甲镇}
          - {日期: 2026-03-02, 事项: 疑难会办, 部门: [建设局, 公安局]}

    ✗ content/portal.yml cases/2026/yk-2026-0001.yml
        部门: [建设局, 公安局]
        ---
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 分派, 承办: 乌有镇}]

    ✗ content/portal.yml cases/2026/yk-2026-0001.yml
        部门: [建设局, 公安局]
        ---
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-02, 事项: 疑难会办, 部门: [建设局, 乌有局]}]
    """
    portal = ledger.portal.record
    known = (*portal.towns, *portal.departments)
    for path, office in _offices(case) if portal.departments else ():
        if office not in known:
            hint = did_you_mean(office, known) or f"可写：{'、'.join(known)}"
            yield Finding(case.loaded.at("经过", *path), "没有这个镇街或部门", hint)


def _offices(case: LedgerCase) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for index, event in enumerate(case.record.events):
        if isinstance(event, Assigned):
            yield (index, "承办"), event.office
        elif isinstance(event, Consulted):
            yield from (((index, "部门", place), office) for place, office in enumerate(event.offices))


@case_check("C116", Severity.WARNING)
def number_is_not_older_than_the_case(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """案件编号的年份不早于第一件事的年份：先有事，后有编号。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2025-12-30, 事项: 立案}]

    ✗ cases/2025/yk-2025-0001.yml
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 立案}]
    """
    number, events = CaseNumber.parse(case.number), case.record.events
    if number is None or not events or case.record.explanation:
        return
    first = events[0].on
    others_speak = first > ledger.as_of or first.year > number.year + 10
    in_order = all(before.on <= after.on for before, after in pairwise(events))
    if first.year > number.year and in_order and not others_speak:
        hint = "核对日期的年份；日期没错的另编一号，已经公开过的编号不改，在案件的「说明」写明缘由"
        yield Finding(case.loaded.at("经过", 0, "日期"), f"第一件事晚于编号的年份（{number.year}）", hint)


_KINDS: Final = {"公司": "91", "分公司": "91", "合伙企业": "91", "个体工商户": "92"}


def kind_disagrees(employer: Employer) -> bool:
    """True where a sound code belongs to another kind of unit than the record says (GB 32100)."""
    code = employer.credit_code
    return bool(code and code.valid) and not str(code).startswith(_KINDS.get(employer.subject, ""))


@whole_case_check("C121", Severity.WARNING)
def code_fits_the_subject(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """信用代码的前两位与单位的类型相符：企业以 91 打头，个体工商户以 92 打头；不写类型就是公司。

    ✓
        单位: {名称: 虚构甲小吃店, 类型: 个体工商户, 统一社会信用代码: 92000000MA00001385}

    ✗
        单位: {名称: 虚构甲小吃店, 统一社会信用代码: 92000000MA00001385}

    ✗
        单位: {名称: 虚构甲小吃店, 类型: 个体工商户, 统一社会信用代码: 91000000MA00000157}
    """
    employer = case.record.employer
    if kind_disagrees(employer) and not employer.code_confirmed:
        hint = "照营业执照改正「类型」或代码；确实无误的，在「代码核对」写明怎样核对的"
        span = case.loaded.at("单位", "统一社会信用代码")
        yield Finding(span, f"信用代码的前两位与类型「{employer.subject}」不符", hint)
