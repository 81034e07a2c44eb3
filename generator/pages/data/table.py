"""All open records of one site, encoded once, and the tables made of them: CSV and newline-delimited JSON."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.disclosure.public import PublicSite, in_order
from generator.pages.data.fields import Cell, Kind
from generator.pages.data.record import COLUMNS, Record, records
from generator.pages.data.releases import identify
from generator.pages.data.spreadsheet import guarded

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the local code page."""
_LONG_NUMBER: Final = re.compile(r"\d{12,}|0\d+")
"""What a spreadsheet would round, or strip of its zeros."""


@dataclass(frozen=True, slots=True)
class Table:
    """The open records by number; `id` stands for all of them."""

    id: str
    records: tuple[Record, ...] = field(repr=False)

    @property
    def lines(self) -> bytes:
        """The records of the whole site, one on each line."""
        return self.records[0].lines if self.records else b""


def table(site: PublicSite) -> Table:
    """Every public case that is no sample."""
    cases = sorted((case for case in site.cases if not case.sample), key=lambda case: in_order(case.number))
    made = records(cases)
    return Table(identify({one.number: one.sha256 for one in made}), made)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """RFC 4180 with a byte order mark: one row per case."""

    path: str
    table: Table

    def render(self) -> bytes:
        """A heading of keys, then the records."""
        sheet = _Sheet([])
        writer = csv.writer(sheet)
        writer.writerow([column.key for column in COLUMNS])
        kinds = [column.kind for column in COLUMNS]
        writer.writerows(map(_written, kinds, one.cells()) for one in self.table.records)
        return (_BOM + "".join(sheet.lines)).encode()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Takes what a CSV writer writes."""

    lines: list[str]

    def write(self, text: str) -> None:
        """One row."""
        self.lines.append(text)


def _written(kind: Kind, value: Cell) -> str:
    match value:
        case None:
            return ""
        case str():
            long = kind is Kind.CODE and _LONG_NUMBER.fullmatch(value)
            return f"'{value}" if long else guarded(value)
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int():
            return str(value)


@dataclass(frozen=True, slots=True)
class NdjsonFile:
    """One whole record per line, as its own file has it."""

    path: str
    table: Table

    def render(self) -> bytes:
        """The records one after the other."""
        return self.table.lines
