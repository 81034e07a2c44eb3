"""What a check found out about each file, kept on disk for the next one; without it everything is found out again."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import chinese_calendar
import msgspec
import pydantic
import yaml
from pydantic import ConfigDict, TypeAdapter

from generator import sealed
from generator.problems import Problem

FILE: Final = ".cache/anxin/check/answers"


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
    libraries = (
        pydantic.VERSION,
        msgspec.__version__,
        yaml.__version__,
        yaml.__with_libyaml__,
        chinese_calendar.__version__,
    )
    return sha256(repr((settings, as_of, sys.version, libraries, _opencc(), _program())).encode()).hexdigest()


@cache
def _opencc() -> str:
    return version("opencc")


@cache
def _program() -> str:
    """Digest of every module: read once, for a process goes on with what it has begun with."""
    seen, top = sha256(), Path(__file__).parents[1]
    for module in sorted(top.rglob("*.py")):
        seen.update(repr((module.relative_to(top).as_posix(), module.read_bytes())).encode())
    return seen.hexdigest()


def recall(root: Path, known: str) -> Mapping[str, Answer]:
    """The answers kept under the same circumstances; none where the file is missing, old, foreign or damaged."""
    body = sealed.recall(root / FILE, known)
    with suppress(ValueError):
        return _ANSWERS.validate_json(body, strict=True) if body else {}
    return {}


def lasting(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers about files that could be read, and whose names JSON can hold."""
    return {file: found for file, found in answers.items() if found.digest and file.isprintable()}


def keep(root: Path, known: str, answers: Mapping[str, Answer]) -> None:
    """Put the answers in the place of those before. Where nothing can be written, nothing is kept."""
    with suppress(ValueError):  # a name that is no text, quoted in a problem
        sealed.keep(root / FILE, known, _ANSWERS.dump_json(dict(answers)))
