"""Who can be looked up: the public cases of a site, brought together by unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.disclosure.public import Basis, PublicCase, in_order


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case as a result of the look-up shows it."""

    number: str
    sample: bool
    town: str | None
    status: str
    tone: str
    grounds: tuple[tuple[Basis, date], ...]
    """Each basis in force with the last day on which it shows the case."""

    @property
    def until(self) -> date:
        """Last day on which the case is found at all."""
        return max(until for _, until in self.grounds)


@dataclass(frozen=True, slots=True)
class Unit:
    """One name at one address. A unit that changed its name is found by each of its names."""

    name: str
    slug: str
    code: str | None
    cases: tuple[FoundCase, ...]
    """By number, the oldest first."""

    @property
    def until(self) -> date:
        """Last day on which the name is found."""
        return max(case.until for case in self.cases)

    @property
    def code_until(self) -> date:
        """Last day on which the code is shown: a reprint on its own does not carry it."""
        naming = (until for case in self.cases for basis, until in case.grounds if basis is not Basis.MEDIA)
        return max(naming, default=date.min)


def units(cases: tuple[PublicCase, ...]) -> tuple[Unit, ...]:
    """Every unit of these cases, in the order of their oldest numbers."""
    found: dict[tuple[str, str], list[PublicCase]] = {}
    for case in sorted(cases, key=lambda one: in_order(one.number)):
        found.setdefault((case.employer.slug, case.employer.name), []).append(case)
    return tuple(
        Unit(name, slug, theirs[0].employer.credit_code, tuple(map(_found, theirs)))
        for (slug, name), theirs in found.items()
    )


def _found(case: PublicCase) -> FoundCase:
    grounds = tuple((ground.basis, ground.until) for ground in case.grounds)
    return FoundCase(case.number, case.sample, case.town, case.status, case.status_tone, grounds)
