"""Many records checked in two processes, a handful at a time; what hangs together is then looked at together.

A file whose bytes are those of the last check is not looked at again: its answer was kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b, sha256
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

from generator.build.beside import apart
from generator.checks import ACROSS, WITHIN, check_all
from generator.checks.across import ALONE, groups, keys, site_keys
from generator.cli.answers import Answer
from generator.disclosure.site import tell
from generator.disclosure.told import encode
from generator.ledger import Ledger, fold
from generator.model.case import Case
from generator.model.portal import Portal
from generator.problems import Problem
from generator.records.decode import Loaded
from generator.records.load import (
    NO_LESSONS,
    NO_SESSIONS,
    NO_SITES,
    OUTREACH,
    Cases,
    Course,
    Sessions,
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
    telling: bool = False
    """True where a site is to be made of the cases."""
    seen: Mapping[str, str] = field(default_factory=dict)
    """Digests of files that have just been read: what is known by the same one need not be read again."""

    def ledger(
        self,
        cases: Cases,
        sites: Sites = NO_SITES,
        course: Course = NO_LESSONS,
        outreach: Sessions = NO_SESSIONS,
    ) -> Ledger:
        """Some of the cases, worksites, lessons and sessions, as if there were no others."""
        return fold(together(self.settings, cases, (), sites, course, outreach), self.portal, self.day)

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
    """What is said of the pages, which are few, beside the cases that lessons link to."""
    linked = {link.number for lesson in course.lessons for link in lesson.cases}
    found = {file: contents(ground.root, file) for file in files if PurePosixPath(file).stem in linked}
    own = {page.file for page in course.pages}
    said = check_all(ground.ledger(read_cases(found), NO_SITES, course), WITHIN)
    return {*course.problems, *(problem for problem in said if problem.span.file in own)}


def check_sessions(ground: Ground, sites: Sites, outreach: Sessions) -> set[Problem]:
    """What is said of the sessions, beside the worksites that they were held on."""
    said = check_all(ground.ledger(Cases((), (), ()), sites, NO_LESSONS, outreach), WITHIN)
    return {*outreach.problems, *(problem for problem in said if problem.span.file.startswith(f"{OUTREACH}/"))}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about the files."""

    answers: Mapping[str, Answer]
    """All of them, in their order."""
    told: Mapping[str, bytes]
    """What a site has to know of the cases that were looked at, where a site is to be made; see `disclosure.told`."""


def check_halves(ground: Ground, files: Sequence[str], known: Mapping[str, Answer]) -> Checked:
    """The answer of every file; those that are known are taken over where nothing has changed.

    The files are dealt out in turn, so that a slow year does not fall to one process alone.
    """
    if not known:
        Case.model_rebuild()  # once for both processes
    theirs, ours = apart(lambda: _within(ground, files[::2], known), lambda: _within(ground, files[1::2], known))
    new, told = {**theirs.answers, **ours.answers}, {**theirs.told, **ours.told}
    together = _across(ground, {file: new[file] if file in new else known[file] for file in files})
    return Checked(together.answers, {**told, **together.told})


def tell_halves(ground: Ground, hanging: Sequence[tuple[str, ...]]) -> Mapping[str, bytes]:
    """What a site has to know of the cases in some files; what hangs together stands together."""
    theirs, ours = apart(lambda: _told(ground, hanging[::2]), lambda: _told(ground, hanging[1::2]))
    return {**theirs, **ours}


def hang_together(answers: Mapping[str, Answer]) -> list[tuple[str, ...]]:
    """The files whose cases bear on one another, and the others alone."""
    return groups({file: found.keys for file, found in answers.items() if found.keys})


def _within(ground: Ground, files: Sequence[str], known: Mapping[str, Answer]) -> Checked:
    """The new answers: what the cases say by themselves, and the keys by which others may bear on them."""
    by_themselves = ground.problems()
    new: dict[str, Answer] = {}
    told: dict[str, bytes] = {}
    for some in handfuls(files):
        unsure = [file for file in some if not (file in known and known[file].digest == ground.seen.get(file))]
        found = {file: contents(ground.root, file) for file in unsure}
        digests = {file: digest(data) for file, data in found.items()}
        changed = {file: found[file] for file in unsure if not (file in known and known[file].digest == digests[file])}
        if changed:
            cases = read_cases(changed)
            ledger = ground.ledger(cases)
            said = _look(ledger, cases, changed, by_themselves)
            marks = {file: tuple(map(_sign, some)) for file, some in _marks(ledger)}
            new |= {file: Answer(digests[file], tuple(sorted(said[file])), marks.get(file, ())) for file in changed}
            told |= _tell(ground, ledger)
    return Checked(new, told)


def _marks(ledger: Ledger) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What other cases may share with each, and whether there is something to say of it even where none does.

    Others bear on a case by what they share with it: of which nothing is said among others that share nothing with it,
    nothing is said where it is alone.
    """
    shared = keys(ledger)
    spoken = {problem.span.file for problem in check_all(ledger, ACROSS)}
    for case in ledger.cases:
        file = case.loaded.file
        alone = file in spoken and check_all(replace(ledger, cases=(case,), trees=()), ACROSS)
        yield file, (*shared[file], *((ALONE,) if alone else ()))


def _tell(ground: Ground, ledger: Ledger) -> dict[str, bytes]:
    return {case.loaded.file: encode(tell(case, ledger)) for case in ledger.cases} if ground.telling else {}


def _look(ledger: Ledger, cases: Cases, found: Collection[str], by_themselves: Collection[Problem]) -> Said:
    """Because of which file something is said."""
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
    return said


def _across(ground: Ground, answers: Mapping[str, Answer]) -> Checked:
    """The answers with what the rules across records say of the cases that hang together with others."""
    hanging = hang_together(answers)
    tied = {file: name for some in hanging for name in [_name(some, answers)] for file in some}
    stale = [some for some in hanging if any(answers[file].group != tied[file] for file in some)]
    seen, told = _look_together(ground, stale)
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
    return Checked(after, told)


def _look_together(ground: Ground, some: Sequence[tuple[str, ...]]) -> tuple[Seen, dict[str, bytes]]:
    if len(some) <= _AT_A_TIME:
        return _shared(ground, some)
    theirs, ours = apart(lambda: _shared(ground, some[::2]), lambda: _shared(ground, some[1::2]))
    return {**theirs[0], **ours[0]}, {**theirs[1], **ours[1]}


def _shared(ground: Ground, hanging: Sequence[tuple[str, ...]]) -> tuple[Seen, dict[str, bytes]]:
    """For each file the digest of what was looked at this time, and what the rules across records say of it."""
    seen: Seen = {}
    told: dict[str, bytes] = {}
    for some in handfuls(hanging):
        found = {file: contents(ground.root, file) for group in some for file in group}
        seen |= {file: (digest(data), []) for file, data in found.items()}
        ledger = ground.ledger(read_cases(found))
        for problem in check_all(ledger, ACROSS):
            seen[problem.span.file][1].append(problem)
        told |= _tell(ground, ledger)
    return seen, told


def _told(ground: Ground, hanging: Sequence[tuple[str, ...]]) -> dict[str, bytes]:
    told: dict[str, bytes] = {}
    for some in handfuls(hanging):
        found = {file: contents(ground.root, file) for group in some for file in group}
        told |= _tell(ground, ground.ledger(read_cases(found)))
    return told


def handfuls(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """All of them, so few at a time that each lot is forgotten before the next."""
    return (things[start : start + _AT_A_TIME] for start in range(0, len(things), _AT_A_TIME))


def digest(data: bytes | Problem) -> str:
    """Empty where nothing could be read: of that no answer is kept."""
    return "" if isinstance(data, Problem) else sha256(data).hexdigest()


def _name(some: Iterable[str], answers: Mapping[str, Answer]) -> str:
    return sha256(repr([(file, answers[file].digest) for file in some]).encode()).hexdigest()


def _sign(key: str) -> str:
    """Two keys that have one sign by chance only bring together what does not belong together."""
    return key if key == ALONE else blake2b(key.encode(errors="surrogatepass"), digest_size=8).hexdigest()
