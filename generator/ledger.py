"""台账: every record read and folded at one date; read-only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.law.calendar import WorkCalendar
from generator.law.deadlines import Deadline, deadlines, history, settings_of
from generator.law.removal import identity, relapses
from generator.law.standing import Standing, standing
from generator.model.case import Case
from generator.model.portal import Figures, Portal
from generator.records.decode import Loaded
from generator.records.load import Records
from generator.records.tree import Node


@dataclass(frozen=True, slots=True)
class LedgerCase:
    """A case with its number (its file's name) and where it stands."""

    number: str
    loaded: Loaded[Case]
    standing: Standing
    deadlines: tuple[Deadline, ...]
    """Every clock that has started, running or stopped."""
    relapses: tuple[date, ...] = ()
    """Days on which another case of the same unit established arrears (45号令 art 13)."""

    @property
    def record(self) -> Case:
        """The case as its file says it."""
        return self.loaded.record


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything at `as_of`. Cases are in the order of their files."""

    as_of: date
    portal: Loaded[Portal]
    figures: Loaded[Figures] | None
    cases: tuple[LedgerCase, ...]
    trees: tuple[Node, ...]
    calendar: WorkCalendar


def fold(records: Records, portal: Loaded[Portal], as_of: date) -> Ledger:
    """Fold every case at `as_of`."""
    units = defaultdict(list)
    for loaded in records.cases:
        units[identity(loaded.record)].append(loaded.record)
    calendar = WorkCalendar(MappingProxyType({day.on: day.kind == "班" for day in portal.record.calendar}))
    settings = settings_of(portal.record)
    cases = tuple(
        LedgerCase(
            PurePosixPath(loaded.file).stem,
            loaded,
            standing(loaded.record.events, as_of),
            tuple(deadlines(history(loaded.record, settings, calendar, as_of))),
            _relapses(loaded.record, units),
        )
        for loaded in records.cases
    )
    return Ledger(as_of, portal, records.figures, cases, records.trees, calendar)


def _relapses(record: Case, units: Mapping[str | None, Sequence[Case]]) -> tuple[date, ...]:
    unit = identity(record)
    return relapses(record, units[unit]) if unit and len(units[unit]) > 1 else ()
