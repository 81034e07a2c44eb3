"""Workbooks as a clerk makes them, drawn as lists of rows; and what reading says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

from generator.model.case import Case
from generator.problems import Problem
from generator.records.decode import decode
from generator.records.workbook.read import letters, read, sheet_of

FILE = "名单.xlsx"
Rows = Sequence[Sequence[object]]


def book(**sheets: Rows) -> bytes:
    """An .xlsx with these sheets."""
    made = Workbook()
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.remove(made.worksheets[0])
    return packed(made)


def packed(made: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def unpacked(data: bytes) -> Workbook:
    """A workbook as openpyxl, the other reader, sees it."""
    return load_workbook(BytesIO(data))


def part(data: bytes, name: str) -> bytes:
    """One part of the package."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def parts(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """The same package with parts replaced, added, or left out."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        kept = {name: source.read(name) for name in source.namelist() if name not in changed}
        for name, found in {**kept, **changed}.items():
            if found is not None:
                target.writestr(name, found)
    return out.getvalue()


def said(data: bytes) -> list[Problem]:
    """Every problem of reading and decoding, once per cell, ordered by place."""
    reading = read(data, FILE)
    blamed = {problem.span for problem in reading.problems}
    found = [problem for case in reading.cases for problem in decode(Case, case.tree, "")[1]]
    return sorted([*reading.problems, *(problem for problem in found if problem.span not in blamed)])


def places(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """The whole list as (cell, code): 案件!C7."""
    return [(f"{sheet_of(p.span)}!{letters(p.span.column)}{p.span.line}", p.code) for p in problems]


def values(data: bytes, sheet: str) -> list[Mapping[str, object]]:
    """A sheet's rows by their headings, what is empty left out."""
    head, *rows = unpacked(data)[sheet].iter_rows(values_only=True)
    return [{str(key): value for key, value in zip(head, row, strict=True) if value is not None} for row in rows]
