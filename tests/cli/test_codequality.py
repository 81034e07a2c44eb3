"""The code-quality report: what GitLab asks of each row, one fingerprint each, nothing private."""

from __future__ import annotations

import json

from tests.casebook import CASE, Casebook
from tests.cli.anxin import anxin

RECORD = """\
样例: true
单位: {名称: 虚构甲公司}
备注: 13800138000
经过:
  - {日期: 甲, 事项: 立案}
  - {日期: 乙, 事项: 立案}
"""


def test_a_row_for_each_problem(casebook: Casebook) -> None:
    done = anxin("check", "--root", casebook.write(RECORD).root, "--format", "gitlab")
    rows = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(row["location"]["lines"]["begin"], row["check_name"], row["severity"]) for row in rows] == [
        (3, "C401", "critical"),
        (5, "R206", "critical"),
        (6, "R206", "critical"),
    ]
    assert {row["location"]["path"] for row in rows} == {CASE}
    assert len({row["fingerprint"] for row in rows}) == 3
    assert "13800138000" not in done.stdout


def test_a_problem_stays_itself_when_its_line_moves(casebook: Casebook) -> None:
    first = anxin("check", "--root", casebook.write(RECORD).root, "--format", "gitlab")
    moved = anxin("check", "--root", casebook.write("# 甲\n" + RECORD).root, "--format", "gitlab")
    before, after = json.loads(first.stdout), json.loads(moved.stdout)
    assert [row["fingerprint"] for row in before] == [row["fingerprint"] for row in after]
    assert [row["location"] for row in before] != [row["location"] for row in after]
