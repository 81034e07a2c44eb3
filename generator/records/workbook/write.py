"""Cases → the bytes of a workbook; the same cases give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.case import Case
from generator.model.portal import Portal
from generator.problems import Problem, Span
from generator.records.decode import Loaded
from generator.records.encode import plain
from generator.records.tree import Path
from generator.records.workbook import words
from generator.records.workbook.cells import YES
from generator.records.workbook.choices import Choices
from generator.records.workbook.columns import NUMBER, SAMPLE, TABLES, Column, Keys, Shape, Table, keys_of
from generator.records.workbook.guide import write_guide
from generator.records.workbook.look import dress, dress_number, measure, register, style_of
from generator.records.workbook.rows import Row, rows

_LONGEST_CELL: Final = 32_767
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What must be written as its number: signs that XML cannot hold, and a text that looks like one written so."""

Labelled = Sequence[tuple[str, Row]]
"""Rows, each with the number of its case."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A sheet about to be written."""

    table: Table
    columns: tuple[Column, ...]
    rows: Labelled


def export(cases: Iterable[Loaded[Case]], portal: Portal) -> bytes | list[Problem]:
    """All cases in one workbook; problems where a cell could not hold its text."""
    laid_out = [(PurePosixPath(case.file).stem, rows(plain(case.record))) for case in cases]
    filled = [
        _filled(table, [(number, row) for number, found in laid_out for row in found[table.name]]) for table in TABLES
    ]
    long = [
        Problem(Span(f"{number}.yml"), "R271", f"「{table.name}」里有一项太长，Excel 的一格放不下", "缩短之后再导出")
        for table, found in ((sheet.table, sheet.rows) for sheet in filled)
        for number, row in found
        if any(len(text) > _LONGEST_CELL for text in row.values())
    ]
    return sorted(long) or _bytes(filled, portal)


def template(portal: Portal) -> bytes:
    """The same workbook without cases, and in each sheet one row to look at, which an import passes over."""
    return _bytes([_filled(table, [(SAMPLE, _sample(table))]) for table in TABLES], portal)


def _filled(table: Table, found: Labelled) -> _Filled:
    counts: dict[Keys, int] = {}
    for _, row in found:
        for path in row:
            for depth, step in enumerate(path):
                if isinstance(step, int):
                    keys = keys_of(path[:depth])
                    counts[keys] = max(counts.get(keys, 2), step + 1)
    return _Filled(table, table.columns(counts), found)


def _sample(table: Table) -> Row:
    """The catalogue's own examples, of the first kind where there are several."""
    kind = table.columns()[0].said[0].kinds[:1]
    found: Row = {}
    for column in table.columns():
        said = next((said for said in column.said if not said.kinds or set(kind) <= set(said.kinds)), None)
        if said and column.tag:
            found[column.path] = kind[0]
        elif said and 1 not in column.path:
            example = said.example.strip("[]")
            found[column.path] = words.join(example.split(", ")) if column.shape is Shape.WORDS else example
    return found


def _bytes(filled: Sequence[_Filled], portal: Portal) -> bytes:
    book = Workbook()
    register(book)
    guide = book.active
    choices = Choices(portal)
    for sheet in filled:
        _write(book.create_sheet(sheet.table.name), sheet, choices)
    if isinstance(guide, Worksheet):
        write_guide(guide)
    choices.write(book)
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _write(sheet: Worksheet, filled: _Filled, choices: Choices) -> None:
    dress_number(sheet)
    put(sheet.cell(1, 1), NUMBER)
    positions: Mapping[Path, int] = {column.path: index for index, column in enumerate(filled.columns, 2)}
    for column in filled.columns:
        put(sheet.cell(1, positions[column.path]), column.heading)
    for number, (label, row) in enumerate(filled.rows, 2):
        _fill(sheet.cell(number, 1), label, None)
        for path, text in row.items():
            position = positions[path]
            _fill(sheet.cell(number, position), text, filled.columns[position - 2])
    measure(sheet, filled.columns, [row for _, row in filled.rows])
    dress(sheet, filled.table, filled.columns, choices)


def _fill(cell: Cell | MergedCell, text: str, column: Column | None) -> None:
    if column and column.shape is Shape.DAY:
        cell.value = date.fromisoformat(text)
    else:
        put(cell, YES if column and column.shape is Shape.FLAG else text)
    cell.style = style_of(column)


def put(cell: Cell | MergedCell, text: str) -> None:
    """A text and nothing else: what begins with = must not become a formula, what looks like #REF! no error."""
    cell.value = _ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    cell.data_type = "s"


def timeless(data: bytes) -> bytes:
    """The same package without the moment at which it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
            target.writestr(ZipInfo(name, _EPOCH), part, ZIP_DEFLATED)
    return out.getvalue()
