"""Which test comes by which line: a run of the tests under a tracer, kept for the tests that have not changed since."""

from __future__ import annotations

import functools
import gc
import json
import signal
import sys
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

Trace = Callable[[FrameType, str, object], Any]
LONGEST: Final = 3.0
"""Seconds of the processor; under the tracer three times as many. Tests that cost more are left to the whole suite:
what only they notice is a survivor here."""
_LOOKS: Final = 20
"""After so many calls within one test, a function is no longer followed line by line: a test that comes by only later
than that is tried after the others."""


@dataclass
class Cover:
    """What a run of the tests came by; a set of lines is a whole number, one bit a line."""

    spots: dict[str, int] = field(default_factory=dict)
    """`file:line` → its bit."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Test → what it costs; only tests that pass are here."""
    lines: dict[str, int] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    """Tests that fail under the tracer or cost too much."""
    imported: int = 0
    """What already runs while modules are read."""

    def tests_at(self, lines: set[tuple[str, int]], functions: set[tuple[str, int]]) -> list[str]:
        """First the tests that were seen on one of the lines, then those that call a function; cheap ones first."""
        there, called = self._bits(lines), self._bits(functions)
        seen = [test for test, found in self.lines.items() if found & there]
        others = {test for test, found in self.calls.items() if found & called} - set(seen)
        return [*sorted(seen, key=self.seconds.__getitem__), *sorted(others, key=self.seconds.__getitem__)]

    def at_import(self, lines: set[tuple[str, int]]) -> bool:
        """Whether one of these lines has run before the first test: tables may have been made of it."""
        return bool(self.imported & self._bits(lines))

    def _bits(self, lines: set[tuple[str, int]]) -> int:
        named = (f"{file}:{line}" for file, line in lines)
        return sum(1 << self.spots[spot] for spot in named if spot in self.spots)

    def number(self, spots: set[tuple[str, int]]) -> int:
        """A set of lines as it is kept."""
        bits = 0
        for file, line in spots:
            bits |= 1 << self.spots.setdefault(f"{file}:{line}", len(self.spots))
        return bits

    def add(self, other: Cover) -> None:
        """What another run came by as well; of the same tests, the other's word counts."""
        names = {place: tuple(spot.rsplit(":", 1)) for spot, place in other.spots.items()}

        def own(bits: int) -> int:
            return self.number({(file, int(line)) for place, (file, line) in names.items() if bits >> place & 1})

        self.seconds |= other.seconds
        self.left_out += other.left_out
        self.lines |= {test: own(bits) for test, bits in other.lines.items()}
        self.calls |= {test: own(bits) for test, bits in other.calls.items()}
        self.imported |= own(other.imported)

    def save(self, path: Path) -> None:
        """Keep it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        # Whole numbers of thousands of digits are read from hexadecimals alone.
        kept = asdict(self) | {
            "lines": {test: hex(bits) for test, bits in self.lines.items()},
            "calls": {test: hex(bits) for test, bits in self.calls.items()},
            "imported": hex(self.imported),
        }
        path.write_text(json.dumps(kept), encoding="utf-8")


def read(path: Path) -> Cover:
    """What was kept."""
    kept = json.loads(path.read_bytes())
    for key in ("lines", "calls"):
        kept[key] = {test: int(bits, 16) for test, bits in kept[key].items()}
    return Cover(**kept | {"imported": int(kept["imported"], 16)})


class Tracer:
    """A pytest plugin that runs every test and notes which lines of our folders it comes by."""

    def __init__(self, cover: Cover, root: Path, folders: Sequence[str]) -> None:
        self._cover, self._root, self._folders = cover, root, tuple(folders)
        self._names: dict[str, str | None] = {}
        self._looks: dict[CodeType, int] = {}
        self._lines: set[tuple[str, int]] = set()
        self._calls: set[tuple[str, int]] = set()
        self._shared: dict[str, tuple[set[tuple[str, int]], set[tuple[str, int]]]] = {}

    def start(self) -> None:
        """From here on."""
        self._looks, self._lines, self._calls = {}, set(), set()
        sys.settrace(self._called)

    def pytest_collection(self) -> None:
        """Draws are the same in every run, and a failure is enough: nobody needs the smallest."""
        use_same_draws()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
        """What a fixture of a whole file comes by, every test of the file comes by."""
        made = yield
        if fixturedef.scope != "function":
            lines, calls = self._shared.setdefault(fixturedef.baseid, (set(), set()))
            lines |= self._lines
            calls |= self._calls
        return made

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Every test once."""
        sys.settrace(None)
        self._cover.imported = self._cover.number(self._lines)
        found = {}
        caches = kept()
        signal.signal(signal.SIGPROF, _stop)
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            for cache in caches:
                cache.cache_clear()
            signal.setitimer(signal.ITIMER_PROF, LONGEST * 3)
            self.start()
            began = time.process_time()
            reports = runtestprotocol(item, log=False, nextitem=following)
            spent = round(time.process_time() - began, 3)
            sys.settrace(None)
            signal.setitimer(signal.ITIMER_PROF, 0)
            if all(report.passed for report in reports):
                self._cover.seconds[item.nodeid] = spent
                found[item.nodeid] = (self._lines, self._calls)
            else:
                self._cover.left_out.append(item.nodeid)
        for test, (lines, calls) in found.items():
            more = self._shared.get(test.partition("::")[0], (set(), set()))
            self._cover.lines[test] = self._cover.number(lines | more[0])
            self._cover.calls[test] = self._cover.number(calls | more[1])
        return True

    def _called(self, frame: FrameType, _event: str, _argument: object) -> Trace | None:
        code = frame.f_code
        name = self._name(code.co_filename)
        if name is None:
            return None
        self._calls.add((name, code.co_firstlineno))
        looks = self._looks.get(code, 0)
        self._looks[code] = looks + 1
        return self._line if looks < _LOOKS else None

    def _line(self, frame: FrameType, event: str, _argument: object) -> Trace:
        if event == "line":
            self._lines.add((self._names[frame.f_code.co_filename] or "", frame.f_lineno))
        return self._line

    def _name(self, filename: str) -> str | None:
        if filename not in self._names:
            path = Path(filename)
            name = path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else None
            self._names[filename] = name if name and name.startswith(self._folders) else None
        return self._names[filename]


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.settrace(None)
    raise TimeoutError


def use_same_draws() -> None:
    """For Hypothesis, before tests are collected."""
    settings.register_profile(
        "mutants", settings(), phases=[Phase.explicit, Phase.generate], derandomize=True, database=None
    )
    settings.load_profile("mutants")


def kept() -> list[functools._lru_cache_wrapper[Any]]:
    """Every cache of ours: emptied, what a test asks for is worked out within it."""
    caches = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]  # noqa: SLF001 - the one name of its type
    ours = [one for one in caches if (one.__module__ or "").startswith(("generator.", "tests."))]
    return [one for one in ours if not one.__module__.startswith("tests.mutants.")]
