"""A root folder → every record in it, with every reading problem in one run; nothing is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from generator.model.case import Case
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.problems import Problem, Severity, Span
from generator.records import yaml
from generator.records.decode import Loaded, decode
from generator.records.tree import Node, Scalar

PORTAL: Final = "content/portal.yml"
FIGURES: Final = "content/figures.yml"
CASES: Final = "cases"
_COMMENT: Final = re.compile(r"(?:^|\s)#\s*(.+)")

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a root, in the order of their paths, and what could not be read.

    `portal` and `figures` are None where their files are missing or unsound throughout.
    """

    portal: Loaded[Portal] | None
    figures: Loaded[Figures] | None
    cases: tuple[Loaded[Case], ...]
    trees: tuple[Node, ...]
    """Every file that is YAML at all, sound or not: what looks private is searched here."""
    problems: tuple[Problem, ...]


def load(root: Path) -> Records:
    """Read `content/` and `cases/` below `root`."""
    reader = _Reader(root)
    portal = reader.one(Portal, PORTAL)
    figures = reader.one(Figures, FIGURES)
    cases = [reader.read(Case, file) for file in reader.case_files()]
    return Records(
        portal, figures, tuple(case for case in cases if case), tuple(reader.trees), tuple(sorted(reader.problems))
    )


def _comments(text: str, file: str) -> list[Node]:
    """What stands behind a # on each line: no rule types it, but what is private must not stand there either."""
    found = (_COMMENT.search(line) for line in text.split("\n"))
    return [
        Scalar(match[1], Span(file, number, match.start(1) + 1, len(match[1])))
        for number, match in enumerate(found, 1)
        if match
    ]


class _Reader:
    """Collects trees and problems while records are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.trees: list[Node] = []
        self.problems: list[Problem] = []

    def one(self, model: type[R], file: str) -> Loaded[R] | None:
        if not (self.root / file).exists():
            self.problems.append(Problem(Span(file), "R108", "缺少这个文件", "照手册里的样例新建它"))
            return None
        return self.read(model, file)

    def read(self, model: type[R], file: str) -> Loaded[R] | None:
        try:
            data = (self.root / file).read_bytes()
        except OSError:
            self.problems.append(
                Problem(Span(file), "R107", "文件读不出来", "核对它是普通文件、链接没有断、权限允许读取")
            )
            return None
        node, problems = yaml.read(data, file)
        self.problems += problems
        if node is None:
            return None
        self.trees += [node, *_comments(data.decode("utf-8"), file)]
        loaded, problems = decode(model, node, file)
        self.problems += problems
        return loaded

    def case_files(self) -> Iterable[str]:
        """Every `.yml` below `cases/`; anything else there is pointed out, for it would be passed over in silence."""
        if not (self.root / CASES).is_dir():
            self.problems.append(
                Problem(Span(CASES), "R108", "缺少这个文件夹", "案件放在 cases/<年>/ 里；确实没有案件也留着它")
            )
        for path in sorted((self.root / CASES).rglob("*")):
            file = path.relative_to(self.root).as_posix()
            if path.suffix == ".yml":
                yield file
            elif path.is_symlink() and path.is_dir():
                self.problems.append(
                    Problem(Span(file), "R110", "文件夹不能是链接，里面的案件会读不到", "换成真正的文件夹")
                )
            elif not path.is_dir() and not path.name.startswith("."):
                hint = "案件文件的扩展名是 .yml；别的材料放到 cases/ 之外"
                self.problems.append(Problem(Span(file), "R109", "这个文件不会被读取", hint, Severity.WARNING))
