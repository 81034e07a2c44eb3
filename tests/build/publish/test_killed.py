"""A publication that ends at any moment, for whatever reason, leaves the old release whole or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generator.build.publish import folder as shelf
from generator.build.publish import log
from generator.build.publish.lock import HeldError, held
from generator.build.publish.log import Entry
from generator.build.publish.reasons import Reason
from generator.build.publish.release import ChangedError, publish, rollback
from generator.build.publish.verify import differences, listed
from tests.build.publish.stage import ACT, Stage

POINTS: Final = 100
_KILLED: Final = 9


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    # Waiting for the disk is most of the time, and no test can cut its power.
    monkeypatch.setattr(os, "sync", lambda: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return Stage.of(tmp_path, 24)


def publish_now(stage: Stage, folder: Path) -> Entry | list[Reason]:
    return publish(stage.site, folder, *stage.now, ACT)


def apart(act: Callable[[], object], folder: Path, at: int, disturb: Callable[[], None]) -> int:
    """Run in a process of its own that is disturbed at its `at`-th doing within the folder; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left, code = at, 70

    def watch(_event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if any(isinstance(one, str | os.PathLike) and str(one).startswith(str(folder)) for one in arguments):
            left -= 1
            if left == 0:
                disturb()

    try:
        sys.addaudithook(watch)
        act()
        code = 0
    except (OSError, ChangedError):
        code = 1
    finally:
        os._exit(code)


def doings(act: Callable[[], object], folder: Path, tmp_path: Path) -> int:
    """How often an undisturbed run touches the folder."""
    count = tmp_path / "count"

    def counted() -> None:
        seen = 0

        def watch(_event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            seen += any(isinstance(one, str | os.PathLike) and str(one).startswith(str(folder)) for one in arguments)

        sys.addaudithook(watch)
        act()
        count.write_text(str(seen))

    assert apart(counted, tmp_path / "nowhere", 1, lambda: None) == 0
    return int(count.read_text())


def _full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def word(folder: Path) -> str:
    """What visitors read, the release being whole."""
    release = folder / shelf.CURRENT
    files = listed(release)
    assert files
    assert not differences(release, files)
    return (release / "index.html").read_text("utf-8")


def disturbed(stage: Stage, tmp_path: Path, disturb: Callable[[], None], ends: set[int]) -> set[str]:
    """Publish over an old release, disturbed at POINTS moments, each followed by a run that nobody disturbs."""
    old, stage.site = stage.build(word="旧"), tmp_path / "new"
    new = stage.build(word="新")
    total = doings(lambda: publish_now(stage, tmp_path / "trial"), tmp_path / "trial", tmp_path)
    found = set()
    for point in range(POINTS):
        folder = tmp_path / f"rel-{point}"
        stage.site = old
        assert isinstance(publish_now(stage, folder), Entry)
        stage.site = new
        at = 1 + point * total // POINTS
        assert apart(partial(publish_now, stage, folder), folder, at, disturb) in ends
        found.add(word(folder))
        if point % 5 == 0:
            assert isinstance(publish_now(stage, folder), Entry)
            assert word(folder) == "新"
            assert [entry.release for entry in log.read(folder)][-1] == shelf.current(folder)
            assert {path.name for path in (folder / shelf.RELEASES).iterdir()} == set(shelf.names(folder))
    assert total >= POINTS
    return found


def test_killed_at_a_hundred_points(stage: Stage, tmp_path: Path) -> None:
    assert disturbed(stage, tmp_path, lambda: os._exit(_KILLED), {_KILLED, 0}) == {"旧", "新"}


def test_a_disk_that_fails_at_a_hundred_points(stage: Stage, tmp_path: Path) -> None:
    assert disturbed(stage, tmp_path, _full, {0, 1}) <= {"旧", "新"}


@pytest.mark.parametrize(("disturb", "ends"), [(lambda: os._exit(_KILLED), {_KILLED, 0}), (_full, {0, 1})])
def test_going_back_ended_at_every_step(
    stage: Stage, tmp_path: Path, disturb: Callable[[], None], ends: set[int]
) -> None:
    """The release of before or the one of now; and the log says the one that stands there once somebody has come by."""
    for number in range(4, 25):
        stage.remove(number)
    for text in ("旧", "新"):
        stage.build(word=text)
        assert isinstance(publish_now(stage, tmp_path / "before"), Entry)

    def shown(folder: Path) -> Path:
        return Path(shutil.copytree(tmp_path / "before", folder, symlinks=True))

    def back(folder: Path) -> Entry | list[Reason]:
        return rollback(folder, None, *stage.now, ACT)

    trial = shown(tmp_path / "trial")
    total = doings(partial(back, trial), trial, tmp_path)
    assert (total >= 10, word(trial)) == (True, "旧")
    found = set()
    for at in range(1, total + 1):
        folder = shown(tmp_path / f"rel-{at}")
        assert apart(partial(back, folder), folder, at, disturb) in ends
        found.add(word(folder))
        assert isinstance(publish_now(stage, folder), Entry)
        assert word(folder) == "新"
        said = [entry.release for entry in log.read(folder)]
        assert (said[-1], {path.name for path in (folder / shelf.RELEASES).iterdir()}) == (
            shelf.current(folder),
            set(shelf.names(folder)),
        )
    assert found == {"旧", "新"}


def test_two_at_once(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "rel"
    stage.build()
    with held(folder, "白班，08:00"):
        code = apart(lambda: _must_be_held(stage, folder), folder, 0, lambda: None)
    assert code == 0
    assert isinstance(publish_now(stage, folder), Entry)


def _must_be_held(stage: Stage, folder: Path) -> None:
    with pytest.raises(HeldError, match="白班，08:00，进程"):
        publish_now(stage, folder)


def test_one_waits_for_the_other(tmp_path: Path) -> None:
    asked, told = os.pipe()
    child = os.fork()
    if not child:
        with held(tmp_path, "白班"):
            os.write(told, b"1")
            time.sleep(0.5)
        os._exit(0)
    os.read(asked, 1)
    with held(tmp_path, "夜班", wait=20):
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_the_lock_of_a_killed_run_is_none(tmp_path: Path) -> None:
    child = os.fork()
    if not child:
        with held(tmp_path, "白班"):
            os._exit(_KILLED)
    os.waitpid(child, 0)
    assert "白班" in (tmp_path / ".publish-lock").read_text("utf-8")
    with held(tmp_path, "夜班"):
        assert "夜班" in (tmp_path / ".publish-lock").read_text("utf-8")
