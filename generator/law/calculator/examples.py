"""One invented example for each calculator, worked out by it: what a page shows to whoever has no script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.calculator.ceiling import ceiling
from generator.law.calculator.limitation import limitation
from generator.law.calculator.listing import Stay, listing
from generator.law.calculator.minimum import Pay, minimum
from generator.law.calculator.objection import objection
from generator.law.calculator.overtime import Overtime, overtime
from generator.law.calculator.step import Step, day, hours, yuan
from generator.law.calculator.surcharge import surcharge
from generator.law.calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Example:
    """An invented story and its answer."""

    told: str
    steps: tuple[Step, ...]


def examples(calendar: WorkCalendar) -> Mapping[str, Example]:
    """By the name of the calculator."""
    return {
        "limitation": _limitation(),
        "minimum": _minimum(),
        "surcharge": _surcharge(),
        "overtime": _overtime(),
        "ceiling": _ceiling(),
        "listing": _listing(calendar),
        "objection": _objection(calendar),
    }


def _limitation() -> Example:
    due, left, claimed, today = date(2026, 2, 15), date(2026, 3, 10), date(2026, 5, 20), date(2026, 6, 1)
    told = f"张某{day(left)}离开，{day(due)}该发的工资没有发。{day(claimed)}他投诉过。在{day(today)}算："
    return Example(told, limitation(due, left, claimed, today))


def _minimum() -> Example:
    entered, pay = 200_000, Pay("month", 185_000)
    told = f"假设当地标准是每月{yuan(entered)}。李某2026年1月到3月，每月拿到{yuan(pay.amount)}："
    return Example(told, minimum(date(2026, 1, 1), date(2026, 3, 1), pay, (), entered))


def _surcharge() -> Example:
    owed = 1_200_000
    told = f"王某被欠{yuan(owed)}。部门责令单位限期支付，到期还没有付："
    return Example(told, surcharge(owed, ordered=True))


def _overtime() -> Example:
    pay, worked = 435_000, Overtime(weekday=1_000, rest=800, holiday=800)
    told = (
        f"赵某月工资{yuan(pay)}。这个月平时加班{hours(worked.weekday)}，休息日{hours(worked.rest)}没有补休，"
        f"法定休假日{hours(worked.holiday)}，加班费一分没有拿到："
    )
    return Example(told, overtime(pay, "month", worked, 0))


def _ceiling() -> Example:
    monthly, amounts = 200_000, (1_800_000, 0, 600_000, 0)
    told = f"假设当地月最低工资是{yuan(monthly)}。孙某要工资{yuan(amounts[0])}，要经济补偿{yuan(amounts[2])}："
    return Example(told, ceiling(monthly, amounts))


def _listing(calendar: WorkCalendar) -> Example:
    decided, served, mended = date(2026, 3, 16), date(2026, 3, 18), date(2026, 4, 30)
    told = f"某公司（虚构）{day(decided)}被列入名单，{day(served)}收到决定书，{day(mended)}付清了工资："
    return Example(told, listing(Stay(decided, mended=mended, served=served), calendar))


def _objection(calendar: WorkCalendar) -> Example:
    notified, objected, due = date(2026, 9, 22), date(2026, 9, 28), date(2026, 9, 15)
    told = f"责令支付的期限{day(due)}届满。某公司（虚构）{day(notified)}收到列入告知，{day(objected)}提出异议："
    return Example(told, objection(notified, objected, due, calendar))
