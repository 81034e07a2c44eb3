"""A raw cell in its column → the text that a YAML file would have there, or what Excel has done to it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from generator.model.codes import CODE_ALPHABET, CreditCode
from generator.problems import Problem, Severity, Span
from generator.records.workbook.columns import Column, Shape
from generator.records.workbook.package import Cell, Type

YES: Final = "是"
_SCIENTIFIC: Final = re.compile(r"[+-]?\d(?:\.\d+)?[Ee]\+?\d+", re.ASCII)
_LOOSE_DAY: Final = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?", re.ASCII)
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_SERIALS: Final = range(32_874, 73_051)  # 1990-01-01 to 2099-12-31
_SIGNIFICANT: Final = 15  # digits of a number that Excel keeps
_RETYPE: Final = "先把这一格设为「文本」格式，再照原件重新输入"

Outcome = str | Problem | None
"""The text, what is wrong, or nothing where the cell only looks filled."""


def text_of(cell: Cell, column: Column, span: Span, *, since_1904: bool = False) -> Outcome:
    """Read one cell strictly: nothing is guessed that could be read in two ways."""
    match cell.type:
        case Type.FORMULA:
            return Problem(span, "R254", "这一格是公式", "复制后用「选择性粘贴 → 数值」贴回，只留结果")
        case Type.ERROR:
            return Problem(span, "R255", "这一格是 Excel 的出错值", "照原件重新输入内容；不知道就清空这一格")
        case Type.FLAG:
            return _flag(cell, column, span)
        case Type.DATE:
            return _date(cell, column, span, _EPOCH_1904 if since_1904 else _EPOCH)
        case Type.NUMBER:
            return _number(cell, column, span)
        case Type.TEXT:
            return _text(cell.text, column, span)


def _flag(cell: Cell, column: Column, span: Span) -> Outcome:
    if column.shape is not Shape.FLAG:
        return Problem(span, "R267", "这一格是逻辑值，不是文字", _RETYPE)
    return "true" if cell.text in {"1", "true"} else Problem(span, "R267", "这一项只能写「是」", "不是的话，清空这一格")


def _date(cell: Cell, column: Column, span: Span, epoch: date) -> Outcome:
    if column.shape is not Shape.DAY:
        return Problem(span, "R261", "Excel 把这一格变成了日期", _RETYPE)
    try:
        days = float(cell.text)
        day = epoch + timedelta(days=int(days))
    except (ValueError, OverflowError):
        return Problem(span, "R259", "这一格里的日期读不出来", "重新输入，写成 2026-03-01 这样")
    if days != int(days):
        return Problem(span, "R260", "日期后面带了钟点", "只写日期，例如 2026-03-01")
    return day.isoformat()


def _number(cell: Cell, column: Column, span: Span) -> Outcome:
    text = _digits(cell.text)
    if column.shape is Shape.DAY:
        return _serial(text, span)
    if column.code:
        lost = "超过 15 位的部分已经变成 0" if len(text) > _SIGNIFICANT else "开头的 0 可能已经丢失"
        return Problem(span, "R256", f"Excel 把这个代码当成了数字，{lost}", _RETYPE, private=True)
    if len(text.strip("-").replace(".", "")) > _SIGNIFICANT or "e" in text:
        hint = f"Excel 只保留 15 位；{_RETYPE}"
        return Problem(span, "R256", "这个数字太长，末尾的几位已经不准", hint, private=True)
    return text


def _digits(text: str) -> str:
    """A number as one would type it: 46082, not 46082.0; 37.55, not 37.549999999999997."""
    value = float(text)
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e300 else repr(value)


def _serial(text: str, span: Span) -> Problem:
    if text.isdecimal() and int(text) in _SERIALS:
        day = _EPOCH + timedelta(days=int(text))
        return Problem(span, "R259", "日期变成了数字", f"可能是 {day}；核对后把这一格设为日期格式，或重新输入")
    return Problem(span, "R259", "这里要一个日期，格子里是数字", "重新输入，写成 2026-03-01 这样")


def _text(text: str, column: Column, span: Span) -> Outcome:
    if not text.strip():
        return None
    if text != text.strip():
        return Problem(span, "R263", "首尾有空格或换行", "删去首尾看不见的空白")
    if column.shape is Shape.FLAG:
        return "true" if text.upper() in {YES, "TRUE"} else Problem(span, "R267", "这一项只能写「是」", "不是就清空")
    folded = unicodedata.normalize("NFKC", text)
    narrow = column.code or column.shape is Shape.DAY
    if narrow and folded != text and folded.isascii():
        return Problem(span, "R262", "数字或字母是全角的", "改成半角")
    if column.code and _SCIENTIFIC.fullmatch(text):
        return Problem(span, "R257", "Excel 把数字改成了科学计数法", _RETYPE, private=True)
    return _day(text) if column.shape is Shape.DAY else text


def doubt(text: str, column: Column, span: Span) -> Problem | None:
    """A warning about a code that can be read: its end looks as if Excel had rounded it off."""
    if not (column.code and _is_rounded(text)):
        return None
    hint = f"对照原件核对最后几位；不对的，{_RETYPE}"
    return Problem(span, "R258", "代码的末尾全是 0，可能是 Excel 改掉的", hint, Severity.WARNING, private=True)


def _is_rounded(text: str) -> bool:
    """True for digits that end as Excel makes them end, unless they are a sound credit code."""
    if not text.isdecimal() or len(text) <= _SIGNIFICANT or text[_SIGNIFICANT:].strip("0"):
        return False
    return not (len(text) == 18 and not set(text) - set(CODE_ALPHABET) and CreditCode(text).valid)


def _day(text: str) -> str:
    """Year, month, day in this order can be read in one way only; anything else stays as it is and is refused."""
    match = _LOOSE_DAY.fullmatch(text)
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}" if match else text
