"""移出名单: whether an application, an early removal and the taking down meet 45号令 article by article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.checks.rule import ANSWER, Finding, before, case_check, each, whole_case_check
from generator.law.articles import ORDER45
from generator.law.standing import in_order, standing
from generator.ledger import Ledger, LedgerCase
from generator.model.event import Delisted, Listed, RemovalRefused, RemovalSought, TakenDown
from generator.model.event.listing import RemovalMaterial
from generator.problems import Severity


@whole_case_check("C231")
def removal_meets_its_conditions(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """提前移出要有申请，要已经改正，还要有书面信用承诺。

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

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
    """
    for index, removal in _early(case):
        stood = before(case, removal)
        since = stood.listing.decided if stood.listing else removal.on
        sought = any(since <= event.on <= removal.on for _, event in each(case, RemovalSought))
        needed = {"改正完毕": stood.mended, "信用承诺": stood.promised, "申请移出": sought}
        lacking = [name for name, found in needed.items() if not found]
        if lacking:
            span = case.loaded.at("经过", index, "事项")
            message = f"提前移出之前没有「{'」「'.join(lacking)}」"
            yield Finding(span, message, "补录这些事，或核对移出的原因", ORDER45.art(12))


@case_check("C232")
def removal_waits_six_months(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """自改正之日起，列入满六个月，才能申请提前移出；没有满的，不能准许，可以不予移出。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-01, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-09-30, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
    """
    granted = [(index, event) for index, event in each(case, RemovalSought) if _was_granted(case, event)]
    acts: list[tuple[int, RemovalSought | Delisted]] = [*granted, *_early(case)]
    for index, act in acts:
        earliest = before(case, act).earliest_removal
        if earliest and act.on < earliest:
            span = case.loaded.at("经过", index, "日期")
            yield Finding(span, f"没有满六个月，最早是 {earliest}", "核对改正、列入和这一件的日期", ORDER45.art(12))


def _was_granted(case: LedgerCase, sought: RemovalSought) -> bool:
    """A unit may apply too early; the bureau then refuses, and the record says what happened."""
    answers = [event for event in in_order(case.record.events) if isinstance(event, Delisted | RemovalRefused)]
    answer = next((event for event in answers if event.on >= sought.on), None)
    return isinstance(answer, Delisted)


@case_check("C233")
def crime_bars_removal(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """因涉嫌拒不支付劳动报酬犯罪正在刑事诉讼期间，或者已经被追究刑事责任的，不得提前移出。

    「罪名」是别的罪的，不在此列。公安机关撤销案件、检察机关不起诉、法院宣告无罪的，也不在此列，补录「刑事程序终结」。

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

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-03-28, 事项: 刑事立案, 罪名: 合同诈骗罪}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-03-25, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
          - {日期: 2025-03-28, 事项: 刑事立案}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
    """
    for index, removal in _early(case):
        if standing(case.record.events, removal.on).prosecuted and removal.explanation is None:
            span = case.loaded.at("经过", index, "事项")
            hint = "核对移出的原因和日期；撤销案件、不起诉或宣告无罪的，补录「刑事程序终结」；是别的罪的，写明「罪名」"
            message = "因涉嫌拒不支付劳动报酬罪有刑事立案、起诉或判决，不得提前移出"
            yield Finding(span, message, hint, ORDER45.art(13))


@case_check("C234", Severity.WARNING, across=True)
def relapse_bars_removal(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """列入期间再次发生拖欠的，不得提前移出；同一单位在列入期间有别的案件被责令改正、处罚或处理的，请核对。

    ✓ cases/2026/yk-2026-0001.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        违法行为: [拖欠工资]
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}

    ✗ cases/2026/yk-2026-0001.yml cases/2026/yk-2026-0002.yml
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        违法行为: [拖欠工资]
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-04-01, 事项: 改正完毕}
          - {日期: 2025-04-02, 事项: 信用承诺}
          - {日期: 2025-05-06, 事项: 行政处理}
          - {日期: 2025-10-09, 事项: 申请移出}
          - {日期: 2025-10-20, 事项: 移出名单, 原因: 提前移出}
    """
    for index, removal in _early(case):
        listing = standing(case.record.events, removal.on).listing
        again = [day for day in case.relapses if listing and listing.decided < day <= removal.on]
        if again and removal.explanation is None:
            span = case.loaded.at("经过", index, "事项")
            message = f"列入期间（{again[0]}）同一单位另有案件被责令改正、处罚或处理"
            hint = f"核对是否属于再次拖欠；{ANSWER}"
            yield Finding(span, message, hint, ORDER45.art(13))


@case_check("C235", Severity.WARNING)
def application_is_complete(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """申请提前移出要提交三样：书面申请、已经改正的证据、书面信用承诺。写了「材料」的，应当写全。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-10-09, 事项: 申请移出, 材料: [书面申请, 已经改正的证据, 书面信用承诺]}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2025-03-01, 事项: 责令改正, 期限: 2025-03-08}
          - {日期: 2025-03-10, 事项: 列入告知}
          - {日期: 2025-03-20, 事项: 列入失信名单}
          - {日期: 2025-10-09, 事项: 申请移出, 材料: [书面申请]}
    """
    for index, sought in each(case, RemovalSought):
        lacking = [material for material in get_args(RemovalMaterial) if material not in sought.materials]
        if sought.materials and lacking and sought.explanation is None:
            span = case.loaded.at("经过", index, "材料")
            hint = f"请单位补交，收齐之后再决定；{ANSWER}"
            yield Finding(span, f"申请移出还缺：{'、'.join(lacking)}", hint, ORDER45.art(14))


@case_check("C236")
def taken_down_after_its_end(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """失信名单期满、提前移出或者列入决定撤销之后，才撤下公示。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2023-03-01, 事项: 责令改正, 期限: 2023-03-08}
          - {日期: 2023-03-10, 事项: 列入告知}
          - {日期: 2023-03-20, 事项: 列入失信名单}
          - {日期: 2026-03-21, 事项: 撤下公示, 公示: 失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2023-03-01, 事项: 责令改正, 期限: 2023-03-08}
          - {日期: 2023-03-10, 事项: 列入告知}
          - {日期: 2023-03-20, 事项: 列入失信名单}
          - {日期: 2026-03-20, 事项: 撤下公示, 公示: 失信名单}
    """
    for index, event in each(case, TakenDown):
        listing = standing(case.record.events, event.on).listing
        if event.basis == "失信名单" and listing and listing.in_force(event.on):
            span = case.loaded.at("经过", index, "日期")
            hint = f"名单到 {listing.last_day} 为止；提前移出或撤销的，补录那一件"
            yield Finding(span, "还在名单上，不能撤下", hint, ORDER45.art(17))


def _early(case: LedgerCase) -> list[tuple[int, Delisted]]:
    """Early removals, but for those from a list that another rule kept before this order took effect."""
    found = [(index, event) for index, event in each(case, Delisted) if event.why == "提前移出"]
    ours = [listed.on for _, listed in each(case, Listed) if ORDER45.in_force(listed.on)]
    others = len(ours) < len(each(case, Listed))
    return [(index, event) for index, event in found if not others or any(day <= event.on for day in ours)]
