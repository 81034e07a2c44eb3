"""`anxin new worksite`: a code that nobody has had, an annotated record that holds, a register that only grows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Final

import pytest

from generator.cli.worksite import create, taken
from generator.model import catalogue
from generator.model.sitecode import SiteCode, draw, read
from generator.model.worksite import Contractor, Worksite
from generator.records.encode import Plain
from tests.casebook import Casebook
from tests.cli.anxin import anxin

REGISTER: Final = "content/worksites/issued.txt"
GIVEN: Final[dict[str, Plain]] = {"项目": "示例工程", "施工总承包单位": {"名称": "示例公司"}}


@pytest.fixture
def root(casebook: Casebook) -> Path:
    return casebook.write("样例: true\n单位: {名称: 虚构甲公司}").root


def new(root: Path, *words: str) -> tuple[int, str, str]:
    done = anxin("new", "worksite", "--root", root, "--as-of", "2026-11-01", *words)
    return done.returncode, done.stdout, done.stderr


def spelling(codes: Iterable[str]) -> Callable[[str], str]:
    """A choice that spells these codes, check characters left to the arithmetic."""
    characters = iter("".join(code[:7] for code in codes))
    return lambda _: next(characters)


def registered(root: Path) -> list[str]:
    lines = (root / REGISTER).read_text("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def test_a_new_site_has_a_code_of_its_own_and_no_errors(root: Path) -> None:
    code, out, err = new(root, "--项目", "示例一期工程", "--总包", "示例建设有限公司")
    file, told = out.splitlines()
    found = read(Path(file).stem)
    assert (code, err) == (0, "")
    assert isinstance(found, SiteCode)
    assert (file, told) == (f"content/worksites/{found}.yml", f"安薪码 {found.printed}")
    assert registered(root) == [str(found)]
    assert anxin("check", "--root", root).returncode == 0
    assert anxin("fmt", "--check", "--root", root, file).returncode == 0


def test_says_of_every_key_what_it_is_and_how_it_is_written(root: Path) -> None:
    create(root, GIVEN, spelling(["A2345678"]))
    text = (root / "content/worksites/A2345678.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/worksite.json\n")
    for model in (Worksite, Contractor):
        for key, info in catalogue.fields(model).items():
            entry = catalogue.entry(info)
            assert f"\n{key}:" in text or f"  {key}:" in text or (entry and f"# {key}:" in text and entry.help in text)


def test_a_sample_is_not_registered_and_can_go_again(root: Path) -> None:
    assert new(root, "--项目", "虚构工程", "--总包", "虚构公司", "--样例")[0] == 0
    assert not (root / REGISTER).exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "缺少 --项目 或 --总包"),
        (("--项目", "示例工程"), 2, "缺少 --项目 或 --总包"),
        (("--项目", "", "--总包", "示例公司"), 2, "有一个参数是空的"),
        (("--项目", "示例工程", "--总包", " "), 2, "有一个参数是空的"),
        (("--项目", "虚构工程", "--总包", "虚构公司"), 1, "错误 C616"),
        (("--项目", "示例工程", "--总包", "示例公司", "--样例"), 1, "错误 C616"),
        (("--项目", "示例工程13800138000", "--总包", "示例公司"), 1, "错误 C401"),
    ],
)
def test_what_would_not_hold_is_not_made(root: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = new(root, *words)
    assert (done[0], done[1]) == (code, "")
    assert said in done[2]
    assert "13800138000" not in done[2]
    assert not (root / "content/worksites").exists()


def test_a_portal_that_cannot_be_read_is_said(root: Path) -> None:
    (root / "content/portal.yml").write_text("城市: [", "utf-8")
    assert new(root, "--项目", "示例工程", "--总包", "示例公司")[0] == 1


def test_a_code_that_was_ever_issued_is_not_issued_again(root: Path) -> None:
    """One has a file, one stands in the register alone, one is written in small letters: the fourth is taken."""
    folder = root / "content" / "worksites"
    folder.mkdir()
    (folder / "A2345678.yml").write_text("项目: [", "utf-8")
    (folder / "jxa-2345j.yml").write_text("", "utf-8")
    (root / REGISTER).write_text("# 登记\nAB34567L", "utf-8")
    codes = ["A2345678", "AB34567L", "JXA2345J", "H7K3MP2B"]
    assert str(create(root, GIVEN, spelling(codes))) == "H7K3MP2B"
    assert (root / REGISTER).read_text("utf-8") == "# 登记\nAB34567L\nH7K3MP2B\n"
    assert taken(root) == set(codes)


def test_when_no_code_is_left_nothing_is_made(root: Path) -> None:
    create(root, GIVEN, spelling(["A2345678"]))
    assert create(root, GIVEN, spelling(["A2345678"] * 200)) is None
    assert registered(root) == ["A2345678"]


def test_many_at_once_never_share_a_code(root: Path) -> None:
    seeds = [seed // 2 for seed in range(12)]
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda seed: create(root, GIVEN, Random(seed).choice), seeds))  # noqa: S311 - a test
    assert len(set(made)) == 12
    assert sorted(registered(root)) == sorted(map(str, made))


def test_what_looks_private_is_drawn_again() -> None:
    assert str(draw(spelling(["QQ00000N", "A2345678"]))) == "A2345678"
