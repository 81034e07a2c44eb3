"""What counting needs to know of a case: days, kinds, numbers; no name and no word of what happened."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from generator.disclosure.statistics.course import Turn, turn
from generator.law.clock import Deadline, settings_of
from generator.law.standing import in_order
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Arrears, Case, MediaDisclosure
from generator.model.event import Accepted, Closed, Consulted, Event, Filed, Mended, NotAccepted, Paid, Received
from generator.model.values import Headcount, Money


@dataclass(frozen=True, slots=True)
class Sum:
    """People, or 分."""

    number: int
    approximate: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One act."""

    on: date
    turn: Turn
    paid: Sum | None = None
    """What a payment brought, in 分."""
    complaint: bool = False
    """True for a complaint; what an inspection found is none."""
    received: bool = False
    """True for a complaint and for what an inspection found."""
    accepted: bool | None = None
    """What was decided about taking it on; None for any other act."""
    in_full: bool = False
    """True for an act that says the wages have been paid."""


@dataclass(frozen=True, slots=True)
class Term:
    """One clock of the case."""

    name: str
    due: date
    kept: bool
    """True where it was stopped in time."""
    left: bool
    """True where the case turned out to be no ordinary one before its seven days were over."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One case, as it is counted."""

    number: str
    sample: bool
    town: str | None
    industry: str | None
    violations: tuple[str, ...]
    people: Sum | None
    owed: Sum | None
    """In 分."""
    on_file: bool
    """True where the bureau keeps a file; a report that is reprinted is silent on how a complaint was handled."""
    steps: tuple[Step, ...]
    """In the order of the fold, those to come included."""
    terms: tuple[Term, ...]


def tally(case: LedgerCase, ledger: Ledger) -> Tally:
    """What is counted of one case."""
    record = case.record
    arrears = record.arrears or Arrears()
    inspections = settings_of(ledger.portal.record).inspections
    return Tally(
        number=case.number,
        sample=record.sample,
        town=record.town,
        industry=record.industry,
        violations=record.violations,
        people=_sum(arrears.people),
        owed=_sum(arrears.amount),
        on_file=_on_file(record),
        steps=tuple(_step(event, inspections) for event in in_order(record.events)),
        terms=tuple(_terms(case.deadlines)),
    )


def _on_file(record: Case) -> bool:
    told = record.disclosures
    return not told or not all(isinstance(disclosure, MediaDisclosure) for disclosure in told)


def _sum(value: Headcount | Money | None) -> Sum | None:
    if value is None:
        return None
    return Sum(value.fen if isinstance(value, Money) else value.number, value.approximate)


def _step(event: Event, inspections: Collection[str]) -> Step:
    return Step(
        on=event.on,
        turn=turn(event),
        paid=_sum(event.amount) if isinstance(event, Paid) else None,
        complaint=isinstance(event, Received) and event.channel not in inspections,
        received=isinstance(event, Received),
        accepted=isinstance(event, Accepted | Filed) if isinstance(event, NotAccepted | Accepted | Filed) else None,
        in_full=isinstance(event, Mended) or (isinstance(event, Closed) and event.outcome == "工资已付清"),
    )


def _terms(clocks: Collection[Deadline]) -> Iterator[Term]:
    for clock in clocks:
        stop = clock.stop
        left = clock.name == "办结投诉" and isinstance(stop, Consulted | Filed) and not clock.days_late
        yield Term(clock.name, clock.due.day, stop is not None and not clock.days_late, left)
