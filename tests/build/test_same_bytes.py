"""Same records, same day, same bytes: whatever machine, place, language, hour and order the command is run in."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from tests.build import town
from tests.build.otherwise import LISTED, THEN
from tests.build.test_site import tree

OTHERS: Final = (
    *("posters", "--out", "print", "--product", "海报", "--product", "告示牌", "--product", "折页"),
    *(THEN, "export", "cases.xlsx"),
    *(THEN, "wechat", "--month", "2026-02", "--out", "post"),
    *(THEN, "bulletin", "2026Q1", "--out", "bulletin"),
    *(THEN, "due", "--as-of", "2026-01-30", "--xlsx", "due.xlsx", "--ics", "due.ics"),
)


@dataclass(frozen=True)
class Somewhere:
    """Where and how a command is run."""

    name: str
    umask: int
    settings: dict[str, str]
    jobs: str
    before: tuple[str, ...] = field(default=())
    """Days for which there was a build into the same place."""

    def run(self, root: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Call the command in its root."""
        call = [sys.executable, "-m", "tests.build.otherwise", *words]
        place = {**os.environ, "PYTHONPATH": str(town.SHIPPED), **self.settings}
        return subprocess.run(call, cwd=root, env=place, umask=self.umask, capture_output=True, text=True, check=False)

    def everything(self, folder: Path) -> tuple[str, dict[str, str]]:
        """What all commands say, and whatever they leave."""
        root = town.settle(folder / self.name, town.TAUGHT)
        for day in self.before:
            self.run(root, "build", "--as-of", day)
        said = self.run(root, "build", "--jobs", self.jobs).stdout + self.run(root, *OTHERS).stdout
        return said.replace(str(root), ""), tree(root)


HERE: Final = Somewhere("here", 0o022, {"PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}, "1")
ELSEWHERE: Final = (
    Somewhere(
        "远 处",
        0o077,
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "LC_ALL": "", LISTED: "backwards"},
        "3",
    ),
    Somewhere(
        "other",
        0o000,
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", LISTED: "1"},
        "2",
        before=("2026-03-01", "2029-01-01"),
    ),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    return HERE.everything(tmp_path_factory.mktemp("here"))


def test_there_is_something_of_every_kind(here: tuple[str, dict[str, str]]) -> None:
    """Or else nothing would be shown by its being the same."""
    kinds = {(Path(path).parts[0], Path(path).suffix) for path in here[1] if not path.startswith((".cache", "con"))}
    assert kinds >= {("site", kind) for kind in (".html", ".pdf", ".png", ".xlsx", ".ics", ".xml", ".ndjson", ".csv")}
    assert kinds >= {("print", ".pdf"), ("print", ".json"), ("print", ".csv"), ("bulletin", ".pdf"), ("post", ".png")}
    assert kinds >= {("cases.xlsx", ".xlsx"), ("due.xlsx", ".xlsx"), ("due.ics", ".ics")}


@pytest.mark.parametrize("there", ELSEWHERE, ids=lambda one: "-".join(one.settings.values()))
def test_the_same_everywhere(here: tuple[str, dict[str, str]], tmp_path: Path, there: Somewhere) -> None:
    said, files = there.everything(tmp_path)
    assert [path for path in {**files, **here[1]} if not is_kept(path) and files.get(path) != here[1].get(path)] == []
    assert said == here[0] or there.before


def is_kept(path: str) -> bool:
    """What a build remembers: it holds inodes and places, and nobody is served it."""
    return path.startswith(".cache/")
