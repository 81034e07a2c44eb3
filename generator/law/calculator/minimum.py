"""低于最低工资: what is missing, month by month, against the standard of that time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final, Literal

from generator.law.articles import CONTRACT, LABOUR, MINIMUM
from generator.law.calculator.step import Sentence, Step, hours, rounded, step, yuan

Kind = Literal["month", "hour"]

LONGEST: Final = 120
"""How many months one answer covers; nobody asks for more, and a slip of the hand would."""

_OWED: Final = (LABOUR.art(48), CONTRACT.art(85))
_SET: Final = (LABOUR.art(48),)

NUMBERS: Final[Mapping[str, int | str]] = {"minimum.longest": LONGEST}

SENTENCES: Final[Mapping[str, Sentence]] = {
    "minimum.total": Sentence("一共少发{sum}，应当补足。", (*_OWED, MINIMUM.art(13))),
    "minimum.part": Sentence(
        "算得出的月份，一共少发{sum}，应当补足；还有月份没有标准，没有算进去。", (*_OWED, MINIMUM.art(13))
    ),
    "minimum.none": Sentence("按您填的数，没有低于最低工资。", _SET),
    "minimum.unset": Sentence(
        "这些月份的最低工资，本网站还没有核实的数，先不算。照省里公布的文件填上标准，再算一次。", _SET
    ),
    "minimum.month": Sentence("{months}：标准每月{standard}（{document}），每月少{gap}，共少{sum}。", _SET),
    "minimum.month_enough": Sentence("{months}：标准每月{standard}（{document}），没有低于它。", _SET),
    "minimum.hour": Sentence(
        "{months}：标准每小时{standard}（{document}），每小时少{gap}，每月{hours}，共少{sum}。", (CONTRACT.art(72),)
    ),
    "minimum.hour_enough": Sentence("{months}：标准每小时{standard}（{document}），没有低于它。", (CONTRACT.art(72),)),
    "minimum.unknown": Sentence("{months}：没有标准，没有算进去。", _SET),
    "minimum.changed": Sentence("{month}中间换了标准，这个月按月初的标准算。", ()),
}


@dataclass(frozen=True, slots=True)
class Standard:
    """A minimum wage that may be relied on, in fen, from `since` until the day before `until`."""

    since: date
    until: date
    monthly: int
    hourly: int
    document: str


@dataclass(frozen=True, slots=True)
class Pay:
    """What was paid, in fen an hour or a month, without overtime and special allowances (最低工资规定 art 12)."""

    kind: Kind
    amount: int
    hours: int = 0
    """Hundredths of an hour a month; for pay by the hour."""


@dataclass(frozen=True, slots=True)
class _Level:
    amount: int
    document: str


def minimum(first: date, last: date, pay: Pay, standards: Sequence[Standard], entered: int | None) -> tuple[Step, ...]:
    """What is missing from the month of `first` to that of `last`; both are first days of months.

    `entered` is the standard, in fen, that a person read in a document: for the months that no known one covers.
    """
    groups = list(_groups(first, last, pay.kind, standards, entered))
    sums = [_missing(level, pay, len(months)) for level, months in groups if level]
    details = [_detail(level, months, pay) for level, months in groups]
    changed = (
        _changed(one.since) for one in standards if one.since.day > 1 and first <= one.since.replace(day=1) <= last
    )
    return (_total(sums, complete=len(sums) == len(groups)), *details, *changed)


def _groups(
    first: date, last: date, kind: Kind, standards: Sequence[Standard], entered: int | None
) -> Iterator[tuple[_Level | None, list[date]]]:
    """Months in a row that have the same standard."""

    def level(month: date) -> _Level | None:
        known = next((one for one in standards if one.since <= month < one.until), None)
        if known:
            return _Level(known.monthly if kind == "month" else known.hourly, known.document)
        return None if entered is None else _Level(entered, "您填的数")

    for found, months in groupby(_months(first, last), key=level):
        yield found, list(months)


def _months(first: date, last: date) -> Iterator[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    for place in range(first.month - 1, first.month - 1 + count):
        yield date(first.year + place // 12, place % 12 + 1, 1)


def _missing(level: _Level, pay: Pay, months: int) -> int:
    gap = max(0, level.amount - pay.amount) * months
    return gap if pay.kind == "month" else rounded(gap * pay.hours, 100)


def _detail(level: _Level | None, months: Sequence[date], pay: Pay) -> Step:
    span = _span(months)
    if level is None:
        return step("minimum.unknown", months=span)
    said = {"months": span, "standard": yuan(level.amount), "document": level.document}
    if level.amount <= pay.amount:
        return Step(f"minimum.{pay.kind}_enough", said)
    said |= {"gap": yuan(level.amount - pay.amount), "sum": yuan(_missing(level, pay, len(months)))}
    return Step(f"minimum.{pay.kind}", said if pay.kind == "month" else said | {"hours": hours(pay.hours)})


def _total(sums: Sequence[int], *, complete: bool) -> Step:
    if not sums:
        return step("minimum.unset")
    if sum(sums) == 0 and complete:
        return step("minimum.none")
    return step("minimum.total" if complete else "minimum.part", sum=yuan(sum(sums)))


def _span(months: Sequence[date]) -> str:
    first, last = months[0], months[-1]
    if len(months) == 1:
        return _month(first)
    return f"{_month(first)}到{_month(last)}，{len(months)}个月"


def _month(of: date) -> str:
    return f"{of.year}年{of.month}月"


def _changed(since: date) -> Step:
    return step("minimum.changed", month=_month(since))
