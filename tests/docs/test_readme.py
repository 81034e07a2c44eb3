"""The README's list of commands is what `anxin --help` says."""

from __future__ import annotations

import re

import click

from generator.cli import main
from tests.architecture.source import ROOT


def test_lists_every_command_with_its_help() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.partition("<!-- commands -->")[2].partition("<!-- /commands -->")[0]
    written = re.findall(r"^\| `anxin ([a-z-]+)` \| (.+) \|$", table, re.MULTILINE)
    context = click.Context(main)
    commands = [(name, main.get_command(context, name)) for name in main.list_commands(context)]
    assert written == [(name, command.get_short_help_str(200)) for name, command in commands if command]


def test_links_lead_somewhere() -> None:
    for document in (
        *("README.md", "CONTRIBUTING.md", "docs/style.md", "docs/decisions/README.md"),
        *("docs/编辑手册.md", "docs/部署.md", "docs/checks.md", "docs/records.md", "docs/threat-model.md"),
    ):
        path = ROOT / document
        text = re.sub(r"^ *```.*?^ *```|`[^`\n]+`", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        targets = re.findall(r"(?<!\\)\]\(([^)#]+)[^)]*\)", text)
        dead = [target for target in targets if "://" not in target and not (path.parent / target).exists()]
        assert dead == [], document


def test_the_tests_that_the_threat_model_names_are_there() -> None:
    """A path, a file beside the one named before it, or a test in a file."""
    text = (ROOT / "docs/threat-model.md").read_text("utf-8")
    folder, missing = ROOT, []
    for name in re.findall(r"`((?:tests/|test_)[a-z_/]+(?:\.py)?(?:::\w+)?)`", text):
        file, _, test = name.partition("::")
        path = ROOT / file if file.startswith("tests/") else folder / file
        found = path.exists() or path.with_suffix(".py").exists()
        if not found or f"def {test}" not in (path.read_text("utf-8") if test else "def "):
            missing.append(name)
        folder = path.parent
    assert missing == []
