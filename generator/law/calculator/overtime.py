"""加班费: hours of three kinds at three rates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.law.articles import LABOUR, PAYMENT
from generator.law.calculator.step import Sentence, Step, hours, rounded, step, yuan

DAYS: Final = 2175
"""Paid days of a month, in hundredths: by a notice of the labour ministry whose text we have not read."""
HOURS_A_DAY: Final = 8
"""LABOUR art 36."""
MONTH: Final = DAYS * HOURS_A_DAY
"""Paid hours of a month, in hundredths."""
RATES: Final[Mapping[str, int]] = {"weekday": 150, "rest": 200, "holiday": 300}
"""Percent of an hour's pay (LABOUR art 44)."""
MOST: Final = 36
"""Hours of overtime a month that a unit may ask for (LABOUR art 41)."""

_SOURCES: Final = (LABOUR.art(44), PAYMENT.art(13))

NUMBERS: Final[Mapping[str, int | str]] = {
    "overtime.month": MONTH,
    "overtime.most": MOST,
    **{f"overtime.{kind}": rate for kind, rate in RATES.items()},
}

SENTENCES: Final[Mapping[str, Sentence]] = {
    "overtime.owed": Sentence("还差加班费{owed}。", _SOURCES),
    "overtime.even": Sentence("按您填的数，加班费没有少付。", _SOURCES),
    "overtime.by_month": Sentence(
        f"一小时的工资：月工资{{pay}}÷{DAYS / 100}天÷{HOURS_A_DAY}小时，约{{hourly}}。"
        f"（每月{DAYS / 100}个计薪天，原文待主管部门确认）",
        (LABOUR.art(36),),
    ),
    "overtime.by_hour": Sentence("一小时的工资：{hourly}。"),
    "overtime.weekday": Sentence(f"平时加班{{hours}}，按{RATES['weekday']}%：{{sum}}。", _SOURCES),
    "overtime.rest": Sentence(f"休息日加班、没有补休{{hours}}，按{RATES['rest']}%：{{sum}}。", _SOURCES),
    "overtime.holiday": Sentence(f"法定休假日加班{{hours}}，按{RATES['holiday']}%：{{sum}}。", _SOURCES),
    "overtime.paid": Sentence("一共{sum}，已经付过{paid}。"),
    "overtime.too_many": Sentence(
        f"平时和休息日一共{{hours}}。一个月一般不得超过{MOST}小时；超过的部分，加班费照样要付。", (LABOUR.art(41),)
    ),
}


@dataclass(frozen=True, slots=True)
class Overtime:
    """Hundredths of an hour of each kind within one month."""

    weekday: int = 0
    rest: int = 0
    """On days of rest for which no other day off was given."""
    holiday: int = 0


def overtime(pay: int, kind: Literal["month", "hour"], worked: Overtime, paid: int) -> tuple[Step, ...]:
    """What is owed for one month at `pay` fen a month or an hour, of which `paid` fen have been paid.

    Each kind is rounded once, at its end; halves of a fen go upwards.
    """
    sums = {name: _sum(pay, kind, worked, name) for name in RATES}
    total = sum(sums.values())
    answer = step("overtime.owed", owed=yuan(total - paid)) if total > paid else step("overtime.even")
    return (
        answer,
        _hourly(pay, kind),
        *_kinds(worked, sums),
        step("overtime.paid", sum=yuan(total), paid=yuan(paid)),
        *_limit(worked),
    )


def _sum(pay: int, kind: str, worked: Overtime, name: str) -> int:
    whole = pay * getattr(worked, name) * RATES[name]
    return rounded(whole, MONTH * 100) if kind == "month" else rounded(whole, 100 * 100)


def _hourly(pay: int, kind: str) -> Step:
    if kind == "hour":
        return step("overtime.by_hour", hourly=yuan(pay))
    return step("overtime.by_month", pay=yuan(pay), hourly=yuan(rounded(pay * 100, MONTH)))


def _kinds(worked: Overtime, sums: Mapping[str, int]) -> Iterator[Step]:
    for name, amount in sums.items():
        spent = getattr(worked, name)
        if spent:
            yield step(f"overtime.{name}", hours=hours(spent), sum=yuan(amount))


def _limit(worked: Overtime) -> Iterator[Step]:
    spent = worked.weekday + worked.rest
    if spent > MOST * 100:
        yield step("overtime.too_many", hours=hours(spent))
