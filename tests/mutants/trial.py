"""Mutants tried: each in a child of its own, against the tests that come by the changed line, until one fails.

A child is forked where all tests have been collected, and the change is put in its place there. What only takes effect
when a module is read (a table made of a table, a default, a class) is tried in a child that reads all modules anew, as
is a changed value that nobody noticed: it may have been copied before.
"""

from __future__ import annotations

import ast
import gc
import os
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Final, TextIO

import chinese_calendar  # noqa: F401 - imported once, before the children are forked
import hypothesis  # noqa: F401 - the same
import pydantic  # noqa: F401 - the same
import pytest
import rich.cells  # noqa: F401 - the same
import yaml  # noqa: F401 - the same
from _pytest.runner import runtestprotocol

from tests.mutants import inplace
from tests.mutants.cover import Cover, Tracer, kept, read, use_same_draws
from tests.mutants.mutate import Mutant, Reach
from tests.mutants.report import ENOUGH

TESTS: Final = (
    "tests/law",
    "tests/checks",
    "tests/disclosure",
    "tests/reports",
    "tests/properties/test_law.py",
    "tests/properties/test_personal_gates.py",
)
FOLDERS: Final = tuple(f"generator/{name}" for name in ("law/", "disclosure/", "checks/", "ledger.py", "reports/"))
_THREADED: Final = "tests/disclosure/test_pdf.py"
"""The threads of the typesetter do not outlive a fork: its tests would wait for ever."""
_OPTIONS: Final = (
    "-x",
    "-q",
    "-p",
    "no:cacheprovider",
    "-o",
    "addopts=",
    "-m",
    "not browser",
    "--capture=sys",
    f"--ignore={_THREADED}",
)
_PASSED: Final = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
_RULE: Final = re.compile(r"_check\(\"(C\d+)\"")
_BROKEN: Final = 99
_ANEW: Final = 30
"""Seconds of the processor for a mutant with which modules are read anew."""


class Outcome(Enum):
    """What became of a mutant."""

    SURVIVED = "survived"
    KILLED = "killed"
    TIMED_OUT = "timed out"
    UNPLACED = "not put in place"


@dataclass(frozen=True)
class Candidate:
    """A mutant of a file of ours, its path from the root."""

    file: Path
    mutant: Mutant

    def lines(self) -> set[tuple[str, int]]:
        """The statement's lines as far as the changed piece."""
        return {(self.file.as_posix(), line) for line in range(self.mutant.since, self.mutant.line + 1)}

    def may_stay(self, known: Cover) -> bool:
        """Whether it can be tried without reading modules anew."""
        match self.mutant.reach:
            case Reach.CALL:
                return not known.at_import(self.lines())
            case Reach.NAME:
                return True
            case Reach.IMPORT:
                return False

    def nearest(self, tests: list[str]) -> list[str]:
        """Examples of the very rule, those of its file with tests named after the module, its folder's, the others."""
        text = self.file.read_text("utf-8")
        own = _RULE.findall(text.splitlines()[self.mutant.function - 1]) if self.mutant.function else []
        ways = [
            "|".join(rf"\[{rule}-" for rule in own) or "$^",
            "|".join([*(rf"\[{rule}-" for rule in _RULE.findall(text)), f"test_{self.file.stem.rstrip('s')}"]),
            f"/{self.file.parent.name}/",
            "",
        ]
        return sorted(tests, key=lambda test: next(rank for rank, way in enumerate(ways) if re.search(way, test)))

    def uses(self) -> set[tuple[str, int]]:
        """The functions that the change is to be felt in: the one round it, or all that speak of the changed name."""
        if self.mutant.reach is Reach.CALL:
            return {(self.file.as_posix(), self.mutant.function)}
        names = {inplace.target(one) for one in self.mutant.original.body if one.lineno == self.mutant.since}
        return {spot for name in names if name for spot in _speakers().get(name, ())}


@cache
def _speakers() -> dict[str, set[tuple[str, int]]]:
    """Name → the functions that speak of it."""
    found: dict[str, set[tuple[str, int]]] = {}
    for file in (one for one in Path("generator").rglob("*.py") if one.as_posix().startswith(FOLDERS)):
        for one in (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)):
            first = min([one.lineno, *(part.lineno for part in one.decorator_list)])
            for node in ast.walk(one):
                name = getattr(node, "id", None) or getattr(node, "attr", None)
                if name:
                    found.setdefault(name, set()).add((file.as_posix(), first))
    return found


def cover(root: Path, tests: Sequence[str] = TESTS) -> Cover:
    """Run the tests in a child, traced."""
    with TemporaryDirectory() as folder:
        found = Path(folder) / "cover.json"
        child = os.fork()
        if not child:
            known = Cover()
            tracer = Tracer(known, root, FOLDERS)
            tracer.start()
            pytest.main([*_OPTIONS, "--no-header", *tests], plugins=[tracer])
            known.save(found)
            os._exit(0)
        os.waitpid(child, 0)
        return read(found)


def try_all(
    candidates: Sequence[Candidate], known: Cover, root: Path, jobs: int
) -> Iterator[tuple[Candidate, Outcome]]:
    """What became of each, as it is known."""
    again = []
    here = [one for one in candidates if one.may_stay(known)]
    for place, outcome in _in_place(here, known, root, jobs):
        one = here[place]
        if outcome is Outcome.UNPLACED or (outcome is Outcome.SURVIVED and one.mutant.reach is Reach.NAME):
            again.append(one)
        else:
            yield one, outcome
    anew = [*(one for one in candidates if not one.may_stay(known)), *again]
    for place, outcome in _children(anew, jobs, lambda one: _read_anew(one, known)):
        if outcome is Outcome.UNPLACED:
            raise RuntimeError(f"cannot be tried: {anew[place]}")
        yield anew[place], outcome


def _in_place(candidates: Sequence[Candidate], known: Cover, root: Path, jobs: int) -> Iterator[tuple[int, Outcome]]:
    """Tried in children of a child that has collected every test; it tells through a pipe."""
    if not candidates:
        return
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            pytest.main([*_OPTIONS, "--no-header", *TESTS], plugins=[_Trials(candidates, known, root, jobs, pipe)])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        for line in pipe:
            place, _, outcome = line.rstrip().partition(" ")
            yield int(place), Outcome(outcome)
    os.waitpid(child, 0)


class _Trials:
    """A pytest plugin that collects as always and then tries mutants instead of running tests."""

    def __init__(self, candidates: Sequence[Candidate], known: Cover, root: Path, jobs: int, pipe: TextIO) -> None:
        self._candidates, self._known, self._root, self._jobs, self._pipe = candidates, known, root, jobs, pipe

    def pytest_collection(self) -> None:
        """The draws of the run under the tracer."""
        use_same_draws()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Every candidate, in a child of its own."""
        items = {item.nodeid: item for item in session.items}
        living, caches = inplace.functions(self._root), kept()
        _speakers()
        # A collection in a child would copy every page that it looks at.
        gc.collect()
        gc.freeze()

        def run(one: Candidate) -> Outcome:
            if not inplace.put(one.file, one.mutant, living):
                return Outcome.UNPLACED
            for kept_one in caches:
                kept_one.cache_clear()
            tests = one.nearest(self._known.tests_at(one.lines(), one.uses()))
            return _run([items[test] for test in tests if test in items], self._known)

        for place, outcome in _children(self._candidates, self._jobs, run):
            self._pipe.write(f"{place} {outcome.value}\n")
            self._pipe.flush()
        return True


def _run(items: Sequence[pytest.Item], known: Cover) -> Outcome:
    began = time.process_time()
    for item, following in zip(items, [*items[1:], None], strict=True):
        if time.process_time() - began > ENOUGH:
            break
        # A loop without end is noticed by the processor's clock, whatever else runs on the machine.
        signal.setitimer(signal.ITIMER_PROF, 5 + 10 * known.seconds[item.nodeid])
        if not all(report.passed for report in runtestprotocol(item, log=False, nextitem=following)):
            return Outcome.KILLED
    return Outcome.SURVIVED


def _read_anew(one: Candidate, known: Cover) -> Outcome:
    signal.signal(signal.SIGPROF, lambda *_: os._exit(list(Outcome).index(Outcome.SURVIVED)))
    signal.setitimer(signal.ITIMER_PROF, _ANEW)
    sys.meta_path.insert(0, _Changed(inplace.module_name(one.file), one.file.resolve(), one.mutant.tree()))
    # Plugins take longer to load than most mutants to die, and none of these tests needs one.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    failed = any(pytest.main([*_OPTIONS, *files]) not in _PASSED for files in _files(one, known))
    return Outcome.KILLED if failed else Outcome.SURVIVED


def _files(one: Candidate, known: Cover) -> Iterator[list[str]]:
    """What is asked for, one run after the other: the examples of the file's rules, the nearest tests, the others."""
    rules = _RULE.findall(one.file.read_text("utf-8"))
    if rules:
        yield ["tests/checks/test_examples.py", "-k", " or ".join(rules)]
    near = Counter(test.partition("::")[0] for test in known.tests_at(one.lines(), one.uses()))
    folders = sorted(TESTS, key=lambda tests: tests.rpartition("/")[2] not in one.file.parts)
    slow = [f"--deselect={test}" for test in known.left_out]
    yield from ([file, *slow] for file, _ in near.most_common(5))
    yield [*folders, *slow]


class _Changed(MetaPathFinder, Loader):
    """Gives one module its changed code."""

    def __init__(self, name: str, file: Path, tree: ast.Module) -> None:
        self._name, self._file, self._tree = name, file, tree

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Of the one module."""
        if fullname != self._name:
            return None
        package = self._file.name == "__init__.py"
        spec = spec_from_loader(fullname, self, origin=str(self._file), is_package=package)
        if spec and package:
            spec.submodule_search_locations = [str(self._file.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run what was changed."""
        exec(compile(self._tree, str(self._file), "exec"), module.__dict__)  # noqa: S102 - our own source, changed


def _children(
    candidates: Sequence[Candidate], jobs: int, run: Callable[[Candidate], Outcome]
) -> Iterator[tuple[int, Outcome]]:
    running: dict[int, int] = {}
    waiting = list(range(len(candidates)))[::-1]
    while waiting or running:
        while waiting and len(running) < jobs:
            place = waiting.pop()
            running[_start(candidates[place], run)] = place
        child, status = os.wait()
        yield running.pop(child), _outcome(status)


def _outcome(status: int) -> Outcome:
    if os.WIFSIGNALED(status):
        return Outcome.TIMED_OUT if os.WTERMSIG(status) == signal.SIGPROF else Outcome.KILLED
    return Outcome.UNPLACED if os.WEXITSTATUS(status) == _BROKEN else list(Outcome)[os.WEXITSTATUS(status)]


def _start(one: Candidate, run: Callable[[Candidate], Outcome]) -> int:
    child = os.fork()
    if child:
        return child
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    status = _BROKEN
    try:
        with TemporaryDirectory() as folder:
            os.environ["PYTEST_DEBUG_TEMPROOT"] = folder
            status = list(Outcome).index(run(one))
    finally:
        os._exit(status)
