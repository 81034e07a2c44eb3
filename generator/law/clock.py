"""What every clock is made of: what has happened by a day, and a term from an act to the act that stops it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeVar, cast

from generator.law.articles import Article
from generator.law.calendar import Moment, WorkCalendar
from generator.law.standing import Listing, Standing, in_order
from generator.model import event as acts
from generator.model.basis import Basis
from generator.model.case import Approval, Case
from generator.model.event import DatedEvent, Event
from generator.model.portal import LegalTerms, Portal, ServicePromise
from generator.model.values import Days

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the city has promised, what the bureau has yet to confirm, and where it lies."""

    promise: ServicePromise
    terms: LegalTerms
    inspections: frozenset[str] = frozenset()
    """Channels by which no complaint comes in: found by inspection."""
    zhejiang: bool = False
    """True where the province's own regulations apply."""


def settings_of(portal: Portal) -> Settings:
    """The settings of a portal; the province is the first two digits of its division code (GB/T 2260)."""
    found = frozenset(channel.name for channel in portal.channels if channel.kind == "检查")
    return Settings(portal.promise, portal.terms, found, zhejiang=portal.city.division.startswith("33"))


@dataclass(frozen=True, slots=True)
class History:
    """What has happened in a case by a day."""

    events: tuple[Event, ...]
    """In the order of the fold."""
    approvals: Mapping[Basis, Approval]
    settings: Settings
    calendar: WorkCalendar
    as_of: date
    listing: Listing | None = None
    """The latest stay on the list."""
    acts: Mapping[type[DatedEvent], Sequence[Event]] = field(init=False, compare=False, repr=False)
    """The events by their kind."""

    def __post_init__(self) -> None:
        found: defaultdict[type[DatedEvent], list[Event]] = defaultdict(list)
        for event in self.events:
            found[type(event)].append(event)
        object.__setattr__(self, "acts", found)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock of one case: from which act, until when, and what stopped it."""

    name: str
    start: Event
    since: date
    """The day that does not count; the term begins on the next."""
    due: Moment
    stop: Event | Approval | None
    article: Article | None
    """None for a promise and for a setting that the bureau has to confirm."""
    length: Days

    @property
    def days_late(self) -> int:
        """Days from the last day of the term to the act that came after it; 0 where it came in time or not yet."""
        return max(0, (self.stop.on - self.due.day).days) if self.stop else 0


Clock = Callable[[History], Iterator[Deadline]]
E = TypeVar("E", bound=Event)


def history(case: Case, stands: Standing, settings: Settings, calendar: WorkCalendar) -> History:
    """The part of a case that has happened on the day of its standing."""
    as_of = stands.as_of
    events = tuple(event for event in in_order(case.events) if event.on <= as_of)
    approvals = {item.basis: item.approval for item in case.disclosures if item.approval and item.approval.on <= as_of}
    return History(events, approvals, settings, calendar, as_of, stands.listing)


def term_end(start: date, length: Days, calendar: WorkCalendar) -> Moment:
    """The last day of a term; `start` itself does not count (民法典 art 201)."""
    return calendar.after(start, length.count) if length.working else Moment(start + _DAY * length.count)


def deadline(  # noqa: PLR0913 - one clock has this many parts, and no two of them belong together
    known: History,
    name: str,
    start: Event,
    stop: Event | Approval | None,
    length: Days,
    article: Article | None,
    *,
    since: date | None = None,
) -> Deadline:
    """A term from the day of an act, or from `since`, in the calendar of the case."""
    day = since or start.on
    return Deadline(name, start, day, term_end(day, length, known.calendar), stop, article, length)


def of(known: History, kind: type[E]) -> Sequence[E]:
    """The acts of a kind, in the order of the fold."""
    return cast("Sequence[E]", known.acts.get(kind, ()))


def complaints(known: History) -> Iterator[acts.Received]:
    """What somebody complained of; what an inspection found is none."""
    return (event for event in of(known, acts.Received) if event.channel not in known.settings.inspections)


def after(known: History, start: Event) -> Sequence[Event]:
    """What happened after an act."""
    return known.events[next(place for place, event in enumerate(known.events) if event is start) + 1 :]


def first(known: History, start: Event, *kinds: str) -> Event | None:
    """The first act of some kinds after an act."""
    return next((event for event in after(known, start) if event.kind in kinds), None)
