"""What a generator has to offer to be measured beside ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.facts import Frame

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator."""

    name: str
    write: Callable[[Path, Sequence[Fact], Frame], None]
    """A project in an empty folder."""
    page: Callable[[Path, Fact], Path]
    """The source of one case, where a change is made."""
    command: Callable[[Path], Sequence[str] | None]
    """How it is started from the environment of the peers; None where it is not installed there."""
    output: str
    """Where the pages go, below the project."""
    leftovers: tuple[str, ...]
    """What it would remember between two runs."""
    version: Callable[[Path], str | None]
