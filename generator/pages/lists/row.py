"""One case as lists show it; small on purpose, for a list changes only when a row does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.disclosure.public import Basis, PublicCase


@dataclass(frozen=True, slots=True)
class RowGround:
    """A basis that a row names, and the last day on which it may."""

    basis: Basis
    until: date


@dataclass(frozen=True, slots=True)
class Row:
    """One case in a list."""

    number: str
    sample: bool
    name: str
    town: str | None
    violations: tuple[str, ...]
    headcount: str | None
    amount: str | None
    amount_fen: int | None
    status: str
    tone: str
    grounds: tuple[RowGround, ...]
    """The bases that this list may speak of: all of them, or its own alone."""
    since: date
    until: date
    status_until: date
    """Last day on which the status may be shown as it is."""

    @property
    def address(self) -> str:
        """The case's page."""
        return routes.case(self.number)

    @property
    def people(self) -> int | None:
        """The number within the headcount, to sort by."""
        found = re.search(r"\d+", self.headcount or "")
        return int(found[0]) if found else None


def row(case: PublicCase, basis: Basis | None = None) -> Row:
    """A case as one list shows it: by its own dates, or by those of the list's basis."""
    own = tuple(ground for ground in case.grounds if basis in {None, ground.basis})
    return Row(
        number=case.number,
        sample=case.sample,
        name=case.employer.name,
        town=case.town,
        violations=case.violations,
        headcount=case.headcount,
        amount=case.amount,
        amount_fen=case.amount_fen,
        status=case.status,
        tone=case.status_tone,
        grounds=tuple(RowGround(ground.basis, ground.until) for ground in own),
        since=min(ground.since for ground in own),
        until=max(ground.until for ground in own),
        status_until=case.status_until,
    )
