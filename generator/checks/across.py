"""Across records: which cases the rules look at together, so that the others can be checked apart from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.checks.consistency import folded
from generator.checks.documents import numbers
from generator.law.removal import identity
from generator.ledger import Ledger, LedgerCase

Keys = Mapping[str, Sequence[str]]
"""File → what its case shares with whatever case has the same."""


def keys(ledger: Ledger) -> Keys:
    """The keys of every case: its number, its unit by code and by name, the numbers of its documents."""
    return {case.loaded.file: tuple(_keys(case)) for case in ledger.cases}


def _keys(case: LedgerCase) -> list[str]:
    unit = identity(case.record)
    return [
        f"number {case.number}",
        f"name {folded(case.record.employer.name)}",
        *([f"unit {unit}"] if unit else []),
        *(f"document {text} {authority}" for _, _, (text, authority), _ in numbers(case)),
    ]


def together(one: Keys, other: Keys) -> frozenset[str]:
    """The files of both whose cases hang together, over however many steps, with a case of the other."""
    files: defaultdict[str, set[str]] = defaultdict(set)
    for part in (one, other):
        for file, found in part.items():
            for key in found:
                files[key].add(file)
    known = {**one, **other}
    both = {key for found in one.values() for key in found} & {key for found in other.values() for key in found}
    reached: set[str] = set()
    waiting = [file for key in both for file in files[key]]
    while waiting:
        file = waiting.pop()
        if file not in reached:
            reached.add(file)
            waiting += [near for key in known[file] for near in files[key] - reached]
    return frozenset(reached)
