"""Working days by the State Council's calendar; beyond the years it knows, weekends alone, and said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import chinese_calendar

_DAY: Final = timedelta(days=1)


def _known_years() -> frozenset[int]:
    constants = chinese_calendar.constants
    return frozenset(day.year for day in (*constants.holidays, *constants.workdays))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day reached by counting working days; `provisional` where part of the way lies beyond the known calendar."""

    day: date
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked. `announced` are exceptions that editors entered for a year the library does not know."""

    announced: Mapping[date, bool] = field(default_factory=lambda: MappingProxyType({}))
    """Day → True where it is worked, False where it is off."""

    def knows(self, year: int) -> bool:
        """True where the year's holidays have been announced."""
        return year in _LIBRARY_YEARS or any(day.year == year for day in self.announced)

    def is_workday(self, day: date) -> bool:
        """True where `day` is worked, make-up weekends included; by weekday alone in a year not known."""
        if day in self.announced:
            return self.announced[day]
        if day.year in _LIBRARY_YEARS:
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5

    def after(self, start: date, count: int) -> Moment:
        """The last day of a term of `count` working days; `start` itself does not count (民法典 art 201)."""
        day, left = start, count
        while left:
            day += _DAY
            left -= self.is_workday(day)
        years = range(start.year, day.year + 1)
        return Moment(day, provisional=not all(self.knows(year) for year in years))


_LIBRARY_YEARS: Final = _known_years()
