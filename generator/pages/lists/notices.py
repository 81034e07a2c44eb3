"""移出与更正: what was taken down and what was corrected, told as openly as what was disclosed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import routes
from generator.disclosure.public import Article, EndedCase, PublicCase, PublicSite, in_order
from generator.pages.lists.sheet import Sheet, sheets

CORRECTED: Final = "更正"


@dataclass(frozen=True, slots=True)
class Notice:
    """One removal, expiry, withdrawal or correction. No name: of an ended case nothing else may be said."""

    on: date
    number: str
    kind: str
    """公示期满, 移出名单, 撤回公开 or 更正."""
    basis: str | None
    """The basis that was the last to end; None for a correction."""
    text: str
    articles: tuple[Article, ...]
    sample: bool
    until: date | None
    """Last day on which a correction may be shown; None for an ending, which stays."""

    @property
    def address(self) -> str:
        """The case's page, or what is left of it."""
        return routes.case(self.number)


@dataclass(frozen=True, slots=True)
class NoticeList:
    """One page of notices."""

    sheet: Sheet[Notice]
    total: int | None
    """None on older pages."""
    sure_until: date | None
    """Last day on which the total is right without a new build."""
    as_of: date | None
    """None on older pages."""


def notices(site: PublicSite) -> tuple[Notice, ...]:
    """All notices, newest first."""
    found = [_ending(ended) for ended in site.ended]
    found += [one for case in site.cases for one in _corrections(case)]
    return tuple(sorted(found, key=lambda one: (one.on, in_order(one.number), one.text), reverse=True))


def notice_lists(found: Sequence[Notice], as_of: date) -> Iterator[NoticeList]:
    """Every page of 移出与更正, the newest first."""
    sure = min((one.until for one in found if one.until), default=None)
    for sheet in sheets(routes.REMOVALS, found, lambda one: one.on):
        newest = sheet.number is None
        yield NoticeList(sheet, len(found) if newest else None, sure if newest else None, as_of if newest else None)


def _ending(ended: EndedCase) -> Notice:
    return Notice(
        on=ended.ended,
        number=ended.number,
        kind=ended.how.value,
        basis=ended.basis.heading,
        text=ended.reason,
        articles=ended.articles,
        sample=ended.sample,
        until=None,
    )


def _corrections(case: PublicCase) -> Iterator[Notice]:
    """A correction may speak of what any of the bases showed, and goes with the first that ends."""
    for on, what in case.corrections:
        yield Notice(on, case.number, CORRECTED, None, f"{what}。", (), case.sample, case.status_until)
