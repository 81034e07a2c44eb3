"""Many records checked in two processes, a handful at a time; what hangs together is then looked at together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from generator.checks import ACROSS, WITHIN, check_all
from generator.checks.across import keys, site_keys, together
from generator.cli.beside import beside
from generator.ledger import Ledger, fold
from generator.model.portal import Portal
from generator.problems import Problem
from generator.records.decode import Loaded
from generator.records.load import NO_SITES, Sites, read_cases, read_sites, with_settings

_AT_A_TIME: Final = 250
"""So few that they are forgotten before they have filled the processor's cache."""

Answer = tuple[list[Problem], dict[str, tuple[str, ...]]]


def check_halves(root: Path, files: Sequence[str], portal: Loaded[Portal], day: date) -> set[Problem]:
    """Every problem of these files and of the settings.

    The files are dealt out in turn, so that a slow year does not fall to one process alone.
    """
    theirs, ours = beside(
        lambda: _within(root, files[::2], portal, day), lambda: _within(root, files[1::2], portal, day)
    )
    sites = read_sites(root)
    alone = _ledger(root, [], portal, day, sites)
    known = {**theirs[1], **ours[1]}
    shared = together({**known, **site_keys(alone)}) & known.keys()
    across = check_all(_ledger(root, sorted(shared), portal, day, sites), ACROSS)
    return {*theirs[0], *ours[0], *sites.problems, *check_all(alone, WITHIN), *across}


def _within(root: Path, files: Sequence[str], portal: Loaded[Portal], day: date) -> Answer:
    """What the cases say by themselves, and the keys by which others may bear on them."""
    problems: list[Problem] = []
    found: dict[str, tuple[str, ...]] = {}
    for some in _handfuls(files):
        records = with_settings(root, [read_cases(root, some)], [])
        ledger = fold(records, portal, day)
        problems += [*records.problems, *check_all(ledger, WITHIN)]
        found |= keys(ledger)
    return list(dict.fromkeys(problems)), found


def _ledger(root: Path, files: Sequence[str], portal: Loaded[Portal], day: date, sites: Sites = NO_SITES) -> Ledger:
    return fold(with_settings(root, [read_cases(root, files)], [], sites), portal, day)


def _handfuls(files: Sequence[str]) -> Iterator[Sequence[str]]:
    return (files[start : start + _AT_A_TIME] for start in range(0, len(files), _AT_A_TIME))
