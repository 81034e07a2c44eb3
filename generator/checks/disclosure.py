"""公开: whether a decision to disclose is complete enough to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, assert_never

from generator.checks.identity import UNREGISTERED
from generator.checks.in_force import listed_too_early
from generator.checks.rule import Finding, each, whole_case_check
from generator.law.articles import ORDER45, PENALTY, WAGES, Article
from generator.law.crime import named, of_wages
from generator.law.removal import ARREARS
from generator.law.standing import in_order
from generator.law.windows import window
from generator.ledger import Ledger, LedgerCase
from generator.model.case import (
    Case,
    Disclosure,
    ListingDisclosure,
    MajorDisclosure,
    MediaDisclosure,
    PenaltyDisclosure,
)
from generator.model.event import Amendment, Corrected, CriminalAct, Listed, Penalised, TakenDown
from generator.problems import Severity

_NO_TERM_IS_SHORTER: Final = timedelta(days=28)
"""Terms are whole months, so an approval within this time is never too late."""
_BASE_ACTS = {
    "失信名单": (("列入失信名单",), ORDER45.art(9)),
    "行政处罚": (("行政处罚",), PENALTY.art(48)),
    "重大违法公布": (("行政处罚", "行政处理", "移送公安"), WAGES.art(47)),
}


@whole_case_check("C301")
def disclosure_is_approved(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """每一项公开都要有批准：批准人的岗位和日期。

    ✓
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}}
    """
    for index, disclosure in enumerate(case.record.disclosures):
        if disclosure.approval is None:
            span = case.loaded.at("公开", index, "依据")
            yield Finding(span, "公开没有批准", "补上 批准: {岗位: …, 日期: …}；还没批准就删去这一项")


@whole_case_check("C302")
def basis_has_its_decision(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """公开的依据要有相应的决定：失信名单要有列入决定，行政处罚要有处罚决定，重大违法公布要有处罚、处理或移送。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}
    """
    kinds = {event.kind for event in case.record.events}
    for index, disclosure in enumerate(case.record.disclosures):
        acts, article = _BASE_ACTS.get(disclosure.basis.value, ((), None))
        if acts and not kinds & set(acts):
            message = f"依据是「{disclosure.basis.value}」，但「经过」里没有「{'」或「'.join(acts)}」"
            yield Finding(case.loaded.at("公开", index, "依据"), message, "补录决定，或改用别的依据", article)


@whole_case_check("C303")
def approval_follows_decision(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """批准公开不早于所依据的决定或报道，也不晚于公示期限。

    处罚和列入以最近一次决定为准；同一件案件又有新的决定的，另立一件。

    ✓
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-01}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-01-01, 事项: 责令改正, 期限: 2025-01-08}
          - {日期: 2025-01-20, 事项: 行政处罚, 文号: 某〔2025〕1号, 金额: 20000元, 情节: 轻微}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-09-22}}
    """
    for index, disclosure in enumerate(case.record.disclosures):
        fault = _fault_of_approval(case.record, disclosure, ledger)
        if fault:
            article = _BASE_ACTS.get(disclosure.basis.value, ((), None))[1]
            yield Finding(case.loaded.at("公开", index, "批准"), *fault, article)


def _fault_of_approval(case: Case, disclosure: Disclosure, ledger: Ledger) -> tuple[str, str] | None:
    """Too early or too late, with the way out."""
    day = _stands_on(case, disclosure)
    if disclosure.approval is None or day is None or listed_too_early(case, disclosure):
        return None
    if disclosure.approval.on < day:
        hint = "核对批准日期；同一件案件又有新的决定的，另立一件"
        return f"批准早于所依据的决定或报道（{day}）", hint
    if disclosure.approval.on - day < _NO_TERM_IS_SHORTER:
        return None
    if window(disclosure, case.events, ledger.portal.record.policy, disclosure.approval.on) is None:
        return "批准的时候公示期限已经过了", "核对批准日期；确实过期的，删去这一项公开"
    return None


def _stands_on(case: Case, disclosure: Disclosure) -> date | None:
    """The day of the report, of the first handling, or of the latest listing or penalty."""
    if isinstance(disclosure, MediaDisclosure):
        return disclosure.source.on if disclosure.source else None
    days = [event.on for event in case.events if event.kind in _BASE_ACTS[disclosure.basis.value][0]]
    return (min if isinstance(disclosure, MajorDisclosure) else max)(days, default=None)


@whole_case_check("C304")
def basis_has_its_fields(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """每种依据都有必须公开的内容，缺了就不能公开。

    失信名单：列入决定的文号、列入事由、决定书载明的五项、列入的人员。
    行政处罚：处罚决定的文号、金额或种类、情节。
    重大违法公布：信用代码或注册号、地址、法定代表人、违法事实。
    媒体转载：来源。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚, 文号: 某〔2026〕1号, 金额: 20000元, 情节: 一般}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚}
        公开:
          - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}
    """
    for index, disclosure in enumerate(case.record.disclosures):
        lacking, article = _lacking(case.record, disclosure)
        if lacking:
            message = f"依据「{disclosure.basis.value}」还缺：{'、'.join(lacking)}"
            yield Finding(case.loaded.at("公开", index, "依据"), message, "补齐之后再公开；不知道的不要编", article)


def _lacking(case: Case, disclosure: Disclosure) -> tuple[list[str], Article | None]:
    match disclosure:
        case ListingDisclosure():
            return _of_listing(case), ORDER45.art(8)
        case PenaltyDisclosure():
            return _of_penalty(case), None  # art 48 asks for publicity and leaves open what of a decision is shown
        case MajorDisclosure():
            return _of_major(case), None  # 29号令, whose text nobody has read in full
        case MediaDisclosure():
            return _absent({"来源": disclosure.source}), None
        case _:
            assert_never(disclosure)


def _absent(needed: Mapping[str, object]) -> list[str]:
    return [name for name, value in needed.items() if not value]


def _of_listing(case: Case) -> list[str]:
    event = next((event for event in reversed(case.events) if isinstance(event, Listed)), None)
    if event is None or not ORDER45.in_force(event.on):
        return []  # other rules ask for the decision itself, and for one by this order
    five = len(set(event.contents)) == 5
    needed = {"文号": event.document_number, "列入事由": event.reason, "人员": event.persons, "决定书载明的五项": five}
    return _absent(needed)


def _of_penalty(case: Case) -> list[str]:
    event = next((event for event in reversed(case.events) if isinstance(event, Penalised)), None)
    if event is None:
        return []
    return _absent({"文号": event.document_number, "金额或种类": event.amount or event.penalty, "情节": event.severity})


def _of_major(case: Case) -> list[str]:
    """An unlicensed unit has no code; a natural person has none of the three."""
    employer = case.employer
    natural = employer.subject == "自然人"
    needed = {
        "统一社会信用代码或注册号": employer.credit_code or employer.registration or employer.subject in UNREGISTERED,
        "地址": employer.address or natural,
        "法定代表人": employer.representative or natural,
        "违法事实": case.facts,
    }
    return _absent(needed)


@whole_case_check("C305")
def basis_is_used_once(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """一件案件的每种依据只写一项。

    ✓
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}
          - {依据: 媒体转载, 来源: {名称: 某台, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}
    """
    seen = set()
    for index, disclosure in enumerate(case.record.disclosures):
        if disclosure.basis in seen:
            span = case.loaded.at("公开", index, "依据")
            yield Finding(span, f"依据「{disclosure.basis.value}」写了两项", "合并成一项")
        seen.add(disclosure.basis)


_OF_CATEGORY: Final = {
    "克扣或无故拖欠劳动报酬": ARREARS,
    "不参加社会保险或不依法缴费": frozenset({"不参加社会保险或不依法缴费"}),
    "违反工时和休息休假规定": frozenset({"违反工时和休息休假规定"}),
    "违反女职工和未成年工保护规定": frozenset({"违反女职工和未成年工保护规定"}),
    "使用童工": frozenset({"使用童工"}),
}


@whole_case_check("C311")
def category_agrees_with_the_case(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """重大违法公布的「类别」与案件相符：移送司法的要有移送公安或以后的刑事程序，别的类别要在「违法行为」里写有。

    ✓
        违法行为: [使用童工]
        单位: {名称: 虚构甲公司, 注册号: "330000000000001", 地址: 虚构路 1 号, 法定代表人: 虚构某甲}
        违法事实: 违法，经责令限期改正，逾期未改正。
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处理}
        公开:
          - {依据: 重大违法公布, 类别: 使用童工, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}

    ✓
        违法行为: [拖欠工资]
        单位: {名称: 虚构甲公司, 注册号: "330000000000001", 地址: 虚构路 1 号, 法定代表人: 虚构某甲}
        违法事实: 违法，经责令限期改正，逾期未改正。
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
        公开:
          - {依据: 重大违法公布, 类别: 拒不支付劳动报酬移送司法, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}

    ✗
        违法行为: [拖欠工资]
        单位: {名称: 虚构甲公司, 注册号: "330000000000001", 地址: 虚构路 1 号, 法定代表人: 虚构某甲}
        违法事实: 违法，经责令限期改正，逾期未改正。
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处理}
        公开:
          - {依据: 重大违法公布, 类别: 使用童工, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}

    ✗
        违法行为: [拖欠工资]
        单位: {名称: 虚构甲公司, 注册号: "330000000000001", 地址: 虚构路 1 号, 法定代表人: 虚构某甲}
        违法事实: 违法，经责令限期改正，逾期未改正。
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处理}
        公开:
          - {依据: 重大违法公布, 类别: 拒不支付劳动报酬移送司法, 批准: {岗位: 治欠办主任, 日期: 2026-03-23}}
    """
    record = case.record
    for index, disclosure in enumerate(record.disclosures):
        if not isinstance(disclosure, MajorDisclosure):
            continue
        span, needed = case.loaded.at("公开", index, "类别"), _OF_CATEGORY.get(disclosure.category)
        if needed and record.violations and not needed & set(record.violations):
            message = "「违法行为」里没有这一类"
            yield Finding(span, message, "核对类别；或在「违法行为」里补上")
        decided = _stands_on(record, disclosure)
        court = any(
            isinstance(event, CriminalAct) and of_wages(offence) for event, offence in named(in_order(record.events))
        )
        if disclosure.category == "拒不支付劳动报酬移送司法" and decided and not court:
            yield Finding(span, "类别是移送司法，但「经过」里没有以这个罪名移送公安", "补录移送，或改用别的类别")


@whole_case_check("C312", Severity.WARNING)
def report_knows_of_the_case(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """媒体转载只显示报道那天以前的经过；经过全在报道之后的，写明「报道所述」，不然页面上什么也没有。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 立案}]
        公开:
          - 依据: 媒体转载
            来源: {名称: 某报, 日期: 2026-01-02}
            报道所述: 行政处罚。
            批准: {岗位: 治欠办主任, 日期: 2026-01-03}

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 立案}]
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}
    """
    days = [event.on for event in case.record.events if not isinstance(event, Amendment)]
    for index, disclosure in enumerate(case.record.disclosures):
        if not isinstance(disclosure, MediaDisclosure) or disclosure.source is None or disclosure.quoted or not days:
            continue
        if disclosure.source.on < min(days):
            span = case.loaded.at("公开", index, "来源", "日期")
            yield Finding(span, "报道早于「经过」里的每一件事", "核对报道日期；报道写明处理结果的，补上「报道所述」")


@whole_case_check("C313", Severity.WARNING)
def correction_follows_publication(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """「更正」只用于已经公开的内容；公开之前发现有误的，直接改记录。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-02-01, 事项: 更正, 内容: 人数更正为 2名, 理由: 录入有误}]
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-01-03}}

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-02-01, 事项: 更正, 内容: 人数更正为 2名, 理由: 录入有误}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-02-01, 事项: 更正, 内容: 人数更正为 2名, 理由: 录入有误}]
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-02-02}}
    """
    record = case.record
    if any(isinstance(event, TakenDown) for event in record.events):
        return  # it was public, and the decision to disclose may be gone
    if any(disclosure.approval is None for disclosure in record.disclosures):
        return  # another rule asks for the approval
    first = min((item.approval.on for item in record.disclosures if item.approval), default=None)
    for index, event in each(case, Corrected):
        if first is None or event.on < first:
            span = case.loaded.at("经过", index, "事项")
            yield Finding(span, "更正的时候还没有公开过", "删去这一件，直接改正记录；或核对日期")


@whole_case_check("C314", Severity.WARNING)
def approval_has_happened(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """批准的日期晚于截至日期的，到那一天才公开，请核对日期。

    ✓
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-11-01}}

    ✗
        单位: {名称: 虚构甲公司}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-01-02}, 批准: {岗位: 治欠办主任, 日期: 2026-11-02}}
    """
    for index, disclosure in enumerate(case.record.disclosures):
        day = _stands_on(case.record, disclosure)
        if disclosure.approval is None or disclosure.approval.on <= ledger.as_of or (day and day > ledger.as_of):
            continue
        if not _fault_of_approval(case.record, disclosure, ledger):
            span = case.loaded.at("公开", index, "批准", "日期")
            yield Finding(span, f"晚于截至日期（{ledger.as_of}），到那一天才公开", "核对年份和月份")
