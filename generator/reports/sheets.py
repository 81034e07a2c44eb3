"""Excel files for forwarding: plain tables whose cells are texts, numbers and days, and never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.records.workbook.look import A4, FONT, REQUIRED, fill, fit_to_page, height, width
from generator.records.workbook.write import put, timeless
from generator.reports.due import Desk, Due, by_office
from generator.reports.wording import left, remark

Value = str | int | Decimal | date | None

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME: Final = 31
_NARROWEST: Final = 8
_WIDEST: Final = 44
_BORDER: Final = Border(bottom=Side(style="thin", color="D0D0D0"))
_DAY_FORMAT: Final = "yyyy-mm-dd"
_DUE: Final = ("最后一天", "还剩", "事项", "案件", "承办", "镇街", "谁来办", "期限", "起算", "依据", "备注")


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: what it is, its headings, its rows."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def due_tables(desk: Desk, title: str) -> list[Table]:
    """A sheet with everything, then one for each office."""
    groups = [("全部", list(desk.items)), *by_office(desk.items).items()]
    return [Table(name, f"{title} · {name} · {len(found)} 项", _DUE, _due_rows(found)) for name, found in groups]


def _due_rows(found: Iterable[Due]) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (
            *(one.day, left(one), one.name, one.number, one.office, one.town, str(one.turn)),
            *(one.length, one.since, one.source, remark(one) or None),
        )
        for one in found
    )


def workbook(tables: Sequence[Table]) -> bytes:
    """The file; the same tables give the same bytes."""
    book = Workbook()
    first = book.active
    if isinstance(first, Worksheet):
        book.remove(first)
    names: list[str] = []
    for table in tables:
        names.append(_name(table.name, names))
        _write(book.create_sheet(names[-1]), table)
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _name(wanted: str, taken: Sequence[str]) -> str:
    """A name that Excel takes: short, without its forbidden signs, and no other sheet's."""
    plain = (_FORBIDDEN.sub("_", wanted).strip("'") or "表")[:_LONGEST_NAME]
    known, name, number = {one.casefold() for one in taken}, plain, 2
    while name.casefold() in known:
        name, number = f"{plain[: _LONGEST_NAME - 4]}({number})", number + 1
    return name


def _write(sheet: Worksheet, table: Table) -> None:
    put(sheet.cell(1, 1), table.title)
    sheet.cell(1, 1).font = Font(name=FONT, size=12, bold=True)
    for position, heading in enumerate(table.headings, 1):
        cell = sheet.cell(2, position)
        put(cell, heading)
        cell.font = Font(name=FONT, size=10, bold=True, color="FFFFFF")
        cell.fill = fill(REQUIRED)
        cell.alignment = Alignment(horizontal="center", vertical="center")
    for number, row in enumerate(table.rows, 3):
        for position, value in enumerate(row, 1):
            _fill(sheet.cell(number, position), value)
    _measure(sheet, table)
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(table.headings))}{max(sheet.max_row, 2)}"
    fit_to_page(sheet, A4)
    sheet.print_title_rows = "2:2"


def _fill(cell: Cell | MergedCell, value: Value) -> None:
    match value:
        case str():
            put(cell, value)
        case date() | int() | Decimal():
            cell.value = value
        case None:
            pass
    if isinstance(value, date):
        cell.number_format = _DAY_FORMAT
    right = isinstance(value, int | Decimal)
    cell.font = Font(name=FONT, size=10)
    cell.border = _BORDER
    cell.alignment = Alignment(horizontal="right" if right else "left", vertical="top", wrap_text=True)


def _measure(sheet: Worksheet, table: Table) -> None:
    columns = [[heading, *(_text(row[at]) for row in table.rows)] for at, heading in enumerate(table.headings)]
    wide = [min(max(_NARROWEST, *(width(text) + 3 for text in texts)), _WIDEST) for texts in columns]
    for position, size in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(position)].width = size
    for number, row in enumerate(table.rows, 3):
        texts = ((_text(value), size) for value, size in zip(row, wide, strict=True))
        sheet.row_dimensions[number].height = height(texts)


def _text(value: Value) -> str:
    return "" if value is None else str(value)
