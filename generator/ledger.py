"""台账: every record read and folded at one date; read-only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.course.lesson import Lesson
from generator.law.calendar import WorkCalendar
from generator.law.clock import Deadline, Settings, history, settings_of
from generator.law.deadlines import deadlines
from generator.law.removal import identity, relapses
from generator.law.standing import Standing, standing
from generator.model.case import Case
from generator.model.event import DatedEvent, Event
from generator.model.outreach import Outreach, Session
from generator.model.portal import Figures, Portal
from generator.model.worksite import Worksite
from generator.problems import Span
from generator.records.decode import Loaded
from generator.records.load import Records
from generator.records.page import Page
from generator.records.tree import Node, Scalar


@dataclass(frozen=True, slots=True)
class LedgerCase:
    """A case with its number (its file's name) and where it stands."""

    number: str
    loaded: Loaded[Case]
    standing: Standing
    deadlines: tuple[Deadline, ...]
    """Every clock that has started, running or stopped."""
    acts: Mapping[type[DatedEvent], tuple[tuple[int, Event], ...]]
    """The acts of the file by their kind, each with its position."""
    relapses: tuple[date, ...] = ()
    """Days on which another case of the same unit established arrears (45号令 art 13)."""

    @property
    def record(self) -> Case:
        """The case as its file says it."""
        return self.loaded.record


@dataclass(frozen=True, slots=True)
class LedgerWorksite:
    """A worksite with the code that its file is named after, sound or not."""

    code: str
    loaded: Loaded[Worksite]

    @property
    def record(self) -> Worksite:
        """The worksite as its file says it."""
        return self.loaded.record


@dataclass(frozen=True, slots=True)
class LedgerSession:
    """A session with the file of its year and its place there."""

    loaded: Loaded[Outreach]
    place: int
    record: Session

    def at(self, *path: str | int) -> Span:
        """The place of a value of this session, by its Chinese keys and list positions."""
        return self.loaded.at("场次", self.place, *path)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything at `as_of`. Cases and worksites are in the order of their files."""

    as_of: date
    portal: Loaded[Portal]
    figures: Loaded[Figures] | None
    cases: tuple[LedgerCase, ...]
    trees: tuple[Node, ...]
    calendar: WorkCalendar
    worksites: tuple[LedgerWorksite, ...] = ()
    issued: tuple[Scalar, ...] = ()
    """The register of codes: every 安薪码 that was ever issued, with its place."""
    lessons: tuple[Lesson, ...] = ()
    """开工第一课, in the order of the files."""
    pages: tuple[Page, ...] = ()
    """Every editorial page, in the order of the files."""
    sessions: tuple[LedgerSession, ...] = ()
    """开工第一课 and 一月一村, in the order of the files and in them."""


def fold(records: Records, portal: Loaded[Portal], as_of: date) -> Ledger:
    """Fold every case at `as_of`."""
    units = defaultdict(list)
    for loaded in records.cases:
        units[identity(loaded.record)].append(loaded.record)
    calendar = _calendar(tuple((day.on, day.kind == "班") for day in portal.record.calendar))
    settings = settings_of(portal.record)
    cases = tuple(_fold_case(loaded, settings, calendar, as_of, units) for loaded in records.cases)
    sites = tuple(LedgerWorksite(PurePosixPath(one.file).stem, one) for one in records.sites.worksites)
    return Ledger(
        as_of,
        portal,
        records.figures,
        cases,
        records.trees,
        calendar,
        sites,
        records.sites.issued,
        records.course.lessons,
        records.course.pages,
        tuple(_sessions(records)),
    )


def _sessions(records: Records) -> Iterator[LedgerSession]:
    for year in records.outreach.years:
        yield from (LedgerSession(year, place, one) for place, one in enumerate(year.record.sessions))


@lru_cache(maxsize=4)
def _calendar(announced: tuple[tuple[date, bool], ...]) -> WorkCalendar:
    """One calendar for as long as nothing more is announced: it remembers the days it has counted."""
    return WorkCalendar(MappingProxyType(dict(announced)))


def _fold_case(
    loaded: Loaded[Case],
    settings: Settings,
    calendar: WorkCalendar,
    as_of: date,
    units: Mapping[str | None, Sequence[Case]],
) -> LedgerCase:
    record = loaded.record
    stands = standing(record.events, as_of)
    clocks = tuple(deadlines(history(record, stands, settings, calendar)))
    return LedgerCase(
        PurePosixPath(loaded.file).stem, loaded, stands, clocks, _by_kind(record.events), _relapses(record, units)
    )


def _by_kind(events: Sequence[Event]) -> dict[type[DatedEvent], tuple[tuple[int, Event], ...]]:
    acts: dict[type[DatedEvent], tuple[tuple[int, Event], ...]] = {}
    for pair in enumerate(events):
        kind = type(pair[1])
        acts[kind] = (*acts.get(kind, ()), pair)
    return acts


def _relapses(record: Case, units: Mapping[str | None, Sequence[Case]]) -> tuple[date, ...]:
    unit = identity(record)
    return relapses(record, units[unit]) if unit and len(units[unit]) > 1 else ()
