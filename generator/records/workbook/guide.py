"""The sheet 说明: how to fill the others, and every column with its meaning, from the field catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.records.workbook.columns import HELP, LISTS, NUMBER, SAMPLE, TABLES, Column, Shape
from generator.records.workbook.look import (
    A4,
    FONT,
    INSIDE,
    OPTIONAL,
    PRIVATE,
    PRIVATE_CELL,
    REQUIRED,
    TEXT,
    UNUSED_CELL,
    fill,
    fit_to_page,
    height,
)

_WIDTHS: Final = (10, 26, 50, 40, 8, 8, 50)
_HEADINGS: Final = ("工作表", "列名", "填什么", "例子", "必填", "公开", "哪些行可以填")
_OTHERS: Final = "、".join(f"「{table.name}」" for table in LISTS)
_RULES: Final = (
    f"「{TABLES[0].name}」一件案件一行；{_OTHERS}一项一行，用「{NUMBER}」与案件对上。",
    f"新案件的「{NUMBER}」留空，由程序给下一个编号；它在别的表里有内容的，就在几张表里都写「新1」「新2」这样的记号。",
    f"「{NUMBER}」写「{SAMPLE}」的行只供参考，不会导入。",
    "编号、代码、文号、金额、人数、期间都是文本格式的格子，照原件输入；金额带单位，写 41.6万元、50000元、100余万元。",
    "日期写 2026-03-01；写成 2026/3/1、2026年3月1日 也能认出。只写月日、两位数年份的不认。",
    "不知道的内容留空，不要写「不详」，不要写「无」。不要用公式，不要合并单元格。",
    "有下拉列表的从列表里选。一格里写几项的，用「、」隔开；某一项自己带「、」的，用英文双引号括起来。",
    "「人员1·姓名」「人员2·姓名」是同一行里的第一人、第二人；不够时照样加列「人员3·姓名」「人员3·身份」。",
    "列可以移动、隐藏，行可以排序、筛选；隐藏的、筛选掉的行也会导入。列名不要改。",
    "表里没有的案件不受影响；导入从不删除案件。表里有的案件，以表里的内容为准：清空一格就是删去这一项。",
    "劳动者姓名、身份证号、手机号、银行卡号、住址，任何一格都不要写，「备注」里也不写。",
    "先运行 anxin import 文件名，看它说要新增、改动什么；有错误时整份都不导入，改好再来。",
)
_LEGEND: Final = (
    (REQUIRED, "必填的列（有的只在某些事项里必填，见下）"),
    (OPTIONAL, "可以不填的列"),
    (PRIVATE, "内部的列，不公开"),
    (PRIVATE_CELL, "内部的列里的格子"),
    (UNUSED_CELL, "这一行用不着的格子"),
)


def write_guide(sheet: Worksheet) -> None:
    """Fill the first sheet."""
    sheet.title = HELP
    for letter, wide in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = wide
    sheet.sheet_view.showGridLines = False
    row = _title(sheet, 1, "怎么填这份表")
    for number, rule in enumerate(_RULES, 1):
        _wide(sheet, row, f"{number}. {rule}")
        row += 1
    row = _title(sheet, row + 1, "颜色")
    for shade, meaning in _LEGEND:
        sheet.cell(row, 1).fill = fill(shade)
        _wide(sheet, row, meaning, 2)
        row += 1
    row = _title(sheet, row + 1, "每一列填什么")
    _table(sheet, row)
    fit_to_page(sheet, A4)


def _title(sheet: Worksheet, row: int, text: str) -> int:
    cell = sheet.cell(row, 1, text)
    cell.font = Font(name=FONT, size=14, bold=True, color=REQUIRED)
    sheet.row_dimensions[row].height = 26
    return row + 1


def _wide(sheet: Worksheet, row: int, text: str, column: int = 1) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    cell.font, cell.alignment = Font(name=FONT, size=10), Alignment(vertical="center")
    sheet.row_dimensions[row].height = 19


def _text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.style = TEXT
    cell.data_type = "s"


def _table(sheet: Worksheet, row: int) -> None:
    for position, heading in enumerate(_HEADINGS, 1):
        cell = sheet.cell(row, position, heading)
        cell.font = Font(name=FONT, size=10, bold=True, color="FFFFFF")
        cell.fill = fill(REQUIRED)
    for line in _lines():
        row += 1
        for position, text in enumerate(line, 1):
            _text(sheet, row, position, text)
        sheet.row_dimensions[row].height = height(zip(line, _WIDTHS, strict=True))
        if line[5] == "内部":
            sheet.cell(row, 6).style = f"{TEXT}{INSIDE}"


def _lines() -> Iterator[Sequence[str]]:
    """One line per column and meaning; of a numbered list the first item only."""
    for table in TABLES:
        for column in table.columns():
            if 1 not in column.path:
                yield from _meanings(table.name, column)


def _meanings(sheet: str, column: Column) -> Iterator[Sequence[str]]:
    for said in column.said:
        example = said.example.strip("[]").replace(", ", "、") if column.shape is Shape.WORDS else said.example
        choices = f"可选：{'、'.join(said.choices)}" if said.choices and not column.tag else ""
        help_text = "；".join(part for part in (said.help, choices) if part)
        kinds = "、".join(said.kinds) if said.kinds and not column.everywhere else "每一行"
        yield (
            *(sheet, column.heading, help_text, example),
            *("必填" if said.required else "", "公开" if said.public else "内部", kinds),
        )
