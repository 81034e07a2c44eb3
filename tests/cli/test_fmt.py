"""`anxin fmt`: one form for all records, comments kept, nothing touched that does not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.casebook import CASE, Casebook
from tests.cli.anxin import anxin

LOOSE = """\
# 头一行
经过:
- 事项: 立案   # 事项旁边
  日期: "2026-03-02"
# 欠薪上面
欠薪: {金额: '5万元', 人数: 12名}

单位: {名称: 虚构甲公司, 注册号: 330000000000001}
样例: true
# 末尾
"""
CANONICAL = """\
# yaml-language-server: $schema=../../schemas/case.json
# 头一行
样例: true

单位:
  名称: 虚构甲公司
  注册号: "330000000000001"
# 欠薪上面
欠薪: {人数: 12名, 金额: 5万元}
经过:
  - 日期: 2026-03-02
    事项: 立案  # 事项旁边
# 末尾
"""


def text(root: Path, file: str = CASE) -> str:
    return (root / file).read_text("utf-8")


def test_order_quotes_and_comments(casebook: Casebook) -> None:
    root = casebook.write_bytes(LOOSE.encode()).root
    first, again = anxin("fmt", "--root", root, CASE), anxin("fmt", "--root", root, CASE)
    assert (first.returncode, first.stdout) == (0, f"已整理 {CASE}\n")
    assert text(root) == CANONICAL
    assert (again.returncode, again.stdout) == (0, "没有要整理的文件。\n")


def test_check_lists_and_changes_nothing(casebook: Casebook) -> None:
    root = casebook.write_bytes(LOOSE.encode()).root
    done = anxin("fmt", "--check", "--root", root)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"会改动 {file}" for file in (CASE, "content/figures.yml", "content/portal.yml")
    ]
    assert text(root) == LOOSE


def test_a_record_that_does_not_read_stays_as_it_is_and_the_others_are_written(casebook: Casebook) -> None:
    other = "cases/2026/yk-2026-0002.yml"
    casebook.write_bytes(LOOSE.encode())
    wrong = LOOSE.replace("立案", "立按").encode()
    root = casebook.write_bytes(wrong, other).root
    done = anxin("fmt", "--root", root)
    assert done.returncode == 1
    assert f"{other}:3:7: 错误 R205" in done.stdout
    assert (root / other).read_bytes() == wrong
    assert text(root) == CANONICAL


def test_a_file_that_is_not_there_is_a_problem(casebook: Casebook) -> None:
    done = anxin("fmt", "--root", casebook.write("单位: {名称: 甲}").root, "cases/2026/yk-2026-0009.yml")
    assert (done.returncode, "错误 R107" in done.stdout) == (1, True)


def test_nothing_private_is_repeated(casebook: Casebook) -> None:
    root = casebook.write("单位: {名称: 虚构甲公司, 13800138000: 甲}").root
    done = anxin("fmt", "--root", root)
    assert done.returncode == 1
    assert "13800138000" not in done.stdout + done.stderr


def test_line_ends_of_windows_become_plain(casebook: Casebook) -> None:
    root = casebook.write_bytes(LOOSE.replace("\n", "\r\n").encode()).root
    assert anxin("fmt", "--root", root, CASE).returncode == 0
    assert (root / CASE).read_bytes() == CANONICAL.encode()


def test_the_shipped_records_are_in_their_form() -> None:
    done = anxin("fmt", "--check", "--root", ROOT)
    assert (done.returncode, done.stdout) == (0, "没有要整理的文件。\n")


def test_a_file_elsewhere_is_not_touched(casebook: Casebook, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "a.yml"
    other.write_text(LOOSE, "utf-8")
    done = anxin("fmt", "--root", casebook.write("单位: {名称: 甲}").root, other)
    assert (done.returncode, "这个文件不在记录的文件夹里" in done.stderr) == (2, True)
    assert other.read_text("utf-8") == LOOSE
