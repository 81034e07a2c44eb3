"""Versions of the records in git: what a reviewer names, and its files put into a folder of their own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.model.personal import mask

_PLACES: Final = ("cases", "content", "mkdocs.yml")
_ORDINARY: Final = frozenset({b"100644", b"100755"})
"""Modes of ordinary files; links and submodules hold no record."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What is compared: two commits by their ids, the newer None for the files as they lie in the folder."""

    old: str
    new: str | None


def versions(root: Path, words: str) -> Versions | str:
    """Read REV, REV..REV, or REV...REV (since they parted); a sentence where that names nothing."""
    if _asked(root, "rev-parse", "--is-inside-work-tree") is None:
        return "这个文件夹不在 git 仓库里，或者这台机器没有装 git、git 不肯读它：在存放记录的仓库里运行。"
    since_parted = "..." in words
    first, dots, last = words.partition("..." if since_parted else "..")
    old, new = _commit(root, first or "HEAD"), _commit(root, last or "HEAD") if dots else None
    if old is None or (dots and new is None):
        return _missing(root, first if old is None else last)
    if since_parted and new:
        base = _asked(root, "merge-base", old, new)
        return Versions(base, new) if base else _missing(root, words)
    return Versions(old, new)


def _commit(root: Path, words: str) -> str | None:
    return _asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{words}^{{commit}}")


def _missing(root: Path, words: str) -> str:
    if _asked(root, "rev-parse", "--is-shallow-repository") == "true":
        return (
            f"仓库里没有「{mask(words)}」这一版：这是浅克隆，没有早先的历史。"
            "运行 git fetch --unshallow 取全历史；在自动检查里把 fetch-depth 设为 0。"
        )
    return f"仓库里没有「{mask(words)}」这一版。写提交号、分支名、标签，或者 main..HEAD 这样的两版；用 git log 查看。"


def named(root: Path, commit: str) -> str:
    """A commit for people: its short id and its day."""
    return _asked(root, "log", "-1", "--format=%h（%cs）", commit) or commit[:9]


def extract(root: Path, commit: str, into: Path) -> None:
    """Put the records and the site engine's settings of a commit below a folder. Raises OSError where git refuses."""
    files = dict(_files(root, commit))
    for path, data in zip(files, _contents(root, list(files.values())), strict=True):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _files(root: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """Path below `root` → id of each ordinary file."""
    for line in _run(root, b"", "ls-tree", "-r", "-z", commit, "--", *_PLACES).split(b"\0"):
        about, tab, path = line.partition(b"\t")
        if tab and about.split()[0] in _ORDINARY:
            yield os.fsdecode(path), about.split()[2]


def _contents(root: Path, ids: list[bytes]) -> Iterator[bytes]:
    said = _run(root, b"".join(one + b"\n" for one in ids), "cat-file", "--batch")
    at = 0
    for _ in ids:
        end = said.index(b"\n", at)
        length = int(said[at:end].split()[2])
        yield said[end + 1 : end + 1 + length]
        at = end + 2 + length


def _asked(root: Path, *words: str) -> str | None:
    """One line of git's answer; None where it refuses."""
    try:
        return _run(root, b"", *words).decode(errors="replace").strip()
    except OSError:
        return None


def _run(root: Path, given: bytes, *words: str) -> bytes:
    """What git says. Raises OSError where it is not there or fails."""
    call = ["git", "-C", str(root), *words]
    done = subprocess.run(call, input=given, capture_output=True, check=False)  # noqa: S603 - no shell; options are ours
    if done.returncode:
        raise OSError(done.returncode, "git")
    return done.stdout
