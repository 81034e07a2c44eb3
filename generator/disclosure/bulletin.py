"""What the gate lets out under 29号令 alone → the bulletin of each quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import Final

from generator.disclosure.gate import Outcome, announce, announced_on
from generator.disclosure.public import (
    Annex,
    EndedAnnex,
    EndedCase,
    PublicBulletin,
    PublicCase,
    PublicEvent,
    Quarter,
    in_order,
)
from generator.disclosure.timeline import day_text
from generator.law.articles import CRIMINAL, INSPECTION, ORDER29, WAGES
from generator.ledger import Ledger, LedgerCase
from generator.model.portal import Portal

_GROUNDS: Final = f"{WAGES.art(47)}、{INSPECTION.art(22)}和《{ORDER29.title}》"
_NOT_GUILTY: Final = "移送、立案、起诉都不是有罪的结论。是否犯罪，以人民法院的判决为准。"


@dataclass(frozen=True, slots=True)
class Announcement:
    """That a case was published under 29号令, and what of it still may be shown under that order alone."""

    on: date
    """The first day of publication."""
    case: PublicCase | None
    """None once that publication has ended."""


Begun = tuple[Outcome, Announcement]
"""What has come of a case by now, and its publication under 29号令."""


def announcement(case: LedgerCase, ledger: Ledger) -> Announcement | None:
    """None for a case that has not been published under 29号令 by the ledger's date."""
    on = announced_on(case, ledger)
    return None if on is None else Announcement(on, announce(case, ledger))


def bulletins(
    told: Sequence[tuple[Outcome, Announcement | None]], portal: Portal, as_of: date
) -> tuple[PublicBulletin, ...]:
    """One for every finished quarter since the first publication, newest first; a quarter may have none."""
    begun: defaultdict[Quarter, list[Begun]] = defaultdict(list)
    for outcome, found in told:
        if found:
            begun[Quarter.of(found.on)].append((outcome, found))
    if not begun:
        return ()
    quarter, made = min(begun), list[PublicBulletin]()
    while quarter.last < as_of:
        made.append(_bulletin(quarter, begun[quarter], portal))
        quarter = quarter.after
    return tuple(reversed(made))


def empty_bulletin(quarter: Quarter, portal: Portal) -> PublicBulletin:
    """That of a quarter in which nothing was published."""
    return _bulletin(quarter, (), portal)


def next_bulletin(told: Sequence[Announcement | None], as_of: date) -> date | None:
    """The day on which the running quarter gets its bulletin; None before the first publication."""
    return Quarter.of(as_of).after.first if any(told) else None


def _bulletin(quarter: Quarter, inside: Sequence[Begun], portal: Portal) -> PublicBulletin:
    cases = sorted((found.on, in_order(found.case.number), found.case) for _, found in inside if found.case)
    annexes = tuple(_annex(case) for *_, case in cases)
    ended = sorted(
        (outcome for outcome, _ in inside if isinstance(outcome, EndedCase)), key=lambda one: in_order(one.number)
    )
    body = _published(quarter, len(annexes), portal) if annexes else _nothing(quarter, ended=bool(inside))
    return PublicBulletin(
        quarter=quarter,
        title=f"{quarter.words}重大劳动保障违法行为公告",
        paragraphs=tuple(chain(body, _call(portal))),
        annexes=annexes,
        ended=tuple(EndedAnnex(one.number, one.ended, one.reason, one.sample) for one in ended),
        lapsed=sum(isinstance(outcome, PublicCase) and found.case is None for outcome, found in inside),
    )


def _span(quarter: Quarter) -> str:
    return f"{quarter.words}（{day_text(quarter.first)}至{day_text(quarter.last)}）"


def _nothing(quarter: Quarter, *, ended: bool) -> Iterator[str]:
    yield f"根据{_GROUNDS}，人力资源社会保障部门按季度公布重大劳动保障违法行为。"
    if ended:
        yield f"{_span(quarter)}开始公布的重大劳动保障违法行为，现在都已停止公布。"
    else:
        yield f"{_span(quarter)}，没有开始公布的重大劳动保障违法行为。"


def _published(quarter: Quarter, count: int, portal: Portal) -> Iterator[str]:
    annexes = "附件1" if count == 1 else f"附件1至附件{count}"
    yield f"根据{_GROUNDS}，现将{_span(quarter)}开始公布的重大劳动保障违法行为{count}件予以公布，详见{annexes}。"
    yield (
        "每件公布到哪一天，写在附件里。公布期满，或者所依据的决定被撤销、变更的，单位和人员的名称依法不再公布，"
        "以网站上的公告为准。"
    )
    yield (
        f"当事人认为公布的内容有误的，可以向{portal.publisher.name}提出异议；"
        "对行政处罚、行政处理决定不服的，可以依法申请行政复议或者提起行政诉讼。"
    )


def _call(portal: Portal) -> Iterator[str]:
    numbers = ((one.name, one.number) for one in portal.channels if one.kind == "电话" and one.number)
    for name, number in islice(numbers, 1):
        yield f"被拖欠工资的劳动者，可以拨打{name if number in name else f'{name}{number}'}反映。"


def _annex(case: PublicCase) -> Annex:
    return Annex(
        case.number,
        case.employer.name,
        case.sample,
        case.since,
        case.until,
        tuple((name, lines) for name, lines in _rows(case) if lines),
    )


def _rows(case: PublicCase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The contents that 29号令 asks for, then until when, and what is being looked into."""
    unit = case.employer
    yield "违法主体全称", (unit.name,)
    yield "统一社会信用代码（注册号）", (unit.credit_code or "未填写",)
    yield "地址", (unit.address or "未填写",)
    yield "法定代表人（负责人）", (unit.representative or "未填写",)
    yield "主要违法事实", tuple(_facts(case))
    yield "相关处理情况", tuple(_handling(case.timeline))
    yield "异议", tuple(f"{day_text(one.received)}收到异议，正在核实。" for one in case.objections)
    yield "更正", tuple(f"{day_text(on)}　{what}" for on, what in case.corrections)
    yield "公布期限", (f"{day_text(case.since)}起，到{day_text(case.until)}",)
    yield "案件编号", (case.number,)


def _facts(case: PublicCase) -> Iterator[str]:
    yield case.facts or "、".join(case.violations) or "未填写"
    arrears = (("拖欠金额", case.amount), ("涉及人数", case.headcount), ("欠薪期间", case.period))
    known = "；".join(f"{label}：{text}" for label, text in arrears if text)
    if known:
        yield f"{known}。"


def _handling(timeline: Sequence[PublicEvent]) -> Iterator[str]:
    for act in timeline:
        facts = "；".join(f"{label}：{text}" for label, text in act.facts)
        yield f"{day_text(act.on)}　{act.title}" + (f"（{facts}）" if facts else "")
    if any(article.law == CRIMINAL for act in timeline for article in act.articles):
        yield _NOT_GUILTY
