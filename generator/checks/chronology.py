"""时间: whether the days in a record can be as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.rule import Finding, case_check, each
from generator.law.articles import INSPECTION
from generator.ledger import Ledger, LedgerCase
from generator.model.codes import CaseNumber
from generator.model.event import Documented, Event, Filed, ListingNotified, Ordered
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
    latest = _latest(case)
    for index, event in enumerate(case.record.events):
        if event.on < INSPECTION.effective or event.on.year > latest:
            span = case.loaded.at("经过", index, "日期")
            yield Finding(span, "日期太早或太晚", "核对年份，是否把 2026 写成了 2062")


def _latest(case: LedgerCase) -> int:
    """The last year that a case of its number may tell of."""
    number = CaseNumber.parse(case.number)
    return number.year + 10 if number else date.max.year


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
    for index, event in each(case, Ordered):
        if event.due and event.due < event.on:
            yield Finding(case.loaded.at("经过", index, "期限"), "期限早于责令改正的日期", "核对期限的年月")


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
        if event.on > ledger.as_of and event.on.year <= _latest(case):
            span = case.loaded.at("经过", index, "日期")
            yield Finding(span, f"晚于截至日期（{ledger.as_of}），当作还没有发生", "核对年份和月份")


@case_check("C212", Severity.WARNING)
def event_is_written_once(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """同一件事只写一遍。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 支付, 金额: 1万元}
          - {日期: 2026-03-01, 事项: 支付, 金额: 2万元}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 支付, 金额: 1万元}
          - {日期: 2026-03-01, 事项: 支付, 金额: 1万元, 备注: 又录了一次}
    """
    for same in (acts for acts in case.acts.values() if len(acts) > 1):
        bare = [event.model_copy(update={"note": None, "explanation": None}) for _, event in same]
        for place, (index, event) in enumerate(same):
            first = bare.index(bare[place])
            if first < place:
                line = case.loaded.at("经过", same[first][0]).line
                hint = f"与第 {line} 行相同，删去一处；确实是两件事的，写出不同之处"
                yield Finding(case.loaded.at("经过", index, "事项"), f"「{event.kind}」写了两遍", hint)


@case_check("C213")
def dates_of_a_document_agree(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """送达不早于文书的日期；延期的批准不早于这件事的日期。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 立案, 延期批准: 2026-05-20}
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-08, 送达日期: 2026-03-02}

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-08, 送达日期: 2026-03-01}]

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-02, 事项: 立案, 延期批准: 2026-03-01}]
    """
    for index, event in enumerate(case.record.events):
        for key, day in _own_days(event):
            if day < event.on:
                yield Finding(case.loaded.at("经过", index, key), f"「{key}」早于这件事的日期", "核对两者的年月")


def _own_days(event: Event) -> Iterator[tuple[str, date]]:
    """Days that an act carries besides its own."""
    if isinstance(event, Documented) and event.served:
        yield "送达日期", event.served
    if isinstance(event, Filed | ListingNotified) and event.extended:
        yield "延期批准", event.extended
