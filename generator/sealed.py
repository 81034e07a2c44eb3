"""A file that is only believed under the circumstances in which it was written.

Damaged, cut short, foreign and old are one case: the seal does not fit, and there is nothing.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Final

_LARGEST: Final = 1 << 29
"""Bytes; several times what a hundred thousand records leave behind."""


def recall(place: Path, known: str) -> bytes | None:
    """What was kept under the circumstances `known`; None where that is not there."""
    with suppress(OSError, ValueError):
        about = place.lstat()
        if S_ISREG(about.st_mode) and about.st_size <= _LARGEST:
            seal, _, body = place.read_bytes().partition(b"\n")
            if seal == _seal(known, body):
                return body
    return None


def keep(place: Path, known: str, body: bytes) -> None:
    """Put it in the place of what was there before. Where nothing can be written, nothing is kept.

    Nobody else may read it: it can hold what only the records do.
    """
    with suppress(OSError, ValueError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with _alone(place.with_name(f"{place.name}.lock")):
            beside = place.with_name(f"{place.name}.new")
            beside.unlink(missing_ok=True)  # of a run that was killed
            try:
                beside.touch(mode=0o600)
                beside.write_bytes(_seal(known, body) + b"\n" + body)
                beside.replace(place)
            finally:
                beside.unlink(missing_ok=True)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Raises OSError while another run keeps the same, which is as good as ours."""
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _seal(known: str, body: bytes) -> bytes:
    return sha256(known.encode() + body).hexdigest().encode()
