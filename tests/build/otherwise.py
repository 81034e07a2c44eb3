"""Commands under circumstances that must not show: `python -m tests.build.otherwise build … then due …`.

A folder is listed backwards, or in an order that is drawn with the seed in `LISTED`; small sites are made by several
processes like large ones.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random
from types import TracebackType
from typing import Any, Final, Self

from generator.build import plan, render
from generator.cli import build, run

LISTED: Final = "LISTED"
THEN: Final = "then"


class Listing:
    """What `os.scandir` gives, in another order."""

    def __init__(self, entries: list[os.DirEntry[Any]]) -> None:
        self._entries = iter(entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def close(self) -> None:
        """Nothing is open any more."""


def disordered(seed: str) -> None:
    """Every folder is listed in another order from now on; an empty seed leaves it as the system gives it."""
    scandir, listdir = os.scandir, os.listdir

    def mixed(found: list[Any], name: Callable[[Any], Any]) -> list[Any]:
        ordered = sorted(found, key=name, reverse=True)
        if seed != "backwards":
            Random(seed).shuffle(ordered)  # noqa: S311 - any order will do
        return ordered

    def scan(path: Any = ".") -> Listing:  # noqa: ANN401 - whatever the system takes
        with scandir(path) as found:
            return Listing(mixed(list(found), lambda entry: entry.name))

    if seed:
        setattr(os, "scandir", scan)  # noqa: B010 - a type of our own
        setattr(os, "listdir", lambda path=".": mixed(listdir(path), lambda one: one))  # noqa: B010 - the same


def main() -> None:
    """Run each command as if it were alone; what it answers is written to the standard output."""
    disordered(os.environ.get(LISTED, ""))
    for module, name in ((render, "_WORTH_A_POOL"), (plan, "_WORTH_FORKING"), (build, "_WORTH_FORKING")):
        setattr(module, name, 0)  # a town is too small for two processes
    words = [*sys.argv[1:], THEN]
    while words:
        end = words.index(THEN)
        sys.argv = ["anxin", *words[:end]]
        words = words[end + 1 :]
        with suppress(SystemExit):
            run()


if __name__ == "__main__":
    main()
