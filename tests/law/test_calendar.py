"""Working days and terms: the first day does not count; beyond the known calendar a date says that it is a guess."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

import chinese_calendar
import pytest

from generator.law.calendar import Moment, WorkCalendar
from generator.law.terms import months_after

CALENDAR = WorkCalendar()


def test_term_skips_weekends_and_holidays() -> None:
    # 2026-10-01 to 10-07 is off; 10-10, a Saturday, is worked.
    assert CALENDAR.after(date(2026, 9, 30), 3) == Moment(date(2026, 10, 10))


def test_every_day_that_the_library_knows_is_as_it_says() -> None:
    years = sorted({day.year for day in chinese_calendar.constants.holidays})
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    assert [day for day in days if CALENDAR.is_workday(day) != chinese_calendar.is_workday(day)] == []
    assert len(days) > 20 * 365


def test_a_term_may_end_on_the_last_working_day_of_a_year_or_the_first_of_the_next() -> None:
    assert [CALENDAR.after(date(2025, 12, 30), count).day for count in (1, 2)] == [date(2025, 12, 31), date(2026, 1, 4)]


def test_beyond_the_known_calendar_is_provisional() -> None:
    assert CALENDAR.after(date(2030, 1, 4), 1) == Moment(date(2030, 1, 7), provisional=True)


def test_an_announced_year_is_no_longer_provisional() -> None:
    announced = WorkCalendar(MappingProxyType({date(2030, 1, 7): False, date(2030, 1, 5): True}))
    assert announced.after(date(2030, 1, 4), 1) == Moment(date(2030, 1, 5))
    assert announced.after(date(2030, 1, 5), 1) == Moment(date(2030, 1, 8))


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_corresponding_day(start: date, months: int, last: date) -> None:
    assert months_after(start, months) == last
