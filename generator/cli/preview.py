"""What a record file would bring if it were written: the rules run on the result before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.checks import check_all
from generator.cli.options import today
from generator.ledger import fold
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.personal import mask
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.problems import Problem, Severity
from generator.records import yaml
from generator.records.decode import Loaded, decode
from generator.records.load import Records, load, model_of
from generator.records.tree import Node

R = TypeVar("R", bound=Record)


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
    """The records with another text in the file of a case, a worksite or a year of sessions."""
    node, problems = yaml.read(text.encode(), file)
    more: list[Problem] = []
    cases, sites, outreach = records.cases, records.sites, records.outreach
    if node and model_of(file) is Worksite:
        site, more = decode(Worksite, node, file)
        sites = replace(sites, worksites=_instead(sites.worksites, site, file))
    elif node and model_of(file) is Outreach:
        year, more = decode(Outreach, node, file)
        outreach = replace(outreach, years=_instead(outreach.years, year, file))
    elif node:
        case, more = decode(Case, node, file)
        cases = _instead(cases, case, file)
    trees: list[Node] = [tree for tree in records.trees if tree.span.file != file]
    said = [problem for problem in records.problems if problem.span.file != file]
    return replace(
        records,
        cases=cases,
        sites=sites,
        outreach=outreach,
        trees=(*trees, *([node] if node else [])),
        problems=tuple(sorted([*said, *problems, *more])),
    )


def _instead(known: Sequence[Loaded[R]], new: Loaded[R] | None, file: str) -> tuple[Loaded[R], ...]:
    others = [one for one in known if one.file != file]
    return tuple(sorted([*others, *([new] if new else [])], key=lambda one: one.file))


def _problems(records: Records, as_of: date | None) -> Iterable[Problem]:
    found = list(records.problems)
    if records.portal:
        found += check_all(fold(records, records.portal, as_of or records.portal.record.demonstration or today()))
    return sorted(found)
