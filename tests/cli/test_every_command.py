"""Every command there is: help with an example, a day where the day matters, JSON for scripts, and no word too bad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import click
import pytest

from generator.cli import main, run
from generator.cli.options import BUG, CLEAN, PROBLEMS, REFUSED, USAGE, DayType, FileType, FolderType, PlaceType
from generator.cli.report import SpanType
from tests.architecture.source import ROOT
from tests.casebook import Casebook

Call = tuple[str, ...]

MANUAL: Final = (ROOT / "docs/编辑手册.md").read_text("utf-8")
DEPLOYMENT: Final = (ROOT / "docs/部署.md").read_text("utf-8")

WITHOUT_A_DAY: Final[Mapping[str, str]] = {
    "export": "案件照记录导出，与哪一天无关",
    "fmt": "只改写法",
    "init": "新门户里没有案件",
    "releases": "列出已经发布的",
    "schema": "只看程序",
    "verify": "只把文件和清单核对",
}
WITHOUT_JSON: Final[Mapping[str, str]] = {
    "init": "建一次就不再用",
    "schema": "出的就是 JSON",
    "serve": "开着给人看",
}


def leaves(command: click.Command, context: click.Context, path: Call = ()) -> Iterator[tuple[Call, click.Command]]:
    """Each command that does something, with the words that lead to it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner
        yield from leaves(inner, context, (*path, name))


COMMANDS: Final = dict(leaves(main, click.Context(main)))
NAMES: Final = [" ".join(path) for path in COMMANDS]
GOOD: Final = {
    "file": "a.xlsx",
    "folder": "releases",
    "kind": "立案",
    "number": "yk-2026-0001",
    "quarter": "2026Q3",
    "revision": "HEAD",
    "target": "new",
}
"""A word for each argument, where another one is tried."""


def said(path: Call, parameter: click.Parameter, word: str) -> Call:
    """A call in which a parameter has that word, and the arguments have good ones."""
    arguments = [one for one in COMMANDS[path].params if isinstance(one, click.Argument)]
    words = [
        word if one is parameter else GOOD[one.name or ""] for one in arguments if one.required or one is parameter
    ]
    option = [] if parameter in arguments else [parameter.opts[0], word]
    return (*path, *option, *(["--", *words] if words else []))


def parameters(*kinds: type[click.ParamType[object]]) -> list[tuple[Call, click.Parameter]]:
    return [
        (path, one)
        for path, command in COMMANDS.items()
        for one in command.params
        if isinstance(one.type, kinds) and not getattr(one, "is_flag", False)
    ]


@pytest.fixture
def city(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where somebody types: a city with a case, a file, a folder of releases."""
    casebook.write("单位: {名称: 虚构甲公司}\n样例: true\n经过: [{日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}]")
    (casebook.root / "a.xlsx").write_bytes(b"no workbook")
    (casebook.root / "releases").mkdir()
    monkeypatch.chdir(casebook.root)
    return casebook.root


def typed(words: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code, and what is said on both streams; every way to end but one's own is a failure."""
    monkeypatch.setattr("sys.argv", ["anxin", *words])
    with pytest.raises(SystemExit) as ended:
        run()
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert isinstance(ended.value.code, int)
    return ended.value.code, out + err


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_help_is_chinese_and_has_an_example_that_can_be_typed(
    path: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shown = typed((*path, "--help"), monkeypatch, capsys)
    assert code == CLEAN
    assert shown.startswith(f"用法: anxin {' '.join(path)}")
    example = re.search(rf"例：anxin {' '.join(path)}\b([^\n]*)", shown)
    assert example
    known = {option for one in COMMANDS[path].params for option in (*one.opts, *one.secondary_opts)}
    assert set(re.findall(r"(?<!\S)--[^\s=]+", example[1])) <= known
    assert not [one.name for one in COMMANDS[path].params if isinstance(one, click.Option) and not one.help]


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_a_day_and_json_or_a_reason_why_not(path: Call) -> None:
    options = {option: one for one in COMMANDS[path].params for option in one.opts}
    name = " ".join(path)
    assert ("--as-of" in options) == (name not in WITHOUT_A_DAY)
    style = options.get("--format")
    assert (style is not None) == (name not in WITHOUT_JSON)
    assert style is None or {"text", "json"} <= {*getattr(style.type, "choices", ())}


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
def test_has_its_place_in_the_manual(path: Call) -> None:
    assert re.search(rf"anxin {' '.join(path)}\b", MANUAL)


def test_the_manual_and_the_guide_name_no_command_and_no_option_that_is_not_there() -> None:
    named = re.findall(r"(?:bin/|[`$] ?)anxin (?!-)((?:new )?[a-z]+)\b(?!=)([^\n`|&；。，]*)", MANUAL + DEPLOYMENT)
    assert {name for name, _ in named} <= {*NAMES, "new"}
    for name, rest in named:
        command = COMMANDS.get(tuple(name.split()))
        known = {option for one in command.params for option in one.opts} if command else set()
        assert {*re.findall(r"(?<!\S)--[^\s=]+", rest)} <= {*known, "--help"}, name


@pytest.mark.parametrize("path", COMMANDS, ids=NAMES)
@pytest.mark.parametrize("word", ["--nothing", "--as-if=2026-01-01", ""])
def test_an_option_that_is_not_there_and_an_empty_word(
    path: Call, word: str, city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(city)
    assert typed((*path, word), monkeypatch, capsys)[0] == USAGE
    assert files(city) == before


WORDS: Final[list[tuple[str, type[click.ParamType[object]], tuple[str, ...]]]] = [
    ("day", DayType, ("2026-13-40", "三月", "2026", "20261101", "\udcff", "9" * 300)),
    ("span", SpanType, ("2026Q5", "2026-13", "十月")),
    ("folder", FolderType, ("nowhere/at all", "a.xlsx", "x" * 300)),
    ("file", FileType, ("nowhere/at all", "releases", "x" * 300)),
    ("place", PlaceType, ("x" * 300,)),
    ("choice", click.Choice, ("nothing", "\udcff")),
    ("number", click.IntRange, ("-1", "many", "1.5", "9" * 300)),
    ("text", click.types.StringParamType, ("\udcff",)),
]


@pytest.mark.parametrize(
    ("path", "parameter", "word"),
    [
        pytest.param(path, one, word, id=f"{' '.join(path)}-{one.name}-{kind}{at}")
        for kind, of, words in WORDS
        for path, one in parameters(of)
        for at, word in enumerate(words)
    ],
)
def test_a_word_that_cannot_be_meant(
    path: Call,
    parameter: click.Parameter,
    word: str,
    city: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(city)
    code, shown = typed(said(path, parameter, word), monkeypatch, capsys)
    assert (code, shown.count("\n")) == (USAGE, 1), shown
    assert files(city) == before


@pytest.mark.parametrize(("path", "parameter"), parameters(PlaceType))
def test_a_folder_in_the_place_of_a_file_and_the_other_way_round(
    path: Call,
    parameter: click.Parameter,
    city: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert isinstance(parameter.type, PlaceType)
    word = "releases" if parameter.type.file else "a.xlsx"
    code, shown = typed(said(path, parameter, word), monkeypatch, capsys)
    assert (code, "这里要一个文件" in shown) == (USAGE, True)
    assert (city / "a.xlsx").read_bytes() == b"no workbook"


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--town", "丙镇"),
        ("posters", "--town", "丙镇"),
        ("diff", "HEAD"),
        ("event", "yk-2026-0009", "立案"),
        ("event", "yk-2026-0001", "立安"),
        ("bulletin", "2026Q9"),
        ("report", "2026", "--since", "2026-01-01"),
        ("nothing",),
        ("new", "nothing"),
        (),
    ],
)
def test_a_name_that_nobody_knows(
    words: Call, city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(city)
    assert typed(words, monkeypatch, capsys)[0] == USAGE
    assert files(city) == before


READS: Final = [
    path
    for path, command in COMMANDS.items()
    if any(one.opts[0] == "--root" for one in command.params) and path not in {("serve",), ("schema",), ("init",)}
]
"""What reads the records and comes to an end; `init` only takes them as a pattern."""
FIRST: Final[Mapping[Call, Call]] = {
    ("new", "case"): ("--名称", "虚构乙公司"),
    ("new", "session"): ("--种类", "一月一村", "--日期", "2026-11-20", "--镇街", "甲镇", "--地点", "某处"),
    ("new", "worksite"): ("--项目", "一期", "--总包", "虚构乙公司"),
    ("wechat",): ("--month", "2026-10"),
}
"""Without these words a command asks for more."""


@pytest.mark.parametrize("text", ["城市: [", "城市: {名称: 甲市", "\x00", "a: &a [*a]", "﻿- 1"])
@pytest.mark.parametrize("path", READS, ids=[" ".join(path) for path in READS])
def test_settings_that_cannot_be_read(
    path: Call, text: str, city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (city / "content/portal.yml").write_text(text, "utf-8")
    arguments = [
        GOOD[one.name or ""] for one in COMMANDS[path].params if isinstance(one, click.Argument) and one.required
    ]
    given = ["b.xlsx"] if path == ("export",) else arguments
    code, shown = typed((*path, *FIRST.get(path, ()), *given), monkeypatch, capsys)
    assert code in ({USAGE} if path == ("diff",) else {PROBLEMS, REFUSED}), shown
    assert code != BUG


def test_every_reason_is_about_a_command() -> None:
    assert {*WITHOUT_A_DAY, *WITHOUT_JSON} <= {*NAMES}
