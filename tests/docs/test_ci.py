"""The recipes for code platforms and the hooks: YAML that parses, commands and options that exist."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from generator.cli import main
from tests.architecture.source import ROOT
from tests.casebook import Casebook

RECIPES = sorted((ROOT / "docs" / "ci").glob("*.yml"))


def lines(value: object) -> Iterator[str]:
    match value:
        case str():
            yield from value.split("\n")
        case list():
            yield from (line for item in value for line in lines(item))
        case dict():
            yield from (line for item in value.values() for line in lines(item))


def calls(path: Path) -> list[list[str]]:
    """Every call of the command in a recipe, as words."""
    said = yaml.safe_load(path.read_text("utf-8"))
    found = [re.search(r"(?:\.venv/bin/)?\banxin (.+?)(?: >| \|\||$)", line) for line in lines(said)]
    return [match[1].split() for match in found if match]


def test_there_is_one_for_each_platform() -> None:
    assert [path.stem for path in RECIPES] == ["gitee", "github", "gitlab"]


@pytest.mark.parametrize("path", [*RECIPES, ROOT / ".pre-commit-hooks.yaml"], ids=lambda path: path.name)
def test_calls_commands_that_exist(path: Path) -> None:
    found = calls(path)
    assert {words[0] for words in found} == {"check", "fmt"}
    for words in found:
        command = main.get_command(click.Context(main), words[0])
        assert command
        assert isinstance(command, click.Command)
        command.make_context(words[0], words[1:], resilient_parsing=False)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.name)
def test_begins_by_saying_where_it_goes(path: Path) -> None:
    assert re.match(r"# \w+[^：]*：复制成 \.[\w./-]+。", path.read_text("utf-8"))


def test_the_editor_finds_a_schema_for_every_record() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert [schema for schema in settings if not (ROOT / schema).is_file()] == []
    found = {path.relative_to(ROOT).as_posix() for pattern in settings.values() for path in ROOT.glob(pattern)}
    below = ("cases", "content/worksites", "content/outreach")
    wanted = {path for folder in below for path in (ROOT / folder).rglob("*.yml")} | {*(ROOT / "content").glob("*.yml")}
    assert found == {path.relative_to(ROOT).as_posix() for path in wanted}


@pytest.fixture
def repository(casebook: Casebook) -> Path:
    """A repository with the hook switched on and our command where it looks for it."""
    root = casebook.write("样例: true\n单位:\n  名称: 虚构甲公司").root
    tool = root / ".venv" / "bin" / "anxin"
    tool.parent.mkdir(parents=True)
    tool.write_text(
        f"#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -c 'from generator.cli import run; run()' \"$@\"\n",
        "utf-8",
    )
    tool.chmod(0o755)
    git(root, "init", "-q")
    git(root, "config", "core.hooksPath", str(ROOT / ".githooks"))
    subprocess.run([tool, "fmt", "--root", root], check=True, capture_output=True)
    return root


def git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=甲", "-c", "user.email=a@example.invalid"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(["git", *who, *words], cwd=root, capture_output=True, text=True, check=False, env=plain)


def committed(root: Path) -> subprocess.CompletedProcess[str]:
    git(root, "add", "cases", "content")
    return git(root, "commit", "-qm", "记录")


def test_the_hook_lets_sound_records_pass(repository: Path) -> None:
    assert (committed(repository).returncode, git(repository, "log", "--format=%s").stdout) == (0, "记录\n")


def test_the_hook_stops_errors(repository: Path) -> None:
    (repository / "cases/2026/yk-2026-0001.yml").write_text("单位: {名称: 虚构甲公司}\n行业: 工程建筑\n", "utf-8")
    done = committed(repository)
    assert done.returncode == 1
    assert "R205" in done.stderr + done.stdout
    assert "有错误，没有提交" in done.stderr


def test_the_hook_looks_at_what_is_committed_not_at_the_folder(repository: Path) -> None:
    case = repository / "cases/2026/yk-2026-0001.yml"
    sound = case.read_text("utf-8")
    case.write_text("单位: [", "utf-8")
    git(repository, "add", "cases", "content")
    case.write_text(sound, "utf-8")
    assert git(repository, "commit", "-qm", "记录").returncode == 1


def test_the_hook_stops_another_layout(repository: Path) -> None:
    case = repository / "cases/2026/yk-2026-0001.yml"
    case.write_text(case.read_text("utf-8").replace("\n  名称: 虚构甲公司", " {名称: 虚构甲公司}"), "utf-8")
    done = committed(repository)
    assert done.returncode == 1
    assert "写法不统一，没有提交" in done.stderr
