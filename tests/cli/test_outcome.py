"""`--format json` of the commands that write: one object, whatever the exit code; nothing but it on standard output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import event, export, fmt, import_, new  # noqa: F401 - read once, for all forked children
from tests.casebook import CASE, Casebook
from tests.faults.apart import apart
from tests.records.workbook.book import book

RECORD = "样例: true\n行业: 制造业\n单位: {名称: 虚构甲公司}\n"
HEAD = ["编号", "样例", "单位·名称", "行业"]


@pytest.fixture
def root(casebook: Casebook) -> Path:
    """A city with one untidy record."""
    return casebook.write(RECORD).root


def told(root: Path, *words: str | Path) -> tuple[int, dict[str, Any]]:
    """The exit code and the object; the keys that every command has are there."""
    done = apart((*words, "--root", root, "--format", "json"))
    assert done.is_plain(), done.err
    assert done.err == ""
    said: dict[str, Any] = json.loads(done.out)
    assert list(said)[:4] == ["version", "written", "message", "problems"]
    assert said["version"] == 1
    return done.code, said


def test_an_act_that_was_written_and_one_that_was_not(root: Path) -> None:
    code, said = told(root, "event", "yk-2026-0001", "立案", "--date", "2026-03-02")
    assert (code, said["written"], said["problems"]) == (0, [CASE], [])
    code, said = told(root, "event", "yk-2026-0001", "支付", "金额=一些")
    assert (code, said["written"], "没有写入，文件原样未动" in said["message"]) == (1, [], True)


def test_what_was_put_into_its_form_and_what_would_be(root: Path) -> None:
    code, said = told(root, "fmt", "--check", CASE)
    assert (code, said["written"], said["pending"]) == (1, [], [CASE])
    code, said = told(root, "fmt", CASE)
    assert (code, said["written"], said["pending"]) == (0, [CASE], [])
    (root / CASE).write_text("单位: [", encoding="utf-8")
    code, said = told(root, "fmt", CASE)
    assert (code, said["written"], [one["code"] for one in said["problems"]]) == (1, [], ["R103"])


def test_an_import_is_shown_written_and_refused(root: Path) -> None:
    file = root / "名单.xlsx"
    file.write_bytes(book(案件=[HEAD, ["yk-2026-0001", "是", "虚构甲公司", "工程建设"]]))
    changes = [{"case": "yk-2026-0001", "fate": "changed", "sentences": ["「行业」由「制造业」改为「工程建设」"]}]
    code, said = told(root, "import", file)
    assert (code, said["written"], said["changes"]) == (0, [], changes)
    code, said = told(root, "import", file, "--yes")
    assert (code, said["written"], said["changes"]) == (0, [CASE], changes)
    file.write_bytes(book(案件=[HEAD, ["yk-2026-0001", "是", "虚构甲公司", "没有的"]]))
    code, said = told(root, "import", file, "--yes")
    assert (code, said["written"]) == (1, [])
    assert [(one["file"], one["line"], one["column"]) for one in said["problems"]] == [("名单.xlsx[案件]", 2, 4)]


def test_a_workbook(root: Path) -> None:
    code, said = told(root, "export", root / "案件.xlsx")
    assert (code, said["written"], said["cases"]) == (0, [str(root / "案件.xlsx")], 1)
    (root / CASE).write_text("单位: [", encoding="utf-8")
    code, said = told(root, "export", root / "又一份.xlsx")
    assert (code, said["written"], said["problems"][0]["code"]) == (1, [], "R103")


def test_new_records(root: Path) -> None:
    code, said = told(root, "new", "case", "--名称", "虚构乙公司", "--样例")
    assert (code, said["written"], said["number"]) == (0, ["cases/2026/yk-2026-0002.yml"], "yk-2026-0002")
    code, said = told(root, "new", "case", "--名称", "虚构乙公司", "--真实")
    assert (code, said["written"], [one["severity"] for one in said["problems"]]) == (1, [], ["error"])
    code, said = told(root, "new", "worksite", "--项目", "某期工程", "--总包", "某公司")
    assert (code, said["written"]) == (0, [f"content/worksites/{said['code'].replace('-', '')}.yml"])
