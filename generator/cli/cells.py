"""Problems of a workbook: the place as a clerk finds it, 案件 第7行 C列, and the cell's text if it may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.model.personal import mask
from generator.problems import Problem, Severity
from generator.records.workbook.read import Reading, letters, sheet_of

_LONGEST: Final = 60


def report(problems: Sequence[Problem], reading: Reading) -> str:
    """All problems in the order of their cells, with a line that counts them."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    total = f"表格里共 {errors} 个错误、{len(problems) - errors} 个警告。"
    return "\n".join([*(_block(problem, reading) for problem in problems), total])


def place(problem: Problem) -> str:
    """名单.xlsx 案件 第7行 C列; the file alone where it is about the file."""
    span, sheet = problem.span, sheet_of(problem.span)
    if not sheet:
        return mask(span.file)
    file = span.file.removesuffix(f"[{sheet}]")
    return mask(f"{file} {sheet} 第{span.line}行 {letters(span.column)}列")


def _block(problem: Problem, reading: Reading) -> str:
    head = f"{place(problem)}: {problem.severity.value} {problem.code}: {mask(problem.message)}"
    content = reading.content(problem.span)
    shown = [f"   内容: 「{_shown(content, problem)}」"] if content else []
    article = [f"   依据: {problem.article}"] if problem.article else []
    return "\n".join([head, *shown, *article, f"   提示: {mask(problem.hint)}", ""])


def _shown(content: str, problem: Problem) -> str:
    if problem.private:
        return "▇" * min(len(content), _LONGEST)
    text = "".join(char if char.isprintable() else "⏎" if char == "\n" else "�" for char in mask(content))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
