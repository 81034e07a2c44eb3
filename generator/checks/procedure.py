"""程序: the order of acts, and what must come before what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.rule import Finding, case_check, whole_case_check
from generator.law.articles import INSPECTION, ORDER45, PENALTY, WAGES
from generator.law.procedure import predecessor
from generator.ledger import Ledger, LedgerCase
from generator.model.codes import CaseNumber
from generator.model.event import Listed, Ordered, Penalised, Revoked
from generator.problems import Severity


@case_check("C201")
def events_in_date_order(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """「经过」按日期先后排列。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 立案}
          - {日期: 2026-03-02, 事项: 回复销号}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-02, 事项: 立案}
          - {日期: 2026-03-01, 事项: 回复销号}
    """
    for index, (before, after) in enumerate(pairwise(case.record.events), start=1):
        if after.on < before.on:
            span = case.loaded.at("经过", index, "日期")
            yield Finding(span, f"这一件（{after.on}）早于上一件（{before.on}）", "核对日期；日期没错就调换两行")


@case_check("C202")
def date_is_plausible(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """事件的日期不早于劳动保障监察条例施行之日，不晚于编号年份之后十年。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 立案}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2062-03-01, 事项: 立案}]
    """
    number = CaseNumber.parse(case.number)
    latest = number.year + 10 if number else date.max.year
    for index, event in enumerate(case.record.events):
        if event.on < INSPECTION.effective or event.on.year > latest:
            span = case.loaded.at("经过", index, "日期")
            yield Finding(span, "日期太早或太晚", "核对年份，是否把 2026 写成了 2062")


@whole_case_check("C203")
def predecessor_exists(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """后一步须有前一步：处罚之前有责令改正，列入之前有列入告知，判决之前有移送、立案或起诉，等等。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-20, 事项: 行政处罚}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    events = case.record.events
    for index, event in enumerate(events):
        needed = predecessor(event)
        if needed and not any(other.kind in needed.earlier and other.on <= event.on for other in events):
            message = f"「{event.kind}」之前没有「{'」或「'.join(needed.earlier)}」"
            hint = f"{needed.sentence}；补录前一步，或核对两者的日期"
            yield Finding(case.loaded.at("经过", index, "事项"), message, hint, needed.article)


@whole_case_check("C204")
def order_has_expired(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """责令改正的期限届满之后，才能处罚或列入失信名单；责令改正须写明期限。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-08, 事项: 行政处罚}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    events = case.record.events
    for index, event in enumerate(events):
        orders = [other for other in events if isinstance(other, Ordered) and other.on <= event.on]
        if not isinstance(event, Penalised | Listed) or not orders:
            continue
        if any(order.due and order.due < event.on for order in orders):
            continue
        article = ORDER45.art(5) if isinstance(event, Listed) else WAGES.art(54)
        message = f"「{event.kind}」（{event.on}）时，责令改正的期限还没有届满，或没有写明"
        yield Finding(case.loaded.at("经过", index, "日期"), message, "核对两者的日期，补上责令改正的「期限」", article)


@case_check("C205")
def deadline_follows_order(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """责令改正的期限不早于责令改正那一天。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 责令改正, 期限: 2026-02-08}]
    """
    for index, event in enumerate(case.record.events):
        if isinstance(event, Ordered) and event.due and event.due < event.on:
            yield Finding(case.loaded.at("经过", index, "期限"), "期限早于责令改正的日期", "核对期限的年月")


@whole_case_check("C206")
def revocation_has_its_target(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """文书撤销要指明撤销的是哪一天的哪一项，那一项须在「经过」里，且不晚于撤销。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-05, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-01}, 理由: 送达有误}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-05, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-02}, 理由: 送达有误}
    """
    existing = {(str(event.kind), event.on) for event in case.record.events}
    for index, event in enumerate(case.record.events):
        if isinstance(event, Revoked):
            target = event.target
            if (target.kind, target.on) not in existing or target.on > event.on:
                span = case.loaded.at("经过", index, "对象")
                hint = "照「经过」里那一项的事项和日期填写"
                yield Finding(span, "找不到被撤销的那一项", hint, PENALTY.art(48))


@case_check("C207", Severity.WARNING)
def act_has_happened(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """「经过」只写已经发生的事；晚于截至日期的，当作还没有发生，请核对日期。

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-11-01, 事项: 立案}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-11-02, 事项: 立案}]
    """
    for index, event in enumerate(case.record.events):
        if event.on > ledger.as_of:
            span = case.loaded.at("经过", index, "日期")
            yield Finding(span, f"晚于截至日期（{ledger.as_of}），当作还没有发生", "核对年份和月份")
