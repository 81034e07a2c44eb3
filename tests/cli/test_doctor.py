"""`anxin doctor` as it is run, and what it sees of a machine."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import namedtuple
from pathlib import Path

import pytest

from generator.cli import machine
from generator.cli.schema import written
from generator.posters import glyphs
from tests.casebook import Casebook
from tests.cli.anxin import anxin

WAGE = "[{自: 2026-01-01, 月: 2260元, 小时: 22元, 文件: 某政发〔2026〕3号, 核实: 已核实}]"


@pytest.fixture
def book(casebook: Casebook) -> Casebook:
    """A city in which nothing is broken."""
    casebook.portal["最低工资"] = WAGE
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    (casebook.root / "schemas").mkdir()
    for name, text in written().items():
        (casebook.root / "schemas" / name).write_text(text, "utf-8")
    return casebook


def doctor(book: Casebook, *words: str) -> tuple[int, str, str]:
    done = anxin("doctor", "--root", book.root, "--as-of", "2026-06-01", *words)
    return done.returncode, done.stdout, done.stderr


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)


def test_what_has_to_be_decided_is_no_failure(book: Casebook) -> None:
    code, out, err = doctor(book)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("请留意（")
    assert lines[-1].startswith("截至 2026-06-01：要处理的 0 项，请留意的 ")
    matters = [line for line in lines if line.startswith("  ") and not line.startswith("    ")]
    assert len(matters) == sum(line.startswith("    怎么办：") for line in lines) > 0


def test_what_is_broken_is(book: Casebook) -> None:
    (book.root / "schemas/case.json").write_text("{}", "utf-8")
    code, out, _ = doctor(book)
    assert code == 1
    assert out.splitlines()[:3] == [
        "要处理（1 项）",
        "  编辑器提示：编辑器的提示不是最新的：case.json",
        "    怎么办：运行 anxin schema",
    ]


def test_a_portal_that_cannot_be_read_still_gets_its_list(book: Casebook) -> None:
    (book.root / "content/portal.yml").write_text("城市: [", "utf-8")
    code, out, err = doctor(book)
    assert (code, err) == (1, "")
    assert "  本市的设置：portal.yml 读不出来" in out.splitlines()


def test_json_for_machines(book: Casebook) -> None:
    code, out, _ = doctor(book, "--format", "json")
    said = json.loads(out)
    assert (code, said["version"], said["as_of"], said["must"]) == (0, 1, "2026-06-01", 0)
    assert said["note"] == len(said["items"])
    assert set(said["items"][0]) == {"subject", "weight", "says", "mend"}
    assert "字体" in said["sound"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/a/b.git", True),
        ("https://name:geheim@gitee.com/a/b", True),
        ("git@gitlab.com:a/b.git", True),
        ("ssh://git@github.com:22/a/b", True),
        ("https://git.bureau.example/github.com/b", False),
        ("https://notgithub.com/a/b", False),
        ("../elsewhere", False),
        ("https://[bad", False),
    ],
)
def test_remotes_on_open_platforms(book: Casebook, url: str, *, expected: bool) -> None:
    git(book.root, "init", "--quiet")
    git(book.root, "remote", "add", "origin", url)
    found = list(machine.repository(book.root))
    assert bool(found) is expected
    assert "geheim" not in repr(found)


def test_the_hook(book: Casebook) -> None:
    assert [one.says for one in machine.hook(book.root)] == ["这个文件夹不在 git 仓库里，或者 git 不肯读它"]
    git(book.root, "init", "--quiet")
    assert [one.mend for one in machine.hook(book.root)] == ["运行 git config core.hooksPath .githooks"]
    git(book.root, "config", "core.hooksPath", ".githooks")
    assert list(machine.hook(book.root)) == []


def test_versions_are_those_that_were_locked(tmp_path: Path) -> None:
    assert list(machine.versions(tmp_path)) == []
    lock = "click==0.0.1 \\\n    --hash=sha256:00\nno-such-package==1.0 \\\nelsewhere==1 ; sys_platform == 'win32' \\\n"
    (tmp_path / "requirements.lock").write_text(lock, "utf-8")
    said = next(machine.versions(tmp_path)).says
    assert said.startswith("软件包和锁定的版本不一致：click 应为 0.0.1，装的是 ")
    assert said.endswith("；no-such-package 应为 1.0，装的是 没有")


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as the library's own
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 5 << 20))
    assert [one.says for one in machine.room(tmp_path)] == ["磁盘只剩 5 MB，生成网站可能不够"]


def test_a_font_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(machine.fonts(tmp_path)) == []
    monkeypatch.setattr(glyphs, "folder", lambda: tmp_path)
    glyphs._characters.cache_clear()  # noqa: SLF001 - what a new process would not have
    assert [one.says for one in machine.fonts(tmp_path)] == ["印刷用的中文字体没有装好"]


def test_the_help_has_an_example() -> None:
    assert "例：anxin doctor" in anxin("doctor", "--help").stdout
    done = anxin("doctor", "--format", "xml")
    assert (done.returncode, done.stderr.startswith("--format 的写法不对")) == (2, True)
