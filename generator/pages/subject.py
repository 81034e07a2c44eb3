"""What a page is about: the public data that fills the slots of its frame, and nothing it does not show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator import routes
from generator.disclosure.public import (
    Basis,
    EndedCase,
    PublicCampaign,
    PublicCase,
    PublicFigures,
    PublicSite,
    PublicStatistics,
)

NEWEST: Final = 200
"""Rows of the list of everything: what an old phone can still draw. Lists by basis and by year are whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One case as lists show it. Small on purpose: a list changes only when a row does."""

    number: str
    sample: bool
    name: str
    town: str | None
    violations: tuple[str, ...]
    headcount: str | None
    amount: str | None
    status: str
    tone: str
    bases: tuple[Basis, ...]
    since: date
    until: date
    status_until: date
    """Last day on which the status may be shown as it is."""

    @property
    def address(self) -> str:
        """The case's page."""
        return routes.case(self.number)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One list, as the navigation among lists names it."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All lists: everything, by basis, by year."""

    everything: Shelf
    bases: tuple[Shelf, ...]
    years: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class CaseList:
    """A list of cases; `basis` is None for everything and for a year."""

    heading: str
    address: str
    basis: Basis | None
    rows: tuple[Row, ...]
    total: int
    """How many cases the list is about; more than its rows where older ones are left to the lists by year."""
    samples: int
    """How many of them are invented."""
    catalogue: Catalogue
    as_of: date


@dataclass(frozen=True, slots=True)
class Overview:
    """What an editorial page shows of the records: as much as its slots ask for, so that others stay as they are."""

    latest: tuple[Row, ...] = ()
    everything: CaseList | None = None
    catalogue: Catalogue | None = None
    figures: tuple[PublicFigures, ...] = ()
    statistics: PublicStatistics | None = None
    campaigns: tuple[PublicCampaign, ...] = ()
    as_of: date | None = None


Subject = PublicCase | EndedCase | CaseList | Overview


def row(case: PublicCase, basis: Basis | None = None) -> Row:
    """A case as one list shows it: by its own dates, or by those of the list's basis."""
    ground = next((one for one in case.grounds if one.basis is basis), None)
    dates = ground or case
    return Row(
        number=case.number,
        sample=case.sample,
        name=case.employer.name,
        town=case.town,
        violations=case.violations,
        headcount=case.headcount,
        amount=case.amount,
        status=case.status,
        tone=case.status_tone,
        bases=tuple(one.basis for one in case.grounds),
        since=dates.since,
        until=dates.until,
        status_until=case.status_until,
    )


def lists(site: PublicSite) -> tuple[CaseList, ...]:
    """Every list of the site; the first holds everything, and a basis has its list even while it is empty."""
    rows = tuple(row(case) for case in site.cases)
    everything = _list(site, "全部公开案件", routes.DISCLOSURES, rows)
    by_basis = (
        replace(_list(site, basis.heading, routes.basis(basis), _rows(site, basis)), basis=basis) for basis in Basis
    )
    by_year = (
        _list(site, f"{year}年公开的案件", routes.year(year), tuple(one for one in rows if one.since.year == year))
        for year in _years(site)
    )
    return (replace(everything, rows=rows[:NEWEST]), *by_basis, *by_year)


def _list(site: PublicSite, heading: str, address: str, rows: tuple[Row, ...]) -> CaseList:
    samples = sum(one.sample for one in rows)
    return CaseList(heading, address, None, rows, len(rows), samples, _catalogue(site), site.portal.as_of)


def _rows(site: PublicSite, basis: Basis) -> tuple[Row, ...]:
    shown = [row(case, basis) for case in site.cases if any(ground.basis is basis for ground in case.grounds)]
    return tuple(sorted(shown, key=lambda one: (one.since, one.number), reverse=True))


def _years(site: PublicSite) -> list[int]:
    return sorted({case.since.year for case in site.cases}, reverse=True)


def _catalogue(site: PublicSite) -> Catalogue:
    years = [case.since.year for case in site.cases]
    bases = [ground.basis for case in site.cases for ground in case.grounds]
    return Catalogue(
        everything=Shelf("全部", routes.DISCLOSURES, len(site.cases)),
        bases=tuple(Shelf(basis.heading, routes.basis(basis), bases.count(basis)) for basis in Basis),
        years=tuple(Shelf(f"{year}年", routes.year(year), years.count(year)) for year in _years(site)),
    )
