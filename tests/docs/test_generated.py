"""What the code says about itself in docs/ is what it says now; `make docs` mends a difference."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator.cli.docs import MANUAL, RECORDS, RULES, documents
from tests.architecture.source import ROOT

NAMES: Final = (RULES, RECORDS, MANUAL)


@cache
def now() -> dict[str, str]:
    return documents(ROOT)


@pytest.mark.parametrize("file", NAMES)
def test_is_current(file: str) -> None:
    assert (ROOT / file).read_text("utf-8") == now()[file], f"{file} is out of date: run `make docs`"


@pytest.mark.parametrize("file", NAMES)
def test_links_lead_to_headings(file: str) -> None:
    links = re.findall(r"\]\((\w+\.md)?#([^)]+)\)", now()[file])
    dead = [(other, anchor) for other, anchor in links if anchor not in _anchors(f"docs/{other}" if other else file)]
    assert dead == []


@pytest.mark.parametrize("file", [RULES, RECORDS])
def test_headings_are_told_apart(file: str) -> None:
    anchors = _anchors(file)
    assert sorted(anchors) == sorted(set(anchors))


def test_command_writes_what_differs_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / MANUAL, tmp_path / MANUAL)
    (tmp_path / RULES).write_text("old", "utf-8")
    assert [_run(tmp_path), _run(tmp_path)] == [f"已重写 {RULES}\n已重写 {RECORDS}\n", "没有要改的文件。\n"]
    assert {file: (tmp_path / file).read_text("utf-8") for file in NAMES} == now()
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == sorted(Path(file).name for file in NAMES)


def _run(root: Path) -> str:
    call = [sys.executable, "-m", "generator.cli.docs", "--root", str(root)]
    return subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def _anchors(file: str) -> list[str]:
    """What a code platform makes of the headings, and anchors set by hand."""
    text = now()[file]
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles] + re.findall(
        r'<a id="([^"]+)">', text
    )
