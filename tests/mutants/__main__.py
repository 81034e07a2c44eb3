"""`python -m tests.mutants`: draw mutants of the law, the gate and the rules, try them, keep what became of them.

`--only FILE:LINE` tries all mutants of a line and keeps nothing: for whoever writes the test that was missing.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from tests.mutants.cover import Cover, read
from tests.mutants.mutate import mutants
from tests.mutants.report import save
from tests.mutants.trial import Candidate, Outcome, cover, try_all

_FOLDERS: Final = (Path("generator/law"), Path("generator/disclosure"), Path("generator/checks"))


def main() -> None:
    """Print survivors as they are found; write the results and the page at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=200, help="of each folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", metavar="FILE:LINE", help="try the mutants of one line, or of one file")
    parser.add_argument("--cover", type=Path, help="keep in this file what the tests come by")
    wanted = parser.parse_args()
    drawn = _of(wanted.only) if wanted.only else _drawn(wanted.sample, wanted.seed)
    tried = []
    for one, outcome in try_all([one for _, one in drawn], _known(wanted.cover), Path.cwd(), wanted.jobs):
        tried.append((one, outcome))
        if outcome is not Outcome.KILLED or wanted.only:
            was, now = one.mutant.words()
            sys.stdout.write(f"{one.file}:{one.mutant.line}: {outcome.value}: {one.mutant.change}: {was} → {now}\n")
            sys.stdout.flush()
    if not wanted.only:
        save(_results(wanted.seed, wanted.sample, tried), Path.cwd())


def _drawn(sample: int, seed: int) -> list[tuple[Path, Candidate]]:
    """As many of each folder, whatever its size."""
    chance = random.Random(seed)  # noqa: S311 - a draw, no secret
    every = {folder: list(_candidates(folder.rglob("*.py"))) for folder in _FOLDERS}
    return [(folder, one) for folder, found in every.items() for one in chance.sample(found, min(sample, len(found)))]


def _of(place: str) -> list[tuple[Path, Candidate]]:
    file, _, line = place.partition(":")
    found = _candidates([Path(file)])
    return [(Path(file), one) for one in found if not line or one.mutant.line == int(line)]


def _candidates(files: Iterator[Path] | Sequence[Path]) -> Iterator[Candidate]:
    for file in sorted(files):
        yield from (Candidate(file, mutant) for mutant in mutants(file.read_text("utf-8")))


def _known(path: Path | None) -> Cover:
    if path and path.exists():
        return read(path)
    found = cover(Path.cwd())
    if path:
        found.save(path)
    return found


def _results(seed: int, sample: int, tried: Sequence[tuple[Candidate, Outcome]]) -> dict[str, Any]:
    return {
        "seed": seed,
        "sample": sample,
        "folders": {folder.as_posix(): _folder(folder, tried) for folder in _FOLDERS},
    }


def _folder(folder: Path, tried: Sequence[tuple[Candidate, Outcome]]) -> dict[str, Any]:
    found = [(one, outcome) for one, outcome in tried if one.file.is_relative_to(folder)]
    return {
        "mutants": sum(1 for _ in _candidates(folder.rglob("*.py"))),
        "tried": len(found),
        **{way.value: sum(outcome is way for _, outcome in found) for way in Outcome if way is not Outcome.UNPLACED},
        "survivors": sorted((_told(one) for one, outcome in found if outcome is Outcome.SURVIVED), key=_place),
    }


def _told(one: Candidate) -> dict[str, Any]:
    was, now = one.mutant.words()
    return {"file": one.file.as_posix(), "line": one.mutant.line, "change": one.mutant.change, "was": was, "now": now}


def _place(told: dict[str, Any]) -> tuple[str, int, str, str]:
    return told["file"], told["line"], told["change"], told["was"]


if __name__ == "__main__":
    main()
