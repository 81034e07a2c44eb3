"""Files to forward, such as Excel and calendars: all written or none, and none over a file that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.cli.save import UnfinishedError, put
from generator.model.personal import mask


@dataclass(frozen=True, slots=True)
class Forward:
    """One file about to be written."""

    path: Path
    ending: str
    """How its name has to end, e.g. .xlsx."""
    data: bytes


def forwarded(files: Sequence[Forward], *, overwrite: bool) -> str | None:
    """Write them; a sentence where nothing was written, and why."""
    for one in files:
        if one.path.suffix.lower() != one.ending:
            return f"文件名要以 {one.ending} 结尾：{mask(one.path.name)}。"
        if one.path.exists() and not overwrite:
            return f"已有 {mask(one.path.name)}，没有动它；换个名字，或加 --overwrite。"
    try:
        put({one.path: one.data for one in files})
    except (OSError, UnfinishedError):
        names = "、".join(mask(one.path.name) for one in files)
        return f"{names} 写不进去，一份也没有写：核对文件夹在不在、有没有权限、是不是正在别的程序里打开。"
    return None
