"""`anxin export` as a user runs it."""

from __future__ import annotations

from tests.casebook import Casebook
from tests.cli.anxin import anxin
from tests.records.workbook.book import values

RECORD = "样例: true\n单位: {名称: 虚构甲公司}"


def test_all_cases_or_those_of_a_year(casebook: Casebook) -> None:
    casebook.write(RECORD).write(RECORD, "cases/2025/yk-2025-0001.yml")
    file = casebook.root / "案件.xlsx"
    done = anxin("export", file, "--root", casebook.root)
    said = "已导出 案件.xlsx：2 件案件。内部备注也在里面，不要对外发送。\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert [row["编号"] for row in values(file.read_bytes(), "案件")] == ["yk-2025-0001", "yk-2026-0001"]
    done = anxin("export", file, "--root", casebook.root, "--year", "2026", "--overwrite")
    assert done.returncode == 0
    assert [row["编号"] for row in values(file.read_bytes(), "案件")] == ["yk-2026-0001"]


def test_a_file_that_is_there_is_not_touched(casebook: Casebook) -> None:
    casebook.write(RECORD)
    file = casebook.root / "案件.xlsx"
    file.write_bytes(b"mine")
    done = anxin("export", file, "--root", casebook.root)
    assert (done.returncode, done.stderr) == (2, "已有 案件.xlsx，没有动它；换个名字，或加 --overwrite。\n")
    assert file.read_bytes() == b"mine"


def test_a_template_needs_no_sound_cases(casebook: Casebook) -> None:
    casebook.write("单位: [")
    file = casebook.root / "空表.xlsx"
    done = anxin("export", file, "--root", casebook.root, "--template")
    assert (done.returncode, done.stdout) == (0, "已导出 空表.xlsx：空表。\n")
    assert [row["编号"] for row in values(file.read_bytes(), "案件")] == ["示例"]


def test_what_cannot_be_read_in_full_is_not_exported_in_part(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n行业: 没有的")
    file = casebook.root / "案件.xlsx"
    done = anxin("export", file, "--root", casebook.root)
    assert (done.returncode, done.stderr) == (1, "有读不出来的内容，没有导出。\n")
    assert "cases/2026/yk-2026-0001.yml:3:5: 错误 R205" in done.stdout
    assert not file.exists()
    assert anxin("export", file, "--root", casebook.root, "--year", "2025").returncode == 0


def test_only_xlsx_and_only_where_one_may_write(casebook: Casebook) -> None:
    casebook.write(RECORD)
    wrong = anxin("export", casebook.root / "案件.xls", "--root", casebook.root)
    assert (wrong.returncode, wrong.stderr) == (2, "文件名要以 .xlsx 结尾。\n")
    nowhere = anxin("export", casebook.root / "没有" / "案件.xlsx", "--root", casebook.root)
    assert nowhere.returncode == 2
    assert nowhere.stderr.startswith("案件.xlsx 写不进去")


def test_help_is_chinese_and_names_the_file_once() -> None:
    said = anxin("export", "--help").stdout
    assert "参数:" in said
    assert "Positional" not in said
    assert said.count("导出到哪个文件") == 1
