"""What becomes of the words: nobody reads them, the disk is full, the stream is closed, the encoding is another."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generator.cli import check, due  # noqa: F401 - read once, for all forked children
from tests.casebook import Casebook
from tests.faults.apart import apart

STYLES: Final = ("text", "json")


@pytest.fixture
def root(casebook: Casebook) -> Path:
    """A city with a mistake in a record."""
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n行业: 没有的")
    return casebook.root


def onto(place: str) -> Callable[[], None]:
    """Standard output goes there."""

    def turned() -> None:
        os.dup2(os.open(place, os.O_WRONLY), 1)

    return turned


@pytest.mark.parametrize("style", STYLES)
def test_output_onto_a_full_disk(root: Path, style: str) -> None:
    """`anxin check > /dev/full`"""
    done = apart(("check", "--root", root, "--format", style), onto("/dev/full"))
    assert (done.code, done.err, done.is_plain()) == (3, "没有做完：读写 时磁盘满了；改好以后再运行一次。\n", True)


def _closed_pipe() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    os.dup2(writer, 1)


@pytest.mark.parametrize("style", STYLES)
def test_nobody_reads_the_output(root: Path, style: str) -> None:
    """`anxin check | true`"""
    done = apart(("check", "--root", root, "--format", style), _closed_pipe)
    assert (done.code, done.err) == (1, "")


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_closed(root: Path, name: str) -> None:
    """`anxin check >&-`: the exit code says it all; `new case <&-` asks nobody and says what is missing."""

    def closed() -> None:
        os.close({"stdin": 0, "stdout": 1, "stderr": 2}[name])
        setattr(sys, name, None)

    done = apart(("check", "--root", root), closed)
    assert (done.code, done.err, "错误" in done.out) == (1, "", name != "stdout")
    done = apart(("new", "case", "--root", root), closed)
    assert (done.code, "缺少 --名称" in done.err) == (2, name != "stderr")


def test_a_terminal_of_another_encoding(root: Path) -> None:
    """Chinese where there is Chinese; where there is none, every sign spelt out."""
    done = apart(("check", "--root", root), partial(_speak, "gb18030"))
    assert (done.code, done.is_plain(), "yk-2026-0001.yml:3:5" in done.out) == (1, True, True)
    done = apart(("check", "--root", root), partial(_speak, "latin-1"))
    assert (done.code, done.is_plain(), "\\u9519\\u8bef R205" in done.out) == (1, True, True)


def _speak(encoding: str) -> None:
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(encoding=encoding)
