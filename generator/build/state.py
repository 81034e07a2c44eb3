"""How a build left its folder: what went in, and every file as the system knows it.

A file that the system says nobody has touched since need not be read to be believed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from stat import S_ISREG
from struct import Struct
from typing import Final

import msgspec

from generator import sealed
from generator.build import manifest, mirror

FOLDER: Final = ".cache/anxin/build"

Trace = bytes
"""Size, inode, and in nanoseconds when it was written and when anything about it changed, which nobody can set.

The size of what is no plain file is below zero. Packed: there are hundreds of thousands of these at a time.
"""
_TRACE: Final = Struct("<qQqq")


@dataclass(frozen=True, slots=True)
class State:
    """The last build into one folder."""

    stamp: str = ""
    """Digest of everything that went in."""
    said: str = ""
    """What the command would say of one more such build."""
    swept: str = ""
    """Digest of what was looked for in every file, the names apart."""
    signs: frozenset[str] = frozenset()
    """The names that were looked for, each as a digest: a cache names nobody."""
    files: dict[str, Trace] | None = None
    answer: str = ""
    """What the command would say of one more such build, to programs."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands there before a build."""

    out: Mapping[str, Trace]
    spare: Mapping[str, int]
    """What lies in the folder that the new site begins with, by inode."""


NOTHING: Final = State()
_STATE: Final = msgspec.msgpack.Decoder(State)


def recall(root: Path, out: Path) -> State:
    """The last build of the project at `root` into `out`; NOTHING where that is not known for sure."""
    body = sealed.recall(_place(root, out), str(out))
    with suppress(ValueError):
        return _STATE.decode(body) if body else NOTHING
    return NOTHING


def keep(root: Path, out: Path, state: State) -> None:
    """Remember a build; where nothing can be written, the next one reads every file."""
    with suppress(ValueError):  # a path that is no text
        sealed.keep(_place(root, out), str(out), msgspec.msgpack.encode(state))


def stands(state: State, now: Callable[[], Mapping[str, Trace]], stamp: str) -> bool:
    """True where the same input has been built and nobody has touched a file since; `now` is asked where it may be."""
    return bool(stamp) and state.stamp == stamp and state.files is not None and now() == state.files


def look(root: Path, out: Path) -> Seen:
    """What stands there. Raises OSError where something cannot be looked at."""
    return Seen(traces(out), held(root, out))


def held(root: Path, out: Path) -> dict[str, int]:
    """What lies in the spare folder, by inode. Raises OSError where it cannot be looked at."""
    return dict(mirror.inodes(str(spare(root, out))))


def is_latest(now: Mapping[str, Trace], out: Path) -> bool:
    """True where no build has come to its end since `out` was looked at."""
    try:
        return now.get(manifest.FILE) == _trace(os.lstat(out / manifest.FILE))
    except OSError:
        return False


def is_whole(now: Mapping[str, int], folder: Path) -> bool:
    """True where no build has begun in `folder` since it was looked at: each takes its list away first of all."""
    try:
        return now.get(manifest.FILE) == os.lstat(folder / manifest.FILE).st_ino
    except OSError:
        return False


def untouched(state: State, now: Mapping[str, Trace]) -> frozenset[str]:
    """The files that are as the last build left them; none where not even their list is."""
    then = state.files or {}
    same = frozenset(path for path, trace in then.items() if now.get(path) == trace)
    return same if manifest.FILE in same else frozenset()


def renewed(out: Path, files: Mapping[str, Trace], paths: Iterable[str]) -> dict[str, Trace]:
    """The same, some of them looked at once more. Raises OSError where one cannot be looked at."""
    return {**files, **{path: _trace(os.lstat(f"{out}/{path}")) for path in paths}}


def inodes(files: Mapping[str, Trace]) -> dict[str, int]:
    """Path → inode, 0 for what is no plain file."""
    told = ((path, _TRACE.unpack(trace)) for path, trace in files.items())
    return {path: inode if size >= 0 else 0 for path, (size, inode, *_) in told}


def traces(out: Path) -> dict[str, Trace]:
    """Every file below `out`; empty where there is none. Raises OSError where one cannot be looked at."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return dict(_walk(str(out), ""))
    return {}


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Trace]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", _trace(entry.stat(follow_symlinks=False))


def _trace(about: os.stat_result) -> Trace:
    size = about.st_size if S_ISREG(about.st_mode) else -1
    return _TRACE.pack(size, about.st_ino, about.st_mtime_ns, about.st_ctime_ns)


def signs(names: Iterable[str]) -> dict[str, str]:
    """Name → its digest."""
    return {name: blake2b(name.encode(errors="surrogatepass"), digest_size=12).hexdigest() for name in names}


def spare(root: Path, out: Path) -> Path:
    """Where the site before the last one is kept."""
    return _place(root, out).with_suffix(".spare")


def _place(root: Path, out: Path) -> Path:
    return root / FOLDER / sha256(str(out).encode(errors="surrogateescape")).hexdigest()[:16]
