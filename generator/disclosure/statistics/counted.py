"""Which cases count, and since when; what is told of one only by the end of the last whole month."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from generator.disclosure.statistics.grouping import large_enough
from generator.law.standing import in_order
from generator.ledger import Ledger, LedgerCase
from generator.model.event import Event


@dataclass(frozen=True, slots=True)
class Counted:
    """A case that counts, with its acts up to the last day that does."""

    case: LedgerCase
    events: tuple[Event, ...]
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


def census(ledger: Ledger, public: Collection[str], until: date) -> Census:
    """Every case that is no sample and had begun by `until`; `public` are the numbers that the site shows."""
    every = [_counted(case, case.number not in public, until) for case in ledger.cases if not case.record.sample]
    found = tuple(one for one in every if one.events or not (one.secret or one.case.record.events))
    if large_enough({one.number for one in found if one.secret}):
        return Census(until, found, narrowed=False)
    return Census(until, tuple(one for one in found if not one.secret), narrowed=True)


def _counted(case: LedgerCase, secret: bool, until: date) -> Counted:  # noqa: FBT001 - a fact of the case, no switch
    events = tuple(event for event in in_order(case.record.events) if event.on <= until)
    return Counted(case, events, secret)
