"""The ledger of a day: everything read, folded and checked, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.build.beside import no_collection
from generator.checks import check_all, check_trees
from generator.cli import diagnostics
from generator.cli.answers import Answer, circumstances, keep, lasting, recall
from generator.cli.halves import Checked, Ground, check_course, check_halves, check_sessions, check_sites
from generator.cli.options import today
from generator.ledger import Ledger, fold
from generator.problems import Problem, Severity
from generator.records.load import (
    Course,
    Sessions,
    Sites,
    case_files,
    load,
    read_course,
    read_sessions,
    read_settings,
    read_sites,
)

WORTH_FORKING: Final = 500
"""As many records as take longer to read than a process takes to start."""


def problems_of(root: Path, as_of: date | None) -> list[Problem]:
    """Every problem of every record, and nothing else: of many records each processor checks a half."""
    files, found = case_files(root)
    ground = ground_of(root, as_of) if len(files) >= WORTH_FORKING else None
    if ground is None:
        return sorted(set(open_ledger(root, as_of)[1]))
    with no_collection():
        said, _ = check_many(files, ground, read_sites(root), read_course(root), read_sessions(root))
        return sorted({*found, *said})


def ground_of(
    root: Path, as_of: date | None, *, telling: bool = False, seen: Mapping[str, str] = MappingProxyType({})
) -> Ground | None:
    """What every file is looked at against; None where the portal itself cannot be read."""
    settings = read_settings(root)
    if settings.portal is None:
        return None
    day = as_of or settings.portal.record.demonstration or today()
    return Ground(root, settings, settings.portal, day, telling, seen)


def check_many(
    files: Sequence[str],
    ground: Ground,
    sites: Sites,
    course: Course,
    outreach: Sessions,
    before: Mapping[str, Answer] | None = None,
) -> tuple[set[Problem], Checked]:
    """What was found out about files that have not changed since is taken over from the last check, `before`."""
    known = circumstances(ground.settings.digest, ground.day)
    before = recall(ground.root, known) if before is None else before
    checked = check_halves(ground, files, before)
    answers = checked.answers
    after = lasting(answers)
    if after != before:
        keep(ground.root, known, after)
    said = {problem for answer in answers.values() for problem in (*answer.problems, *answer.shared)}
    said |= ground.problems() | check_sites(ground, sites, answers) | check_course(ground, course, files)
    said |= check_sessions(ground, sites, outreach)
    return said, checked


def open_ledger(root: Path, as_of: date | None) -> tuple[Ledger | None, list[Problem]]:
    """Read and fold everything, and run every rule; no ledger where the portal itself cannot be read."""
    with no_collection():
        records = load(root)
        if records.portal is None:
            return None, sorted([*records.problems, *check_trees(records.trees)])
        day = as_of or records.portal.record.demonstration or today()
        ledger = fold(records, records.portal, day)
        return ledger, sorted([*records.problems, *check_all(ledger)])


def read_ledger(root: Path, as_of: date | None) -> tuple[Ledger | None, list[Problem]]:
    """Read and fold everything and ask no rule; the problems are those of reading alone."""
    with no_collection():
        records = load(root)
        if records.portal is None:
            return None, list(records.problems)
        day = as_of or records.portal.record.demonstration or today()
        return fold(records, records.portal, day), list(records.problems)


def unread(problems: list[Problem], root: Path) -> str:
    """What could not be read, with its places, for a command that goes on without it."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return diagnostics.report(errors, root, "text", 5)


def has_errors(problems: list[Problem]) -> bool:
    """True where something has to be mended before a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
