"""The list of all quarters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.disclosure.public import PublicBulletin, PublicSite


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
    parts: int

    @property
    def address(self) -> str:
        """Its page."""
        return routes.bulletin(self.name)


def bulletin_rows(site: PublicSite) -> tuple[BulletinRow, ...]:
    """Every quarter, newest first."""
    return tuple(_row(one) for one in site.bulletins)


def _row(one: PublicBulletin) -> BulletinRow:
    gone = len(one.ended) + one.lapsed
    return BulletinRow(str(one.quarter), one.quarter.words, len(one.annexes), gone, one.until, len(one.parts()))
