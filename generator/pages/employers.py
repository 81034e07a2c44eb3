"""All that is public about one unit, on one page; nothing is said beyond its public cases."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.disclosure.public import Basis, PublicCase, PublicSite
from generator.pages.lists.row import Row, row


@dataclass(frozen=True, slots=True)
class Until:
    """A code or a name that may be shown up to a day."""

    text: str
    until: date


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another page with the same name; whether it is the same unit nobody has said."""

    slug: str
    until: date


@dataclass(frozen=True, slots=True)
class EmployerListing:
    """A listing in force, as the unit's page sums it up."""

    number: str
    decided: date
    last_day: date
    removal_from: date | None
    until: date


@dataclass(frozen=True, slots=True)
class EmployerPage:
    """One unit. Cases with a code belong together by the code, the others by the name as it is written."""

    name: str
    """As in the newest case."""
    slug: str
    code: Until | None
    other_names: tuple[Until, ...]
    """As other cases write it."""
    rows: tuple[Row, ...]
    """Its cases, newest first."""
    listings: tuple[EmployerListing, ...]
    namesakes: tuple[Namesake, ...]

    @property
    def until(self) -> date:
        """Last day on which the page is shown at all."""
        return max(one.until for one in self.rows)


def employers(site: PublicSite) -> Iterator[EmployerPage]:
    """The page of every unit that has a public case."""
    units: dict[str, list[PublicCase]] = {}
    for case in site.cases:
        units.setdefault(case.employer.slug, []).append(case)
    same = _same_names(units)
    for slug, cases in units.items():
        others = [other for other in same[_folded(cases[0].employer.name)] if other.slug != slug]
        yield _page(slug, cases, others)


def _page(slug: str, cases: Sequence[PublicCase], others: Iterable[Namesake]) -> EmployerPage:
    code = cases[0].employer.credit_code
    name, *former = _names(cases)
    return EmployerPage(
        name=name.text,
        slug=slug,
        code=Until(code, _code_until(cases)) if code else None,
        other_names=tuple(former),
        rows=tuple(row(case) for case in cases),
        listings=tuple(_listings(cases)),
        namesakes=tuple(others),
    )


def _names(cases: Sequence[PublicCase]) -> Iterator[Until]:
    """Every name as written, the newest first, until the last case that bears it ends."""
    last: dict[str, date] = {}
    for case in cases:
        last[case.employer.name] = max(case.until, last.get(case.employer.name, case.until))
    return (Until(name, day) for name, day in last.items())


def _code_until(cases: Iterable[PublicCase]) -> date:
    """A reprint does not cover the code; every other basis does."""
    return max(ground.until for case in cases for ground in case.grounds if ground.basis is not Basis.MEDIA)


def _listings(cases: Iterable[PublicCase]) -> Iterator[EmployerListing]:
    for case in cases:
        for ground in case.grounds:
            if case.listing and ground.basis is Basis.LISTING:
                found = case.listing
                yield EmployerListing(case.number, found.decided, found.last_day, found.removal_from, ground.until)


def _same_names(units: Mapping[str, Sequence[PublicCase]]) -> dict[str, list[Namesake]]:
    found: dict[str, list[Namesake]] = {}
    for slug, cases in sorted(units.items()):
        until = max(case.until for case in cases)
        found.setdefault(_folded(cases[0].employer.name), []).append(Namesake(slug, until))
    return found


def _folded(name: str) -> str:
    """Full-width and half-width writing is the same name."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
