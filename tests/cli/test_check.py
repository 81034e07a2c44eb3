"""`anxin check`: text, JSON and annotations; exit codes; nothing private repeated."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.casebook import Casebook
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


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_nothing_private_is_repeated(casebook: Casebook, style: str) -> None:
    casebook.write(WRONG)
    done = anxin("check", "--root", casebook.root, "--format", style)
    assert done.returncode == 1
    for private in ("13800138000", "王小二", "张三"):
        assert private not in done.stdout + done.stderr


def test_json_is_for_machines(casebook: Casebook) -> None:
    casebook.write(WRONG)
    problems = json.loads(anxin("check", "--root", casebook.root, "--format", "json").stdout)
    assert [(problem["line"], problem["column"], problem["code"]) for problem in problems] == [
        (3, 5, "C401"),
        (3, 5, "C401"),
        (4, 7, "C401"),
        (5, 5, "R205"),
    ]


def test_annotations_for_code_platforms(casebook: Casebook) -> None:
    casebook.write(WRONG)
    lines = anxin("check", "--root", casebook.root, "--format", "github").stdout.splitlines()
    assert lines[-1].startswith(
        "::error file=cases/2026/yk-2026-0001.yml,line=5,col=5,title=R205::「行业」没有这个选项"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "没有 chek 这个命令"),
        (["check", "--rot", "."], "没有 --rot 这个选项（是否想写 --root）"),
        (["check", "--as-of", "2026-13-01"], "--as-of 的写法不对：写成 2026-11-01 这样"),
        (["check", "--format", "xml"], "--format 的写法不对：可选 text、json、github"),
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


def test_a_bug_of_ours_has_its_own_exit_code() -> None:
    call = "import generator.cli.check as c; c.open_ledger = lambda *_: 1 / 0; from generator.cli import run; run()"
    done = subprocess.run([sys.executable, "-c", call, "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError" in done.stderr
