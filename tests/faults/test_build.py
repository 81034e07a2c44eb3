"""A build that something befalls leaves the old site, whole, or the new one; and says so in a sentence.

`ANXIN_STEPS=all` ends it at every step.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from random import Random
from threading import Thread
from time import sleep
from typing import Final

import pytest

from generator.build import render, swap
from generator.cli import build, site  # noqa: F401 - read once, for all forked children
from generator.pages import cards, engine
from generator.posters import glyphs
from tests.faults import city
from tests.faults.apart import (
    EVERY,
    Disturb,
    Ended,
    apart,
    at,
    bound,
    count,
    full,
    interrupted,
    killed,
    stopped,
)

DAY: Final = ("--as-of", "2026-11-03", "--jobs", "1")
OLD: Final = "原有的网站没有改动"
POINTS: Final = 3
"""Steps that are tried of each kind, others for each kind."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with its site and everything that a build remembers."""
    return city.built(city.found(tmp_path_factory.mktemp("base") / "city"))


@pytest.fixture(scope="module")
def new(base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], int]:
    """The site of two days later, and in how many steps it is made."""
    root = city.copied(base, tmp_path_factory.mktemp("new") / "city")
    steps = count(("build", "--root", root, *DAY), root)
    return city.tree(root / "site"), steps


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    return city.copied(base, tmp_path / "city")


def built(root: Path, disturb: Disturb = lambda: None, *words: str | Path) -> Ended:
    return apart(("build", "--root", root, *DAY, *words), disturb)


def old_stands(done: Ended, code: int, root: Path, base: Path) -> None:
    """Refused in Chinese, with nothing changed and nothing left behind."""
    assert done.is_plain(), done.err
    assert done.code == code, done.err
    assert city.tree(root / "site") == city.tree(base / "site")
    assert city.beside(root) == []
    assert not [path for path in (root / ".cache").rglob(".building-*") if path.is_dir()]


def stale(root: Path) -> Path:
    """The engine has to run again."""
    city.write(root, "mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8") + "site_author: 某人\n")
    return root


@pytest.mark.parametrize(
    ("disturb", "codes"),
    [(killed, {-signal.SIGKILL}), (stopped, {130}), (full, {0, 3})],
)
def test_ended_at_any_step(
    disturb: Disturb, codes: set[int], base: Path, new: tuple[dict[str, bytes], int], tmp_path: Path
) -> None:
    """SIGKILL, SIGTERM or SIGINT, ENOSPC; the site is the one or the other, and the next build makes the new one."""
    after, steps = new
    before = city.tree(base / "site")
    some = Random(f"{disturb.__name__}").sample(range(steps // 2, steps), POINTS)  # noqa: S311 - which steps
    last = steps + 1 if disturb is killed else steps  # the last step takes something away, which is all that is left
    for at_step in range(1, last) if EVERY else some:
        root = city.copied(base, tmp_path / f"{at_step}")
        done = built(root, at(at_step, interrupted if disturb is stopped and at_step % 2 else disturb, root))
        assert done.is_plain(), done.err
        assert done.code in codes, (at_step, done.err)
        now = city.tree(root / "site")
        assert now in (before, after), at_step
        assert city.beside(root) == []
        if done.code == 3:
            assert "磁盘满了" in done.err
            assert OLD in done.err
            assert now == before
        if at_step != some[-1]:
            shutil.rmtree(root)
    root = tmp_path / f"{some[-1]}"
    assert built(root).code == 0
    assert city.tree(root / "site") == after


def test_killed_while_the_engine_works(root: Path) -> None:
    """What the killed build was making is cleared away by the next; another's, who still works, is not."""
    before = city.tree(root / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_said", lambda _engine, _work: killed())
        assert built(stale(root)).code == -signal.SIGKILL
    assert city.tree(root / "site") == before
    frames = root / ".cache/anxin/frames"
    assert len(list(frames.glob(".building-*"))) == 1
    other = frames / ".building-other"
    other.mkdir()
    with engine._holding(other):  # noqa: SLF001 - as another process does
        assert built(root).code == 0
        assert list(frames.glob(".building-*")) == [other]


@pytest.mark.parametrize("size", [100, 2000])
def test_a_file_that_may_not_grow(size: int, root: Path, base: Path) -> None:
    """A quota lets no file be larger."""
    done = built(root, partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size)))
    old_stands(done, 3, root, base)
    assert done.err == f"site 写不进去（超过了系统允许的文件大小）；核对位置、权限和磁盘空间\n没有生成；{OLD}。\n"


def test_too_few_open_files(root: Path, base: Path) -> None:
    done = built(root, partial(resource.setrlimit, resource.RLIMIT_NOFILE, (8, 8)))
    old_stands(done, 3, root, base)
    assert "打开的文件太多" in done.err


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        ("", "site 写不进去（没有权限）"),
        ("cases", "cases:1:1: 错误 R107: 文件夹读不出来"),
        ("content/pages/index.md", "content/pages/index.md:1:1: 错误 R107: 文件读不出来"),
    ],
)
def test_folders_that_are_closed(closed: str, said: str, root: Path, base: Path) -> None:
    """The whole city may only be read; the cases, or a page, may not even be."""
    (root / closed).chmod(0o000 if closed else 0o555)
    done = built(root, bound)
    (root / closed).chmod(0o755)
    old_stands(done, 3 if not closed else 1, root, base)
    assert said in done.out + done.err


def test_a_cache_that_may_not_be_written(root: Path) -> None:
    """Where the engine has to work nothing is made; where it has not, the site is, and nothing is remembered."""
    cache = root / ".cache/anxin"
    kept = {path: path.read_bytes() for path in (cache / "build").iterdir() if path.is_file()}
    for folder in (cache / "build", cache / "frames"):
        folder.chmod(0o555)
    done = built(root, bound)
    assert (done.code, done.err) == (0, "")
    assert city.is_whole(root / "site")
    assert {path: path.read_bytes() for path in (cache / "build").iterdir() if path.is_file()} == kept
    before = city.tree(root / "site")
    done = built(stale(root), bound)
    (cache / "frames").chmod(0o755)
    (cache / "build").chmod(0o755)
    assert (done.code, done.is_plain(), city.tree(root / "site") == before) == (3, True, True)
    assert done.err.startswith("编辑页面读不出来，或者缓存写不进去（没有权限）；核对 content/pages 和 .cache/anxin")


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("exit 0", "mkdocs 没有报错，但没有生成"),
        ("exit 3", "mkdocs 没有说原因（退出码 3）"),
        ("kill -9 $$", "mkdocs 被系统终止（信号 9），多半是内存不够"),
        ("sleep 30", "mkdocs 过了 1 秒还没有做完"),
        (None, "mkdocs 启动不了；运行 make site 重新安装"),
    ],
)
def test_an_engine_that_fails(
    program: str | None, said: str, root: Path, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes nothing, fails without a word, is killed, hangs, is not there."""
    place = tmp_path / "python"
    if program:
        place.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
        place.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(place))
    monkeypatch.setattr(engine, "_TIMEOUT_SECONDS", 1)
    done = built(stale(root))
    old_stands(done, 1, root, base)
    assert "mkdocs.yml:1:1: 错误 V102: 编辑页面生成失败" in done.err
    assert said in done.err


def test_a_page_that_goes_while_the_site_is_made(root: Path) -> None:
    """After the check, before the engine has read it."""
    page = root / city.PAGES / "about.md"
    city.write(root, f"{city.PAGES}/about.md", "# 关于\n")

    def gone() -> None:
        page.unlink(missing_ok=True)

    done = built(root, at(1, gone, root / ".cache/anxin/frames"))
    assert done.is_plain(), done.err
    assert done.code in {0, 1, 3}
    assert city.is_whole(root / "site")
    assert city.beside(root) == []


@pytest.mark.parametrize("change", ["gone", "other", "folder"])
def test_a_record_that_changes_while_the_site_is_made(
    change: str, root: Path, new: tuple[dict[str, bytes], int]
) -> None:
    """Read already, then deleted, edited or made a folder: this site is the old records', the next the new ones'."""
    record = root / city.number(0)

    def changed() -> None:
        text = record.read_text("utf-8")
        record.unlink()
        if change == "other":
            record.write_text(text.replace("拖欠劳动者工资", "拖欠九名劳动者的工资"), encoding="utf-8")
        elif change == "folder":
            record.mkdir()

    done = built(root, at(1, changed, root / "site", root / ".cache/anxin/build"))
    assert (done.code, city.tree(root / "site") == new[0]) == (0, True), done.err
    again = built(root)
    assert again.is_plain()
    if change == "folder":
        assert (again.code, city.tree(root / "site") == new[0]) == (1, True)
    else:
        page = f"disclosures/{record.stem}/index.html"
        assert again.code == 0
        assert city.tree(root / "site").get(page) != new[0][page]


def test_two_builds_at_once(root: Path) -> None:
    """The second, begun while the first writes, changes nothing; the first is not disturbed."""

    def other() -> None:
        done = apart(("build", "--root", root, "--as-of", "2026-11-04", "--jobs", "1"))
        assert (done.code, done.err) == (3, f"另一个生成正在进行，等它结束再来\n没有生成；{OLD}。\n"), done.err

    done = built(root, at(2, other, root / ".cache/anxin/build"))
    assert (done.code, done.err) == (0, "")
    assert city.is_whole(root / "site")


def test_a_clock_that_goes_back(root: Path, base: Path) -> None:
    """A build of an earlier day after one of a later: the site of that day, byte for byte."""
    before = city.tree(base / "site")
    assert built(root).code == 0
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    assert apart(("build", "--root", root, "--jobs", "1")).code == 0
    assert city.tree(root / "site") == before


@pytest.mark.parametrize(
    ("out", "code", "said"),
    [
        (".", 3, "里有不是生成的文件"),
        ("..", 3, "里有不是生成的文件"),
        ("cases", 3, "不能生成到 cases 里面"),
        ("to-content", 3, "不能生成到 content 里面"),
        ("mkdocs.yml", 2, "--out 的写法不对：这里要一个文件夹"),
        ("to-itself", 2, "--out 的写法不对：打不开"),
        ("mkdocs.yml/site", 3, "写不进去（"),
    ],
)
def test_odd_places(out: str, code: int, said: str, base: Path, root: Path) -> None:
    (root / "to-content").symlink_to("content")
    (root / "to-itself").symlink_to("to-itself")
    (root.parent / "thesis.txt").write_text("十年", encoding="utf-8")
    before = city.tree(root / "content")
    done = built(root, lambda: None, "--out", root / out)
    assert (done.code, done.is_plain()) == (code, True), done.err
    assert said in done.err
    assert city.tree(root / "content") == before
    assert city.tree(root / "site") == city.tree(base / "site")
    assert (root.parent / "thesis.txt").read_text("utf-8") == "十年"


@pytest.mark.parametrize("how", ["gone", "cut short"])
def test_a_font_that_is_not_whole(
    how: str, root: Path, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package of the font is installed, its file is missing or damaged."""
    fonts = tmp_path / "fonts/ofl/notosanssc"
    fonts.mkdir(parents=True)
    if how == "cut short":
        (fonts / "NotoSansSC[wght].ttf").write_bytes(glyphs.file().read_bytes()[:1000])
    monkeypatch.setattr(cards, "files", lambda _package: tmp_path)
    monkeypatch.setattr(glyphs, "files", lambda _package: tmp_path)
    cards._font.cache_clear()  # noqa: SLF001 - what a new process would not have
    glyphs._characters.cache_clear()  # noqa: SLF001 - the same
    done = built(root)
    cards._font.cache_clear()  # noqa: SLF001 - the next test has the font again
    old_stands(done, 3, root, base)
    assert done.err == "印刷用的中文字体没有装好；运行 make site 重新安装。\n"


def _missing() -> None:
    raise ImportError(name="typst")


def _no_memory() -> None:
    raise MemoryError


@pytest.mark.parametrize(
    ("disturb", "said"),
    [
        (_no_memory, "内存不够，没有做完；关掉别的程序再来，能写 --jobs 的加 --jobs 1。\n"),
        (_missing, "软件包没有装好，或者内存不够（typst）；运行 make site 重新安装，再运行一次。\n"),
    ],
)
def test_a_machine_that_lacks_something(disturb: Callable[[], None], said: str, root: Path, base: Path) -> None:
    """Memory, or a library, in the middle of the writing."""
    done = built(root, at(20, disturb, root / ".cache/anxin/build"))
    old_stands(done, 3, root, base)
    assert done.err == said


@pytest.mark.parametrize("sent", [False, True])
def test_helpers_that_die(
    root: Path, new: tuple[dict[str, bytes], int], monkeypatch: pytest.MonkeyPatch, *, sent: bool
) -> None:
    """The system ends those that render, as it does when memory runs out: the first process makes what they leave."""
    monkeypatch.setattr(render, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(render, "_WORTH_SENDING", 1 if sent else 1_000_000)
    monkeypatch.setattr(render, "has_set", lambda: False)  # whatever other tests have set in this process
    died = root.parent / "died"

    def hunt() -> None:
        while True:
            for helper in active_children():
                helper.kill()
                died.touch()
            sleep(0.002)

    def dying() -> None:
        Thread(target=hunt, daemon=True).start()

    done = apart(("build", "--root", root, "--as-of", "2026-11-03", "--jobs", "2"), dying)
    assert (done.code, done.err, died.exists()) == (0, "", True)
    assert city.tree(root / "site") == new[0]


def test_nowhere_to_be_at_home(root: Path) -> None:
    """No HOME, no account, no folder for temporary files: none is needed."""

    def homeless() -> None:
        for name in ("HOME", "USER", "LOGNAME", "XDG_CACHE_HOME"):
            os.environ.pop(name, None)
        os.environ["TMPDIR"] = "/proc"
        tempfile.tempdir = None

    done = built(stale(root), homeless)
    assert (done.code, done.err) == (0, "")
    assert city.is_whole(root / "site")


def test_a_file_system_that_cannot_exchange(base: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two renames instead of one: where the second fails, the old site has its place again."""
    monkeypatch.setattr(swap, "_exchange", lambda _new, _out: False)
    renames = 0

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal renames
        if event == "os.rename" and str(arguments[1]) == str(root / "site"):
            renames += 1
            if renames == 1:
                full()

    done = built(root, partial(sys.addaudithook, refuse))
    old_stands(done, 3, root, base)
    assert "磁盘满了" in done.err
    shutil.rmtree(root)
