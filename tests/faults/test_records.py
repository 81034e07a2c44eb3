"""Records are as they were before a command or as they are after it, whatever befalls the machine meanwhile.

`ANXIN_STEPS=all` ends each command at every step.
"""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generator.cli import event, export, fmt, import_, new  # noqa: F401 - read once, for all forked children
from generator.cli.save import NOTE
from tests.casebook import Casebook
from tests.faults.apart import EVERY, Disturb, Ended, apart, at, bound, count, full, interrupted, killed, stopped
from tests.records.workbook.book import book

CASES: Final = tuple(f"cases/2026/yk-2026-{number:04}.yml" for number in (1, 2, 3))
UNTIDY: Final = "样例: true\n行业: 制造业\n单位: {名称: 虚构甲公司}  # 与劳资专管员核对过\n"
ROWS: Final = [
    ["编号", "样例", "单位·名称", "行业"],
    ["yk-2026-0001", "是", "虚构甲公司", "工程建设"],
    ["yk-2026-0002", "是", "虚构甲公司", "工程建设"],
    ["新1", "是", "虚构丁公司", "制造业"],
]
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "event": ("event", "yk-2026-0001", "立案", "--date", "2026-03-02"),
    "fmt": ("fmt",),
    "import": ("import", "名单.xlsx", "--yes"),
    "new case": ("new", "case", "--名称", "虚构戊公司", "--样例"),
    "new session": ("new", "session", "--种类", "一月一村", "--日期", "2026-11-20", "--镇街", "甲镇", "--地点", "某处"),
    "new worksite": ("new", "worksite", "--项目", "某期工程", "--总包", "某公司"),
}
NAMES: Final = sorted(WORDS)


@pytest.fixture
def make(tmp_path: Path) -> Callable[[], Path]:
    """Three untidy records and a workbook that changes two of them and adds one, as often as a test asks."""

    def made() -> Path:
        root = tmp_path / f"city-{len(list(tmp_path.iterdir()))}"
        for file in CASES:
            Casebook(root).write(UNTIDY, file)
        (root / "名单.xlsx").write_bytes(book(案件=ROWS))
        return root

    return made


def records(root: Path) -> dict[str, bytes]:
    """Every file that anybody could take for a record; a code that was drawn by chance is the same as another."""
    found = [path for path in root.rglob("*") if path.is_file() and path.suffix in {".yml", ".txt"}]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def call(name: str, root: Path) -> list[str | Path]:
    """The words of a command, for that city."""
    return [*(root / word if word.endswith(".xlsx") else word for word in WORDS[name]), "--root", root]


def sketch(files: dict[str, bytes]) -> list[bytes]:
    """What the files say, whatever code a worksite was given."""
    sites = {path for path in files if path.startswith("content/worksites/")}
    return sorted([data for path, data in files.items() if path not in sites] + [b"site" for _ in sites])


def some(steps: int) -> list[int]:
    """Every step of few, a handful of many: where they take each other's place is in the last third."""
    if EVERY:
        return [*range(1, steps + 1)]
    return sorted({*range(1, steps + 1, max(1, steps // 4)), *range(steps - 2, steps + 1)} - {0, -1})


def left(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob(".*.new")) + [NOTE for _ in root.glob(NOTE)]


def plain(done: Ended, codes: set[int]) -> None:
    assert done.is_plain(), done.err
    assert done.code in codes, done.err


@pytest.mark.parametrize("name", NAMES)
def test_killed_at_any_step(make: Callable[[], Path], name: str) -> None:
    """After SIGKILL each file is the one or the other; of several, the next command finishes what was begun."""
    root = make()
    before, steps = records(root), count(call(name, root), root)
    after = records(root)
    assert before != after
    seen = set()
    for step in some(steps):
        root = make()
        plain(apart(call(name, root), at(step, killed, root)), {-signal.SIGKILL})
        now = records(root)
        for path, data in now.items():
            if not path.startswith("content/worksites/"):
                assert data in {before.get(path), after.get(path)}, (step, path)
        assert set(before) <= set(now)
        if (root / NOTE).exists():
            plain(apart(call("event", root)), {0, 1})
            assert left(root) == []
        seen.add(len([path for path in now if now[path] == after.get(path) != before.get(path)]))
    assert 0 in seen


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("disturb", [full, stopped])
def test_a_failing_disk_and_a_wish_to_stop_at_any_step(make: Callable[[], Path], name: str, disturb: Disturb) -> None:
    """ENOSPC, SIGTERM and SIGINT by turns: nothing has changed, or all of it has, and nothing half-written is left."""
    root = make()
    before, steps = records(root), count(call(name, root), root)
    after = records(root)
    for step in some(steps):
        root = make()
        done = apart(call(name, root), at(step, interrupted if disturb is stopped and step % 2 else disturb, root))
        plain(done, {0, 1, 3, 130})
        said = done.out + done.err
        assert done.code == 0 or any(word in said for word in ("改动", "已中断", "改好以后再运行")), said
        if (root / NOTE).exists():  # the disk failed between two files: it is said, and the next run goes on
            assert "先接着写完" in said or done.code == 130
            plain(apart(call("event", root)), {0, 1})
        elif name != "new worksite":
            assert sketch(records(root)) in [sketch(before), sketch(after)], (step, said)
        assert left(root) == [], (step, said)


@pytest.mark.parametrize("name", NAMES)
def test_killed_in_the_middle_of_a_write(make: Callable[[], Path], name: str) -> None:
    """A file may grow to 40 bytes: the kernel ends the process with the write half done (SIGXFSZ)."""
    root = make()
    before = records(root)

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))

    plain(apart(call(name, root), small), {-signal.SIGXFSZ})
    now = records(root)
    now.pop("content/worksites/issued.txt", None)
    assert now == before


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_may_not_grow(make: Callable[[], Path], name: str) -> None:
    """The same with an error instead of a signal, as a quota gives it."""
    root = make()
    before = records(root)
    done = apart(call(name, root), partial(resource.setrlimit, resource.RLIMIT_FSIZE, (40, 40)))
    plain(done, {1})
    assert "超过了系统允许的文件大小" in done.err
    assert (records(root), left(root)) == (before, [])


@pytest.mark.parametrize("name", NAMES)
def test_folders_that_may_not_be_written(make: Callable[[], Path], name: str) -> None:
    root = make()
    before = records(root)
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    done = apart(call(name, root), bound)
    for folder in folders:
        folder.chmod(0o755)
    plain(done, {1})
    assert "没有权限" in done.err
    assert (records(root), left(root)) == (before, [])


def test_two_clerks_at_once(make: Callable[[], Path]) -> None:
    """Somebody saves the same file while the command thinks: what he wrote stays."""
    root = make()

    def saved() -> None:
        (root / CASES[0]).write_text(f"{UNTIDY}备注: 刚刚核对\n", encoding="utf-8")

    for name in ("event", "fmt", "import"):
        (root / CASES[0]).write_text(UNTIDY, encoding="utf-8")
        done = apart(call(name, root), partial(_when_locking, saved))
        plain(done, {1})
        assert "另外有人刚改了同一个文件，什么都没有写入；再运行一次。" in done.err
        assert (root / CASES[0]).read_text("utf-8").endswith("备注: 刚刚核对\n")
        assert left(root) == []


def _when_locking(act: Callable[[], None]) -> None:
    def watch(name: str, _arguments: Sequence[object]) -> None:
        if name == "fcntl.flock":
            act()

    sys.addaudithook(watch)


def test_a_number_is_given_once(make: Callable[[], Path]) -> None:
    """Two clerks open a case at the same moment: the second gets the next number."""
    root = make()

    def other() -> None:
        Casebook(root).write("样例: true\n单位: {名称: 虚构己公司}", "cases/2026/yk-2026-0004.yml")

    plain(apart(call("new case", root), partial(_when_locking, other)), {0})
    assert "虚构己公司" in (root / "cases/2026/yk-2026-0004.yml").read_text("utf-8")
    assert "虚构戊公司" in (root / "cases/2026/yk-2026-0005.yml").read_text("utf-8")


@pytest.mark.parametrize("change", ["gone", "folder", "link"])
def test_a_record_that_changes_its_nature(make: Callable[[], Path], change: str) -> None:
    """Deleted, or a folder or a dangling link in its place, between reading and writing."""

    def changed(root: Path) -> None:
        (root / CASES[0]).unlink()
        if change == "folder":
            (root / CASES[0]).mkdir()
        elif change == "link":
            (root / CASES[0]).symlink_to("nowhere")

    for name in ("event", "fmt", "import"):
        root = make()
        done = apart(call(name, root), partial(_when_locking, partial(_once, partial(changed, root), root)))
        plain(done, {1})
        assert "都没有写入" in done.err or "什么都没有改动" in done.err
        assert left(root) == []
        assert (root / CASES[1]).read_text("utf-8") == UNTIDY


def _once(act: Callable[[], None], root: Path) -> None:
    if (root / CASES[0]).is_file() and not (root / CASES[0]).is_symlink():
        act()


def test_an_export_is_whole_or_as_it_was(make: Callable[[], Path]) -> None:
    """Killed or without room at every step: the workbook of yesterday stays."""
    root = make()
    words: list[str | Path] = ["export", root / "案件.xlsx", "--overwrite", "--root", root]
    steps = count(words, root)
    assert steps >= 2
    for step in range(1, steps + 1):
        for disturb, codes in ((killed, {-signal.SIGKILL}), (full, {0, 2})):
            root = make()
            (root / "案件.xlsx").write_bytes("昨天的".encode())
            words = ["export", root / "案件.xlsx", "--overwrite", "--root", root]
            plain(apart(words, at(step, disturb, root)), codes)
            data = (root / "案件.xlsx").read_bytes()
            assert data == "昨天的".encode() or data[:2] == b"PK"
