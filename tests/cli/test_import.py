"""`anxin import` as a user runs it: shows, checks the whole ledger, asks, and writes all or nothing."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.casebook import CASE, Casebook
from tests.cli.anxin import anxin
from tests.records.workbook.book import book, packed, unpacked

RECORD = """
    # 注：与劳资专管员核对过。
    样例: true
    单位:
      名称: 虚构甲公司  # 全称
    行业: 制造业
    经过:
      - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 立案}
"""
HEAD = ["编号", "样例", "单位·名称", "行业", "备注"]
ACTS = ["编号", "日期", "事项", "渠道", "文号"]
NONE = "没有导入；原有的记录没有改动。"


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.glob("c*/**/*.yml"))}


def put(casebook: Casebook, data: bytes) -> Path:
    file = casebook.root / "名单.xlsx"
    file.write_bytes(data)
    return file


def test_export_then_import_touches_no_file(casebook: Casebook) -> None:
    casebook.write(RECORD)
    before = {path: (casebook.root / path).stat() for path in files(casebook.root)}
    file = casebook.root / "名单.xlsx"
    anxin("export", file, "--root", casebook.root)
    done = anxin("import", file, "--root", casebook.root, "--yes")
    assert (done.returncode, done.stdout, done.stderr) == (0, "新增 0 件，改动 0 件，不变 1 件。\n", "")
    assert {path: (casebook.root / path).stat() for path in files(casebook.root)} == before


def test_shows_first_and_writes_when_told(casebook: Casebook) -> None:
    casebook.write(RECORD)
    anxin("export", casebook.root / "名单.xlsx", "--root", casebook.root)
    made = unpacked((casebook.root / "名单.xlsx").read_bytes())
    made["案件"].append(["新1", "是", "虚构乙公司"])
    made["经过"].append(["新1", "2026/4/1", "立案"])
    industry = next(position for position, cell in enumerate(made["案件"][1], 1) if cell.value == "行业")
    made["案件"].cell(2, industry).value = "工程建设"
    file = put(casebook, packed(made))
    before = files(casebook.root)
    shown = [
        "改动 yk-2026-0001",
        "   「行业」由「制造业」改为「工程建设」",
        "新增 yk-2026-0002",
        "   「样例」写入「是」",
        "   「单位·名称」写入「虚构乙公司」",
        "   「经过」1 项",
        "新增 1 件，改动 1 件，不变 0 件。",
    ]
    piped = anxin("import", file, "--root", casebook.root)
    assert (piped.returncode, piped.stdout.splitlines()) == (0, [*shown, f"{NONE}核对之后加 --yes 再运行一次。"])
    dry = anxin("import", file, "--root", casebook.root, "--dry-run", "--yes")
    assert (dry.returncode, dry.stdout.splitlines()) == (0, [*shown, NONE])
    assert files(casebook.root) == before
    done = anxin("import", file, "--root", casebook.root, "--yes")
    assert (done.returncode, done.stdout.splitlines()) == (0, [*shown, "已写入 2 件。运行 anxin check 可以再查一遍。"])
    assert files(casebook.root)[CASE].decode() == (
        "# 注：与劳资专管员核对过。\n样例: true\n单位:\n  名称: 虚构甲公司  # 全称\n行业: 工程建设\n经过:\n"
        "  - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}\n  - {日期: 2026-03-02, 事项: 立案}\n"
    )
    assert files(casebook.root)["cases/2026/yk-2026-0002.yml"].decode() == (
        "样例: true\n单位:\n  名称: 虚构乙公司\n经过:\n  - {日期: 2026-04-01, 事项: 立案}\n"
    )
    again = anxin("import", file, "--root", casebook.root, "--dry-run")
    assert "新增 yk-2026-0003" in again.stdout  # a row without a number is a new case each time


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_it_asks(casebook: Casebook, answer: str, written: bool) -> None:  # noqa: FBT001 - a table of answers
    casebook.write(RECORD)
    file = put(casebook, book(案件=[HEAD, ["yk-2026-0005", "是", "虚构乙公司"]]))
    theirs, ours = pty.openpty()
    os.write(theirs, f"{answer}\n".encode())
    call = [
        sys.executable,
        "-c",
        "from generator.cli import run; run()",
        "import",
        str(file),
        "--root",
        str(casebook.root),
    ]
    done = subprocess.run(call, stdin=ours, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0
    assert "写入这些改动吗？" in done.stdout
    assert (casebook.root / "cases/2026/yk-2026-0005.yml").exists() == written


def test_every_problem_names_its_cell(casebook: Casebook) -> None:
    casebook.write(RECORD)
    data = book(
        案件=[HEAD, ["yk-2026-0005", "是", "虚构乙公司", "工程建筑", "别外传 13800138000"]],
        经过=[ACTS, ["yk-2026-0005", 46082, "立案"], ["yk-2026-0009", "2026-03-01", "立案"]],
    )
    file = put(casebook, data)
    before = files(casebook.root)
    done = anxin("import", file, "--root", casebook.root, "--yes")
    assert (done.returncode, done.stderr) == (1, f"{NONE}\n")
    assert done.stdout.splitlines() == [
        "名单.xlsx 案件 第2行 D列: 错误 R205: 「行业」没有这个选项",
        "   内容: 「工程建筑」",
        "   提示: 是否想写「工程建设」？",
        "",
        "名单.xlsx 经过 第2行 B列: 错误 R259: 日期变成了数字",
        "   内容: 「46082」",
        "   提示: 可能是 2026-03-01；核对后把这一格设为日期格式，或重新输入",
        "",
        "名单.xlsx 经过 第3行 A列: 错误 R265: 「案件」里没有这个编号",
        "   内容: 「yk-2026-0009」",
        "   提示: 是否想写「yk-2026-0005」？",
        "",
        "表格里共 3 个错误、0 个警告。",
    ]
    assert files(casebook.root) == before


def test_the_whole_ledger_is_checked_before_anything_is_written(casebook: Casebook) -> None:
    casebook.write(RECORD)
    data = book(
        案件=[
            HEAD,
            ["yk-2026-0005", "是", "虚构乙公司"],
            ["yk-2026-0006", None, "虚构丙公司", None, "电话 13800138000"],
        ],
        经过=[ACTS, ["yk-2026-0005", "2026-03-01", "接到投诉", "传说"]],
    )
    file = put(casebook, data)
    before = files(casebook.root)
    done = anxin("import", file, "--root", casebook.root, "--yes")
    assert done.returncode == 1
    heads = [line.partition(": 「")[0] for line in done.stdout.splitlines() if "错误 C" in line]
    assert heads == [
        "名单.xlsx 案件 第3行 C列: 错误 C106",
        "名单.xlsx 案件 第3行 E列: 错误 C401",
        "名单.xlsx 经过 第2行 D列: 错误 C105: 没有这个投诉渠道",
    ]
    assert "13800138000" not in done.stdout + done.stderr
    assert files(casebook.root) == before


def test_old_errors_elsewhere_do_not_stop_an_import(casebook: Casebook) -> None:
    casebook.write(RECORD.replace("甲热线", "传说"))
    file = put(casebook, book(案件=[HEAD, ["yk-2026-0005", "是", "虚构乙公司"]]))
    done = anxin("import", file, "--root", casebook.root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert (casebook.root / "cases/2026/yk-2026-0005.yml").exists()


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "R151"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "R152"), (b"PK\x03\x04", "R151")]
)
def test_no_workbook_at_all(casebook: Casebook, data: bytes, code: str) -> None:
    casebook.write(RECORD)
    done = anxin("import", put(casebook, data), "--root", casebook.root)
    assert done.returncode == 1
    assert done.stdout.startswith(f"名单.xlsx: 错误 {code}: ")
    assert "Traceback" not in done.stderr


def test_wrong_usage(casebook: Casebook) -> None:
    done = anxin("import", casebook.root / "没有.xlsx")
    assert done.returncode == 2
    assert done.stderr == "文件.xlsx 的写法不对：没有这个文件。用 anxin import --help 查看用法。\n"


def test_without_a_portal_nothing_is_imported(casebook: Casebook) -> None:
    file = put(casebook, book(案件=[HEAD]))
    done = anxin("import", file, "--root", casebook.root)
    assert (done.returncode, done.stderr) == (1, f"{NONE}\n")
    assert "content/portal.yml:1:1: 错误 R108" in done.stdout
