"""A workbook → one tree per case, every value with the cell it came from, and every problem of every row in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.model.codes import CaseNumber
from generator.problems import Problem, Severity, Span, did_you_mean
from generator.records import tree
from generator.records.tree import Node, Path, Scalar
from generator.records.workbook import package, words
from generator.records.workbook.absent import absent
from generator.records.workbook.cells import doubt, text_of
from generator.records.workbook.columns import (
    CASES,
    CHOICES,
    HELP,
    LISTS,
    NUMBER,
    SAMPLE,
    TABLES,
    Column,
    Keys,
    Shape,
    Table,
    heading_of,
)
from generator.records.workbook.package import Cell, Package, Sheet, Type
from generator.records.workbook.rows import nest

NEW: Final = "新"
_NUMBER_HINT: Final = "写成 yk-2026-0001 这样；新案件留空，或写「新1」「新2」"


@dataclass(frozen=True, slots=True)
class CaseRows:
    """What all sheets say of one case. `number` is None for a new one that still has to be given its number."""

    number: CaseNumber | None
    span: Span
    tree: tree.Mapping


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook holds, and what is wrong with it."""

    cases: tuple[CaseRows, ...]
    problems: tuple[Problem, ...]
    columns: Mapping[str, Mapping[int, Column]]
    """The columns each sheet has, by their position."""
    sheets: Mapping[str, Sheet]

    def covers(self, table: Table, keys: Keys) -> bool:
        """True where the sheet has a column for a value, so that an empty cell means that there is none."""
        return any(column.keys == keys for column in self.columns.get(table.name, {}).values())

    def content(self, span: Span) -> str | None:
        """The text of the cell at a place; None where it is empty, or of a column that stays inside."""
        name = sheet_of(span)
        column = self.columns.get(name, {}).get(span.column)
        cell = self.sheets[name].rows.get(span.line, {}).get(span.column) if name in self.sheets else None
        return cell.text if cell and not (column and not column.public) else None


def place_in(file: str, sheet: str) -> str:
    """How a span names a sheet: 名单.xlsx[案件]; its line is the row, its column the column."""
    return f"{file}[{sheet}]"


def sheet_of(span: Span) -> str:
    """The sheet that a span names; empty where it names none."""
    return span.file.rpartition("[")[2].removesuffix("]") if span.file.endswith("]") else ""


def read(data: bytes, file: str) -> Reading:
    """Read every sheet that is ours."""
    found = package.read(data, file)
    if isinstance(found, Problem):
        return Reading((), (found,), {}, {})
    readers = {sheet.name: _SheetReader(sheet, table, file, found) for table, sheet in _ours(found)}
    for reader in readers.values():
        reader.run()
    problems = [*_sheets(found, file), *(problem for reader in readers.values() for problem in reader.problems)]
    cases = _gather(readers, problems)
    columns = {name: reader.columns for name, reader in readers.items()}
    sheets = {name: reader.sheet for name, reader in readers.items()}
    return Reading(tuple(cases), tuple(sorted(problems)), columns, sheets)


def _ours(found: Package) -> Iterator[tuple[Table, Sheet]]:
    for table in TABLES:
        yield from ((table, sheet) for sheet in found.sheets if sheet.name == table.name)


def _sheets(found: Package, file: str) -> Iterator[Problem]:
    names = [sheet.name for sheet in found.sheets]
    if CASES not in names:
        near = did_you_mean(CASES, names)
        yield Problem(Span(file), "R157", f"没有「{CASES}」这张工作表", near or "用 anxin export --template 出一份空表")
    known = {HELP, CHOICES, *(table.name for table in TABLES)}
    for sheet in found.sheets:
        if sheet.name not in known and sheet.rows:
            hint = f"要导入的内容写在{'、'.join(f'「{table.name}」' for table in TABLES)}里；别的工作表不会读"
            yield Problem(Span(file), "R158", "有一张工作表不会读取", hint, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    span: Span
    values: tuple[tuple[Path, Node], ...]


@dataclass
class _SheetReader:
    """Reads one sheet row by row; collects rows and problems."""

    sheet: Sheet
    table: Table
    file: str
    package: Package
    columns: dict[int, Column] = field(default_factory=dict)
    rows: list[_Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _number: int = 0
    _strangers: list[tuple[str, Span]] = field(default_factory=list)
    """What was said of headings that are no column of ours, and where."""
    _absent: dict[str, Span] = field(default_factory=dict)
    """Columns that rows need and the sheet lacks, and where that was said."""

    def run(self) -> None:
        self._merged()
        self._headings()
        for number in sorted(self.sheet.rows):
            if number > 1 and self._number:
                self._row(number, self.sheet.rows[number])

    def _span(self, row: int, column: int) -> Span:
        return Span(place_in(self.file, self.sheet.name), row, column, 1)

    def _say(self, span: Span, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(span, code, message, hint))

    def _merged(self) -> None:
        for row, column, _, _ in self.sheet.merged:
            hint = "取消合并，每一格都写上内容；合并之后只有左上角一格有内容"
            self._say(self._span(row, column), "R253", "这里有合并的单元格", hint)

    def _headings(self) -> None:
        seen: dict[str, int] = {}
        for position, cell in sorted(self.sheet.rows.get(1, {}).items()):
            heading, span = cell.text.strip(), self._span(1, position)
            if heading in seen:
                self._say(span, "R251", "同一个列名写了两遍", f"{letters(seen[heading])}列已经有了，保留一列")
                continue
            seen[heading] = position
            column = self.table.locate(heading)
            if heading == NUMBER:
                self._number = position
            elif column and cell.type is Type.TEXT:
                self.columns[position] = column
            else:
                known = [NUMBER, *(column.heading for column in self.table.columns())]
                near = did_you_mean(heading, known)
                hint = near or "列名照空表里的写；多出来的列删去"
                # A heading like no other may be a value that slipped into the first row; it is not repeated.
                self.problems.append(Problem(span, "R250", "没有这一列", hint, private=near is None))
                self._strangers.append((hint, span))
        if not self._number:
            self._say(self._span(1, 1), "R252", f"缺少「{NUMBER}」一列", "照空表补上这一列")

    def _row(self, number: int, cells: Mapping[int, Cell]) -> None:
        span = self._span(number, self._number)
        label = self._label(cells.get(self._number), span)
        if label == SAMPLE:
            return
        values = [value for position, cell in sorted(cells.items()) for value in self._value(number, position, cell)]
        if label is None or (not label and not values):
            return
        if not label and self.table.key:
            self._say(span, "R264", f"没有写「{NUMBER}」", f"写上这一行属于哪件案件，与「{CASES}」里的一致")
        missing = absent(self.table, values, frozenset(column.path for column in self.columns.values()))
        # An empty text at a place that has been blamed already, so that the rows need not say it again.
        values += [(path, Scalar("", self._lacks(path), given=False)) for path in missing]
        self.rows.append(_Row(label, span, tuple(values)))

    def _lacks(self, path: Path) -> Span:
        """Where it is said that a column is missing: at the heading that was meant to be it, or at the top."""
        heading = heading_of(path)
        if heading not in self._absent:
            meant = next((span for hint, span in self._strangers if f"「{heading}」" in hint), None)
            self._absent[heading] = meant or self._span(1, 1)
            if meant is None:
                self._say(self._span(1, 1), "R252", f"缺少「{heading}」一列", "照空表补上这一列，或改正它的列名")
        return self._absent[heading]

    def _label(self, cell: Cell | None, span: Span) -> str | None:
        """The number as written; None where it cannot be one, which is reported."""
        if cell is None:
            return ""
        label = cell.text.strip()
        if cell.type is Type.TEXT and (
            not label or label == SAMPLE or label.startswith(NEW) or CaseNumber.parse(label)
        ):
            return label
        self._say(span, "R264", f"「{NUMBER}」的写法不对", _NUMBER_HINT)
        return None

    def _value(self, row: int, position: int, cell: Cell) -> Iterator[tuple[Path, Node]]:
        span, column = self._span(row, position), self.columns.get(position)
        if column is None:
            if position != self._number and position not in self.sheet.rows.get(1, {}) and cell.text.strip():
                self._say(span, "R269", "这一格上面没有列名", "补上列名，或删去这一格的内容")
            return
        outcome = text_of(cell, column, span, since_1904=self.package.since_1904)
        if isinstance(outcome, Problem):
            self.problems.append(outcome)
            yield column.path, Scalar("", span, given=False)  # so that nobody says it is missing
        elif outcome is not None:
            doubtful = doubt(outcome, column, span)
            self.problems += [doubtful] if doubtful else []
            yield column.path, _node(outcome, column, span)


def _node(text: str, column: Column, span: Span) -> Node:
    if column.shape is not Shape.WORDS:
        return Scalar(text, span)
    return tree.Sequence(tuple(Scalar(item, span) for item in words.split(text)), span)


def _gather(readers: Mapping[str, _SheetReader], problems: list[Problem]) -> list[CaseRows]:
    """The rows of all sheets, case by case, in the order of the first sheet."""
    if CASES not in readers:
        return []  # said once of the whole file, and not of every row that has no case
    cases = list(_once(readers[CASES].rows, problems))
    labels = {row.label for row in cases if row.label}
    lists = {table: _by_label(readers[table.name].rows) for table in LISTS if table.name in readers}
    for grouped in lists.values():
        for label in grouped.keys() - labels - {""}:
            hint = did_you_mean(label, sorted(labels)) or f"在「{CASES}」里补上这一件，或改正编号"
            problems += [Problem(row.span, "R265", f"「{CASES}」里没有这个编号", hint) for row in grouped[label]]
    return [_case(row, {table: grouped.get(row.label, []) for table, grouped in lists.items()}) for row in cases]


def _once(rows: list[_Row], problems: list[Problem]) -> Iterator[_Row]:
    first: dict[str, int] = {}
    for row in rows:
        if row.label in first:
            hint = f"第 {first[row.label]} 行已经有了；一件案件一行"
            problems.append(Problem(row.span, "R266", "同一个编号写了两行", hint))
            continue
        if row.label:
            first[row.label] = row.span.line
        yield row


def _by_label(rows: list[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.label, []).append(row)
    return found


def _case(row: _Row, lists: Mapping[Table, list[_Row]]) -> CaseRows:
    entries = dict(nest(row.values, row.span).entries)
    for key in TABLES[0].groups:
        entries.setdefault(key, (row.span, tree.Mapping({}, row.span)))
    for table, rows in lists.items():
        if table.key and rows and row.label:
            items = tuple(nest(item.values, item.span) for item in rows)
            entries[table.key] = (rows[0].span, tree.Sequence(items, rows[0].span))
    return CaseRows(CaseNumber.parse(row.label), row.span, tree.Mapping(entries, row.span))


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
