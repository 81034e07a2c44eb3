"""工地: whether what a worksite says of its parties, its systems and its posters can be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.checks.consistency import folded
from generator.checks.rule import Finding, ledger_check, whole_worksite_check, worksite_check
from generator.law.articles import PERSONAL, WAGES
from generator.ledger import Ledger, LedgerCase, LedgerWorksite
from generator.model.worksite import Contractor, PostersRevoked, Subcontractor
from generator.problems import Severity, did_you_mean
from generator.records.tree import Path

ANSWER: Final = "确实如此的，在这个工地的「说明」里写明"
"""How a worksite answers a warning, as the end of a hint."""

_MOBILE: Final = re.compile(r"1[3-9]\d{9}")


@worksite_check("C603", Severity.WARNING)
def site_credit_code_checks_out(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """总包和分包单位的统一社会信用代码，校验位应当对得上；核对过的写明「代码核对」，没有疑问的不写。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        分包单位:
          - {名称: 虚构乙公司, 统一社会信用代码: 91000000MA00000158, 代码核对: 已与营业执照核对，属早年试点代码}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000158}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 代码核对: 已与营业执照核对}
    """
    for path, unit in _units(site):
        doubted = unit.credit_code is not None and not unit.credit_code.valid
        if doubted and not unit.code_confirmed:
            hint = "照营业执照逐位核对；代码确实无误的，在「代码核对」写明怎样核对的"
            yield Finding(site.loaded.at(*path, "统一社会信用代码"), "统一社会信用代码的校验位对不上", hint)
        elif unit.code_confirmed and not doubted:
            yield Finding(site.loaded.at(*path, "代码核对"), "代码没有疑问，用不着「代码核对」", "删去「代码核对」")


def _units(site: LedgerWorksite) -> Iterator[tuple[Path, Contractor | Subcontractor]]:
    yield ("施工总承包单位",), site.record.contractor
    yield from ((("分包单位", place), unit) for place, unit in enumerate(site.record.subcontractors))


@worksite_check("C604", Severity.WARNING)
def officer_agrees_to_the_number(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """法律要求公示劳资专管员，没有要求公示他个人的电话：写了电话的，在「说明」里写明本人怎样同意的，没有就不印。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        劳资专管员: {姓名: 虚构某甲, 电话: "666666", 说明: 2026-03-02 本人签了同意书}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        劳资专管员: {姓名: 虚构某甲, 电话: "666666"}
    """
    officer = site.record.officer
    if officer and officer.phone and not officer.explanation:
        span = site.loaded.at("劳资专管员", "电话")
        hint = "本人同意公布的，在「说明」里写明怎样同意的；没有同意的，删去「电话」"
        yield Finding(span, "劳资专管员的电话没有写明本人同意，不会印出来", hint, PERSONAL.art(25), private=True)


@worksite_check("C605", Severity.WARNING)
def authority_has_an_office_number(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """主管部门的投诉电话写单位的电话，不写哪个人的手机。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        主管部门: [{名称: 建设局, 投诉电话: "12345"}]

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        主管部门: [{名称: 建设局, 投诉电话: "13800138000"}]
    """
    for place, authority in enumerate(site.record.authorities):
        if authority.phone and _MOBILE.fullmatch(authority.phone) and not site.record.explanation:
            span = site.loaded.at("主管部门", place, "投诉电话")
            hint = f"写单位对外公布的投诉电话；{ANSWER}"
            yield Finding(span, "主管部门的投诉电话是手机号", hint, PERSONAL.art(25), private=True)


@worksite_check("C606", Severity.WARNING)
def every_month_has_the_payday(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """工资支付日是每个月都有的一天：29 日以后的，有的月份没有，改成「每月最后一日」。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        工资支付日: 每月最后一日

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        工资支付日: 每月31日
    """
    payday = site.record.payday
    if payday and not payday.every_month and not site.record.explanation:
        hint = f"月底发的写 每月最后一日；{ANSWER}"
        yield Finding(site.loaded.at("工资支付日"), "有的月份没有这一天", hint)


@worksite_check("C609")
def subcontracting_is_said_one_way(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """写了「无分包」的，不再写「分包单位」。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        无分包: true

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        分包单位: [{名称: 虚构乙公司}]
        无分包: true
    """
    if site.record.none_subcontracted and site.record.subcontractors:
        yield Finding(site.loaded.at("无分包"), "写了「无分包」，又写了「分包单位」", "留下对的一处，删去另一处")


@worksite_check("C615")
def site_town_is_known(site: LedgerWorksite, ledger: Ledger) -> Iterator[Finding]:
    """工地的镇街须是 content/portal.yml「镇街」里的一个。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        镇街: 甲镇
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        镇街: 乌有镇
        施工总承包单位: {名称: 虚构甲公司}
    """
    town, towns = site.record.town, ledger.portal.record.towns
    if town and town not in towns:
        hint = did_you_mean(town, towns) or f"可写：{'、'.join(towns)}"
        yield Finding(site.loaded.at("镇街"), "没有这个镇街", hint)


@whole_worksite_check("C616")
def sample_site_says_so(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """样例工地的项目、单位和人员名称都带「虚构」；真实的工地，一处「虚构」也没有。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        建设单位: 甲置业公司
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A2345678.yml
        项目: 甲工程
        施工总承包单位: {名称: 甲公司, 项目部: 虚构甲工程项目部}
    """
    sample = site.record.sample
    for path, name in _names(site):
        if ("虚构" in name) != sample:
            message = "样例里的这个名称没有「虚构」" if sample else "真实工地的名称里有「虚构」"
            hint = "样例的名称都写上「虚构」；真实的工地去掉「样例」和「虚构」"
            yield Finding(site.loaded.at(*path), message, hint)


def _names(site: LedgerWorksite) -> Iterator[tuple[Path, str]]:
    record = site.record
    names: Sequence[tuple[Path, str | None]] = [
        (("项目",), record.project),
        (("建设单位",), record.owner),
        *(((*path, "名称"), unit.name) for path, unit in _units(site)),
        (("施工总承包单位", "项目部"), record.contractor.department),
        (("劳资专管员", "姓名"), record.officer.name if record.officer else None),
    ]
    yield from ((path, name) for path, name in names if name)


@ledger_check("C617", Severity.WARNING, across=True)
def contractor_is_not_listed(ledger: Ledger) -> Iterator[Finding]:
    """施工总承包单位今天不在失信联合惩戒名单上；在的要有人知道，该限制的照规定限制。

    ✓ content/worksites/A2345678.yml cases/2026/yk-2026-0001.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构乙公司}
        ---
        样例: true
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-20, 事项: 列入失信名单}]

    ✗ content/worksites/A2345678.yml cases/2026/yk-2026-0001.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        ---
        样例: true
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-20, 事项: 列入失信名单}]

    ✗ content/worksites/A2345678.yml cases/2026/yk-2026-0001.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲集团公司, 统一社会信用代码: 91000000MA00000157}
        ---
        样例: true
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        经过: [{日期: 2026-03-20, 事项: 列入失信名单}]
    """
    listed = _listed(ledger.cases) if ledger.worksites else {}
    for site in ledger.worksites:
        contractor = site.record.contractor
        by_code = listed.get(str(contractor.credit_code)) if contractor.credit_code else None
        number = by_code or listed.get(folded(contractor.name))
        if number and not site.record.explanation:
            message = f"施工总承包单位在失信联合惩戒名单上（案件 {number}）"
            hint = f"告知相关行业工程建设主管部门；{ANSWER}"
            yield Finding(site.loaded.at("施工总承包单位", "名称"), message, hint, WAGES.art(48))


def _listed(cases: Sequence[LedgerCase]) -> dict[str, str]:
    """Code and name of every unit that is on the list → the number of its case."""
    found: dict[str, str] = {}
    for case in cases:
        employer = case.record.employer
        if case.standing.listed:
            found.setdefault(folded(employer.name), case.number)
            if employer.credit_code:
                found.setdefault(str(employer.credit_code), case.number)
    return found


@ledger_check("C618", Severity.WARNING)
def project_has_one_code_in_use(ledger: Ledger) -> Iterator[Finding]:
    """同一个项目、同一个总包，同时只用一个安薪码；换码的，旧码写「撤销」。

    ✓ content/worksites/A2345678.yml content/worksites/AB34567L.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        海报: [{日期: 2026-03-01, 事项: 印发}, {日期: 2026-09-01, 事项: 撤销, 理由: 海报被人覆盖}]
        ---
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A2345678.yml content/worksites/AB34567L.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
    """
    first: dict[tuple[str, str], str] = {}
    for site in ledger.worksites:
        record = site.record
        if record.explanation or any(isinstance(act, PostersRevoked) for act in record.posters):
            continue
        other = first.setdefault((folded(record.project), folded(record.contractor.name)), site.loaded.file)
        if other != site.loaded.file:
            hint = f"另一份在 {other}；换了码的，在旧的一份「海报」里写「撤销」；{ANSWER}"
            yield Finding(site.loaded.at("项目"), "这个项目已经有一个安薪码", hint)
