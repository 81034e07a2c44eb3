"""Decisions are numbered without gaps, say their status and date, and stand in their list."""

from __future__ import annotations

import re

from tests.architecture.source import ROOT

FOLDER = ROOT / "docs" / "decisions"
PARTS = ["## Context", "## Decision", "## Consequences", "## Rejected"]


def test_are_numbered_dated_and_listed() -> None:
    files = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
    listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\)", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [(f"{number:04d}", path.name) for number, path in enumerate(files, start=1)]
    for path in files:
        title, _, status, *_ = path.read_text("utf-8").split("\n")
        assert title.startswith(f"# {path.name[:4]} · "), path.name
        assert re.fullmatch(r"Status: (accepted|replaced by \d{4})[^·]* · Date: \d{4}-\d{2}-\d{2}", status), path.name


def test_say_why_and_what_was_turned_down() -> None:
    for path in FOLDER.glob("0*.md"):
        headings = re.findall(r"^## .+$", path.read_text("utf-8"), re.MULTILINE)
        assert [heading for heading in headings if heading in PARTS] == PARTS, path.name
