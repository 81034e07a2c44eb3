"""A folder that a command makes is there whole, or as it was before, whatever befalls the machine meanwhile.

`ANXIN_STEPS=all` ends each command at every step.
"""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Final

import pytest

from generator.cli import bulletin, init, posters, wechat  # noqa: F401 - read once, for all forked children
from tests.faults import city
from tests.faults.apart import EVERY, Disturb, apart, at, count, full, interrupted, killed, stopped

OTHER: Final = (
    *("--city", "甲市", "--division", "320000", "--prefix", "js", "--publisher", "甲市治欠办"),
    *("--short", "市治欠办", "--title", "甲市安薪", "--towns", "东街道"),
)
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "init": ("init", "{out}", *OTHER),
    "posters": ("posters", "--product", "安全帽卡", "--out", "{out}", "--jobs", "1"),
    "bulletin": ("bulletin", "2026Q3", "--out", "{out}"),
    "wechat": ("wechat", "--case", "yk-2026-0001", "--out", "{out}"),
}
HELPERS: Final = frozenset({".out-lock", ".out-staging", ".wechat-lock"})
"""What a killed command may leave beside its folder: hidden, and cleared or used by the next."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A city to begin from."""
    return city.found(tmp_path / "city", 1)


def call(name: str, root: Path, out: Path) -> list[str | Path]:
    """The words of a command, into that folder."""
    return [*(word.format(out=out) for word in WORDS[name]), "--root", root]


def some(steps: int) -> list[int]:
    """Every step, or a handful: the last ones are where a folder takes its place."""
    return [*range(1, steps + 1)] if EVERY else [steps // 2, 4 * steps // 5, steps - 1, steps]


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name != "out"} - HELPERS


@pytest.mark.parametrize("name", sorted(WORDS))
@pytest.mark.parametrize("disturb", [killed, stopped, full])
def test_ended_at_any_step(name: str, disturb: Disturb, root: Path, tmp_path: Path) -> None:
    """SIGKILL, SIGTERM or SIGINT, ENOSPC: no folder, or the whole one; and the next run makes it."""
    place = tmp_path / "whole"
    place.mkdir()
    steps = count(call(name, root, place / "out"), place)
    whole = city.tree(place / "out")
    assert whole
    for step in some(steps):
        here = tmp_path / f"{step}"
        here.mkdir()
        happens = interrupted if disturb is stopped and step % 2 else disturb
        done = apart(call(name, root, here / "out"), at(step, happens, here))
        assert done.is_plain(), (step, done.err)
        assert done.code in {0, 2, 3, 130, -signal.SIGKILL}, (step, done.err)
        assert done.code in {0, -signal.SIGKILL} or done.err.endswith("。\n"), (step, done.err)
        now = city.tree(here / "out")
        assert now in ({}, whole), step
        assert (now == whole) >= (done.code == 0), step
        assert disturb is killed or not (here / ".out-staging").exists(), step
        assert not beside(here), step
        if not now:
            assert apart(call(name, root, here / "out")).code == 0, step
            assert city.tree(here / "out") == whole, step
            assert not (here / ".out-staging").exists()
