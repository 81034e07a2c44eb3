"""Each form of a report: caret, window, colour, escapes, the choice of what is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from generator.cli.diagnostics import report
from generator.cli.source import excerpt, visible
from generator.problems import Problem, Severity, Span

W = Severity.WARNING


def problem(
    line: int = 1, column: int = 1, severity: Severity = Severity.ERROR, file: str = "f.yml", message: str = "错"
) -> Problem:
    return Problem(Span(file, line, column, 2), "R206", message, "改", severity)


@pytest.mark.parametrize(
    ("text", "column", "length", "before", "carets"),
    [
        ("单位: 甲乙", 5, 2, 6, 4),
        ("ＡＢ: 甲", 5, 1, 6, 2),
        ("e\u0301e\u0301: x", 7, 1, 4, 1),
        ("a\tb: x", 6, 1, 5, 1),
        ("👨\u200d👩: x", 6, 1, 7, 1),
        ("\u202e甲: x", 5, 1, 5, 1),
        ("a: \x1b[2Jx", 4, 5, 3, 5),
        ("甲: x", 9, 0, 5, 1),
    ],
)
def test_the_caret_counts_cells(text: str, column: int, length: int, before: int, carets: int) -> None:
    _, caret = excerpt(visible(text), 7, column, length)
    assert caret == "      | " + " " * before + "^" * carets


@pytest.mark.parametrize("column", [1, 50, 150, 290])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(chr(0x4E00 + index) for index in range(300))
    shown, caret = excerpt(line, 1, column, 1)
    text = shown.partition("| ")[2]
    marked = caret.partition("| ")[2].index("^")
    assert cell_len(text) <= 104
    before = ""
    while cell_len(before) < marked:
        before = text[: len(before) + 1]
    assert text[len(before)] == line[column - 1]


def test_what_a_terminal_obeys_is_made_visible() -> None:
    assert visible("甲\x1b[2J\r\n\x7f\u202e\ud800\u00a0乙") == "甲␛[2J␍␊␦␦␦ 乙"


def test_errors_are_chosen_before_warnings_and_shown_by_place(tmp_path: Path) -> None:
    problems = [problem(1, severity=W), problem(2), problem(3, severity=W), problem(4)]
    said = json.loads(report(problems, tmp_path, "json", 3))
    assert [(one["line"], one["severity"]) for one in said["problems"]] == [(1, "warning"), (2, "error"), (4, "error")]
    assert (said["errors"], said["warnings"], said["left"]) == (2, 2, 1)


def test_the_order_is_that_of_places(tmp_path: Path) -> None:
    problems = [problem(2, 1), problem(1, 9), problem(1, 2), problem(1, 1, file="a.yml")]
    lines = report(problems, tmp_path, "github").splitlines()
    assert [line.split("title")[0] for line in lines] == [
        "::error file=a.yml,line=1,endLine=1,col=1,endColumn=3,",
        "::error file=f.yml,line=1,endLine=1,col=2,endColumn=4,",
        "::error file=f.yml,line=1,endLine=1,col=9,endColumn=11,",
        "::error file=f.yml,line=2,endLine=2,col=1,endColumn=3,",
    ]


def test_annotations_are_escaped(tmp_path: Path) -> None:
    wrong = problem(file="a,b:c%.yml", message="百分之%号：乙\n::error::甲")
    assert report([wrong], tmp_path, "github") == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,endLine=1,col=1,endColumn=3,title=R206"
        "::百分之%25号：乙␊::error::甲 提示: 改"
    )


def test_annotations_say_what_is_left(tmp_path: Path) -> None:
    lines = report([problem(1), problem(2)], tmp_path, "github", 1).splitlines()
    assert lines[1:] == ["::notice::共 2 个错误、0 个警告，涉及 1 个文件。另有 1 个没有列出。"]


def test_code_quality_has_fingerprints_that_outlive_moved_lines(tmp_path: Path) -> None:
    before = json.loads(report([problem(1), problem(5), problem(7, severity=W)], tmp_path, "gitlab"))
    after = json.loads(report([problem(2), problem(6), problem(8, severity=W)], tmp_path, "gitlab"))
    prints = [issue.pop("fingerprint") for issue in before]
    assert prints == [issue["fingerprint"] for issue in after]
    assert len(set(prints)) == 3
    assert before[2] == {
        "description": "错 提示: 改",
        "check_name": "R206",
        "severity": "minor",
        "location": {"path": "f.yml", "lines": {"begin": 7}},
    }


def test_a_cell_of_a_workbook_has_a_place_too(tmp_path: Path) -> None:
    text = report([problem(7, 3, file="名单.xlsx[案件]")], tmp_path, "text")
    assert text.splitlines()[:2] == ["名单.xlsx[案件]:7:3: 错误 R206: 错", "   提示: 改"]


def test_colour_only_where_wanted(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_text("甲: 乙丙\n", encoding="utf-8")
    plain, coloured = (report([problem(1, 4)], tmp_path, "text", colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert coloured.count("\x1b[31m") == 2


def test_no_line_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_text("甲: 乙丙\n", encoding="utf-8")
    assert report([problem(9, 1)], tmp_path, "text").count("|") == 0
