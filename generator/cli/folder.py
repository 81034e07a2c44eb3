"""A folder of finished files put in place at once; a folder that holds anything else stays as it is."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from generator.build.swap import BusyError, staging, swap
from generator.build.trouble import why
from generator.model.personal import mask

MANIFEST: Final = "manifest.json"
_INPUTS: Final = ("content", "cases", ".cache", "site")
"""Folders below the root that are read or served: nothing else goes there."""


def put(root: Path, target: Path, files: Mapping[str, bytes]) -> str:
    """Write all files, or none and a sentence that says why; a folder made before by the same command is replaced.

    Of the files one is `manifest.json`, whose `kind` says which command the folder belongs to.
    """
    try:
        refusal = hindrance(root, target, _kind(files[MANIFEST]))
        if refusal:
            return refusal
        with staging(target) as folder:
            for name, data in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)
            swap(folder, target)
    except BusyError:
        return "另一次生成正在进行，等它结束再来。"
    except OSError as error:
        return f"{mask(target.name)} 写不进去（{why(error)}）；核对位置、权限和磁盘空间。"
    return ""


def hindrance(root: Path, target: Path, kind: object, lists: Collection[str] = ()) -> str:
    """Why a folder of that kind cannot take that place; empty where it can. Raises OSError.

    `lists` are patterns of what lies in such a folder besides the files that its manifest names.
    """
    inside = [name for name in _INPUTS if target.is_relative_to(root.resolve() / name)]
    if inside:
        return f"不能放到 {inside[0]} 里面；换一个 --out。"
    if not _is_ours(target, kind, lists):
        return f"{mask(target.name)} 里有别的文件，没有动它；先移走，或换一个 --out。"
    return ""


def _is_ours(target: Path, kind: object, lists: Collection[str]) -> bool:
    """True where nothing is there, or only what the same command wrote."""
    if not target.exists():
        return True
    if not target.is_dir() or target.is_symlink():
        return False
    if not any(target.iterdir()):
        return True
    try:
        told = json.loads((target / MANIFEST).read_bytes())
        listed = {file["path"] for file in told["files"]} | {MANIFEST}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    there = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir()}
    others = there - listed
    return told.get("kind") == kind and all(any(fnmatchcase(one, pattern) for pattern in lists) for one in others)


def _kind(manifest: bytes) -> object:
    told: dict[str, object] = json.loads(manifest)
    return told["kind"]
