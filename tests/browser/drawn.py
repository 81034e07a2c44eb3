"""算一算 · inputs as they may be typed, drawn at random, and what Python says of each."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from generator.law.calculator import Step
from generator.law.calculator.ceiling import ceiling
from generator.law.calculator.limitation import limitation
from generator.law.calculator.listing import Stay, listing
from generator.law.calculator.minimum import Pay, Standard, minimum
from generator.law.calculator.objection import objection
from generator.law.calculator.overtime import Overtime, overtime
from generator.law.calculator.surcharge import surcharge
from generator.law.calendar import WorkCalendar
from tests.pages.casebook import STANDARDS

Made = tuple[Mapping[str, object], tuple[Step, ...]]
Chance = random.Random
CALENDAR: Final = WorkCalendar()
KNOWN: Final = [Standard(one.since, one.until, one.monthly, one.hourly, one.document) for one in STANDARDS]

EDGES: Final = (
    *(date(2024, 2, 29), date(2028, 2, 29), date(2023, 2, 28), date(2025, 12, 31), date(2026, 8, 31)),
    *(date(2026, 9, 24), date(2026, 9, 30), date(2026, 10, 10)),
    *(date(2026, 12, 31), date(2027, 1, 1), date(2026, 2, 13)),
)
"""Ends of months and of years, days around long holidays, and the edge of what the calendar knows."""


def day(chance: Chance, first: date, last: date) -> date:
    """An edge one time in five, any day else."""
    edges = [edge for edge in EDGES if first <= edge <= last]
    if edges and chance.random() < 0.2:
        return chance.choice(edges)
    return first + timedelta(days=chance.randint(0, (last - first).days))


def perhaps(chance: Chance, first: date, last: date) -> date | None:
    return day(chance, first, last) if chance.random() < 0.7 else None


def money(chance: Chance) -> int:
    return chance.choice((chance.randint(1, 100_000_000), chance.randint(1, 500_000), 1, 174, 100_000_000))


def spent(chance: Chance) -> int:
    return chance.choice((0, 1, 50, 100, 3_600, 3_601, 74_400, chance.randint(0, 74_400)))


def iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def a_limitation(chance: Chance) -> Made:
    first, last = date(2008, 5, 1), date(2040, 12, 31)
    due, left, today = day(chance, first, last), perhaps(chance, first, last), day(chance, first, last)
    near = left or due
    claimed = perhaps(chance, near - timedelta(days=30), near + timedelta(days=400))
    if left and chance.random() < 0.3:
        today = date(left.year + 1, left.month, min(left.day, 28)) + timedelta(days=chance.randint(-1, 1))
    given = {"due": iso(due), "left": iso(left), "claimed": iso(claimed), "today": iso(today)}
    return given, limitation(due, left, claimed, today)


def a_minimum(chance: Chance) -> Made:
    place = chance.randint(2020 * 12, 2028 * 12)
    last = place + chance.randint(0, 40)
    pay = Pay(chance.choice(("month", "hour")), chance.choice((money(chance), 222_055, 2_000, 199_999)), spent(chance))
    entered = money(chance) if chance.random() < 0.5 else None
    months = [date(at // 12, at % 12 + 1, 1) for at in (place, last)]
    given: dict[str, object] = {"kind": pay.kind, "first": f"{months[0]:%Y-%m}", "last": f"{months[1]:%Y-%m}"}
    given |= {"pay": pay.amount, "hours": pay.hours, "entered": entered}
    return given, minimum(months[0], months[1], pay, KNOWN, entered)


def a_surcharge(chance: Chance) -> Made:
    owed, ordered = money(chance), chance.random() < 0.5
    return {"owed": owed, "ordered": ordered}, surcharge(owed, ordered=ordered)


def an_overtime(chance: Chance) -> Made:
    pay, worked, paid = money(chance), Overtime(spent(chance), spent(chance), spent(chance)), chance.randint(0, 500_000)
    given: dict[str, object] = {
        "pay": pay,
        "weekday": worked.weekday,
        "rest": worked.rest,
        "holiday": worked.holiday,
        "paid": paid,
    }
    if chance.random() < 0.5:
        return given | {"kind": "month"}, overtime(pay, "month", worked, paid)
    return given | {"kind": "hour"}, overtime(pay, "hour", worked, paid)


def a_ceiling(chance: Chance) -> Made:
    monthly = chance.randint(100_000, 400_000)
    amounts = [chance.choice((0, money(chance), monthly * 12, monthly * 12 + 1)) for _ in range(3)] + [money(chance)]
    return {"monthly": monthly, "amounts": amounts}, ceiling(monthly, amounts)


def a_listing(chance: Chance) -> Made:
    first, last = date(2022, 1, 1), date(2040, 12, 31)
    decided = day(chance, first, last)
    stay = Stay(
        decided,
        mended=perhaps(chance, decided - timedelta(days=200), decided + timedelta(days=1_200)),
        barred=chance.random() < 0.2,
        applied=perhaps(chance, decided, decided + timedelta(days=900)),
        served=perhaps(chance, decided, decided + timedelta(days=30)),
    )
    given: dict[str, object] = {"decided": iso(decided), "mended": iso(stay.mended), "barred": stay.barred}
    return given | {"applied": iso(stay.applied), "served": iso(stay.served)}, listing(stay, CALENDAR)


def an_objection(chance: Chance) -> Made:
    notified = day(chance, date(2022, 1, 1), date(2028, 12, 31))
    objected = perhaps(chance, notified, notified + timedelta(days=15))
    due = perhaps(chance, date(2022, 1, 1), date(2028, 12, 31))
    given = {"notified": iso(notified), "objected": iso(objected), "due": iso(due)}
    return given, objection(notified, objected, due, CALENDAR)


MAKERS: Final[dict[str, Callable[[Chance], Made]]] = {
    "limitation": a_limitation,
    "minimum": a_minimum,
    "surcharge": a_surcharge,
    "overtime": an_overtime,
    "ceiling": a_ceiling,
    "listing": a_listing,
    "objection": an_objection,
}
