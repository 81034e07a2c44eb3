"""Problems as text, JSON or CI annotations; the only place that shows a source line, and it shows nothing private."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from rich.cells import cell_len

from generator.model.personal import mask
from generator.problems import Problem, Severity

FORMATS: Final = ("text", "json", "github")

# A file that is no YAML has not been searched for private facts: only its keys and signs are shown.
_UNREAD: Final = frozenset({"R103", "R105"})
_AFTER_COLON: Final = re.compile(r"(?<=[:：]).*")
_NOTE: Final = re.compile(r"(备注\s*[:：]\s*)([^,}]*)")
_WORD: Final = re.compile(r"\w")

_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def report(problems: Sequence[Problem], root: Path, style: str) -> str:
    """All problems in one of FORMATS, without a trailing newline."""
    match style:
        case "json":
            return json.dumps([_as_json(problem) for problem in problems], ensure_ascii=False, indent=1)
        case "github":
            return "\n".join(_as_annotation(problem) for problem in problems)
        case _:
            sources = _Sources(root, problems)
            return "\n".join([*(_as_text(problem, sources) for problem in problems), summary(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """One line: how many errors and warnings in how many files."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    files = len({problem.span.file for problem in problems})
    if not problems:
        return "没有问题。"
    return f"共 {errors} 个错误、{len(problems) - errors} 个警告，涉及 {files} 个文件。"


class _Sources:
    """Source lines with every private stretch covered."""

    def __init__(self, root: Path, problems: Sequence[Problem]) -> None:
        self._root = root
        self._private = [problem.span for problem in problems if problem.private]
        self._unread = {problem.span.file for problem in problems if problem.code in _UNREAD}
        self._lines = lru_cache(maxsize=64)(self._read)

    def line(self, file: str, number: int) -> str | None:
        lines = self._lines(file)
        if not 0 < number <= len(lines):
            return None
        text = mask(lines[number - 1].replace("\t", " "))
        if file in self._unread:
            text = _AFTER_COLON.sub(lambda match: _WORD.sub("▇", match[0]), text)
        text = _NOTE.sub(lambda match: match[1] + _WORD.sub("▇", match[2]), text)
        for span in self._private:
            if (span.file, span.line) == (file, number):
                start, end = span.column - 1, span.column - 1 + span.length
                text = text[:start] + "▇" * len(text[start:end]) + text[end:]
        return text

    def _read(self, file: str) -> list[str]:
        try:
            return (self._root / file).read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return []


def _as_text(problem: Problem, sources: _Sources) -> str:
    span = problem.span
    head = (
        f"{mask(span.file)}:{span.line}:{span.column}: {problem.severity.value} {problem.code}: {mask(problem.message)}"
    )
    line = sources.line(span.file, span.line)
    excerpt = [] if line is None or not line.strip() else _excerpt(line.rstrip(), span.line, span.column, span.length)
    article = [f"   依据: {problem.article}"] if problem.article else []
    return "\n".join([head, *excerpt, *article, f"   提示: {mask(problem.hint)}", ""])


def _excerpt(line: str, number: int, column: int, length: int) -> list[str]:
    """The line and a caret under the place; the caret counts terminal cells, for a Chinese character takes two."""
    margin = f"{number:>5} | "
    before, marked = line[: column - 1], line[column - 1 : column - 1 + max(length, 1)]
    caret = " " * (len(margin) - 2) + "| " + " " * cell_len(before) + "^" * max(cell_len(marked), 1)
    return [margin + line, caret]


def _as_json(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "file": mask(span.file),
        "line": span.line,
        "column": span.column,
        "severity": _LEVEL[problem.severity],
        "code": problem.code,
        "message": mask(problem.message),
        "article": problem.article,
        "hint": mask(problem.hint),
    }


def _as_annotation(problem: Problem) -> str:
    span = problem.span
    body = mask(f"{problem.message} 提示: {problem.hint}").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = f"file={mask(span.file)},line={span.line},col={span.column}"
    return f"::{_LEVEL[problem.severity]} {place},title={problem.code}::{body}"
