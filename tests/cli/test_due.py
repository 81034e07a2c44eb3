"""`anxin due` as a clerk and a timer run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.casebook import Casebook
from tests.cli.anxin import anxin

RECORD = """
    样例: true
    单位: {名称: 虚构甲公司}
    镇街: 甲镇
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-03, 事项: 分派, 承办: 甲镇}
"""


@pytest.fixture
def root(casebook: Casebook) -> Path:
    return casebook.write(RECORD).root


def due(root: Path, *words: str | Path, on: str = "2026-03-04") -> tuple[int, str, str]:
    done = anxin("due", "--root", root, "--as-of", on, *words)
    return done.returncode, done.stdout, done.stderr


def test_text_is_a_table_of_80_columns(root: Path) -> None:
    code, out, err = due(root)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "要办的（3 项）",
        "最后一天   还剩              事项              案件          承办",
        "2026-03-04 今天到期          联系当事人        yk-2026-0001  甲镇",
        "           服务承诺（117），不是法定期限；样例",
        "2026-03-09 还剩3个工作日     决定是否受理      yk-2026-0001  甲镇",
        "           《浙江省劳动保障监察条例》第二十三条；样例",
        "2026-03-09 还剩5天           办结投诉          yk-2026-0001  甲镇",
        "           服务承诺（117），不是法定期限；样例",
        "",
        "截至 2026-03-04：要办的 3 项，其中逾期 0 项、今天到期 1 项；等当事人的 0 项，待补记的 0 项。",
    ]
    rows = [line for line in out.splitlines() if line.startswith("2026")]
    assert {cell_len(line[: line.index("甲镇")]) for line in rows} == {61}


@pytest.mark.parametrize(
    ("words", "on", "expected"),
    [
        ((), "2026-03-03", 0),
        ((), "2026-03-04", 1),
        (("--within", "1d"), "2026-03-03", 1),
        (("--within", "0d"), "2026-03-03", 0),
        (("--within", "3天"), "2026-03-05", 1),
        (("--town", "乙镇"), "2026-03-09", 0),
        (("--town", "甲镇", "--town", "乙镇"), "2026-03-09", 1),
    ],
)
def test_a_timer_reads_the_exit_code(root: Path, words: tuple[str, ...], on: str, expected: int) -> None:
    assert due(root, *words, on=on)[0] == expected


def test_json_for_machines(root: Path) -> None:
    said = json.loads(due(root, "--format", "json", "--within", "2")[1])
    first = said.pop("items")[0]
    assert said == {"version": 1, "as_of": "2026-03-04", "within": 2, "urgent": 1, "overdue": 0}
    assert first == {
        "number": "yk-2026-0001",
        "sample": True,
        "office": "甲镇",
        "town": "甲镇",
        "name": "联系当事人",
        "turn": "duty",
        "since": "2026-03-03",
        "day": "2026-03-04",
        "provisional": False,
        "working": False,
        "left": 0,
        "over": False,
        "length": "1天",
        "source": "服务承诺（117），不是法定期限",
    }


def test_files_to_forward_are_written_together_or_not_at_all(root: Path, tmp_path: Path) -> None:
    table, diary = tmp_path / "到期.xlsx", tmp_path / "到期.ics"
    assert due(root, "--xlsx", table, "--ics", diary)[0] == 1
    first = table.read_bytes(), diary.read_bytes()
    code, out, err = due(root, "--xlsx", table, "--ics", tmp_path / "新.ics", on="2026-03-06")
    assert (code, out, err) == (2, "", "已有 到期.xlsx，没有动它；换个名字，或加 --overwrite。\n")
    code, out, err = due(root, "--xlsx", table, "--ics", tmp_path / "没有" / "新.ics", "--overwrite", on="2026-03-06")
    assert (code, out) == (2, "")
    assert err.startswith("到期.xlsx、新.ics 写不进去，一份也没有写")
    assert (table.read_bytes(), diary.read_bytes()) == first
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["到期.ics", "到期.xlsx"]
    assert due(root, "--xlsx", table, "--ics", diary, "--overwrite", on="2026-03-06")[0] == 1
    assert table.read_bytes() != first[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--within", "三天"), "--within 的写法不对：写成 3d 或 3天 这样，最多 999 天"),
        (("--within", "-1"), "--within 的写法不对"),
        (("--within", "9999d"), "--within 的写法不对"),
        (("--town", "甲"), "portal.yml 里没有「甲」这个镇街或部门。是否想写「甲镇」？"),
        (("--town", "没有的"), "portal.yml 里没有「没有的」这个镇街或部门。可写：甲镇、乙镇"),
        (("--xlsx", "到期.xls"), "文件名要以 .xlsx 结尾：到期.xls。"),
        (("--ics", "到期"), "文件名要以 .ics 结尾：到期。"),
        (("--as-of", "明天"), "--as-of 的写法不对"),
        (("--format", "xml"), "--format 的写法不对：可选 text、json"),
    ],
)
def test_wrong_usage(root: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = due(root, *words)
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_what_cannot_be_read_makes_the_list_incomplete(casebook: Casebook) -> None:
    casebook.write(RECORD).write("单位: [", "cases/2026/yk-2026-0002.yml")
    code, out, err = due(casebook.root, on="2026-03-03")
    assert (code, out.splitlines()[0]) == (1, "要办的（3 项）")
    assert err.startswith("这份清单不完整。\ncases/2026/yk-2026-0002.yml:2:1: ")
    (casebook.root / "content/portal.yml").unlink()
    code, out, err = due(casebook.root)
    assert (code, out) == (1, "")
    assert "content/portal.yml" in err


def test_the_help_has_an_example_and_the_exit_codes() -> None:
    said = anxin("due", "--help").stdout
    assert "例：anxin due " in said
    assert "退出码：0 " in said
