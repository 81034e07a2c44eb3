"""What a record file would bring if it were written: the rules run on the result before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.checks import check_all
from generator.cli.ledger import today
from generator.ledger import fold
from generator.model.case import Case
from generator.model.personal import mask
from generator.problems import Problem, Severity
from generator.records import yaml
from generator.records.decode import decode
from generator.records.load import Records, load
from generator.records.tree import Node


def brought(root: Path, file: str, text: str, as_of: date | None) -> list[Problem]:
    """The problems that are not there yet and would be if `text` stood in `file`."""
    records = load(root)
    before = Counter(_same(problem) for problem in _problems(records, as_of))
    found: list[Problem] = []
    for problem in _problems(_with(records, file, text), as_of):
        if before[_same(problem)]:
            before[_same(problem)] -= 1
        else:
            found.append(problem)
    return found


def errors(found: Iterable[Problem]) -> list[Problem]:
    """Those that stand in the way of writing."""
    return [problem for problem in found if problem.severity is Severity.ERROR]


def sentence(problem: Problem) -> str:
    """A problem without its place: the file it would be in is not there yet."""
    article = f"\n   依据: {problem.article}" if problem.article else ""
    return f"错误 {problem.code}: {mask(problem.message)}{article}\n   提示: {mask(problem.hint)}"


def _same(problem: Problem) -> tuple[str, str, str]:
    """What makes two problems one, wherever its line has moved."""
    return problem.span.file, problem.code, problem.message


def _with(records: Records, file: str, text: str) -> Records:
    """The records with another text in one case file."""
    node, problems = yaml.read(text.encode(), file)
    loaded, more = decode(Case, node, file) if node else (None, [])
    cases = [*(case for case in records.cases if case.file != file), *([loaded] if loaded else [])]
    trees: list[Node] = [tree for tree in records.trees if tree.span.file != file]
    said = [problem for problem in records.problems if problem.span.file != file]
    return replace(
        records,
        cases=tuple(sorted(cases, key=lambda case: case.file)),
        trees=(*trees, *([node] if node else [])),
        problems=tuple(sorted([*said, *problems, *more])),
    )


def _problems(records: Records, as_of: date | None) -> Iterable[Problem]:
    found = list(records.problems)
    if records.portal:
        found += check_all(fold(records, records.portal, as_of or records.portal.record.demonstration or today()))
    return sorted(found)
