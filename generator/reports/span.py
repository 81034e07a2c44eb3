"""统计期: the days that a report is about, and those that it is compared with."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.law.terms import months_after

_DAY: Final = timedelta(days=1)
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年?", re.ASCII)
_QUARTER: Final = re.compile(r"((?:19|20)\d{2})-?[Qq]([1-4])", re.ASCII)
_MONTH: Final = re.compile(r"((?:19|20)\d{2})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """Some days, first and last included; `months` is 0 where it is no whole month, quarter or year."""

    name: str
    first: date
    last: date
    months: int = 0

    def holds(self, on: date) -> bool:
        """True for one of its days."""
        return self.first <= on <= self.last

    def until(self, as_of: date) -> Span:
        """No longer than to a day: what comes later has not happened."""
        if as_of >= self.last:
            return self
        return Span(f"{self.name}（截至 {as_of}）", self.first, as_of, self.months)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def parse(text: str) -> Span | None:
    """Read 2026, 2026Q3 or 2026-10; None where it is none of them."""
    if match := _YEAR.fullmatch(text):
        return _whole(f"{match[1]}年", date(int(match[1]), 1, 1), 12)
    if match := _QUARTER.fullmatch(text):
        return _whole(f"{match[1]}年第{'一二三四'[int(match[2]) - 1]}季度", _first(match[1], 3 * int(match[2]) - 2), 3)
    if match := _MONTH.fullmatch(text):
        return _whole(f"{match[1]}年{int(match[2])}月", _first(match[1], int(match[2])), 1)
    return None


def month_of(day: date) -> Span:
    """The month of a day, whole."""
    return _whole(f"{day.year}年{day.month}月", day.replace(day=1), 1)


def since(first: date, as_of: date) -> Span:
    """From a day to the day of the report."""
    return Span(f"{first} 以来", first, as_of)


def before(span: Span) -> Span:
    """What came before: the month, quarter or year before, as far in as this one is; else as many days."""
    if not span.months:
        return Span("此前同样长的时间", span.first - _DAY * span.days, span.first - _DAY)
    first = months_after(span.first, -span.months)
    if span.last == _end(span.first, span.months):
        return Span("上期", first, span.first - _DAY, span.months)
    return Span("上期同期", first, min(first + (span.last - span.first), span.first - _DAY), span.months)


def year_ago(span: Span) -> Span:
    """The same days of the year before; a month's last day stands for its last day."""
    last = months_after(span.last, -12)
    if span.last == _end_of_month(span.last):
        last = _end_of_month(last)
    return Span("去年同期", months_after(span.first, -12), last, span.months)


def _first(year: str, month: int) -> date:
    return date(int(year), month, 1)


def _whole(name: str, first: date, months: int) -> Span:
    return Span(name, first, _end(first, months), months)


def _end(first: date, months: int) -> date:
    return months_after(first, months) - _DAY


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
