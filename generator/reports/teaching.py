"""宣讲的数字: sessions held, firms reached, worksites and firms covered; what no record says is None and never 0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.ledger import Ledger
from generator.model.outreach import Session
from generator.model.worksite import PostersRevoked, Worksite
from generator.reports.count import Count
from generator.reports.span import Span

_LESSON: Final = "开工第一课"
_MEETING: Final = "培训会"
_FIRMS: Final = "企业"


@dataclass(frozen=True, slots=True)
class Site:
    """A worksite as far as it is counted."""

    code: str
    revoked: date | None
    """From which day its code is not in use."""


@dataclass(frozen=True, slots=True)
class Taught:
    """The sessions that were held by a day, and whom they were to reach."""

    held: tuple[Session, ...]
    sites: tuple[Site, ...]
    firms: int | None
    """How many other firms the city has; None where nobody has said."""
    as_of: date

    @property
    def began(self) -> date | None:
        """The first day of which there is a record."""
        return min((one.on for one in self.held), default=None)

    def within(self, town: str) -> Taught:
        """What was held in one town."""
        return replace(self, held=tuple(one for one in self.held if one.town == town))


def taught(ledger: Ledger, *, samples: bool) -> Taught:
    """What a ledger says of the sessions by its day; invented ones only where asked for."""
    records = (one.record for one in ledger.sessions)
    total = ledger.portal.record.outreach.total
    return Taught(
        held=tuple(
            one for one in records if one.on <= ledger.as_of and one.cancelled is None and (samples or not one.sample)
        ),
        sites=tuple(
            Site(
                site.code, min((act.on for act in site.record.posters if isinstance(act, PostersRevoked)), default=None)
            )
            for site in ledger.worksites
            if samples or not site.record.sample
        ),
        firms=total.number if total else None,
        as_of=ledger.as_of,
    )


def _revoked(site: Worksite) -> date | None:
    return min((act.on for act in site.posters if isinstance(act, PostersRevoked)), default=None)


def sessions(found: Taught, span: Span) -> Count:
    """Meetings of 开工第一课."""
    return Count(sum(one.kind == _LESSON and one.form == _MEETING and span.holds(one.on) for one in found.held))


def firms(found: Taught, span: Span) -> Count | None:
    """Those that came for the first time in their year; None where firms were meant and no session says how many."""
    return _reached(one for one in found.held if span.holds(one.on))


def sites_covered(found: Taught, span: Span) -> Count | None:
    """Of the worksites in use at the end of a span, those that were reached in its year by then; None without any."""
    lessons = {one.worksite for one in _of_the_year(found, span) if one.kind == _LESSON}
    sites = [one for one in found.sites if one.revoked is None or one.revoked > span.last]
    return Count(sum(one.code in lessons for one in sites), len(sites)) if sites else None


def firms_covered(found: Taught, span: Span) -> Count | None:
    """Of the city's other firms; their number is of this year alone."""
    if found.firms is None or span.last.year != found.as_of.year:
        return None
    reached = _reached(_of_the_year(found, span))
    return reached and replace(reached, number=min(reached.number, found.firms), of=found.firms)


def _of_the_year(found: Taught, span: Span) -> list[Session]:
    return [one for one in found.held if one.on.year == span.last.year and one.on <= span.last]


def _reached(held: Iterable[Session]) -> Count | None:
    meant = [one for one in held if one.firms is not None or _FIRMS in one.audience]
    said = [one.first.number for one in meant if one.first is not None]
    if meant and not said:
        return None
    return Count(sum(said), least=len(said) < len(meant))
