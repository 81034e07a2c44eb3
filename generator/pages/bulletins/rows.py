"""The list of all quarters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.disclosure.public import PublicSite


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """One quarter in the list of all."""

    name: str
    words: str
    count: int
    """How many are named in it."""
    gone: int
    """How many were."""
    until: date | None
    """Last day on which the count is right."""

    @property
    def address(self) -> str:
        """Its page."""
        return routes.bulletin(self.name)


def bulletin_rows(site: PublicSite) -> tuple[BulletinRow, ...]:
    """Every quarter, newest first."""
    return tuple(
        BulletinRow(str(one.quarter), one.quarter.words, len(one.annexes), len(one.ended) + one.lapsed, one.until)
        for one in site.bulletins
    )
