"""`anxin new session`: the next number, its place by date, every key explained, nothing written that would not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.model import catalogue
from generator.model.outreach import Session
from generator.records.load import read_sessions
from tests.casebook import Casebook
from tests.cli.anxin import anxin

FILE: Final = "content/outreach/2026.yml"
TWO: Final = """
# yaml-language-server: $schema=../../schemas/outreach.json
场次:
  # 春天
  - 编号: 2026-001
    种类: 开工第一课
    日期: 2026-11-05
    镇街: 甲镇
    地点: 镇礼堂
  - 编号: 2026-007
    种类: 开工第一课
    日期: 2026-12-01  # 冬天
    镇街: 甲镇
    地点: 镇礼堂
"""


@pytest.fixture
def root(casebook: Casebook) -> Path:
    return casebook.write("样例: true\n单位: {名称: 虚构甲公司}").root


def new(root: Path, *words: str) -> tuple[int, str, str]:
    done = anxin("new", "session", "--root", root, "--as-of", "2026-11-01", *words)
    return done.returncode, done.stdout, done.stderr


def given(day: str, *more: str) -> tuple[str, ...]:
    return ("--种类", "一月一村", "--日期", day, "--镇街", "乙镇", "--村或网格", "某村", "--地点", "村礼堂", *more)


def numbers(root: Path) -> list[str]:
    return [one.number for year in read_sessions(root).years for one in year.record.sessions]


def test_the_first_of_a_year_begins_its_file_and_explains_every_key(root: Path) -> None:
    assert new(root, *given("2026-11-20")) == (0, f"{FILE}\n编号 2026-001\n", "")
    text = (root / FILE).read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/outreach.json\n场次:\n  - 编号: 2026-001\n")
    for key, info in catalogue.fields(Session).items():
        entry = catalogue.entry(info)
        assert entry
        assert f"{key}: " in text or (f"# {key}:" in text and entry.help in text), key
    assert anxin("check", "--root", root).returncode == 0
    assert anxin("fmt", "--check", "--root", root, FILE).returncode == 0


def test_the_next_takes_the_next_number_and_stands_by_its_date_with_nothing_else_touched(root: Path) -> None:
    Casebook(root).write(TWO, FILE)
    before = (root / FILE).read_text("utf-8").split("\n")
    assert new(root, *given("2026-11-20"))[1] == f"{FILE}\n编号 2026-008\n"
    after = (root / FILE).read_text("utf-8").split("\n")
    assert numbers(root) == ["2026-001", "2026-008", "2026-007"]
    assert [line for line in after if line in before] == before
    assert anxin("fmt", "--check", "--root", root, FILE).returncode == 0


def test_what_it_explains_can_be_filled_in(root: Path) -> None:
    """Each key, its # taken away, is read where it stands."""
    new(root, *given("2026-10-20", "--样例"))
    text = (root / FILE).read_text("utf-8") if (root / FILE).exists() else ""
    assert text == "", "a sample says 虚构"
    assert new(root, *given("2026-10-02"))[0] == 0
    lines = (root / FILE).read_text("utf-8").split("\n")
    skipped = ("# —— ", "# yaml", "# 样例", "# 工地", "# 取消")
    filled = [line.replace("# ", "", 1) if not line.lstrip().startswith(skipped) else line for line in lines]
    (root / FILE).write_text("\n".join(filled), "utf-8")
    assert anxin("check", "--root", root).returncode == 0
    assert read_sessions(root).years[0].record.sessions[0].findings


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "缺少 --种类、--日期、--镇街、--地点"),
        (("--种类", "讲座"), 2, "种类"),
        (given("2026-11-31"), 2, "2026-11-01"),
        ((*given("2026-11-20"), "--镇街", "丙镇"), 1, "错误 C804"),
        ((*given("2026-11-20"), "--地点", "电话13800138000"), 1, "错误 C401"),
        ((*given("2026-11-20"), "--工地", "A2345678"), 1, "错误 C807"),
        (given("2026-11-20", "--样例"), 1, "错误 C809"),
    ],
)
def test_refuses(root: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = new(root, *words)
    assert (done[0], done[1]) == (code, "")
    assert said in done[2]
    assert "13800138000" not in done[2]
    assert not (root / FILE).exists()


def test_a_file_that_does_not_read_is_left_alone(root: Path) -> None:
    Casebook(root).write("场次: [", FILE)
    assert new(root, *given("2026-11-20"))[0] == 1
    assert (root / FILE).read_text("utf-8") == "场次: [\n"
