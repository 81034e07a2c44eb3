"""How a sheet looks and helps: frozen headings with notes, text and date formats, drop-down lists, shades."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import east_asian_width

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.records.workbook.choices import Choices
from generator.records.workbook.columns import NUMBER, Column, Shape, Table

FONT: Final = "微软雅黑"
REQUIRED: Final = "1F4E79"
OPTIONAL: Final = "4F81BD"
PRIVATE: Final = "B07D00"
PRIVATE_CELL: Final = "FFF6DD"
UNUSED_CELL: Final = "EDEDED"
A4: Final = 9
_A3: Final = 8
_SPARE: Final = 1000  # empty rows that already have their lists
_NARROWEST: Final = 10
_WIDEST: Final = 36
_DAY_FORMAT: Final = "yyyy-mm-dd"
_TEXT_FORMAT: Final = "@"
_LINE: Final = Side(style="thin", color="D0D0D0")
_NUMBER_NOTE: Final = (
    "案件编号，例如 yk-2026-0001。新案件留空，由程序给下一个编号；要在别的表里写它的内容，就写「新1」「新2」。"
)


def fill(colour: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def width(text: str) -> int:
    """How many cells of a terminal, or half widths of a column, a text takes; the longest line counts."""
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))


def height(texts: Iterable[tuple[str, float]]) -> float:
    """The height of a row that holds texts in columns of these widths: programs do not all fit it by themselves."""
    lines = (sum(1 + max(width(line) - 1, 0) // int(wide - 2) for line in text.split("\n")) for text, wide in texts)
    return 17 * max(lines, default=1)


def colour(column: Column) -> str:
    """The heading's colour, which the guide explains."""
    return PRIVATE if not column.public else REQUIRED if column.required else OPTIONAL


def note(column: Column) -> str:
    """What the heading's note says: help and example, kind by kind where they differ."""
    lines = []
    for said in column.said:
        kinds = f"【{'、'.join(said.kinds)}】" if len(column.said) > 1 else ""
        example = f"\n例：{said.example.strip('[]').replace(', ', '、')}" if said.example else ""
        lines.append(f"{kinds}{said.help}{example}")
    extra = ["必填" if column.required else "", "" if column.public else "内部，不公开"]
    if column.shape is Shape.WORDS:
        extra.append("几项之间用「、」隔开")
        extra.append(f"可选：{'、'.join(column.choices)}" if column.choices else "")
    return "\n".join([*lines, *(line for line in extra if line)])


def dress_number(sheet: Worksheet) -> None:
    """The first column, which every sheet has."""
    _heading(sheet, 1, REQUIRED, _NUMBER_NOTE)
    _column(sheet, 1, 16, _TEXT_FORMAT)


def dress(sheet: Worksheet, table: Table, columns: Sequence[Column], choices: Choices) -> None:
    """Everything around the values of a sheet that is already filled."""
    last = sheet.max_row
    end = last + _SPARE
    for position, column in enumerate(columns, 2):
        _heading(sheet, position, colour(column), note(column))
        texts = [str(sheet.cell(row, position).value or "") for row in range(1, min(last, 200) + 1)]
        wide = min(max(_NARROWEST, *(width(text) + 3 for text in texts)), _WIDEST)
        _column(sheet, position, wide, _format(column))
        letter = get_column_letter(position)
        _lists(sheet, column, f"{letter}2:{letter}{end}", choices)
        if not column.public:
            sheet.column_dimensions[letter].fill = fill(PRIVATE_CELL)
    _values(sheet, columns, last)
    _unused(sheet, columns, choices, end)
    sheet.row_dimensions[1].height = 30
    leading = next((position for position, column in enumerate(columns, 2) if column.required), 1)
    frozen = max(leading, 1 + len(table.names))
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns) + 1)}{last}"
    sheet.sheet_view.zoomScale = 100
    fit_to_page(sheet, _A3)


def _format(column: Column) -> str:
    return _DAY_FORMAT if column.shape is Shape.DAY else _TEXT_FORMAT


def _heading(sheet: Worksheet, position: int, shade: str, said: str) -> None:
    cell = sheet.cell(1, position)
    cell.font = Font(name=FONT, size=10, bold=True, color="FFFFFF")
    cell.fill = fill(shade)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    comment = Comment(said, NUMBER, height=24 + 18 * sum(1 + width(line) // 36 for line in said.split("\n")), width=280)
    cell.comment = comment


def _column(sheet: Worksheet, position: int, wide: int, number_format: str) -> None:
    dimension = sheet.column_dimensions[get_column_letter(position)]
    dimension.width = wide
    dimension.number_format = number_format
    dimension.font = Font(name=FONT, size=10)


def _values(sheet: Worksheet, columns: Sequence[Column], last: int) -> None:
    font, place = Font(name=FONT, size=10), Alignment(vertical="top", wrap_text=True)
    border, inside = Border(bottom=_LINE), fill(PRIVATE_CELL)
    wide = [sheet.column_dimensions[get_column_letter(position)].width for position in range(1, len(columns) + 2)]
    for number, row in enumerate(sheet.iter_rows(2, last, 1, len(columns) + 1), 2):
        texts = [str(cell.value or "") for cell in row]
        sheet.row_dimensions[number].height = height(zip(texts, wide, strict=True))
        for cell, column in zip(row, (None, *columns), strict=True):
            cell.number_format = _format(column) if column else _TEXT_FORMAT
            cell.font, cell.alignment, cell.border = font, place, border
            if column and not column.public:
                cell.fill = inside


def _lists(sheet: Worksheet, column: Column, cells: str, choices: Choices) -> None:
    found = choices.of(column)
    if found:
        rule = DataValidation("list", choices.range(found), allow_blank=True)
        rule.errorTitle, rule.error = "不在可选的范围里", "请从下拉列表里选一项。"
    elif column.shape is Shape.DAY:
        rule = DataValidation("date", "32874", "73050", operator="between", allow_blank=True)
        rule.errorTitle, rule.error = "这里要一个日期", "写成 2026-03-01 这样。"
    else:
        return
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _unused(sheet: Worksheet, columns: Sequence[Column], choices: Choices, end: int) -> None:
    """Grey wherever the kind of a row has no use for a column, so that a clerk sees where to write."""
    tag = next((position for position, column in enumerate(columns, 2) if column.tag), None)
    if tag is None:
        return
    for position, column in enumerate(columns, 2):
        if not column.everywhere:
            kinds = tuple(kind for said in column.said for kind in said.kinds)
            cell = f"${get_column_letter(tag)}2"
            formula = f'AND({cell}<>"",ISNA(MATCH({cell},{choices.range(kinds)},0)))'
            letter = get_column_letter(position)
            style = DifferentialStyle(fill=PatternFill(bgColor=UNUSED_CELL, fill_type="solid"))
            rule = Rule("expression", formula=[formula], dxf=style)
            sheet.conditional_formatting.add(f"{letter}2:{letter}{end}", rule)


def fit_to_page(sheet: Worksheet, paper: int) -> None:
    """Printed, a sheet is as wide as its paper."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
