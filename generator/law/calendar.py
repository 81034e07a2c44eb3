"""Working days by the State Council's calendar; beyond the years it knows, weekends alone, and said so."""

from __future__ import annotations

from bisect import bisect_right
from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import chinese_calendar

_DAY: Final = timedelta(days=1)


def _exceptions() -> dict[date, bool]:
    """What the library answers; its own function looks through all its years again for each day."""
    constants = chinese_calendar.constants
    return dict.fromkeys(constants.holidays, False) | dict.fromkeys(constants.workdays, True)


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
    _years: dict[int, tuple[date, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _moments: dict[tuple[date, int], Moment] = field(default_factory=dict, init=False, repr=False, compare=False)

    def knows(self, year: int) -> bool:
        """True where the year's holidays have been announced."""
        return year in _LIBRARY_YEARS or any(day.year == year for day in self.announced)

    def is_workday(self, day: date) -> bool:
        """True where `day` is worked, make-up weekends included; by weekday alone in a year not known."""
        if day in self.announced:
            return self.announced[day]
        return _EXCEPTIONS.get(day, day.weekday() < 5)

    def after(self, start: date, count: int) -> Moment:
        """The last day of a term of `count` working days; `start` itself does not count (民法典 art 201)."""
        found = self._moments.get((start, count))  # thousands of cases ask for the same terms
        if found is None:
            found = self._moments[start, count] = self._counted(start, count)
        return found

    def open_day(self, day: date) -> Moment:
        """The day itself where it is worked, else the next that is (民法典 art 203)."""
        while not self.is_workday(day):
            day += _DAY
        return Moment(day, provisional=not self.knows(day.year))

    def between(self, start: date, end: date) -> int:
        """How many days are worked after `start` and up to `end`."""
        before = bisect_right(self._workdays(start.year), start)
        years = (len(self._workdays(year)) for year in range(start.year, end.year))
        return sum(years) + bisect_right(self._workdays(end.year), end) - before

    def _counted(self, start: date, count: int) -> Moment:
        year = start.year
        place = bisect_right(self._workdays(year), start) + count - 1
        while place >= len(self._workdays(year)):
            place -= len(self._workdays(year))
            year += 1
        day = self._workdays(year)[place] if count else start
        years = range(start.year, day.year + 1)
        return Moment(day, provisional=not all(self.knows(one) for one in years))

    def _workdays(self, year: int) -> tuple[date, ...]:
        """The worked days of a year, found once: thousands of cases ask for the same years."""
        if year not in self._years:
            days = (date(year, 1, 1) + _DAY * offset for offset in range(365 + isleap(year)))
            self._years[year] = tuple(day for day in days if self.is_workday(day))
        return self._years[year]


_EXCEPTIONS: Final = _exceptions()
_LIBRARY_YEARS: Final = frozenset(day.year for day in _EXCEPTIONS)
