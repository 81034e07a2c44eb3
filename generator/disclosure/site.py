"""The ledger → everything that pages are made of, and the list of what was held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from generator.disclosure.bulletin import announcement, bulletins, next_bulletin
from generator.disclosure.calculator import calculators, standards
from generator.disclosure.gate import Outcome, Withheld, changes_on, disclose
from generator.disclosure.outreach import disclose_outreach, found_units, next_session_change
from generator.disclosure.public import (
    EndedCase,
    PublicCase,
    PublicChannel,
    PublicFigure,
    PublicFigures,
    PublicPortal,
    PublicSite,
    PublicWorksite,
    RevokedWorksite,
    in_order,
)
from generator.disclosure.statistics.compute import campaigns, statistics
from generator.disclosure.statistics.tally import tally
from generator.disclosure.told import Told
from generator.disclosure.worksite import disclose_worksite, minimum_wage, next_worksite_change
from generator.ledger import Ledger, LedgerCase
from generator.model.event import Listed
from generator.model.portal import ComplaintChannel, FigureSet, ServicePromise

_INSIDE: Final = frozenset({"内部", "检查"})
"""Kinds of channel that say how a matter arrived and are no way to complain."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The gate's answer for a whole ledger."""

    site: PublicSite
    withheld: tuple[Withheld, ...]
    names: frozenset[str]
    """Whoever any record names; for the sweep alone."""


def disclose_all(ledger: Ledger) -> Disclosed:
    """Run every case through the gate."""
    return gather([tell(case, ledger) for case in ledger.cases], ledger)


def tell(case: LedgerCase, ledger: Ledger) -> Told:
    """Run one case through the gate."""
    outcome = disclose(case, ledger)
    names = tuple(dict.fromkeys(_names(case)))
    changes = changes_on(case, ledger, outcome)
    return Told(outcome, changes, tally(case, ledger), names, announcement(case, ledger))


def _names(case: LedgerCase) -> Iterator[str]:
    employer = case.record.employer
    yield employer.name
    if employer.representative:
        yield employer.representative
    for event in case.record.events:
        if isinstance(event, Listed):
            yield from (person.name for person in event.persons)


def gather(told: Sequence[Told], ledger: Ledger) -> Disclosed:
    """The whole site. What is known of the cases stands in `told`; of the ledger, everything but its cases is asked."""
    outcomes = [one.outcome for one in told]
    cases, ended = _newest_first(outcomes), _by_number(outcomes)
    portal, tallies = ledger.portal.record, [one.tally for one in told]
    sites = [found for found in (disclose_worksite(one, ledger) for one in ledger.worksites) if found]
    in_use = tuple(one for one in sites if isinstance(one, PublicWorksite))
    outreach = disclose_outreach(ledger, in_use)
    samples = any(one.sample for one in (*cases, *ended, *sites, *outreach.sessions))
    announced = [one.announcement for one in told]
    own = (next_worksite_change(ledger), next_session_change(ledger), next_bulletin(announced, ledger.as_of))
    changes = (*(one.changes for one in told), *own)
    site = PublicSite(
        portal=_portal(ledger, samples=samples),
        cases=tuple(cases),
        ended=tuple(ended),
        figures=_figures(ledger),
        statistics=statistics(portal, ledger.as_of, tallies, cases, ended),
        campaigns=campaigns(portal, ledger.as_of, tallies, cases),
        next_change=min((day for day in changes if day), default=None),
        worksites=in_use,
        revoked_worksites=tuple(one for one in sites if isinstance(one, RevokedWorksite)),
        minimum_wage=minimum_wage(ledger),
        calculators=calculators(standards(portal.wages), ledger.calendar),
        outreach=outreach,
        bulletins=bulletins(list(zip(outcomes, announced, strict=True)), portal, ledger.as_of),
    )
    withheld = tuple(item for item in outcomes if isinstance(item, Withheld))
    return Disclosed(site, withheld, frozenset(chain(found_units(ledger), *(one.names for one in told))))


def _newest_first(outcomes: Iterable[Outcome]) -> list[PublicCase]:
    found = (item for item in outcomes if isinstance(item, PublicCase))
    return sorted(found, key=lambda case: (case.since, in_order(case.number)), reverse=True)


def _by_number(outcomes: Iterable[Outcome]) -> list[EndedCase]:
    return sorted((item for item in outcomes if isinstance(item, EndedCase)), key=lambda case: in_order(case.number))


def _portal(ledger: Ledger, *, samples: bool) -> PublicPortal:
    portal = ledger.portal.record
    channels = tuple(_channel(channel) for channel in portal.channels if channel.kind not in _INSIDE)
    publisher = portal.publisher
    return PublicPortal(
        city=portal.city.name,
        title=portal.website.title,
        publisher=publisher.name,
        publisher_short=publisher.short,
        hotline=next((channel for channel in channels if channel.kind == "电话" and channel.number), None),
        channels=channels,
        promise=_promise(portal.promise),
        registrations=(
            ("ICP备案号", publisher.icp),
            ("公安备案号", publisher.police),
            ("网站标识码", publisher.site_code),
        ),
        base_url=portal.website.address,
        as_of=ledger.as_of,
        demonstration=samples or portal.demonstration is not None,
        pinned=portal.demonstration is not None,
        contact=(
            ("承办", publisher.operator),
            ("地址", publisher.address),
            ("电话", publisher.telephone),
            ("邮箱", publisher.email),
        ),
        licence=portal.website.licence,
    )


def _promise(promise: ServicePromise) -> str:
    return f"{promise.receive}接收，{promise.contact}联系，一般案件{promise.finish}办结。"


def _channel(channel: ComplaintChannel) -> PublicChannel:
    return PublicChannel(channel.name, channel.kind, channel.number, channel.address, channel.note)


def _figures(ledger: Ledger) -> tuple[PublicFigures, ...]:
    if ledger.figures is None:
        return ()
    sets = [item for item in ledger.figures.record.sets if item.source.on <= ledger.as_of]
    return tuple(_figure_set(item) for item in sets)


def _figure_set(item: FigureSet) -> PublicFigures:
    figures = tuple(
        PublicFigure(one.label, one.value, one.unit, one.period, one.note, one.topic) for one in item.figures
    )
    return PublicFigures(item.source.title, item.source.on, figures)
