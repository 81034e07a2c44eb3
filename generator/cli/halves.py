"""Many records checked in two processes, a handful at a time; what hangs together is then looked at together.

A file whose bytes are those of the last check is not looked at again: its answer was kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b, sha256
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

from generator.checks import ACROSS, WITHIN, check_all
from generator.checks.across import ALONE, groups, keys, site_keys
from generator.cli.answers import Answer
from generator.cli.beside import beside
from generator.ledger import Ledger, fold
from generator.model.case import Case
from generator.model.portal import Portal
from generator.problems import Problem
from generator.records.decode import Loaded
from generator.records.load import (
    NO_LESSONS,
    NO_SITES,
    Cases,
    Course,
    Settings,
    Sites,
    contents,
    read_cases,
    together,
)

_AT_A_TIME: Final = 250
"""So few that they are forgotten before they have filled the processor's cache."""

T = TypeVar("T")
Said = dict[str, list[Problem]]
Seen = dict[str, tuple[str, list[Problem]]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every file is looked at against."""

    root: Path
    settings: Settings
    portal: Loaded[Portal]
    day: date

    def ledger(self, cases: Cases, sites: Sites = NO_SITES, course: Course = NO_LESSONS) -> Ledger:
        """Some of the cases, worksites and lessons, as if there were no others."""
        return fold(together(self.settings, cases, (), sites, course), self.portal, self.day)

    def problems(self) -> set[Problem]:
        """What is said without any case."""
        return {*self.settings.problems, *check_all(self.ledger(Cases((), (), ())))}


def check_sites(ground: Ground, sites: Sites, answers: Mapping[str, Answer]) -> set[Problem]:
    """What is said of the worksites, which are few: found out anew each time, beside the cases that bear on them."""
    alone = ground.ledger(Cases((), (), ()), sites)
    wanted = {_sign(key) for some in site_keys(alone).values() for key in some}
    bearing = [file for file, found in answers.items() if not wanted.isdisjoint(found.keys)]
    cases = read_cases({file: contents(ground.root, file) for file in bearing})
    own = {site.loaded.file for site in alone.worksites}
    across = check_all(ground.ledger(cases, sites), ACROSS)
    said = (problem for problem in across if problem.span.file in own)
    return {*sites.problems, *check_all(alone, WITHIN), *said}


def check_course(ground: Ground, course: Course, files: Sequence[str]) -> set[Problem]:
    """What is said of the lessons, which are few, beside the cases that they link to."""
    linked = {link.number for lesson in course.lessons for link in lesson.cases}
    found = {file: contents(ground.root, file) for file in files if PurePosixPath(file).stem in linked}
    own = {lesson.file for lesson in course.lessons}
    said = check_all(ground.ledger(read_cases(found), NO_SITES, course), WITHIN)
    return {*course.problems, *(problem for problem in said if problem.span.file in own)}


def check_halves(ground: Ground, files: Sequence[str], known: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answer of every file, in their order; those that are known are taken over where nothing has changed.

    The files are dealt out in turn, so that a slow year does not fall to one process alone.
    """
    if not known:
        Case.model_rebuild()  # once for both processes
    theirs, ours = beside(lambda: _within(ground, files[::2], known), lambda: _within(ground, files[1::2], known))
    new = {**theirs, **ours}
    return _across(ground, {file: new[file] if file in new else known[file] for file in files})


def _within(ground: Ground, files: Sequence[str], known: Mapping[str, Answer]) -> dict[str, Answer]:
    """The new answers: what the cases say by themselves, and the keys by which others may bear on them."""
    by_themselves = ground.problems()
    new: dict[str, Answer] = {}
    for some in _handfuls(files):
        found = {file: contents(ground.root, file) for file in some}
        digests = {file: _digest(data) for file, data in found.items()}
        changed = [file for file in some if not (file in known and known[file].digest == digests[file])]
        if changed:
            said, marks = _look(ground, {file: found[file] for file in changed}, by_themselves)
            new |= {file: Answer(digests[file], tuple(sorted(said[file])), marks[file]) for file in changed}
    return new


def _look(
    ground: Ground, found: Mapping[str, bytes | Problem], by_themselves: Collection[Problem]
) -> tuple[Said, Mapping[str, tuple[str, ...]]]:
    """Because of which file something is said, and what others may share with its case."""
    cases = read_cases(found)
    ledger = ground.ledger(cases)
    said: Said = defaultdict(list)
    elsewhere = set()
    for problem in {*cases.problems, *check_all(ledger, WITHIN)}.difference(by_themselves):
        if problem.span.file in found:
            said[problem.span.file].append(problem)
        else:
            elsewhere.add(problem)
    for case in ledger.cases if elsewhere else ():
        alone = replace(ledger, cases=(case,), trees=())
        codes = {problem.code for problem in elsewhere}
        again = check_all(alone, (rule for rule in WITHIN if rule.code in codes))
        said[case.loaded.file] += elsewhere.intersection(again)
    marks = defaultdict(tuple, {file: tuple(map(_sign, some)) for file, some in keys(ledger).items()})
    return said, marks


def _across(ground: Ground, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers with what the rules across records say of the cases that hang together with others."""
    hanging = groups({file: found.keys for file, found in answers.items() if found.keys})
    tied = {file: name for some in hanging for name in [_name(some, answers)] for file in some}
    stale = [some for some in hanging if any(answers[file].group != tied[file] for file in some)]
    seen = _look_together(ground, stale)
    moved = {file for some in stale if any(seen[one][0] != answers[one].digest for one in some) for file in some}
    after = dict(answers)
    for file, found in answers.items():
        name = tied.get(file, "")
        if file in seen:
            shared = tuple(sorted(seen[file][1]))
            # Somebody wrote to a file between the two looks at it: this answer is not for the next check.
            after[file] = replace(found, digest="" if file in moved else found.digest, group=name, shared=shared)
        elif found.group != name:
            after[file] = replace(found, group=name, shared=())
    return after


def _look_together(ground: Ground, some: Sequence[tuple[str, ...]]) -> Seen:
    if len(some) <= _AT_A_TIME:
        return _shared(ground, some)
    theirs, ours = beside(lambda: _shared(ground, some[::2]), lambda: _shared(ground, some[1::2]))
    return {**theirs, **ours}


def _shared(ground: Ground, hanging: Sequence[tuple[str, ...]]) -> Seen:
    """For each file the digest of what was looked at this time, and what the rules across records say of it."""
    seen: Seen = {}
    for some in _handfuls(hanging):
        found = {file: contents(ground.root, file) for group in some for file in group}
        seen |= {file: (_digest(data), []) for file, data in found.items()}
        for problem in check_all(ground.ledger(read_cases(found)), ACROSS):
            seen[problem.span.file][1].append(problem)
    return seen


def _handfuls(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + _AT_A_TIME] for start in range(0, len(things), _AT_A_TIME))


def _digest(data: bytes | Problem) -> str:
    """Empty where nothing could be read: of that no answer is kept."""
    return "" if isinstance(data, Problem) else sha256(data).hexdigest()


def _name(some: Iterable[str], answers: Mapping[str, Answer]) -> str:
    return sha256(repr([(file, answers[file].digest) for file in some]).encode()).hexdigest()


def _sign(key: str) -> str:
    """Two keys that have one sign by chance only bring together what does not belong together."""
    return key if key == ALONE else blake2b(key.encode(errors="surrogatepass"), digest_size=8).hexdigest()
