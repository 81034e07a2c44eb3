"""The gate of the worksites: what posters, rights boards and landing pages may show; the rest stays inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.disclosure.public import PublicSystem, PublicWage, PublicWorksite, RevokedWorksite, Slot
from generator.law import board
from generator.law.systems import SYSTEMS
from generator.ledger import Ledger, LedgerWorksite
from generator.model.portal import Portal
from generator.model.sitecode import Misread, SiteCode, read
from generator.model.worksite import Plan, Poster, PostersIssued, PostersRevoked, SystemState, Worksite

Outcome = PublicWorksite | RevokedWorksite | None


def disclose_worksite(site: LedgerWorksite, ledger: Ledger) -> Outcome:
    """What anybody may learn of a worksite on the ledger's date; nothing where its file bears no sound code."""
    return disclose_worksite_on(site, ledger.portal.record, ledger.as_of)


def disclose_worksite_on(site: LedgerWorksite, portal: Portal, on: date) -> Outcome:
    """What anybody may learn of a worksite on any day, with the records as they are now."""
    code = read(site.code)
    if isinstance(code, Misread):
        return None
    record = site.record
    revoked = min(_days(record.posters, PostersRevoked, on), default=None)
    if revoked:
        return RevokedWorksite(str(code), code.printed, revoked, record.sample)
    return _public(code, record, portal, on)


def _public(code: SiteCode, record: Worksite, portal: Portal, on: date) -> PublicWorksite:
    plan = record.plan or Plan()
    return PublicWorksite(
        code=str(code),
        printed=code.printed,
        sample=record.sample,
        project=record.project,
        address=record.address,
        town=record.town,
        owner=record.owner,
        contractor=record.contractor.name,
        department=record.contractor.department,
        authorities=board.authority_phones(record, portal),
        payday=str(record.payday) if record.payday else None,
        start=plan.start,
        end=plan.end,
        systems=tuple(_systems(record, portal, on)),
        slots=tuple(_slot(slot) for slot in board.slots(record, portal, on)),
        issued=max(_days(record.posters, PostersIssued, on), default=None),
    )


def _days(posters: Iterable[Poster], kind: type[PostersIssued | PostersRevoked], on: date) -> Iterator[date]:
    return (act.on for act in posters if isinstance(act, kind) and act.on <= on)


def _systems(record: Worksite, portal: Portal, on: date) -> Iterator[PublicSystem]:
    """Every system of the city; one that is said to have been looked at on a later day has not been looked at yet."""
    states = {state.name: state for state in record.systems if state.on is None or state.on <= on}
    return (_system(name, states.get(name)) for name in portal.systems)


def _system(name: str, state: SystemState | None) -> PublicSystem:
    known = SYSTEMS.get(name)
    return PublicSystem(
        name=name,
        status=state.status if state else None,
        on=state.on if state else None,
        duty=known.duty if known else None,
        articles=known.articles if known else (),
    )


def _slot(slot: board.Slot) -> Slot:
    return Slot(slot.label, slot.values, slot.filled, slot.on_site)


def minimum_wage(ledger: Ledger) -> PublicWage | None:
    """The minimum wage in force on the ledger's date, and what speaks against printing it."""
    wage = board.wage_in_force(ledger.portal.record.wages, ledger.as_of)
    if wage is None:
        return None
    doubt = board.wage_doubt(wage, ledger.as_of)
    return PublicWage(wage.since, str(wage.monthly), str(wage.hourly), wage.document, doubt)


def next_worksite_change(ledger: Ledger) -> date | None:
    """The first later day on which something shown of a worksite would differ although no record changed."""
    days = (_next_of(site, ledger) for site in ledger.worksites)
    return min((day for day in days if day), default=None)


def _next_of(site: LedgerWorksite, ledger: Ledger) -> date | None:
    portal, now = ledger.portal.record, disclose_worksite(site, ledger)
    written = {act.on for act in site.record.posters} | {state.on for state in site.record.systems if state.on}
    for day in sorted({day for day in written | board.wage_days(portal.wages) if day > ledger.as_of}):
        if disclose_worksite_on(site, portal, day) != now:
            return day
    return None
