"""What an import would do, before it does anything: per case new, changed or as it is, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from generator.model.case import Case
from generator.model.codes import CaseNumber
from generator.model.personal import mask
from generator.problems import Problem
from generator.records import load, tree
from generator.records.decode import Loaded, decode
from generator.records.encode import plain
from generator.records.load import Records
from generator.records.tree import Path
from generator.records.workbook.columns import TABLES, Column, Keys, Shape, Table, keys_of
from generator.records.workbook.read import CaseRows, Reading
from generator.records.workbook.rows import Row, rows

_LONGEST: Final = 40


class Fate(StrEnum):
    """What becomes of a case."""

    NEW = "新增"
    CHANGED = "改动"
    SAME = "不变"


@dataclass(frozen=True, slots=True)
class Change:
    """One case of the workbook beside the case as it stands; values that stay inside are not in the sentences."""

    fate: Fate
    loaded: Loaded[Case]
    before: Loaded[Case] | None
    sentences: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The case's number."""
        return PurePosixPath(self.loaded.file).stem


@dataclass(frozen=True, slots=True)
class Proposal:
    """All changes in the workbook's order; worthless while there are problems."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def propose(reading: Reading, records: Records, prefix: str, year: int) -> Proposal:
    """Compare a workbook with the records. A new case without events is one of `year`."""
    known = {PurePosixPath(case.file).stem: case for case in records.cases}
    files = {case.file for case in records.cases} | {problem.span.file for problem in records.problems}
    numbering = _Numbering(prefix, [*files, *(str(case.number) for case in reading.cases if case.number)])
    problems, changes = list(reading.problems), []
    blamed = {problem.span for problem in problems}
    for case in reading.cases:
        loaded, found = decode(Case, case.tree, "")
        problems += [problem for problem in found if problem.span not in blamed]
        if loaded is None:
            continue
        number = case.number or numbering.following(_year(loaded.record, year))
        before = known.get(str(number))
        problems += _obstacles(case, before, reading, files)
        file = before.file if before else f"{load.CASES}/{number.year}/{number}.yml"
        changes.append(_change(replace(loaded, file=file), before))
    return Proposal(tuple(changes), tuple(sorted(problems)))


def applied(records: Records, changes: Iterable[Change]) -> Records:
    """The records as they would be, the places of what is new or changed being its cells."""
    new = {change.loaded.file: change.loaded for change in changes if change.fate is not Fate.SAME}
    cases = {case.file: case for case in records.cases} | new
    trees = [node for node in records.trees if isinstance(node, tree.Scalar) or node.span.file not in new]
    return replace(
        records,
        cases=tuple(cases[file] for file in sorted(cases)),
        trees=(*trees, *(case.tree for case in new.values())),
    )


class _Numbering:
    """Hands out numbers, beyond every one that is in use, whether its file can be read or not."""

    def __init__(self, prefix: str, used: Iterable[str]) -> None:
        self._prefix = prefix
        found = [number for text in used if (number := CaseNumber.parse(PurePosixPath(text).stem))]
        self._last: dict[int, int] = {}
        for number in found:
            self._last[number.year] = max(number.serial, self._last.get(number.year, 0))

    def following(self, year: int) -> CaseNumber:
        self._last[year] = self._last.get(year, 0) + 1
        return CaseNumber(self._prefix, year, self._last[year])


def _year(case: Case, year: int) -> int:
    return min((event.on.year for event in case.events), default=year)


def _obstacles(case: CaseRows, before: Loaded[Case] | None, reading: Reading, files: set[str]) -> Iterator[Problem]:
    number = case.number
    path = f"{load.CASES}/{number.year}/{number}.yml" if number else ""
    if (before is None and path in files) or (before and not before.whole):
        hint = "先运行 anxin check，把这个文件改好，再导入"
        yield Problem(case.span, "R268", "这件案件现有的文件里有读不出来的内容，不能改动", hint)
    elif before:
        lost = [f"「{table.name}」的「{'·'.join(keys)}」" for table, keys in _uncovered(before, reading)]
        if lost:
            hint = f"补上这些列，或重新导出一份再改：{'、'.join(lost)}"
            yield Problem(case.span, "R270", "表里缺少的列，在这件案件里原来有内容", hint)


def _uncovered(before: Loaded[Case], reading: Reading) -> Iterator[tuple[Table, Keys]]:
    """What the case has and the workbook has no column for: nobody meant to delete it."""
    laid_out = rows(plain(before.record))
    for table in TABLES:
        keys = dict.fromkeys(keys_of(path) for row in laid_out[table.name] for path in row)
        yield from ((table, key) for key in keys if not reading.covers(table, key))


def _change(loaded: Loaded[Case], before: Loaded[Case] | None) -> Change:
    new = rows(plain(loaded.record))
    if before is None:
        lists = [f"「{table.name}」{len(new[table.name])} 项" for table in TABLES if table.key and new[table.name]]
        return Change(Fate.NEW, loaded, None, (*_fields({}, new[TABLES[0].name][0], TABLES[0]), *lists))
    old = rows(plain(before.record))
    if old == new:
        return Change(Fate.SAME, before, before)
    sentences = [sentence for table in TABLES for sentence in _differences(old[table.name], new[table.name], table)]
    return Change(Fate.CHANGED, loaded, before, tuple(sentences))


def _differences(old: list[Row], new: list[Row], table: Table) -> Iterator[str]:
    if table.key is None:
        yield from _fields(old[0], new[0], table)
        return
    one, other = ([tuple(sorted(row.items(), key=str)) for row in side] for side in (old, new))
    for _, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        gone, come = old[first:last], new[start:end]
        if gone == come:
            continue
        for row, after in _pairs(gone, come, table):
            yield from _row(row, after, table)


def _pairs(gone: list[Row], come: list[Row], table: Table) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows that are about the same act go together, so that a change reads as one."""
    names = [column.path for column in table.names]
    left = list(gone)
    for after in come:
        alike = [row for row in left if all(row.get(path) == after.get(path) for path in names)]
        if alike:
            left.remove(alike[0])
        yield (alike[0] if alike else None), after
    yield from ((row, None) for row in left)


def _row(before: Row | None, after: Row | None, table: Table) -> Iterator[str]:
    name = _name(after or before or {}, table)
    if before is None:
        yield f"「{table.name}」新增：{name}"
    elif after is None:
        yield f"「{table.name}」删去：{name}"
    elif before == after:
        yield f"「{table.name}」{name}：换了先后"
    else:
        yield from (f"「{table.name}」{name}：{sentence}" for sentence in _fields(before, after, table))


def _name(row: Row, table: Table) -> str:
    return mask(" ".join(row[column.path] for column in table.names if column.path in row)) or "一行"


def _fields(before: Mapping[Path, str], after: Mapping[Path, str], table: Table) -> Iterator[str]:
    columns = {column.keys: column for column in table.columns()}
    for path in dict.fromkeys((*before, *after)):
        old, new = before.get(path), after.get(path)
        if old == new:
            continue
        column = replace(columns[keys_of(path)], path=path)
        heading = f"「{column.heading}」"
        if not column.public:
            yield heading + ("写入" if old is None else "删去" if new is None else "有改动") + "（内部，不显示）"
        elif new is None:
            yield f"{heading}删去，原为「{_shown(old, column)}」"
        elif old is None:
            yield f"{heading}写入「{_shown(new, column)}」"
        else:
            yield f"{heading}由「{_shown(old, column)}」改为「{_shown(new, column)}」"


def _shown(text: str | None, column: Column) -> str:
    shown = mask("是" if column.shape is Shape.FLAG else text or "").replace("\n", " ")
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
