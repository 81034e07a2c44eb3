"""What a check found out about each file, kept on disk for the next one; without it everything is found out again."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from stat import S_ISREG
from typing import Final

import chinese_calendar
import pydantic
import yaml
from pydantic import ConfigDict, TypeAdapter

from generator.problems import Problem

FILE: Final = ".cache/anxin/check/answers"
_LARGEST: Final = 1 << 28
"""Bytes; ten times what a hundred thousand records leave behind."""


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a check has to know of a file that has not changed since."""

    digest: str
    """SHA-256 of the bytes that were looked at."""
    problems: tuple[Problem, ...]
    """What reading and the rules about one case say because of this file, wherever they say it."""
    keys: tuple[str, ...]
    """The keys of its case that others may share, each a digest: no name of anybody is kept."""
    group: str = ""
    """Digest of the files that hang together with this one, as they were when the rules across records ran."""
    shared: tuple[Problem, ...] = ()
    """What those rules said of this file."""


_ANSWERS: Final = TypeAdapter(dict[str, Answer], config=ConfigDict(defer_build=True))


def circumstances(settings: str, as_of: date) -> str:
    """Digest of everything besides the files that an answer depends on: day, settings, this program, its libraries."""
    libraries = (pydantic.VERSION, yaml.__version__, yaml.__with_libyaml__, chinese_calendar.__version__)
    seen = sha256(repr((settings, as_of, sys.version, libraries, version("opencc"))).encode())
    top = Path(__file__).parents[1]
    for module in sorted(top.rglob("*.py")):
        seen.update(repr((module.relative_to(top).as_posix(), module.read_bytes())).encode())
    return seen.hexdigest()


def recall(root: Path, known: str) -> Mapping[str, Answer]:
    """The answers kept under the same circumstances; none where the file is missing, old, foreign or damaged."""
    with suppress(OSError, ValueError):
        about = (root / FILE).lstat()
        if S_ISREG(about.st_mode) and about.st_size <= _LARGEST:
            seal, _, body = (root / FILE).read_bytes().partition(b"\n")
            if seal == _seal(known, body):
                return _ANSWERS.validate_json(body, strict=True)
    return {}


def lasting(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers about files that could be read, and whose names JSON can hold."""
    return {file: found for file, found in answers.items() if found.digest and file.isprintable()}


def keep(root: Path, known: str, answers: Mapping[str, Answer]) -> None:
    """Put the answers in the place of those before. Where nothing can be written, nothing is kept."""
    with suppress(OSError, ValueError):  # ValueError: a name that is no text, quoted in a problem
        body = _ANSWERS.dump_json(dict(answers))
        place = root / FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        with _alone(place.with_name("lock")):
            beside = place.with_name("answers.new")
            beside.unlink(missing_ok=True)  # of a check that was killed
            try:
                beside.write_bytes(_seal(known, body) + b"\n" + body)
                beside.replace(place)
            finally:
                beside.unlink(missing_ok=True)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Raises OSError while another check keeps its answers, which are as good as ours."""
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _seal(known: str, body: bytes) -> bytes:
    return sha256(known.encode() + body).hexdigest().encode()
