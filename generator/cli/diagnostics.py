"""Problems as text, JSON or comments of a code platform; nothing private, nothing that a terminal would obey."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import click

from generator.cli.selection import Selection, select
from generator.cli.source import Sources, excerpt, visible
from generator.model.personal import mask
from generator.problems import Problem, Severity

FORMATS: Final = ("text", "json", "github", "gitlab")
VERSION: Final = 1
"""Of the JSON envelope: it grows when a field changes its meaning or goes away, not when one is added."""

_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor"}
_COLOUR: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def report(
    problems: Sequence[Problem], root: Path, style: str, most: int | None = None, *, colour: bool = False
) -> str:
    """The problems in one of FORMATS, without a trailing newline; at most `most`, errors first to be chosen."""
    chosen = select(problems, most)
    match style:
        case "json":
            return _as_json(chosen)
        case "github":
            return _as_annotations(chosen)
        case "gitlab":
            return _as_code_quality(chosen)
        case _:
            sources = Sources(root, problems)
            paint = click.style if colour else _plain
            return "\n".join([*(_as_text(problem, sources, paint) for problem in chosen.shown), _ending(chosen)])


def summary(problems: Sequence[Problem]) -> str:
    """One line: how many errors and warnings in how many files."""
    return _ending(select(problems, None))


def _ending(chosen: Selection) -> str:
    if not chosen.errors + chosen.warnings:
        return "没有问题。"
    left = f"另有 {chosen.left} 个没有列出。" if chosen.left else ""
    return f"共 {chosen.errors} 个错误、{chosen.warnings} 个警告，涉及 {chosen.files} 个文件。{left}"


def _plain(text: str, **_: object) -> str:
    return text


def safe(text: str) -> str:
    """For people and machines alike: no private fact, no character that is obeyed instead of shown."""
    return visible(mask(text))


def _as_text(problem: Problem, sources: Sources, paint: Callable[..., str]) -> str:
    span, colour = problem.span, _COLOUR[problem.severity]
    place = f"{safe(span.file)}:{span.line}:{span.column}"
    level = paint(f"{problem.severity.value} {problem.code}", fg=colour, bold=True)
    head = f"{paint(place, bold=True)}: {level}: {safe(problem.message)}"
    line = sources.line(span.file, span.line)
    shown = [] if line is None or not line.strip() else excerpt(line.rstrip(), span.line, span.column, span.length)
    carets = [paint(part, fg=colour) for part in shown[1:]]
    article = [f"   依据: {problem.article}"] if problem.article else []
    return "\n".join([head, *shown[:1], *carets, *article, f"   提示: {safe(problem.hint)}", ""])


def _as_json(chosen: Selection) -> str:
    counts = {"errors": chosen.errors, "warnings": chosen.warnings, "files": chosen.files, "left": chosen.left}
    problems = [described(problem) for problem in chosen.shown]
    return json.dumps({"version": VERSION, **counts, "problems": problems}, ensure_ascii=False, indent=1)


def described(problem: Problem) -> dict[str, object]:
    """A problem as JSON has it."""
    span = problem.span
    return {
        "file": safe(span.file),
        "line": span.line,
        "column": span.column,
        "end_column": span.column + span.length,
        "severity": _LEVEL[problem.severity],
        "code": problem.code,
        "message": safe(problem.message),
        "article": problem.article,
        "hint": safe(problem.hint),
    }


def _as_annotations(chosen: Selection) -> str:
    left = [f"::notice::{_data(_ending(chosen))}"] if chosen.left else []
    return "\n".join([*map(_as_annotation, chosen.shown), *left])


def _as_annotation(problem: Problem) -> str:
    span = problem.span
    end = f",endColumn={span.column + span.length}" if span.length else ""
    place = f"file={_property(safe(span.file))},line={span.line},endLine={span.line},col={span.column}{end}"
    body = _data(f"{safe(problem.message)} 提示: {safe(problem.hint)}")
    return f"::{_LEVEL[problem.severity]} {place},title={_property(problem.code)}::{body}"


def _data(text: str) -> str:
    """A message of a workflow command, escaped as the platform's toolkit does it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _as_code_quality(chosen: Selection) -> str:
    """Code Climate's format, which GitLab and those like it show on the line."""
    seen: Counter[str] = Counter()
    return json.dumps([_as_issue(problem, seen) for problem in chosen.shown], ensure_ascii=False, indent=1)


def _as_issue(problem: Problem, seen: Counter[str]) -> dict[str, object]:
    """One finding. Its fingerprint leaves the line out, so that a problem stays the same when lines move."""
    path, said = safe(problem.span.file), f"{safe(problem.message)} 提示: {safe(problem.hint)}"
    same = f"{path}\0{problem.code}\0{said}"
    seen[same] += 1
    return {
        "description": said,
        "check_name": problem.code,
        "fingerprint": sha256(f"{same}\0{seen[same]}".encode()).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": path, "lines": {"begin": problem.span.line}},
    }
