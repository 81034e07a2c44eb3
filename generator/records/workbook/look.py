"""How a sheet looks and helps: frozen headings with notes, text and date formats, drop-down lists, shades."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.records.tree import Path
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
TEXT: Final = "文本"
DAY: Final = "日期"
INSIDE: Final = "（内部）"
_TEXT_FORMAT: Final = "@"
_DAY_FORMAT: Final = "yyyy-mm-dd"
_FONT: Final = Font(name=FONT, size=10)
_PLACE: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
_BORDER: Final = Border(bottom=Side(style="thin", color="D0D0D0"))
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
    _column(sheet, 1, 16, None)


def dress(sheet: Worksheet, table: Table, columns: Sequence[Column], choices: Choices) -> None:
    """Everything around the values of a sheet: to be done once they are in."""
    last = sheet.max_row
    end = last + _SPARE
    for position, column in enumerate(columns, 2):
        _heading(sheet, position, colour(column), note(column))
        _lists(sheet, column, f"{get_column_letter(position)}2:{get_column_letter(position)}{end}", choices)
    _unused(sheet, columns, choices, end)
    sheet.row_dimensions[1].height = 30
    leading = next((position for position, column in enumerate(columns, 2) if column.required), 1)
    sheet.freeze_panes = f"{get_column_letter(max(leading, 1 + len(table.names)) + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns) + 1)}{last}"
    fit_to_page(sheet, _A3)


def measure(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Mapping[Path, str]]) -> None:
    """Columns as wide as their first texts, rows as high as what is in them."""
    wide: dict[Path, int] = {}
    for position, column in enumerate(columns, 2):
        texts = [column.heading, *(row.get(column.path, "") for row in rows[:200])]
        wide[column.path] = min(max(_NARROWEST, *(width(text) + 3 for text in texts)), _WIDEST)
        _column(sheet, position, wide[column.path], column)
    for number, row in enumerate(rows, 2):
        sheet.row_dimensions[number].height = height((text, wide[path]) for path, text in row.items())


def _heading(sheet: Worksheet, position: int, shade: str, said: str) -> None:
    cell = sheet.cell(1, position)
    cell.font = Font(name=FONT, size=10, bold=True, color="FFFFFF")
    cell.fill = fill(shade)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    comment = Comment(said, NUMBER, height=24 + 18 * sum(1 + width(line) // 36 for line in said.split("\n")), width=280)
    cell.comment = comment


def _column(sheet: Worksheet, position: int, wide: int, column: Column | None) -> None:
    """The format of a whole column, so that what is typed into an empty cell is taken as it should be."""
    dimension = sheet.column_dimensions[get_column_letter(position)]
    dimension.width = wide
    dimension.number_format = _DAY_FORMAT if column and column.shape is Shape.DAY else _TEXT_FORMAT
    dimension.font, dimension.alignment, dimension.border = _FONT, _PLACE, _BORDER
    if column and not column.public:
        dimension.fill = fill(PRIVATE_CELL)


def register(book: Workbook) -> None:
    """Give a workbook the styles of its cells; a style by its name is quick, one put together for each cell is not."""
    for name, number_format in ((TEXT, _TEXT_FORMAT), (DAY, _DAY_FORMAT)):
        for suffix in ("", INSIDE):
            style = NamedStyle(f"{name}{suffix}", _FONT, border=_BORDER, alignment=_PLACE, number_format=number_format)
            style.fill = fill(PRIVATE_CELL) if suffix else PatternFill()
            book.add_named_style(style)


def style_of(column: Column | None) -> str:
    """The name of a column's style; of the column of numbers for None."""
    if column is None:
        return TEXT
    return (DAY if column.shape is Shape.DAY else TEXT) + ("" if column.public else INSIDE)


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
