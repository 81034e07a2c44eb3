"""Clock, terminal, disk and processes: each has its place, and the rest of the package is pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from tests.architecture.source import Module, Rule, violations, within

_CLOCKS: Final = frozenset(
    {"datetime.date.today"}
    | {f"datetime.datetime.{name}" for name in ("now", "today", "utcnow")}
    | {f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")}
)

_SPEAKING: Final = frozenset({"print", "pprint.pprint", "sys.stdout", "sys.stderr"})

_HOMES: Final[Mapping[str, tuple[str, ...]]] = {
    "click": ("cli",),
    "rich": ("cli",),
    "mkdocs": ("pages.engine",),
    "properdocs": ("pages.engine",),
    "zensical": ("pages.engine",),
    "PIL": ("pages.cards", "posters"),
    "material": ("pages.engine",),
    "openpyxl": ("records", "pages.data.workbook", "reports.sheets"),
}
"""Libraries that one part alone may know."""

_DOERS: Final = ("build", "sealed", "pages.engine", "posters", "cli")
_READERS: Final = ("records", *_DOERS)

_MODULES_OF_DISK: Final = (
    *("os", "io", "shutil", "tempfile", "subprocess", "multiprocessing", "glob", "fcntl", "ctypes"),
    *("socket", "http", "urllib.request", "asyncio"),
)
_IN_MEMORY: Final = frozenset({"io.BytesIO"})
"""What of `io` never reaches the disk: a package such as .xlsx is read and made in it."""

_READING: Final = frozenset(
    {"read_text", "read_bytes", "exists", "is_file", "is_dir", "is_symlink", "iterdir", "glob", "rglob", "stat"}
)
_WRITING: Final = frozenset(
    {"write_text", "write_bytes", "mkdir", "rmdir", "unlink", "rename", "touch", "chmod", "symlink_to", "hardlink_to"}
)


def clock(module: Module) -> Iterator[str]:
    """Every look at the clock, called or handed on as a default."""
    yield from (module.at(line, f"{name} reads the clock") for line, name in module.references() if name in _CLOCKS)


def terminal(module: Module) -> Iterator[str]:
    """Words to a terminal outside the commands."""
    if within(module.name, "cli"):
        return
    yield from (
        module.at(line, f"{name} speaks to a terminal") for line, name in module.references() if name in _SPEAKING
    )


def homes(module: Module) -> Iterator[str]:
    """Libraries outside the part that alone may know them."""
    for line, name in module.imported():
        for library, parts in _HOMES.items():
            if within(name, library) and not within(module.name, *parts):
                yield module.at(line, f"{library} belongs to {', '.join(parts)}")


def disk(module: Module) -> Iterator[str]:
    """Disk and processes outside the parts that may touch them; `records` reads and never writes."""
    if within(module.name, *_DOERS):
        return
    in_memory = {name for name in module.origins.values() if within(name, "io")} == _IN_MEMORY
    for line, name in module.imported():
        if within(name, *_MODULES_OF_DISK) and not (name == "io" and in_memory):
            yield module.at(line, f"{name} touches disk or processes")
    opening = {"open"} if any(name == "pathlib.Path" for name in module.origins.values()) else set()
    forbidden = _WRITING | opening | (set() if within(module.name, *_READERS) else _READING)
    for line, name in module.references():
        before, _, last = name.rpartition(".")
        if name == "open" or (before and last in forbidden):
            yield module.at(line, f"{name} touches the disk")


def test_the_clock_is_read_once_and_in_cli() -> None:
    found = violations(clock)
    assert [place.partition(":")[0].partition(".")[0] for place in found] == ["cli"], found


@pytest.mark.parametrize("rule", [terminal, homes, disk])
def test_holds(rule: Rule) -> None:
    found = violations(rule)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (clock, "cli", "from datetime import date\ndate.today()"),
        (clock, "law.terms", "import datetime as dt\ndt.datetime.now(dt.timezone.utc)"),
        (clock, "law.terms", "import time\ntime.time()"),
        (clock, "law.terms", "from time import time as now\nnow()"),
        (clock, "model.case", "from datetime import date\nread = dict(default_factory=date.today)"),
        (terminal, "law.terms", "print('1')"),
        (terminal, "build.plan", "import sys\nsys.stderr.write('1')"),
        (homes, "build.plan", "import click"),
        (homes, "checks.rule", "from rich.console import Console"),
        (homes, "pages.views", "from mkdocs.config import load_config"),
        (homes, "cli.export", "import openpyxl"),
        (homes, "build.site", "from PIL import Image"),
        (disk, "law.terms", "import os"),
        (disk, "law.terms", "import io"),
        (disk, "law.terms", "from io import BytesIO, open_code"),
        (disk, "pages.views", "import subprocess"),
        (disk, "ledger", "from shutil import rmtree"),
        (disk, "checks.rule", "import tempfile"),
        (disk, "records.load", "import subprocess"),
        (disk, "disclosure.gate", "open('x')"),
        (disk, "routes", "def f(path): return path.read_text()"),
        (disk, "routes", "def f(site): return (site / 'x').exists()"),
        (disk, "pages.views", "from pathlib import Path\ndef f(path: Path): return path.open()"),
        (disk, "records.load", "def f(path): path.write_bytes(b'')"),
    ],
)
def test_refuses(rule: Rule, name: str, text: str) -> None:
    assert len(list(rule(Module(name, text)))) == 1


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (clock, "law.terms", "from datetime import date\ndate(2026, 1, 1)"),
        (clock, "build.plan", "import time\ntime.perf_counter()"),
        (terminal, "cli", "print('1')"),
        (homes, "cli.diagnostics", "from rich.cells import cell_len"),
        (homes, "pages.engine", "import mkdocs"),
        (disk, "records.load", "def f(path): return path.read_bytes()"),
        (homes, "records.workbook.write", "from openpyxl import Workbook"),
        (disk, "records.workbook.write", "from io import BytesIO"),
        (disk, "build.swap", "import os, shutil"),
        (disk, "disclosure.gate", "def f(window, day): return window.open(day)"),
        (disk, "pages.views", "from pathlib import Path\ndef f(path: Path) -> str: return path.name"),
        (disk, "pages.views", "from jinja2 import PackageLoader\nPackageLoader('generator.pages')"),
        (disk, "routes", "'a'.replace('a', 'b')"),
    ],
)
def test_allows(rule: Rule, name: str, text: str) -> None:
    assert list(rule(Module(name, text))) == []
