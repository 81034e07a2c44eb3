"""Many records checked in two processes: each reads its half and runs the rules; what hangs together meets in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from generator.checks import ACROSS, WITHIN, check_all
from generator.checks.across import Keys, keys, together
from generator.cli.beside import talk
from generator.ledger import Ledger, fold
from generator.model.case import Case
from generator.model.portal import Portal
from generator.problems import Problem
from generator.records.decode import Loaded
from generator.records.load import Records, read_cases, with_settings


def check_halves(root: Path, files: Sequence[str], portal: Loaded[Portal], day: date) -> set[Problem] | None:
    """Every problem of these files and of the settings; None where the other process has died.

    The files are dealt out in turn, so that a slow year does not fall to one process alone.
    """
    return talk(
        lambda line: _there(line, _Half.read(root, files[::2], portal, day)),
        lambda line: _here(line, _Half.read(root, files[1::2], portal, day)),
    )


@dataclass(frozen=True, slots=True)
class _Half:
    """One process's share, folded, with all that its cases say by themselves."""

    ledger: Ledger
    problems: list[Problem]

    @classmethod
    def read(cls, root: Path, files: Sequence[str], portal: Loaded[Portal], day: date) -> _Half:
        records = with_settings(root, [read_cases(root, files)], [])
        ledger = fold(records, portal, day)
        return cls(ledger, [*records.problems, *check_all(ledger, WITHIN)])

    def alone(self, shared: frozenset[str]) -> list[Problem]:
        """What the rules across records say of the cases that hang together with none of the other half."""
        cases = tuple(case for case in self.ledger.cases if case.loaded.file not in shared)
        return check_all(replace(self.ledger, cases=cases), ACROSS)

    def shared(self, shared: frozenset[str]) -> list[Loaded[Case]]:
        return [case.loaded for case in self.ledger.cases if case.loaded.file in shared]


def _there(line: Connection, half: _Half) -> None:
    line.send(keys(half.ledger))
    shared: frozenset[str] = line.recv()
    line.send((half.problems + half.alone(shared), half.shared(shared)))


def _here(line: Connection, half: _Half) -> set[Problem]:
    theirs: Keys = line.recv()
    shared = together(keys(half.ledger), theirs)
    line.send(shared)
    own = half.alone(shared)
    problems, loaded = line.recv()
    meeting = _meeting(half, [*loaded, *half.shared(shared)])
    return {*half.problems, *own, *problems, *check_all(meeting, ACROSS)}


def _meeting(half: _Half, cases: Sequence[Loaded[Case]]) -> Ledger:
    """A ledger of the cases of both halves that hang together, in the order of their files."""
    known = half.ledger
    in_order = tuple(sorted(cases, key=lambda case: case.file))
    return fold(Records(known.portal, known.figures, in_order, (), ()), known.portal, known.as_of)
