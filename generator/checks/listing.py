"""列入失信名单: whether a notice, an objection and a listing meet 45号令 article by article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.checks.rule import ANSWER, Finding, before, case_check, each, whole_case_check
from generator.law.articles import ORDER45
from generator.law.procedure import VOIDING, revokes
from generator.ledger import Ledger, LedgerCase
from generator.model.event import (
    Handled,
    Listed,
    ListingNotified,
    Mended,
    Objected,
    ObjectionVerified,
    Ordered,
    Promised,
    Revoked,
)
from generator.model.event.listing import NoticeContent
from generator.problems import Severity


@case_check("C221")
def listing_follows_default(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """责令限期支付，逾期未支付的才列入；期限之内已经改正的，不能列入。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-09, 事项: 改正完毕}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-08, 事项: 改正完毕}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    for index, listed in _decided(case):
        orders = [order for _, order in each(case, Ordered) if order.due and order.on <= listed.on]
        mended = [event.on for _, event in each(case, Mended) if event.on <= listed.on]
        if orders and any(orders[-1].on <= day <= (orders[-1].due or day) for day in mended):
            span = case.loaded.at("经过", index, "事项")
            hint = "核对改正和期限的日期；确在期限内改正的，不应列入"
            yield Finding(span, "在责令改正的期限内已经改正，却列入了名单", hint, ORDER45.art(5))


@case_check("C222", Severity.WARNING)
def listing_after_amends_is_meant(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """作出列入决定之前已经改正，又作出书面信用承诺的，可以不予列入；仍然列入的，请再核对一次。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-12, 事项: 改正完毕}
          - {日期: 2026-03-20, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-12, 事项: 改正完毕}
          - {日期: 2026-03-13, 事项: 信用承诺}
          - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    made_amends = len(each(case, Mended)) and len(each(case, Promised))
    for index, listed in _decided(case) if made_amends else ():
        stood = before(case, listed)
        if stood.mended and stood.promised and listed.explanation is None:
            span = case.loaded.at("经过", index, "事项")
            hint = f"核对是否仍应列入；{ANSWER}"
            yield Finding(span, "决定列入之前，单位已经改正并作出承诺", hint, ORDER45.art(7))


@case_check("C223")
def objection_is_answered_first(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """单位提出异议的，核实并告知结果之后，才能作出列入决定。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-12, 事项: 提出异议}
          - {日期: 2026-03-17, 事项: 异议核实, 结果: 不成立}
          - {日期: 2026-03-20, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-12, 事项: 提出异议}
          - {日期: 2026-03-20, 事项: 列入失信名单}
    """
    for index, listed in _decided(case) if each(case, Objected) else ():
        pending = next(_unanswered(case, listed), None)
        if pending:
            span = case.loaded.at("经过", index, "事项")
            yield Finding(span, f"{pending.on} 的异议还没有核实，却作出了列入决定", "补录「异议核实」", ORDER45.art(6))


def _unanswered(case: LedgerCase, listed: Listed) -> Iterator[Objected]:
    """Objections to the listing that nobody had examined; one after the five days need not be (45号令 art 6)."""
    results = [event.on for _, event in each(case, ObjectionVerified) if event.against == "列入失信名单"]
    for _, event in each(case, Objected):
        terms = [term for term in case.deadlines if term.name == "提出异议" and term.since <= event.on]
        late = bool(terms) and terms[-1].due.day < event.on
        answered = any(event.on <= day <= listed.on for day in results)
        if event.against == "列入失信名单" and event.on <= listed.on and not late and not answered:
            yield event


@case_check("C224", Severity.WARNING)
def objection_term_has_run(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """当事人收到列入告知之后，有五个工作日提出异议；这五天没有过完，不宜作出列入决定。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-17, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-09, 事项: 列入告知, 送达日期: 2026-03-10}
          - {日期: 2026-03-17, 事项: 列入失信名单}
    """
    notices = (term for term in case.deadlines if term.name == "提出异议" and term.stop is None)
    for term in notices:
        listed = next((pair for pair in each(case, Listed) if pair[1].on >= term.start.on), None)
        if listed and listed[1].on <= term.due.day and listed[1].explanation is None:
            span = case.loaded.at("经过", listed[0], "日期")
            hint = f"核对送达和决定的日期；{ANSWER}"
            yield Finding(span, f"提出异议的期限到 {term.due.day}，还没有过完", hint, ORDER45.art(6))


@whole_case_check("C225")
def listing_falls_with_its_order(case: LedgerCase, ledger: Ledger) -> Iterator[Finding]:
    """列入决定所依据的责令改正或者行政处理文书被撤销、确认无效的，列入决定也应当撤销。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
          - {日期: 2026-05-06, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-01}, 理由: 认定有误}
          - {日期: 2026-05-06, 事项: 文书撤销, 对象: {事项: 列入失信名单, 日期: 2026-03-20}, 理由: 所依据的文书已撤销}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 列入失信名单}
          - {日期: 2026-05-06, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-01}, 理由: 认定有误}
    """
    listing = case.standing.listing
    if listing is None or not listing.in_force(ledger.as_of):
        return
    found: list[tuple[int, Ordered | Handled]] = [*each(case, Ordered), *each(case, Handled)]
    orders = [order for _, order in found if order.on <= listing.event.on]
    for index, event in each(case, Revoked):
        left = [order for order in orders if not revokes(event, order)]
        if len(left) < len(orders) and event.manner in VOIDING:
            orders = left
            if not orders and event.on <= ledger.as_of:
                span = case.loaded.at("经过", index, "对象")
                hint = "补录撤销列入决定的「文书撤销」，当天起停止公开"
                yield Finding(span, f"「{event.target.kind}」已经撤销，列入决定还没有撤销", hint, ORDER45.art(16))


@case_check("C226", Severity.WARNING)
def notice_says_what_it_must(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """列入告知应当载明四项：列入事由、列入依据、提出异议的权利、可以不予列入的情形。写了「告知载明」的，应当写全。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知, 告知载明: [列入事由, 列入依据, 提出异议的权利, 可以不予列入的情形]}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知, 告知载明: [列入事由, 列入依据]}
    """
    for index, notice in each(case, ListingNotified):
        lacking = [content for content in get_args(NoticeContent) if content not in notice.contents]
        if notice.contents and lacking and notice.explanation is None and ORDER45.in_force(notice.on):
            span = case.loaded.at("经过", index, "告知载明")
            hint = f"对照告知书补上，或重新告知；{ANSWER}"
            yield Finding(span, f"列入告知没有载明：{'、'.join(lacking)}", hint, ORDER45.art(6))


def _decided(case: LedgerCase) -> list[tuple[int, Listed]]:
    """Listings by this order; one from before it took effect is not measured by it."""
    return [(index, listed) for index, listed in each(case, Listed) if ORDER45.in_force(listed.on)]
