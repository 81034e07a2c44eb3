"""The machine-readable index: what is shown, until when, and when the answer will next be another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.disclosure.public import Basis, PublicCase, PublicSite

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A case as the machine-readable index names it."""

    number: str
    since: date
    until: date
    bases: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class IndexFile:
    """`api/v1/index.json`. Samples are not open data, so it holds none."""

    path: str
    as_of: date
    demonstration: bool
    next_change: date | None
    cases: tuple[IndexEntry, ...]
    ended: tuple[tuple[str, date], ...]

    def render(self) -> bytes:
        """Canonical JSON."""
        return (json.dumps(_document(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def index_file(site: PublicSite) -> IndexFile:
    """The index of one site."""
    return IndexFile(
        path=routes.INDEX,
        as_of=site.portal.as_of,
        demonstration=site.portal.demonstration,
        next_change=site.next_change,
        cases=tuple(_entry(case) for case in sorted(site.cases, key=lambda case: case.number) if not case.sample),
        ended=tuple((ended.number, ended.ended) for ended in site.ended if not ended.sample),
    )


def _entry(case: PublicCase) -> IndexEntry:
    return IndexEntry(case.number, case.since, case.until, tuple(ground.basis for ground in case.grounds))


def _document(index: IndexFile) -> dict[str, object]:
    shown = {basis.name.lower(): sum(basis in entry.bases for entry in index.cases) for basis in Basis}
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": index.as_of.isoformat(),
        "next_change": _iso(index.next_change),
        "demonstration": index.demonstration,
        "counts": {"cases": len(index.cases), "ended": len(index.ended), "by_basis": shown},
        "cases": [_line(entry) for entry in index.cases],
        "ended": [
            {"number": number, "address": routes.case(number), "ended": ended.isoformat()}
            for number, ended in index.ended
        ],
    }


def _line(entry: IndexEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "address": routes.case(entry.number),
        "since": entry.since.isoformat(),
        "until": entry.until.isoformat(),
        "bases": [basis.name.lower() for basis in entry.bases],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
