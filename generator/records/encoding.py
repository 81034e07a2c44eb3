"""Bytes → text: UTF-8 and nothing else, and the first character that would make a file look other than it is."""

from __future__ import annotations

import re
from typing import Final

from generator.model.values import FORBIDDEN as FORBIDDEN
from generator.problems import Problem, Severity, Span

MAX_BYTES: Final = 1_000_000
_LONE_RETURN: Final = re.compile(r"\r(?!\n)")
_MARK: Final = b"\xef\xbb\xbf"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HINT: Final = "用编辑器另存为 UTF-8；记事本里选「UTF-8」，不选 ANSI"


def too_large(file: str) -> Problem:
    """What is said of a file that nobody wrote by hand."""
    return Problem(Span(file), "R101", "文件超过 1 MB", "一件案件一个文件；大段材料不放进记录")


def text_of(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text, without a byte order mark; None where it is not readable as UTF-8 text at all.

    A byte order mark is only a warning: Windows writes it unasked, and the text behind it is sound.
    """
    if len(data) > MAX_BYTES:
        return None, [too_large(file)]
    if data.startswith(_UTF16) or b"\0" in data[:2]:
        return None, [Problem(Span(file), "R102", "文件是 UTF-16 编码，不是 UTF-8", _HINT)]
    try:
        text = data.removeprefix(_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_undecodable(data.removeprefix(_MARK), error, file)]
    found = FORBIDDEN.search(text) or _LONE_RETURN.search(text)
    if found:
        span = Span(file, *_place(text[: found.start()]), 1)
        return None, [Problem(span, "R103", "有看不见的控制字符", "删去这个位置上的控制字符")]
    marked = [_marked(file)] if data.startswith(_MARK) else []
    return text, marked


def _marked(file: str) -> Problem:
    hint = "照样能读；用编辑器另存为「UTF-8（无 BOM）」就不再提醒"
    return Problem(Span(file), "R112", "文件开头有 BOM 标记", hint, Severity.WARNING)


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    line, column = _place(data[: error.start].decode("utf-8"))
    kind = "文件是 GBK（ANSI）编码，不是 UTF-8" if _is_gbk(data) else "文件不是 UTF-8 编码"
    return Problem(Span(file, line, column), "R102", kind, _HINT)


def _is_gbk(data: bytes) -> bool:
    try:
        return not FORBIDDEN.search(data.decode("gb18030"))
    except UnicodeDecodeError:
        return False


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
