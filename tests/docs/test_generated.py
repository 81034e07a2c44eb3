"""What the code says about itself in docs/ is what it says now; `make docs` mends a difference."""

from __future__ import annotations

import os
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Final
from unittest import mock

import pytest
from click.testing import CliRunner

from generator.cli import docs
from generator.cli.docs import MANUAL, RECORDS, RULES, documents
from tests.architecture.source import ROOT

NAMES: Final = (RULES, RECORDS, MANUAL)


ELSEWHERE: Final = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "LANG": "de_DE",
    "COLUMNS": "40",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "7",
    "GIT_DIR": "/nowhere",
    "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
}
"""Another machine than that of whoever wrote the documents, as a hook of git might run there."""


@cache
def now() -> dict[str, str]:
    with mock.patch.dict(os.environ, ELSEWHERE):
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


def test_command_writes_what_differs_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docs, "documents", lambda _: now())
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / MANUAL, tmp_path / MANUAL)
    (tmp_path / RULES).write_text("old", "utf-8")
    said = [CliRunner().invoke(docs.command, ["--root", str(tmp_path)]).output for _ in range(2)]
    assert said == [f"已重写 {RULES}\n已重写 {RECORDS}\n", "没有要改的文件。\n"]
    assert {file: (tmp_path / file).read_text("utf-8") for file in NAMES} == now()
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == sorted(Path(file).name for file in NAMES)


def _anchors(file: str) -> list[str]:
    """What a code platform makes of the headings, and anchors set by hand."""
    text = now()[file]
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles] + re.findall(
        r'<a id="([^"]+)">', text
    )
