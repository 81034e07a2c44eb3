"""`anxin new case`: the next free number, an annotated record that holds, nothing overwritten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.cli.new import create
from generator.model import catalogue
from generator.model.case import Case, Employer
from tests.casebook import Casebook
from tests.cli.anxin import anxin

NEXT = "cases/2026/yk-2026-0008.yml"


@pytest.fixture
def root(casebook: Casebook) -> Path:
    """A city whose last case of the year is the seventh."""
    return casebook.write("样例: true\n单位: {名称: 虚构甲公司}", "cases/2026/yk-2026-0007.yml").root


def new(root: Path, *words: str) -> tuple[int, str, str]:
    done = anxin("new", "case", "--root", root, "--as-of", "2026-11-01", *words)
    return done.returncode, done.stdout, done.stderr


def test_a_new_case_has_the_next_number_and_no_errors(root: Path) -> None:
    assert new(root, "--名称", "虚构乙公司", "--样例") == (0, f"{NEXT}\n", "")
    assert anxin("check", "--root", root).returncode == 0
    assert anxin("fmt", "--check", "--root", root, NEXT).returncode == 0


def test_says_of_every_key_what_it_is_and_how_it_is_written(root: Path) -> None:
    new(root, "--名称", "虚构乙公司", "--样例")
    text = (root / NEXT).read_text("utf-8")
    for model in (Case, Employer):
        for key, info in catalogue.fields(model).items():
            entry = catalogue.entry(info)
            assert f"\n{key}:" in text or f"  {key}:" in text or (entry and f"# {key}:" in text and entry.help in text)


def test_another_year_begins_anew(root: Path) -> None:
    done = anxin("new", "case", "--root", root, "--as-of", "2027-01-04", "--名称", "示例公司")
    assert done.stdout == "cases/2027/yk-2027-0001.yml\n"


def test_a_broken_file_keeps_its_number(root: Path) -> None:
    (root / NEXT).write_text("单位: [", "utf-8")
    assert new(root, "--名称", "示例公司")[1] == "cases/2026/yk-2026-0009.yml\n"
    assert (root / NEXT).read_text("utf-8") == "单位: ["


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "缺少 --名称"),
        (("--名称", "虚构乙公司"), 1, "错误 C106"),
        (("--名称", "示例公司", "--样例"), 1, "错误 C106"),
        (("--名称", ""), 2, "有一个参数是空的。用 anxin --help 查看用法。"),
        (("--名称", "甲公司13800138000"), 1, "错误 C401"),
    ],
)
def test_what_would_not_hold_is_not_made(root: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = new(root, *words)
    assert (done[0], done[1]) == (code, "")
    assert said in done[2]
    assert "13800138000" not in done[2]
    assert not (root / NEXT).exists()


def test_two_at_once_never_take_the_same_number(root: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: create(root, 2026, "yk", {"单位": {"名称": f"示例{name}公司"}}), range(24)))
    assert sorted(made, key=str) == [f"cases/2026/yk-2026-{serial:04d}.yml" for serial in range(8, 32)]
    said = [(root / str(file)).read_text("utf-8") for file in made]
    assert [f"名称: 示例{name}公司" in text for name, text in enumerate(said)] == [True] * 24


def test_a_year_that_is_full_says_so(root: Path) -> None:
    (root / "cases/2026/yk-2026-999999.yml").write_text("单位: {名称: 示例公司}\n", "utf-8")
    assert new(root, "--名称", "示例乙公司") == (1, "", "没有新建：2026 年的序号已经用完。\n")


def test_ten_thousand_comes_after_9999(root: Path) -> None:
    (root / "cases/2026/yk-2026-9999.yml").write_text("单位: {名称: 示例公司}\n", "utf-8")
    assert new(root, "--名称", "示例乙公司") == (0, "cases/2026/yk-2026-10000.yml\n", "")
    assert new(root, "--名称", "示例丙公司") == (0, "cases/2026/yk-2026-10001.yml\n", "")
