"""Which cases count, and since when; what is told of one only by the end of the last whole month."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.disclosure.statistics.grouping import large_enough
from generator.disclosure.statistics.tally import Step, Tally


@dataclass(frozen=True, slots=True)
class Counted:
    """A case that counts, with its acts up to the last day that does."""

    case: Tally
    steps: tuple[Step, ...]
    """In the order of the fold; empty only for a public case whose report names no day."""
    secret: bool
    """True where it is not public."""

    @property
    def number(self) -> str:
        """The case's number."""
        return self.case.number


@dataclass(frozen=True, slots=True)
class Census:
    """The cases that count by a day."""

    until: date
    cases: tuple[Counted, ...]
    narrowed: bool
    """True where cases that are not public were left out, because they are too few."""


def last_of_month_before(on: date) -> date:
    """The end of the last month that is over: a number that moves once a month tells of no single day's case."""
    return on.replace(day=1) - timedelta(days=1)


def census(tallies: Iterable[Tally], public: Collection[str], until: date) -> Census:
    """Every case that is no sample and had begun by `until`; `public` are the numbers that the site shows."""
    every = [_counted(case, case.number not in public, until) for case in tallies if not case.sample]
    found = tuple(one for one in every if one.steps or not (one.secret or one.case.steps))
    if large_enough({one.number for one in found if one.secret}):
        return Census(until, found, narrowed=False)
    return Census(until, tuple(one for one in found if not one.secret), narrowed=True)


def _counted(case: Tally, secret: bool, until: date) -> Counted:  # noqa: FBT001 - a fact of the case, no switch
    return Counted(case, tuple(step for step in case.steps if step.on <= until), secret)
