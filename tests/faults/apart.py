"""A command in a process of its own, to which something happens while it runs."""

from __future__ import annotations

import ctypes
import errno
import io
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.cli import run
from generator.posters.typeset import has_set

CRASHED: Final = 99
"""The exit code of a run that ended in an exception which nobody met."""
EVERY: Final = os.environ.get("ANXIN_STEPS") == "all"
"""Whether runs are ended at every step of theirs, and not at a handful."""
_CHANGES: Final = frozenset(
    {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
)
"""What Python tells of before it changes a disk (PEP 578)."""
_FREES: Final = frozenset({"os.remove", "os.rmdir"})
"""What a full disk still does; and whoever stops a run while it clears away may find a hidden file."""
_READS: Final = frozenset({"r", "rb", "rt"})
_DROP_FROM_BOUNDS: Final = 24
_OVERRIDES: Final = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: why permissions do not bind root."""
_VERSION: Final = 0x20080522
_PIPE: Final = 1 << 16

Disturb = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended; a code below zero is the signal that ended it."""

    code: int
    out: str
    err: str

    def is_plain(self) -> bool:
        """True where nobody is shown the inside of the program."""
        return "Traceback" not in self.err + self.out and self.code != CRASHED and "Exception ignored" not in self.err


def apart(words: Sequence[str | Path], disturb: Disturb = lambda: None) -> Ended:
    """Run `anxin` with these words after `disturb`."""
    if has_set():
        raise RuntimeError("this process has set type: its threads do not outlive a fork, and the child would hang")
    # Pipes, because a limit on the size of files is one of the things that happen; what a killed run's helpers hold
    # open keeps nobody waiting.
    out, err = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        _begin(list(map(str, words)), disturb, out[1], err[1])
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ended(code, _said(*out), _said(*err))


def _begin(words: list[str], disturb: Disturb, out: int, err: int) -> None:
    code = CRASHED
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False))
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
        sys.stderr = io.TextIOWrapper(
            io.BufferedWriter(io.FileIO(2, "w", closefd=False)), encoding="utf-8", line_buffering=True
        )
        sys.argv = ["anxin", *words]
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are born deaf to it
        disturb()
        run()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else CRASHED
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the test looks for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _said(reader: int, writer: int) -> str:
    """What fits into a pipe is there when the process has ended."""
    os.close(writer)
    os.set_blocking(reader, False)
    with os.fdopen(reader, "rb", buffering=0) as stream:
        parts = iter(lambda: stream.read(_PIPE) or b"", b"")
        return b"".join(parts).decode("utf-8", errors="replace")


def at(number: int, disturb: Disturb, *folders: Path) -> Disturb:
    """Whoever is about to change the disk below one of the folders for the `number`-th time is disturbed first."""

    def begin() -> None:
        left, done = number, False

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left, done
            if not done and changes(event, arguments, folders):
                left -= 1
                if left <= 0 and (disturb is killed or event not in _FREES):
                    done = True
                    disturb()

        sys.addaudithook(watch)

    return begin


def changes(event: str, arguments: tuple[object, ...], folders: Sequence[Path]) -> bool:
    """True for what changes the disk below one of the folders."""
    if event not in _CHANGES or (event == "open" and arguments[1] in {*_READS, None} and not _writes(arguments[2])):
        return False
    paths = [os.fsdecode(one) for one in arguments if isinstance(one, str | bytes | os.PathLike)]
    return any(path.startswith(str(folder)) for path in paths for folder in folders)


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def count(words: Sequence[str | Path], *folders: Path) -> int:
    """How often an undisturbed run changes the disk below the folders; it runs, with all that it does."""
    with tempfile.NamedTemporaryFile("r") as told:
        seen = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if changes(event, arguments, folders):
                seen += 1
                Path(told.name).write_text(str(seen))

        done = apart(words, lambda: sys.addaudithook(watch))
        assert done.code in {0, 1}, done.err
        return int(told.read() or "0")


def killed() -> None:
    """As by the system when memory has run out: nothing more is done."""
    os.kill(os.getpid(), signal.SIGKILL)


def stopped() -> None:
    """As by a service manager that stops a job."""
    os.kill(os.getpid(), signal.SIGTERM)


def interrupted() -> None:
    """As by Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)


def full() -> None:
    """As by a disk with no room left."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def bound() -> None:
    """From here on permissions bind this process and its children, even where it is root's."""
    libc = ctypes.CDLL(None, use_errno=True)
    for one in _OVERRIDES:
        libc.prctl(_DROP_FROM_BOUNDS, one, 0, 0, 0)
    header, data = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    for place in range(3):
        data[place] &= ~sum(1 << one for one in _OVERRIDES)
    assert libc.capset(header, data) == 0
