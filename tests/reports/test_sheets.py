"""Excel files for forwarding: one sheet for each office, and nothing that a program would compute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from generator.reports.due import Desk, desk
from generator.reports.sheets import Table, due_tables, workbook
from tests.casebook import Casebook

SECOND = "cases/2026/yk-2026-0002.yml"


def two_towns(casebook: Casebook) -> Desk:
    casebook.write("单位: {名称: 虚构甲公司}\n镇街: 甲镇\n经过: [{日期: 2026-03-02, 事项: 立案}]")
    casebook.write("单位: {名称: 虚构乙公司}\n镇街: 乙镇\n经过: [{日期: 2026-02-02, 事项: 立案}]", SECOND)
    return desk(casebook.ledger(date(2026, 3, 4)))


def test_a_sheet_for_all_and_one_for_each_town(casebook: Casebook) -> None:
    book = load_workbook(BytesIO(workbook(due_tables(two_towns(casebook), "到期清单"))))
    assert book.sheetnames == ["全部", "乙镇", "甲镇"]
    rows = [[cell.value for cell in row] for row in book["乙镇"].iter_rows()]
    assert rows[0][0] == "到期清单 · 乙镇 · 1 项"
    assert rows[1][:5] == ["最后一天", "还剩", "事项", "案件", "承办"]
    assert rows[2][1:5] == ["还剩42个工作日", "完成调查", "yk-2026-0002", "乙镇"]
    assert book["全部"].max_row == 4


@pytest.mark.parametrize("office", ["=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\t=1", "#REF!"])
def test_a_name_is_never_a_formula(casebook: Casebook, office: str) -> None:
    found = two_towns(casebook)
    odd = replace(found, items=tuple(replace(one, office=office) for one in found.items))
    data = workbook(due_tables(odd, "=1"))
    with ZipFile(BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in part or b't="e"' in part for part in parts)
    cells = [cell for sheet in load_workbook(BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}


def test_names_of_sheets_that_excel_does_not_take(casebook: Casebook) -> None:
    del casebook
    tables = [Table(name, "题", ("列",), (("值",),)) for name in ("全部", "甲/乙:[*?]", "a" * 40, "A" * 40, "", "'")]
    assert load_workbook(BytesIO(workbook(tables))).sheetnames == [
        "全部",
        "甲_乙_____",
        "a" * 31,
        f"{'A' * 27}(2)",
        "表",
        "表(2)",
    ]


def test_the_same_tables_give_the_same_bytes(casebook: Casebook) -> None:
    tables = due_tables(two_towns(casebook), "到期清单")
    assert workbook(tables) == workbook(tables)


def test_nothing_due_is_a_table_too(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}")
    tables = due_tables(desk(casebook.ledger()), "到期清单")
    assert load_workbook(BytesIO(workbook(tables))).sheetnames == ["全部"]
