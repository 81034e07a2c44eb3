"""`cases.xlsx`: the table for people who work in Excel, and a sheet that explains its columns.

openpyxl makes the book; the rows are written into its sheet as text, because at the size of a large city it takes a
minute for what joins in seconds. The same records give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.pages.data.fields import Cell, Described, Kind
from generator.pages.data.record import COLUMNS
from generator.pages.data.table import Table

ROWS: Final = 10_000
"""Cases in one file: what unpacks into more than a hundred megabytes nobody opens, and the sweep lets none out."""
CASES: Final = "案件"
GUIDE: Final = "说明"
_SHEET: Final = "xl/worksheets/sheet1.xml"
_ROWS_END: Final = b"</sheetData>"
_LONGEST_CELL: Final = 32_767
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_DAY_ZERO: Final = date(1899, 12, 30)
"""Excel counts the days from here."""
_STAMP: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_SIZE: Final = re.compile(rb'<dimension ref="[^"]*"')
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What must be written as its number: signs that XML cannot hold, and a text that looks like one written so."""
_WIDTHS: Final = {Kind.DATE: 12, Kind.FLAG: 10, Kind.INTEGER: 16, Kind.CODE: 22, Kind.ADDRESS: 30}
_FORMATS: Final = {Kind.DATE: "yyyy-mm-dd", Kind.INTEGER: "#,##0", Kind.CODE: "@"}


@dataclass(frozen=True, slots=True)
class WorkbookFile:
    """The Excel file; `notes` are pairs of label and text above the explanation of the columns."""

    path: str
    notes: tuple[tuple[str, str], ...]
    table: Table

    def render(self) -> bytes:
        """The book with its rows."""
        book = Workbook()
        sheet = book.active
        if not isinstance(sheet, Worksheet):
            raise TypeError("a new workbook begins with a worksheet")
        styles = _head(sheet, len(self.table.records))
        _guide(book.create_sheet(GUIDE), self.notes)
        out = BytesIO()
        book.save(out)
        rows = (_row(at, one.cells(), styles) for at, one in enumerate(self.table.records, 2))
        return _packed(out.getvalue(), "".join(rows).encode(), len(self.table.records) + 1)


def _head(sheet: Worksheet, rows: int) -> tuple[int, ...]:
    """Write the headings; returns the number of each column's style, as the rows below have to name it."""
    sheet.title = CASES
    styles = []
    for at, column in enumerate(COLUMNS, 1):
        sample = sheet.cell(2, at)
        sample.number_format = _FORMATS.get(column.kind, "General")
        sample.alignment = Alignment(vertical="top", wrap_text=column.kind in {Kind.TEXT, Kind.WORDS})
        styles.append(sample.style_id)
        heading = sheet.cell(1, at, column.title)
        heading.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(column.kind, 20)
    sheet.delete_rows(2)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows + 1}"
    return tuple(styles)


def _guide(sheet: Worksheet, notes: Iterable[tuple[str, str]]) -> None:
    for pair in notes:
        sheet.append(pair)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"  # a text, although it may begin like a formula
    sheet.append(())
    sheet.append(("列", "键（CSV、JSON）", "类型", "说明"))
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for column in COLUMNS:
        sheet.append((column.title, column.key, str(column.kind), _explained(column)))
    for letter, width in zip("ABCD", (26, 26, 16, 80), strict=True):
        sheet.column_dimensions[letter].width = width


def _explained(column: Described) -> str:
    return f"{column.says}可以为空。" if column.nullable else column.says


def _row(at: int, cells: Iterable[Cell], styles: Iterable[int]) -> str:
    written = map(_cell, cells, styles)
    return f'<row r="{at}">{"".join(written)}</row>'


def _cell(value: Cell, style: int) -> str:
    """Without a reference of its own: cells of a row stand in their order."""
    match value:
        case None:
            return f'<c s="{style}"/>'
        case str():
            return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
        case bool():
            return f'<c s="{style}" t="b"><v>{value:d}</v></c>'
        case date():
            return f'<c s="{style}"><v>{(value - _DAY_ZERO).days}</v></c>'
        case int():
            return f'<c s="{style}"><v>{value}</v></c>'


def _text(value: str) -> str:
    """A text and nothing else: an inline string is never a formula, whatever it begins with."""
    if "_" in value or not value.isprintable():  # most have nothing to look for
        value = _ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", value)
    return escape(value[:_LONGEST_CELL])


def _packed(data: bytes, rows: bytes, height: int) -> bytes:
    """The same package with the rows in it, and without the moment at which it was made."""
    size = f'<dimension ref="A1:{get_column_letter(len(COLUMNS))}{height}"'.encode()
    changes: dict[str, Callable[[bytes], bytes]] = {
        "docProps/core.xml": lambda part: _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", part),
        _SHEET: lambda part: _SIZE.sub(size, part).replace(_ROWS_END, rows + _ROWS_END),
    }
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = changes.get(name, bytes)(source.read(name))
            target.writestr(ZipInfo(name, _EPOCH), part, ZIP_DEFLATED)
    return out.getvalue()
