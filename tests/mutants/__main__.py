"""`python -m tests.mutants PATH …`: try mutants of modules against the tests that should know them; list who survives.

Each mutant runs in a child of its own, forked after the libraries have been imported, with the changed code put in the
module's place; nothing is written to the sources. The nearest tests run first, and the first that fails ends it.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Final

import chinese_calendar  # noqa: F401 - imported once, before the children are forked
import hypothesis  # noqa: F401 - the same
import pydantic  # noqa: F401 - the same
import pytest
import rich.cells  # noqa: F401 - the same
import yaml  # noqa: F401 - the same

from tests.mutants.mutate import Mutant, mutants

_SECONDS: Final = 120
_PASSED: Final = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
_RULE: Final = re.compile(r"_check\(\"(C\d+)\"")
_TESTS: Final = {
    "generator/checks": ["tests/checks"],
    "generator/law": ["tests/law", "tests/checks", "tests/disclosure", "tests/properties/test_law.py"],
    "generator/disclosure": ["tests/disclosure", "tests/pages", "tests/checks"],
    "generator/model": ["tests/records", "tests/checks", "tests/properties", "tests/disclosure"],
    "generator/records": ["tests/records", "tests/properties", "tests/checks"],
}


class _Changed(MetaPathFinder, Loader):
    """Gives one module its changed code."""

    def __init__(self, name: str, file: Path, tree: ast.Module) -> None:
        self._name, self._file, self._tree = name, file, tree

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        package = self._file.name == "__init__.py"
        spec = spec_from_loader(fullname, self, origin=str(self._file), is_package=package)
        if spec and package:
            spec.submodule_search_locations = [str(self._file.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._tree, str(self._file), "exec"), module.__dict__)  # noqa: S102 - our own source, changed


def main() -> None:
    """Draw a sample, try it, print survivors and the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    found = [(file, mutant) for file in _modules(wanted.paths) for mutant in mutants(file.read_text("utf-8"))]
    drawn = random.Random(wanted.seed).sample(found, min(wanted.sample, len(found)))  # noqa: S311 - a draw, no secret
    survivors = []
    for (file, mutant), killed in _try_all(drawn, wanted.jobs):
        if not killed:
            survivors.append(file)
            sys.stdout.write(f"{file}:{mutant.line}: survived: {mutant.change}\n")
            sys.stdout.flush()
    for file, count in sorted(Counter(file for file, _ in drawn).items()):
        sys.stdout.write(f"{file}: {count - survivors.count(file)} of {count} killed\n")
    sys.stdout.write(f"{len(drawn) - len(survivors)} of {len(drawn)} killed, drawn from {len(found)}\n")


def _modules(paths: Sequence[Path]) -> list[Path]:
    return sorted(file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path]))


def _try_all(drawn: Sequence[tuple[Path, Mutant]], jobs: int) -> Iterator[tuple[tuple[Path, Mutant], bool]]:
    running: dict[int, tuple[Path, Mutant]] = {}
    waiting = list(drawn)
    while waiting or running:
        while waiting and len(running) < jobs:
            pair = waiting.pop()
            running[_start(*pair)] = pair
        child, status = os.wait()
        yield running.pop(child), status != 0


def _start(file: Path, mutant: Mutant) -> int:
    """Fork a child that runs the tests; it exits 0 only where every test passes."""
    child = os.fork()
    if child:
        return child
    signal.alarm(_SECONDS)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    name = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
    sys.meta_path.insert(0, _Changed(name, file.resolve(), mutant.tree()))
    # Plugins take longer to load than most mutants to die, and none of these tests needs one.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    options = ["-x", "-q", "-p", "no:cacheprovider", "-o", "addopts=", "-m", "not browser"]
    os._exit(next((1 for tests in _tests_of(file) if pytest.main([*options, *tests]) not in _PASSED), 0))


def _tests_of(file: Path) -> Iterator[list[str]]:
    """What pytest is asked for, one run after the other: the examples of the rules in a file, then tests by folder."""
    rules = _RULE.findall(file.read_text("utf-8"))
    if rules:
        yield ["tests/checks/test_examples.py", "-k", " or ".join(rules)]
    for path in next(tests for folder, tests in _TESTS.items() if file.as_posix().startswith(folder)):
        yield [path]


if __name__ == "__main__":
    main()
