"""Who published what, and when: one line for each act, added and never rewritten."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

FILE: Final = "publish.log"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. Nothing private: numbers and digests alone, and the account that gave the command."""

    at: str
    """ISO 8601 with its offset."""
    act: str
    """发布, 回退 or 补记 (of an act that was killed before its line was written)."""
    release: str
    by: str
    as_of: str
    cases: int
    """Public cases that the release holds."""
    manifest: str
    """SHA-256 of its manifest."""
    allowed: tuple[str, ...] = ()
    """What was allowed that is otherwise refused."""


def read(folder: Path) -> list[Entry]:
    """Every act, oldest first. A line that a full disk cut short is passed over."""
    place = folder / FILE
    lines = place.read_text("utf-8", errors="replace").split("\n") if place.is_file() else []
    return [entry for entry in map(_entry, lines) if entry]


def add(folder: Path, entry: Entry) -> None:
    """One more line, on the disk before this returns."""
    line = json.dumps(asdict(entry), ensure_ascii=False) + "\n"
    with (folder / FILE).open("ab+") as handle:
        if handle.tell() and not _ends(handle.fileno(), handle.tell()):
            line = f"\n{line}"  # the rest of a line that was cut short stays a line of its own
        handle.write(line.encode())
        handle.flush()
        os.fsync(handle.fileno())


def _ends(handle: int, size: int) -> bool:
    return os.pread(handle, 1, size - 1) == b"\n"


def _entry(line: str) -> Entry | None:
    try:
        said = json.loads(line)
        allowed = tuple(map(str, said["allowed"]))
        texts = {key: str(said[key]) for key in ("at", "act", "release", "by", "as_of", "manifest")}
        return Entry(**texts, cases=int(said["cases"]), allowed=allowed)
    except (ValueError, KeyError, TypeError):
        return None
