"""The manual's session: what a line answers, and that nothing of the machine gets into the manual."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import gettempdir
from typing import Final

import pytest

from generator.cli.docs import MANUAL
from generator.cli.morning import PROGRAM, morning
from tests.architecture.source import ROOT

Play = Callable[[str], str]

TEXT: Final = (ROOT / MANUAL).read_text("utf-8")
BLOCKS: Final = re.findall(r"^```console\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def play() -> Iterator[Play]:
    with morning(ROOT) as answer:
        yield answer


def test_says_what_was_printed_on_both_streams_and_how_it_ended(play: Play) -> None:
    assert play(f"{PROGRAM} schema").startswith("已写 schemas/")
    assert play(f"{PROGRAM} due --town 某镇").splitlines()[-1] == "退出码 2"
    assert play(f"{PROGRAM} nothing").startswith("没有 nothing 这个命令。")


def test_the_copy_is_a_repository_of_its_own_whose_commit_has_no_name(play: Play) -> None:
    said = play(f"{PROGRAM} diff HEAD --as-of 2026-11-01")
    assert said.startswith("与 ……（2026-10-30）相比，截至 2026-11-01：对公众没有变化。案件没有变化；公开案件 ")


def test_what_is_written_stays_in_the_copy(play: Play) -> None:
    before = sorted(path.name for path in (ROOT / "cases").rglob("*.yml"))
    file = play(f"{PROGRAM} new case --名称 虚构甲公司 --样例 --as-of 2026-11-02")
    assert Path(file).name not in before
    assert play(f"{PROGRAM} check --as-of 2026-11-02").count(file) == 0
    assert sorted(path.name for path in (ROOT / "cases").rglob("*.yml")) == before


def test_plays_nothing_but_the_command(play: Play) -> None:
    with pytest.raises(ValueError, match=re.escape(PROGRAM)):
        play("rm -rf cases")


def test_the_manual_shows_a_whole_morning() -> None:
    typed = [line.split()[2] for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]
    assert list(dict.fromkeys(typed)) == [
        *("due", "event", "new", "check", "diff", "build", "publish", "doctor", "report"),
    ]


@pytest.mark.parametrize("block", BLOCKS, ids=[block.split()[2] for block in BLOCKS])
def test_no_path_of_a_machine(block: str) -> None:
    assert gettempdir() not in block
    assert not re.search(r"(?<![.\w])/(?:\w+/)+", block)
