"""check-jsonschema beside `anxin check`: the form alone, without the law, the gate, or the rules across records."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import process
from bench.ours import SHIPPED
from bench.peers.environment import program
from bench.process import Cost

NAME: Final = "check-jsonschema, the schema alone"
_AT_A_TIME: Final = 2_000
"""Paths on one command line."""


class Checker:
    """The records once more, with their dates as text: YAML's own typing makes days of them, which no schema knows."""

    def __init__(self, folder: Path, environment: Path, root: Path) -> None:
        self._program = program(environment, "check-jsonschema")
        self._folder = folder
        folder.mkdir(parents=True)
        shutil.copy(SHIPPED / "schemas/case.json", folder / "case.json")
        shutil.copytree(root / "cases", folder / "cases")
        self._files = sorted(str(path.relative_to(folder)) for path in (folder / "cases").rglob("*.yml"))

    @property
    def absent(self) -> list[str]:
        """Its name where it is not installed."""
        return [] if self._program else ["check-jsonschema"]

    def rounds(self) -> Iterator[tuple[str, Cost]]:
        """One round: all files, in as few processes as the system allows."""
        if self._program is None:
            return
        command = [self._program, "--schemafile", "case.json"]
        lots = (self._files[start : start + _AT_A_TIME] for start in range(0, len(self._files), _AT_A_TIME))
        costs = [process.run([*command, *lot], self._folder) for lot in lots]
        yield NAME, Cost(sum(one.seconds for one in costs), sum(one.cpu_seconds for one in costs))
