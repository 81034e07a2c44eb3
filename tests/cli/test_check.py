"""`anxin check`: text, JSON and annotations; exit codes; nothing private repeated."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.casebook import CASE, Casebook
from tests.cli.anxin import anxin

WRONG = """
    样例: true
    单位: {名称: 虚构甲公司}
    备注: 联系人张三 13800138000
    违法事实: 拖欠王小二等21名劳动者工资。
    行业: 工程建筑
"""


def test_clean_records(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    done = anxin("check", "--root", casebook.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "没有问题。\n", "")


def test_text_shows_line_caret_rule_and_way_out(casebook: Casebook) -> None:
    casebook.write(WRONG)
    done = anxin("check", "--root", casebook.root)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-6:] == [
        "cases/2026/yk-2026-0001.yml:5:5: 错误 R205: 「行业」没有这个选项",
        "    5 | 行业: 工程建筑",
        "      |       ^^^^^^^^",
        "   提示: 是否想写「工程建设」？",
        "",
        "共 4 个错误、0 个警告，涉及 1 个文件。",
    ]


@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab"])
def test_nothing_private_is_repeated(casebook: Casebook, style: str) -> None:
    casebook.write(WRONG)
    done = anxin("check", "--root", casebook.root, "--format", style)
    assert done.returncode == 1
    for private in ("13800138000", "王小二", "张三"):
        assert private not in done.stdout + done.stderr


def test_json_is_for_machines(casebook: Casebook) -> None:
    casebook.write(WRONG)
    said = json.loads(anxin("check", "--root", casebook.root, "--format", "json").stdout)
    assert [(problem["line"], problem["column"], problem["code"]) for problem in said.pop("problems")] == [
        (3, 5, "C401"),
        (3, 5, "C401"),
        (4, 7, "C401"),
        (5, 5, "R205"),
    ]
    assert said == {"version": 1, "errors": 4, "warnings": 0, "files": 1, "left": 0}


def test_annotations_for_code_platforms(casebook: Casebook) -> None:
    casebook.write(WRONG)
    lines = anxin("check", "--root", casebook.root, "--format", "github").stdout.splitlines()
    assert lines[-1] == (
        "::error file=cases/2026/yk-2026-0001.yml,line=5,endLine=5,col=5,endColumn=9,title=R205"
        "::「行业」没有这个选项 提示: 是否想写「工程建设」？"
    )


@pytest.mark.parametrize("style", ["json", "gitlab", "github"])
def test_a_machine_reads_a_clean_folder_too(casebook: Casebook, style: str) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    done = anxin("check", "--root", casebook.root, "--format", style)
    clean = {"version": 1, "errors": 0, "warnings": 0, "files": 0, "left": 0, "problems": []}
    assert (done.returncode, json.loads(done.stdout or "[]")) == (0, clean if style == "json" else [])


def test_at_most_so_many_and_the_same_exit_code(casebook: Casebook) -> None:
    casebook.write(WRONG)
    done = anxin("check", "--root", casebook.root, "--max", "1")
    assert done.returncode == 1
    assert done.stdout.count("错误 ") == 1
    assert done.stdout.splitlines()[-1] == "共 4 个错误、0 个警告，涉及 1 个文件。另有 3 个没有列出。"


def test_a_file_name_that_is_no_text(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    for name in (b"\xff\xfe.txt", b"a\nb\x1b[2J.yml"):
        (Path(os.fsdecode(os.fsencode(casebook.root) + b"/cases/2026/" + name))).write_text("", encoding="utf-8")
    for style in ("text", "json", "github", "gitlab"):
        done = anxin("check", "--root", casebook.root, "--format", style)
        assert (done.returncode, done.stderr) == (1, "")
        assert "\x1b" not in done.stdout


def test_a_narrow_encoding_of_the_terminal(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲😀公司}\n行业: 😀")
    call = [sys.executable, "-c", "from generator.cli import run; run()", "check", "--root", str(casebook.root)]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = subprocess.run(call, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "错误 R205" in done.stdout.decode("gbk")


def test_a_reader_that_goes_away(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n" + "".join(f"单位名{n}: 1\n" for n in range(90)), CASE)
    for number in range(2, 20):
        casebook.write((casebook.root / CASE).read_text("utf-8"), f"cases/2026/yk-2026-{number:04d}.yml")
    call = f"{sys.executable} -c 'from generator.cli import run; run()' check --root {casebook.root} | head -1"
    done = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "没有 chek 这个命令（是否想写 check）"),
        (["check", "--rot", "."], "没有 --rot 这个选项（是否想写 --root）"),
        (["check", "--as-of", "2026-13-01"], "--as-of 的写法不对：写成 2026-11-01 这样"),
        (["check", "--format", "xml"], "--format 的写法不对：可选 text、json、github、gitlab"),
        (["check", "--root", "/nowhere"], "--root 的写法不对：没有这个文件夹"),
        (["check", "--root"], "用法不对"),
        (["check", "x"], "用法不对"),
    ],
)
def test_wrong_usage_is_explained_in_chinese(words: list[str], said: str) -> None:
    done = anxin(*words)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "said"), [("check", "（1 到 100000）"), ("build", "（1 到 64）"), ("export", "（1990 到 2099）")]
)
def test_the_help_tells_ranges_in_chinese(command: str, said: str) -> None:
    text = anxin(command, "--help").stdout
    assert said in text
    assert "<=" not in text


def test_a_bug_of_ours_has_its_own_exit_code() -> None:
    call = "import generator.cli.check as c; c.problems_of = lambda *_: 1 / 0; from generator.cli import run; run()"
    done = subprocess.run([sys.executable, "-c", call, "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError" in done.stderr
