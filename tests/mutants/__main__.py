"""`python -m tests.mutants [FOLDER …]`: draw mutants of the law, the gate and the rules; try them; keep the results.

`--again` tries the survivors that were kept, once more: for whoever wrote the tests that were missing.
`--only FILE:LINE` tries all mutants of a line and keeps nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from tests.mutants.cover import Cover, read
from tests.mutants.mutate import mutants
from tests.mutants.report import RESULTS, save
from tests.mutants.trial import Candidate, Outcome, cover, try_all

_FOLDERS: Final = ("generator/law", "generator/disclosure", "generator/checks")
_TOLD: Final = 10
_Tried = list[tuple[Candidate, Outcome]]


def main() -> None:
    """Print survivors as they are found; write the results and the page at the end."""
    wanted = _arguments()
    if wanted.only:
        _try(_of(wanted.only), wanted, all_told=True)
    elif wanted.again:
        again = {folder: found for folder, found in _kept().items() if folder in (wanted.folders or _FOLDERS)}
        tried = _try(_survivors(again), wanted)
        save({folder: _again(found, tried) for folder, found in _kept().items()})
    else:
        tried = _try(_drawn(wanted.folders or _FOLDERS, wanted.sample, wanted.seed), wanted)
        told = _kept() | {name: _results(name, wanted, tried) for name in wanted.folders or _FOLDERS}
        save({name: told[name] for name in _FOLDERS if name in told})


def _kept() -> dict[str, Any]:
    return json.loads(RESULTS.read_bytes()) if RESULTS.exists() else {}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=200, help="of each folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="begin no other after so many")
    parser.add_argument("--again", action="store_true", help="the survivors that were kept")
    parser.add_argument("--only", metavar="FILE:LINE", help="the mutants of one line, or of one file")
    parser.add_argument("--cover", type=Path, help="keep in this file what the tests come by")
    return parser.parse_args()


def _try(drawn: list[Candidate], wanted: argparse.Namespace, *, all_told: bool = False) -> _Tried:
    tried = []
    until = time.monotonic() + wanted.minutes * 60
    for one, outcome in try_all(drawn, _known(wanted.cover), Path.cwd(), wanted.jobs):
        tried.append((one, outcome))
        if outcome is not Outcome.KILLED or all_told:
            told = _told(one)
            place = f"{told['file']}:{told['line']}"
            sys.stdout.write(f"{place}: {outcome.value}: {told['change']}: {told['was']} → {told['now']}\n")
            sys.stdout.flush()
        if len(tried) % _TOLD == 0:
            sys.stderr.write(f"{len(tried)} of {len(drawn)}\n")
        if time.monotonic() > until:
            break
    return tried


def _drawn(folders: Sequence[str], sample: int, seed: int) -> list[Candidate]:
    """As many of each folder, whatever its size, in turn; what is drawn of one does not depend on the others."""
    found = {folder: list(_candidates(Path(folder).rglob("*.py"))) for folder in folders}
    drawn = [random.Random(seed).sample(each, min(sample, len(each))) for each in found.values()]  # noqa: S311 - a draw, no secret
    return [one for turn in zip_longest(*drawn) for one in turn if one]


def _of(place: str) -> list[Candidate]:
    file, _, line = place.partition(":")
    return [one for one in _candidates([Path(file)]) if not line or one.mutant.line == int(line)]


def _survivors(kept: dict[str, Any]) -> list[Candidate]:
    told = [one for folder in kept.values() for one in folder["survivors"]]
    files = sorted({Path(one["file"]) for one in told})
    return [one for one in _candidates(files) if any(_is(one, survivor) for survivor in told)]


def _is(one: Candidate, told: dict[str, Any]) -> bool:
    return (one.file.as_posix(), one.mutant.line, one.mutant.change) == (
        told["file"],
        told["line"],
        told["change"],
    ) and (_told(one) == told)


def _candidates(files: Iterable[Path]) -> Iterable[Candidate]:
    for file in sorted(files):
        yield from (Candidate(file, mutant) for mutant in mutants(file.read_text("utf-8")))


def _known(path: Path | None) -> Cover:
    if path and path.exists():
        return read(path)
    found = cover(Path.cwd())
    if path:
        found.save(path)
    return found


def _results(folder: str, wanted: argparse.Namespace, tried: _Tried) -> dict[str, Any]:
    found = [(one, outcome) for one, outcome in tried if one.file.is_relative_to(folder)]
    return {
        "seed": wanted.seed,
        "mutants": sum(1 for _ in _candidates(Path(folder).rglob("*.py"))),
        "tried": len(found),
        **{way.value: sum(outcome is way for _, outcome in found) for way in Outcome if way is not Outcome.UNPLACED},
        "survivors": sorted((_told(one) for one, outcome in found if outcome is Outcome.SURVIVED), key=_place),
    }


def _again(found: dict[str, Any], tried: _Tried) -> dict[str, Any]:
    """The results with those moved that are noticed by now; of twins on one line, none while one survives."""
    alive = [_told(one) for one, outcome in tried if outcome is Outcome.SURVIVED]
    noticed = [(_told(one), outcome.value) for one, outcome in tried if _told(one) not in alive]
    ways = [next((way for told, way in noticed if told == one), Outcome.SURVIVED.value) for one in found["survivors"]]
    left = [one for one, way in zip(found["survivors"], ways, strict=True) if way == Outcome.SURVIVED.value]
    counts = {key: found[key] + ways.count(key) for key in (Outcome.KILLED.value, Outcome.TIMED_OUT.value)}
    return found | counts | {Outcome.SURVIVED.value: len(left), "survivors": left}


def _told(one: Candidate) -> dict[str, Any]:
    was, now = one.mutant.words()
    return {"file": one.file.as_posix(), "line": one.mutant.line, "change": one.mutant.change, "was": was, "now": now}


def _place(told: dict[str, Any]) -> tuple[str, int, str, str]:
    return told["file"], told["line"], told["change"], told["was"]


if __name__ == "__main__":
    main()
