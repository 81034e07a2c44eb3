"""Our own command on a synthetic city: every way in which a build can begin, one after the other in each round."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import process
from bench.process import Cost

SHIPPED: Final = Path(__file__).parents[1]
DAY: Final = "2026-11-01"
COLD: Final = "build, cold"
FRAMED: Final = "build, cold but for the editorial pages"
IDLE: Final = "build, nothing to do"
CASE: Final = "build, one case changed"
FRAME: Final = "build, the frame of all cases changed"
TEMPLATE: Final = "build, one template changed"
SETTING: Final = "build, one setting changed"
CHECK: Final = "check, cold"
CHECK_IDLE: Final = "check, nothing changed"
CHECK_CASE: Final = "check, one case changed"
DUE: Final = "due, first of the day"
DUE_AGAIN: Final = "due, again"
REPORT: Final = "report, first of the day"
REPORT_AGAIN: Final = "report, again"
_LOOK: Final = 0.05


@dataclass(frozen=True, slots=True)
class Place:
    """A city's folder, and a copy of this program whose templates may be changed."""

    root: Path
    program: Path

    def run(self, *words: str, every: float | None = None) -> Cost:
        """One command, its memory looked at `every` so many seconds."""
        return process.run(self.command(*words), self.program, every=every)

    def command(self, *words: str) -> list[str]:
        """As the entry point would start it, from the copy: the current folder comes first."""
        here = process.python("-c", "from generator.cli import run; run()")
        return [*here, words[0], "--root", str(self.root), "--as-of", DAY, *words[1:]]

    @property
    def site(self) -> Path:
        """What a build leaves."""
        return self.root / "site"


def settle(folder: Path) -> Path:
    """A copy of this program."""
    shutil.copytree(SHIPPED / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def rounds(place: Place, number: int) -> Iterator[tuple[str, Cost]]:
    """One round of everything; each round ends as the next can begin."""
    for name, prepare, words in STEPS:
        prepare(place, number)
        yield name, place.run(*words)


def memory(place: Place) -> Mapping[str, int]:
    """Peak bytes of the two that need most."""
    _forget_all(place, 0)
    check = place.run("check", every=_LOOK)
    _forget_all(place, 0)
    return {CHECK: check.peak, COLD: place.run("build", every=_LOOK).peak}


def alone(place: Place, number: int) -> Iterator[tuple[str, Cost]]:
    """What an editor, a server and a new version of the program ask for, with a look at the memory once a second."""
    for name, prepare, words in STEPS:
        if name in ALONE:
            prepare(place, number)
            yield name, place.run(*words, every=1.0)


def _forget_all(place: Place, _: int) -> None:
    for folder in ("site", ".cache"):
        shutil.rmtree(place.root / folder, ignore_errors=True)


def _forget_records(place: Place, _: int) -> None:
    shutil.rmtree(place.site, ignore_errors=True)
    for folder in ("build", "check", "desk"):
        shutil.rmtree(place.root / ".cache/anxin" / folder, ignore_errors=True)


def _nothing(_: Place, __: int) -> None:
    """As the step before has left it."""


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    if old not in text:
        raise process.FailedError(f"{file.name} no longer holds what the benchmark changes")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _case(place: Place, number: int) -> None:
    _edit(place.root / "cases/2024/yk-2024-0001.yml", "违法事实: ", f"违法事实: 第{number}次修改，")


def _frame(place: Place, number: int) -> None:
    _edit(place.root / "content/pages/disclosures/_case.md", "内容不对", f"第{number}版，内容不对")


def _template(place: Place, number: int) -> None:
    file = place.program / "generator/pages/templates/case-about.html"
    file.write_text(f"{file.read_text('utf-8')}<!-- {number} -->\n", encoding="utf-8")


def _setting(place: Place, number: int) -> None:
    _edit(place.root / "content/portal.yml", "简称: ", f"简称: 第{number}版")


STEPS: Final[tuple[tuple[str, Callable[[Place, int], None], tuple[str, ...]], ...]] = (
    (CHECK, _forget_all, ("check",)),
    (CHECK_IDLE, _nothing, ("check",)),
    (CHECK_CASE, _case, ("check",)),
    (DUE, _nothing, ("due",)),
    (DUE_AGAIN, _nothing, ("due",)),
    (REPORT, _nothing, ("report", "2026")),
    (REPORT_AGAIN, _nothing, ("report", "2025")),
    (COLD, _forget_all, ("build",)),
    (IDLE, _nothing, ("build",)),
    (CASE, _case, ("build",)),
    (FRAME, _frame, ("build",)),
    (TEMPLATE, _template, ("build",)),
    (SETTING, _setting, ("build",)),
    (FRAMED, _forget_records, ("build",)),
)
"""One round: name, what is done before, and the command."""
ALONE: Final = (CHECK, COLD, IDLE, CASE, TEMPLATE, SETTING)
"""What is asked of a city of any size."""
