"""Across records: which cases the rules look at together, so that all others can be checked apart from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from generator.checks.consistency import folded
from generator.checks.documents import numbers
from generator.law.removal import identity
from generator.ledger import Ledger, LedgerCase, LedgerWorksite

ALONE: Final = "alone"
"""The key of a case that a rule across records has something to say of even where it stands alone."""


def keys(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """File → its number, its unit by code and by name, the numbers of its documents."""
    return {case.loaded.file: tuple(_keys(case)) for case in ledger.cases}


def _keys(case: LedgerCase) -> list[str]:
    unit, employer = identity(case.record), case.record.employer
    return [
        f"number {case.number}",
        f"name {folded(employer.name)}",
        *([f"unit {unit}"] if unit else []),
        *({f"document {text} {authority}" for _, _, (text, authority), _ in numbers(case)}),
    ]


def site_keys(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """File → the main contractor of its worksite, by code and by name: the cases of that unit bear on the site."""
    return {site.loaded.file: tuple(_site_keys(site)) for site in ledger.worksites}


def _site_keys(site: LedgerWorksite) -> list[str]:
    contractor = site.record.contractor
    code = contractor.credit_code
    return [f"name {folded(contractor.name)}", *([f"unit {code}"] if code else [])]


def groups(known: Mapping[str, Collection[str]]) -> list[tuple[str, ...]]:
    """The files whose cases hang together by keys, directly or through others, and those to be looked at alone.

    Files and groups are in the order of `known`.
    """
    first: dict[str, str] = {}
    leads: dict[str, str] = {}
    for file, found in known.items():
        leads[file] = file
        for key in found:
            other = first.setdefault(key, file)
            if other is not file and key != ALONE:
                _join(leads, other, file)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for file in known:
        members[_lead(leads, file)].append(file)
    return [tuple(some) for some in members.values() if len(some) > 1 or ALONE in known[some[0]]]


def _join(leads: dict[str, str], one: str, other: str) -> None:
    leads[_lead(leads, other)] = _lead(leads, one)


def _lead(leads: dict[str, str], file: str) -> str:
    """The file that stands for a group; on the way each step is made shorter, so that no chain grows long."""
    while leads[file] != file:
        leads[file] = leads[leads[file]]
        file = leads[file]
    return file
