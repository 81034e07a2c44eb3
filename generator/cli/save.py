"""Files written all or none: every one is on the disk before the first one takes its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

REFUSED_BY_DISK: Final = "文件写不进去，什么都没有改动；核对文件夹的权限和磁盘空间。"


def save(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts to paths below `root`. Raises OSError before any file has changed, where one cannot be written."""
    for file in texts:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
    put({root / file: text.encode("utf-8") for file, text in texts.items()})


def put(files: Mapping[Path, bytes]) -> None:
    """Write files into folders that are there. Raises OSError before any has changed, where one cannot be written."""
    staged: list[tuple[Path, Path]] = []
    try:
        for target, data in sorted(files.items()):
            beside = target.with_name(f".{target.name}.new")
            staged.append((beside, target))
            beside.write_bytes(data)
        for beside, target in staged:
            os.replace(beside, target)  # noqa: PTH105 - says at a glance that it replaces
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def saved(root: Path, texts: Mapping[str, str]) -> bool:
    """The same, but False where the disk refuses."""
    try:
        save(root, texts)
    except OSError:
        return False
    return True
