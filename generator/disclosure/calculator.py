"""算一算: the rules in code and the city's settings → what pages may show of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from generator.disclosure.public.calculator import (
    PublicCalculators,
    PublicExample,
    PublicSentence,
    PublicStandard,
)
from generator.law.articles import ORDER45
from generator.law.board import stale_from
from generator.law.calculator import NUMBERS, SENTENCES, Step, said
from generator.law.calculator.examples import examples
from generator.law.calendar import WorkCalendar
from generator.model.portal import MinimumWage

_LAST_YEAR: Final = 2099
"""The last that any record may name; see `Day`."""
_DAY: Final = timedelta(days=1)


def calculators(standards: Iterable[PublicStandard], calendar: WorkCalendar) -> PublicCalculators:
    """All rules, with the city's confirmed wages and the calendar as it is known."""
    return PublicCalculators(
        sentences=tuple((key, PublicSentence(one.text, one.sources)) for key, one in SENTENCES.items()),
        numbers=tuple(NUMBERS.items()),
        standards=tuple(standards),
        exceptions=tuple(_exceptions(calendar)),
        examples=tuple(
            PublicExample(name, one.told, tuple(_filled(step) for step in one.steps))
            for name, one in examples(calendar).items()
        ),
    )


def _filled(step: Step) -> PublicSentence:
    return PublicSentence(said(step), SENTENCES[step.key].sources)


def standards(wages: Sequence[MinimumWage]) -> Iterator[PublicStandard]:
    """The confirmed ones, each until the next is set, confirmed or not, or should have been set."""
    dated = sorted(wages, key=lambda wage: wage.since)
    ends = [*(wage.since for wage in dated[1:]), date.max]
    for wage, following in zip(dated, ends, strict=False):
        if wage.confirmed == "已核实":
            until = min(following, stale_from(wage))
            yield PublicStandard(wage.since, until, wage.monthly.fen, wage.hourly.fen, wage.document)


def _exceptions(calendar: WorkCalendar) -> Iterator[tuple[int, tuple[date, ...]]]:
    """Only from the year on in which the first of our working-day terms can begin."""
    years = range(ORDER45.effective.year, _LAST_YEAR + 1)
    return ((year, tuple(_unusual(year, calendar))) for year in years if calendar.knows(year))


def _unusual(year: int, calendar: WorkCalendar) -> Iterator[date]:
    first = date(year, 1, 1)
    days = (first + _DAY * offset for offset in range((date(year + 1, 1, 1) - first).days))
    return (on for on in days if calendar.is_workday(on) != (on.weekday() < 5))
