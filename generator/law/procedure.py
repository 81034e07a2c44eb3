"""The order of acts: which earlier act each one stands on, and by which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.law.articles import CRIMINAL, INSPECTION, ORDER45, PENALTY, WAGES, Article
from generator.law.crime import of_wages
from generator.model.case import Case, Violation
from generator.model.event import Documented, Event, ObjectionVerified, Revoked, Transferred

SAME_DAY: Final = (
    "接到投诉",
    "受理",
    "不予受理",
    "分派",
    "联系当事人",
    "疑难会办",
    "立案",
    "恢复调查",
    "中止调查",
    "告知投诉人",
    "责令改正",
    "调解达成",
    "支付",
    "改正完毕",
    "信用承诺",
    "处罚告知",
    "行政处罚",
    "行政处理",
    "撤销立案",
    "申请强制执行",
    "列入告知",
    "提出异议",
    "异议核实",
    "不予列入",
    "列入失信名单",
    "申请移出",
    "不予移出",
    "移出名单",
    "移送公安",
    "刑事立案",
    "提起公诉",
    "法院判决",
    "刑事程序终结",
    "文书撤销",
    "更正",
    "撤下公示",
    "回复销号",
)
"""The order of acts that bear the same date."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An act needs one of `earlier` on or before its own day."""

    earlier: tuple[str, ...]
    article: Article
    sentence: str


PREDECESSORS: Final[Mapping[str, Predecessor]] = {
    "处罚告知": Predecessor(("责令改正",), INSPECTION.art(30), "先责令限期改正，逾期不改正的才能处罚"),
    "行政处罚": Predecessor(("责令改正",), INSPECTION.art(30), "先责令限期改正，逾期不改正的才能处罚"),
    "中止调查": Predecessor(("立案",), INSPECTION.art(17), "先立案，才有调查的中止"),
    "恢复调查": Predecessor(("中止调查",), INSPECTION.art(17), "先中止调查，才有恢复"),
    "撤销立案": Predecessor(("立案",), INSPECTION.art(18), "先立案，才有撤销立案"),
    "申请强制执行": Predecessor(("行政处罚", "行政处理"), PENALTY.art(72), "先有处罚或处理决定，才能申请强制执行"),
    "列入告知": Predecessor(("责令改正", "行政处理"), ORDER45.art(5), "先责令限期支付，逾期未支付的才能列入"),
    "提出异议": Predecessor(("列入告知",), ORDER45.art(6), "收到列入告知之后才有异议"),
    "异议核实": Predecessor(("提出异议",), ORDER45.art(6), "先有异议，才有核实"),
    "不予列入": Predecessor(
        ("列入告知", "责令改正", "行政处理"), ORDER45.art(7), "先责令限期支付或者告知拟列入，才有不予列入"
    ),
    "列入失信名单": Predecessor(("列入告知",), ORDER45.art(6), "作出列入决定之前应当告知当事人"),
    "申请移出": Predecessor(("列入失信名单",), ORDER45.art(12), "列入之后才能申请移出"),
    "不予移出": Predecessor(("申请移出",), ORDER45.art(14), "先有申请，才有不予移出"),
    "移出名单": Predecessor(("列入失信名单",), ORDER45.art(17), "列入之后才有移出"),
    "移送公安": Predecessor(("责令改正", "行政处理"), CRIMINAL.art(276, 1), "经政府有关部门责令支付仍不支付的，才移送"),
    "提起公诉": Predecessor(("刑事立案", "移送公安"), CRIMINAL.art(276, 1), "先移送或立案，才提起公诉"),
    "法院判决": Predecessor(("提起公诉", "移送公安", "刑事立案"), CRIMINAL.art(276, 1), "先移送、立案或起诉，才有判决"),
    "刑事程序终结": Predecessor(
        ("移送公安", "刑事立案", "提起公诉"), CRIMINAL.art(276, 1), "先移送、立案或起诉，才有刑事程序的终结"
    ),
}

_CONTESTED: Final = {
    "重大违法公布": Predecessor(
        ("行政处罚", "行政处理", "移送公安"), WAGES.art(47), "先有处理，才有公布和对公布的异议"
    ),
}
"""What an objection stands on where it is not against a listing."""

FLOW: Final[Mapping[str, tuple[str, ...]]] = {
    "受理": ("接到投诉",),
    "不予受理": ("接到投诉",),
    "分派": ("接到投诉",),
    "联系当事人": ("接到投诉",),
    "疑难会办": ("接到投诉",),
    "调解达成": ("接到投诉", "立案"),
    "告知投诉人": ("接到投诉",),
    "回复销号": ("接到投诉",),
}
"""统一流转—二次分派—疑难处置—回复销号: how the bureau promises to handle a complaint; no law."""


FINED_AT_ONCE: Final[frozenset[Violation]] = frozenset(
    {"违反工时和休息休假规定", "违反女职工和未成年工保护规定", "使用童工", "其他"}
)
"""Violations fined together with the order to mend them (监察条例 art 23 and 25), or by a law not read here."""

_FINED_BY: Final[Mapping[Violation, Article]] = {
    "以实物或有价证券代替工资": WAGES.art(54),
    "未提供工资清单": WAGES.art(54),
    "未编制工资支付台账": WAGES.art(54),
    "扣押银行卡": WAGES.art(54),
    "未设工资专用账户": WAGES.art(55),
    "未存储工资保证金": WAGES.art(55),
    "未实行实名制管理": WAGES.art(55),
    "未设维权信息告示牌": WAGES.art(56),
}
"""Violations that an article names together with their fine; for arrears 工资条例 art 53 sends to other laws."""

VOIDING: Final = ("撤销", "确认无效")
"""Manners of 文书撤销 after which the document has no force; a changed one stands as changed."""


def revokes(event: Revoked, other: Event) -> bool:
    """True where `other` is the act that a revocation is about; its number decides between acts of one day."""
    target = event.target
    if (target.kind, target.on) != (other.kind, other.on):
        return False
    number = other.document_number if isinstance(other, Documented) else None
    return target.document_number in (None, number)


def withdraws(event: Revoked) -> bool:
    """True where the document that an act is about is shown no more.

    A penalty or handling in whatever manner it was taken back (行政处罚法 art 48); a listing, a removal or an order
    only where it has no force any more (45号令 art 15 to 17): a changed one stands as changed.
    """
    return event.target.kind in {"行政处罚", "行政处理"} or event.manner in VOIDING


def ends_listing(event: Revoked) -> bool:
    """True where the decision to list was revoked, not merely changed."""
    return event.target.kind == "列入失信名单" and withdraws(event)


def void(event: Event, events: Iterable[Event], on: date) -> bool:
    """True where a document had no force any more on a day."""
    return any(
        isinstance(other, Revoked) and other.manner in VOIDING and revokes(other, event) and other.on <= on
        for other in events
    )


def fined_after_default(case: Case) -> bool:
    """True where a fine needs an order that was not obeyed (`fined_by`), whatever the case is about."""
    return not FINED_AT_ONCE & set(case.violations)


def fined_by(violations: Sequence[Violation], on: date) -> Article:
    """What lets a fine follow only an order that was not obeyed, by the first violation that a case names.

    Where no article in force that day names the violation, 监察条例 art 30: 经责令改正拒不改正.
    """
    named = _FINED_BY.get(violations[0]) if violations else None
    return named if named and named.in_force(on) else INSPECTION.art(30)


def predecessor(event: Event) -> Predecessor | None:
    """What an act stands on by the law of its day."""
    if isinstance(event, Transferred) and not of_wages(event.offence):
        return None
    needed = PREDECESSORS.get(event.kind)
    if event.kind == "提出异议":
        needed = _CONTESTED.get(event.against, needed)
    return needed if needed and needed.article.in_force(event.on) else None


@dataclass(frozen=True, slots=True)
class Bar:
    """No act of `acts` after one of `after`, until one of `lifted_by` has come in between."""

    acts: tuple[str, ...]
    after: tuple[str, ...]
    lifted_by: tuple[str, ...]
    article: Article
    sentence: str


UPHELD: Final = "异议成立"
"""Stands for 异议核实 whose outcome upholds an objection to a listing."""

BARS: Final = (
    Bar(("列入失信名单",), (UPHELD,), ("列入告知",), ORDER45.art(6), "异议核实成立之后，要重新告知才能列入"),
    Bar(("列入失信名单",), ("不予列入",), ("列入告知",), ORDER45.art(7), "已经决定不予列入，要重新告知才能列入"),
    Bar(
        ("列入失信名单",),
        ("列入失信名单",),
        ("移出名单", "文书撤销"),
        ORDER45.art(11),
        "还在名单上，期限未满不重复列入；新的违法行为另立一件",
    ),
    Bar(
        ("申请移出", "不予移出", "移出名单"),
        ("移出名单",),
        ("列入失信名单", "文书撤销"),
        ORDER45.art(17),
        "已经移出名单，没有再次列入",
    ),
    Bar(
        ("处罚告知", "行政处罚", "行政处理", "列入告知", "列入失信名单"),
        ("撤销立案",),
        ("立案",),
        INSPECTION.art(18),
        "已经撤销立案，要重新立案才能处罚、处理或列入",
    ),
)
"""Which act may not follow which, by article."""


def barred(ordered: Sequence[Event]) -> Iterator[tuple[Event, Bar]]:
    """Every act that must not follow what came before it, with the bar; the acts in their order.

    What was done before the law of a bar took effect neither bars by it nor is barred.
    """
    signs = [_signs(event) for event in ordered]
    present = {sign for found in signs for sign in found}
    for bar in BARS:
        if not present.isdisjoint(bar.after):
            stands = False
            for event, found in zip(ordered, signs, strict=True):
                if not bar.article.in_force(event.on):
                    continue
                if stands and event.kind in bar.acts:
                    yield event, bar
                for sign in found:
                    stands = sign in bar.after or (stands and sign not in bar.lifted_by)


def _signs(event: Event) -> tuple[str, ...]:
    upheld = isinstance(event, ObjectionVerified) and event.outcome == "成立" and event.against == "列入失信名单"
    return (event.kind, UPHELD) if upheld else (event.kind,)
