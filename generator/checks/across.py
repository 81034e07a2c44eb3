"""Across records: which cases the rules look at together, so that the others can be checked apart from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from generator.checks.consistency import folded
from generator.checks.documents import numbers
from generator.law.removal import identity
from generator.ledger import Ledger, LedgerCase, LedgerWorksite

ALONE: Final = "confirmed"
"""The key of a case whose code has been confirmed: a rule asks then whether any other case gives reason to."""


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
        *([ALONE] if employer.code_confirmed else []),
    ]


def site_keys(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """File → the main contractor of its worksite, by code and by name: the cases of that unit bear on the site."""
    return {site.loaded.file: tuple(_site_keys(site)) for site in ledger.worksites}


def _site_keys(site: LedgerWorksite) -> list[str]:
    contractor = site.record.contractor
    code = contractor.credit_code
    return [f"name {folded(contractor.name)}", *([f"unit {code}"] if code else [])]


def together(known: Mapping[str, Sequence[str]]) -> set[str]:
    """The files whose cases share a key with another, and those that are to be looked at in any case."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for file, found in known.items():
        for key in found:
            files[key].append(file)
    return {file for key, some in files.items() if len(some) > 1 or key == ALONE for file in some}
