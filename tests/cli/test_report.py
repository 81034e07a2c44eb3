"""`anxin report` as it is run."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len

from tests.casebook import Casebook
from tests.cli.anxin import anxin
from tests.reports.test_figures import CASE


@pytest.fixture
def root(casebook: Casebook) -> Path:
    return casebook.write(CASE).root


def run(root: Path, *words: str | Path) -> tuple[int, str, str]:
    done = anxin("report", "--root", root, "--as-of", "2026-04-10", *words)
    return done.returncode, done.stdout, done.stderr


def test_text_for_a_terminal(root: Path) -> None:
    code, out, err = run(root, "2026-03")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:7] == [
        "2026年3月：2026-03-01 至 2026-03-31",
        "上期：2026-02-01 至 2026-02-28",
        "去年同期：2025-03-01 至 2025-03-31",
        "",
        "指标                     本期          上期   相差 去年同期 相差",
        "劳资相关问题咨询         未记录        未记录      未记录",
        "欠薪投诉                 1件           未记录      未记录",
    ]
    assert max(cell_len(line) for line in lines[:20]) <= 80
    assert "  甲镇：欠薪投诉 1件，消除欠薪隐患 1起，为劳动者挽回经济损失 5.5万元，" in lines
    assert lines[-1].startswith("内部资料：")


def test_the_month_of_the_day_where_none_is_named_and_since_a_day(root: Path) -> None:
    assert run(root)[1].startswith("2026年4月（截至 2026-04-10）：2026-04-01 至 2026-04-10\n上期同期：2026-03-01 至 ")
    assert run(root, "--since", "2026-03-01")[1].startswith("2026-03-01 以来：2026-03-01 至 2026-04-10\n")


def test_markdown_and_json(root: Path) -> None:
    out = run(root, "2026Q1", "--format", "markdown")[1]
    assert out.startswith("# 2026年第一季度：2026-01-01 至 2026-03-31\n")
    assert "| 欠薪投诉 | 1件 | 未记录 |  | 未记录 |  |" in out.splitlines()
    said = json.loads(run(root, "2026Q1", "--format", "json")[1])
    assert (said["version"], said["cases"], said["samples"]) == (1, 1, False)
    recovered = next(one for one in said["figures"] if one["key"] == "recovered")
    assert (recovered["unit"], recovered["now"]["number"], recovered["before"]) == ("分", 5_500_000, None)
    assert [one["recorded"] for one in said["figures"] if one["key"] == "consultations"] == [False]


def test_excel(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "统计.xlsx"
    assert run(root, "2026-03", "--xlsx", file)[0] == 0
    book = load_workbook(BytesIO(file.read_bytes()))
    assert book.sheetnames == ["指标", "按镇街", "按行业", "怎样计算"]
    rows = [[cell.value for cell in row] for row in book["按镇街"].iter_rows(min_row=2)]
    assert rows[0][:4] == ["镇街", "欠薪投诉（件）", "消除欠薪隐患（起）", "为劳动者挽回经济损失（万元）"]
    assert rows[1][:4] == ["甲镇", 1, 1, 5.5]
    assert run(root, "2026-03", "--xlsx", file)[::2] == (2, "已有 统计.xlsx，没有动它；换个名字，或加 --overwrite。\n")


def test_sessions_in_every_form(casebook: Casebook, tmp_path: Path) -> None:
    session = "{编号: 2026-001, 种类: 开工第一课, 形式: 培训会, 日期: 2026-03-02, 镇街: 甲镇, 地点: 甲会场, 企业: 40家}"
    root = casebook.write(CASE).write(f"场次: [{session}]", "content/outreach/2026.yml").root
    lines = run(root, "2026-03")[1].splitlines()
    assert "开工第一课大型培训会     1场           未记录      未记录" in lines
    assert "  甲镇：欠薪投诉 1件，消除欠薪隐患 1起，为劳动者挽回经济损失 5.5万元，" in lines
    assert any(
        line.endswith("1 场开过的宣讲，记录从 2026-03-02 开始，更早的写「未记录」；样例不算。") for line in lines
    )
    markdown = run(root, "2026-03", "--format", "markdown")[1]
    assert "| 开工第一课大型培训会 | 1场 | 未记录 |  | 未记录 |  |" in markdown
    assert "| 培训企业 | 未记录 | 未记录 |  | 未记录 |  |" in markdown
    said = json.loads(run(root, "2026-03", "--format", "json")[1])
    assert said["sessions"] == 1
    assert {one["key"]: one["recorded"] for one in said["figures"]}["sessions"] is True
    assert (said["towns"][0]["sessions"]["number"], said["towns"][0]["firms"]) == (1, None)
    assert "sessions" not in said["industries"][0]
    file = tmp_path / "统计.xlsx"
    assert run(root, "2026-03", "--xlsx", file)[0] == 0
    town = [cell.value for cell in load_workbook(BytesIO(file.read_bytes()))["按镇街"][3]]
    assert town[-2:] == [1, "未记录"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026Q5",), "统计期 的写法不对：写成 2026-10、2026Q3 或 2026 这样"),
        (("2026", "--since", "2026-01-01"), "统计期和 --since 只写一个。"),
        (("2027",), "统计期还没有开始：截至日期是 2026-04-10。"),
        (("--since", "2026-05-01"), "统计期还没有开始"),
        (("--since", "三月"), "--since 的写法不对"),
        (("2026", "2025"), "用法不对"),
        (("--xlsx", "统计.csv"), "文件名要以 .xlsx 结尾"),
    ],
)
def test_wrong_usage(root: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(root, *words)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_what_cannot_be_read_is_told(casebook: Casebook) -> None:
    casebook.write(CASE).write("单位: [", "cases/2026/yk-2026-0002.yml")
    code, out, err = run(casebook.root, "2026-03")
    assert (code, bool(out), err.startswith("这份统计不完整。\n")) == (1, True, True)


def test_the_help_has_an_example() -> None:
    assert "例：anxin report 2026Q3" in anxin("report", "--help").stdout
