"""程序: what must come before what, and what nothing may follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.rule import ANSWER, Finding, each, whole_case_check
from generator.law.articles import CRIMINAL, ORDER45, PENALTY, Article
from generator.law.crime import of_wages
from generator.law.procedure import FLOW, Predecessor, barred, fined_after_default, fined_by, predecessor, revokes, void
from generator.law.standing import in_order
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Case
from generator.model.event import (
    CriminalAct,
    Event,
    Handled,
    Listed,
    Ordered,
    Penalised,
    PenaltyNotified,
    Revoked,
    Transferred,
)
from generator.problems import Severity


@whole_case_check("C203")
def predecessor_exists(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """后一步须有前一步：处罚之前有责令改正，列入之前有列入告知，判决之前有移送、立案或起诉，等等。

    责令改正的同时就可以处罚的（工时和休息休假、女职工和未成年工、使用童工），处罚之前不要求责令改正。
    那一天还没有施行的法规，不拿来要求。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚}

    ✓
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2021-12-31, 事项: 列入失信名单}]

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-20, 事项: 行政处罚}

    ✗
        单位: {名称: 虚构甲公司}
        违法行为: [未存储工资保证金]
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
        if needed is None:
            continue
        if isinstance(event, PenaltyNotified | Penalised) and not fined_after_default(case.record):
            continue
        if not any(other.kind in needed.earlier and other.on <= event.on for other in events):
            message = f"「{event.kind}」之前没有「{'」或「'.join(needed.earlier)}」"
            hint = f"{needed.sentence}；补录前一步，或核对两者的日期"
            article = _cited(case.record, event, needed)
            yield Finding(case.loaded.at("经过", index, "事项"), message, hint, article)


def _cited(record: Case, event: Event, needed: Predecessor) -> Article | None:
    """By which article an act needs another; proceedings for another offence follow laws that are not read here."""
    if isinstance(event, PenaltyNotified | Penalised):
        return fined_by(record.violations, event.on)
    return None if isinstance(event, CriminalAct) and not of_wages(event.offence) else needed.article


@whole_case_check("C204")
def order_has_expired(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """责令改正的期限届满之后，才能处罚或列入失信名单；责令改正须写明期限，列入也可以依据行政处理的期限；已经撤销的不算。

    责令改正的同时就可以处罚的（工时和休息休假、女职工和未成年工、使用童工），处罚不等期限届满。

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
        违法行为: [未设维权信息告示牌]
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
        if not isinstance(event, Penalised | Listed) or (
            isinstance(event, Penalised) and not fined_after_default(case.record)
        ):
            continue
        kinds = Ordered | Handled if isinstance(event, Listed) else Ordered
        orders = [other for other in events if isinstance(other, kinds) and other.on <= event.on]
        in_force = [order for order in orders if not void(order, events, event.on)]
        if not orders or any(order.due and order.due < event.on for order in in_force):
            continue
        listed = isinstance(event, Listed)
        article = ORDER45.art(5) if listed else fined_by(case.record.violations, event.on)
        if not article.in_force(event.on):
            continue
        span = case.loaded.at("经过", index, "日期")
        if in_force:
            message = f"「{event.kind}」（{event.on}）时，{_named(in_force)}的期限还没有届满，或没有写明"
            yield Finding(span, message, f"核对两者的日期，补上{_named(in_force)}的「期限」", article)
        else:
            message = f"「{event.kind}」（{event.on}）时，{_named(orders)}已经撤销"
            yield Finding(span, message, "补录新的责令改正，或核对撤销的日期", article)


def _named(orders: Sequence[Ordered | Handled]) -> str:
    return "和".join(dict.fromkeys(order.kind for order in orders))


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
    for index, event in each(case, Revoked):
        target = event.target
        if target.on > event.on or not any(revokes(event, other) for other in case.record.events):
            span = case.loaded.at("经过", index, "对象")
            hint = "照「经过」里那一项的事项、日期和文号填写"
            penalty = target.kind == "行政处罚" and PENALTY.in_force(event.on)
            yield Finding(span, "找不到被撤销的那一项", hint, PENALTY.art(48) if penalty else None)


@whole_case_check("C216")
def revocation_has_one_target(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """同一天有两件同样的事，其中一件被撤销的，「对象」里要写「文号」，不然看不出撤销的是哪一件。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08, 文号: 某令〔2026〕1号}
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08, 文号: 某令〔2026〕2号}
          - 日期: 2026-03-05
            事项: 文书撤销
            对象: {事项: 责令改正, 日期: 2026-03-01, 文号: 某令〔2026〕2号}
            理由: 送达有误

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08, 文号: 某令〔2026〕1号}
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08, 文号: 某令〔2026〕2号}
          - {日期: 2026-03-05, 事项: 文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-01}, 理由: 送达有误}
    """
    for index, event in each(case, Revoked):
        if sum(revokes(event, other) for other in case.record.events) > 1:
            span = case.loaded.at("经过", index, "对象")
            message = f"{event.target.on} 有两件「{event.target.kind}」，看不出撤销的是哪一件"
            yield Finding(span, message, "两件都写上各自的「文号」，并在「对象」里写明撤销的是哪个文号")


@whole_case_check("C208")
def nothing_stands_against_the_act(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """有些事之后不能再做另一些事：异议成立或决定不予列入之后，重新告知才能列入；还在名单上不重复列入；撤销立案之后，重新立案才能处罚或处理。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-11, 事项: 提出异议}
          - {日期: 2026-03-13, 事项: 异议核实, 结果: 成立}
          - {日期: 2026-03-20, 事项: 列入告知}
          - {日期: 2026-03-30, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 列入告知}
          - {日期: 2026-03-11, 事项: 提出异议}
          - {日期: 2026-03-13, 事项: 异议核实, 结果: 成立}
          - {日期: 2026-03-30, 事项: 列入失信名单}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 立案}
          - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 撤销立案, 理由: 情节轻微且已改正}
          - {日期: 2026-03-20, 事项: 行政处罚}
    """
    for event, bar in barred(in_order(case.record.events)):
        span = case.loaded.at("经过", _index(case, event), "事项")
        message = f"这里不能有「{event.kind}」：{bar.sentence}"
        yield Finding(span, message, "核对日期，或补录中间的一步", bar.article)


@whole_case_check("C209", Severity.WARNING)
def complaint_comes_first(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """统一流转、二次分派、疑难处置、回复销号，都从接到投诉开始；这是本市的流程，不是法定程序。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}
          - {日期: 2026-03-01, 事项: 分派, 承办: 甲镇}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 分派, 承办: 甲镇}
    """
    for index, event in enumerate(case.record.events):
        needed = FLOW.get(event.kind, ())
        if event.explanation or not needed:
            continue
        if not any(other.kind in needed and other.on <= event.on for other in case.record.events):
            span = case.loaded.at("经过", index, "事项")
            hint = f"补录前一步，或核对两者的日期；{ANSWER}"
            yield Finding(span, f"「{event.kind}」之前没有「{'」或「'.join(needed)}」", hint)


@whole_case_check("C210", Severity.WARNING)
def penalty_was_announced(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """作出行政处罚之前，应当告知当事人拟作出的处罚和依法享有的权利；没有告知的，不得处罚（2021-07-15 以后）。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-10, 事项: 处罚告知}
          - {日期: 2026-03-20, 事项: 行政处罚}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-20, 事项: 行政处罚}
    """
    for index, event in each(case, Penalised):
        if not PENALTY.in_force(event.on):
            continue
        told = any(notice.on <= event.on for _, notice in each(case, PenaltyNotified))
        if not told and event.explanation is None:
            span = case.loaded.at("经过", index, "事项")
            hint = f"补录告知的日期和文号；当场告知、没有另制文书的，{ANSWER.removeprefix('确实如此的，')}"
            yield Finding(span, "「行政处罚」之前没有「处罚告知」", hint, PENALTY.art(62))


@whole_case_check("C211")
def transfer_follows_the_term(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """经责令支付，到期仍不支付的，才以涉嫌拒不支付劳动报酬罪移送；期限没有届满不能移送。

    ✓
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-09, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}

    ✗
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
          - {日期: 2026-03-08, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
    """
    events = case.record.events
    for index, event in each(case, Transferred):
        if not of_wages(event.offence):
            continue
        orders = [other for other in events if isinstance(other, Ordered | Handled) and other.on <= event.on]
        if orders and all(order.due and order.due >= event.on for order in orders):
            message = f"「移送公安」（{event.on}）时，责令支付的期限还没有届满"
            yield Finding(case.loaded.at("经过", index, "日期"), message, "核对两者的日期", CRIMINAL.art(276, 1))


def _index(case: LedgerCase, event: Event) -> int:
    """The position of an act in its file."""
    return next(index for index, other in enumerate(case.record.events) if other is event)
