"""Record files written all or none: every text is on the disk before the first one takes its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

REFUSED_BY_DISK: Final = "文件写不进去，什么都没有改动；核对文件夹的权限和磁盘空间。"


def save(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts to paths below `root`. Raises OSError before any file has changed, where one cannot be written."""
    staged: list[tuple[Path, Path]] = []
    try:
        for file, text in sorted(texts.items()):
            target = root / file
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.new")
            staged.append((beside, target))
            beside.write_text(text, encoding="utf-8", newline="\n")
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
