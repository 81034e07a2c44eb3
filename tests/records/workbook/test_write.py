"""What is in an exported workbook besides the values: formats, lists, notes, shades, and nothing that runs."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.records.load import Records
from generator.records.workbook.columns import TABLES
from generator.records.workbook.read import read
from generator.records.workbook.write import export, template
from tests.casebook import Casebook
from tests.records.workbook.book import FILE, part, unpacked, values

RECORD = """
    样例: true
    单位: {名称: =虚构甲公司, 统一社会信用代码: 91000000MA00000157}
    违法行为: [拖欠工资, 克扣工资]
    欠薪: {人数: 23名, 金额: 41.6万元}
    项目: '@虚构'
    备注: '#REF!'
    经过:
      - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 疑难会办, 部门: ['建设局、规划局', 公安局], 备注: +1}
      - 日期: 2026-03-03
        事项: 法院判决
        判决:
          - {对象: 甲, 身份: 单位}
          - {对象: 乙某某, 身份: 法定代表人}
          - {对象: 丙某某, 身份: 实际控制人, 罚金: 50000元}
    公开:
      - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-05-08}}
"""


@pytest.fixture
def records(casebook: Casebook) -> Records:
    return casebook.write(RECORD).records()


@pytest.fixture
def data(records: Records) -> bytes:
    assert records.portal, records.problems
    found = export(records.cases, records.portal.record)
    assert isinstance(found, bytes)
    return found


@pytest.fixture
def made(data: bytes) -> Workbook:
    return unpacked(data)


def column_of(sheet: Worksheet, heading: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def test_one_row_a_case_an_act_a_disclosure(data: bytes) -> None:
    assert values(data, "案件") == [
        {
            "编号": "yk-2026-0001",
            "样例": "是",
            "单位·名称": "=虚构甲公司",
            "单位·统一社会信用代码": "91000000MA00000157",
            "项目": "@虚构",
            "违法行为": "拖欠工资、克扣工资",
            "欠薪·人数": "23名",
            "欠薪·金额": "41.6万元",
            "备注": "#REF!",
        }
    ]
    assert values(data, "经过") == [
        {"编号": "yk-2026-0001", "日期": datetime(2026, 3, 1), "事项": "接到投诉", "渠道": "甲热线"},  # noqa: DTZ001 - cells know no zones
        {
            "编号": "yk-2026-0001",
            "日期": datetime(2026, 3, 2),  # noqa: DTZ001 - cells know no zones
            "事项": "疑难会办",
            "部门": '"建设局、规划局"、公安局',
            "备注": "+1",
        },
        {
            "编号": "yk-2026-0001",
            "日期": datetime(2026, 3, 3),  # noqa: DTZ001 - cells know no zones
            "事项": "法院判决",
            "判决1·对象": "甲",
            "判决1·身份": "单位",
            "判决2·对象": "乙某某",
            "判决2·身份": "法定代表人",
            "判决3·对象": "丙某某",
            "判决3·身份": "实际控制人",
            "判决3·罚金": "50000元",
        },
    ]
    assert [row["依据"] for row in values(data, "公开")] == ["行政处罚"]


def test_nothing_is_a_formula_or_an_error(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(TABLES) + 2
    assert not any(re.search(rb'<f>|t="e"', sheet) for sheet in sheets)


def test_the_guide_comes_first_and_the_lists_are_hidden(made: Workbook) -> None:
    assert [(sheet.title, sheet.sheet_state) for sheet in made.worksheets] == [
        ("说明", "visible"),
        ("案件", "visible"),
        ("经过", "visible"),
        ("公开", "visible"),
        ("选项", "hidden"),
    ]


def test_the_guide_has_every_column(data: bytes) -> None:
    rows = [row[:2] for row in unpacked(data)["说明"].iter_rows(values_only=True)]
    written = [(sheet, heading) for sheet, heading in rows if sheet in {table.name for table in TABLES}]
    wanted = [(table.name, column.heading) for table in TABLES for column in table.columns() if 1 not in column.path]
    assert list(dict.fromkeys(written)) == wanted


def test_the_guide_offers_each_act_its_own_choices_only(data: bytes) -> None:
    """One column 「结果」, three acts: whoever verifies an objection is not offered how a complaint ended."""
    rows = [row for row in unpacked(data)["说明"].iter_rows(values_only=True) if row[1] == "结果"]
    assert {row[6]: str(row[2]).partition("可选：")[2] for row in rows} == {
        "回复销号": "工资已付清、达成调解、转立案查处、告知其他途径、反映不属实",
        "异议核实": "成立、不成立",
        "刑事程序终结": "撤销案件、不起诉、宣告无罪",
    }


@pytest.mark.parametrize(
    ("sheet", "heading", "number_format"),
    [
        ("案件", "编号", "@"),
        ("案件", "单位·统一社会信用代码", "@"),
        ("案件", "单位·注册号", "@"),
        ("案件", "欠薪·金额", "@"),
        ("经过", "文号", "@"),
        ("经过", "日期", "yyyy-mm-dd"),
        ("经过", "期限", "yyyy-mm-dd"),
        ("公开", "批准·日期", "yyyy-mm-dd"),
    ],
)
def test_empty_cells_have_their_format_too(made: Workbook, sheet: str, heading: str, number_format: str) -> None:
    letter = column_of(made[sheet], heading)
    assert made[sheet].column_dimensions[letter].number_format == number_format
    value = made[sheet][f"{letter}2"]
    assert value.value is None or value.number_format == number_format


@pytest.mark.parametrize(
    ("sheet", "heading", "words"),
    [
        ("案件", "样例", ["是"]),
        ("案件", "镇街", ["甲镇", "乙镇"]),
        ("经过", "渠道", ["甲热线", "来访"]),
        ("经过", "情节", ["轻微", "一般", "严重"]),
        ("经过", "判决3·身份", None),
        ("公开", "依据", ["失信名单", "重大违法公布", "行政处罚", "媒体转载"]),
    ],
)
def test_closed_choices_drop_down(made: Workbook, sheet: str, heading: str, words: list[str] | None) -> None:
    letter = column_of(made[sheet], heading)
    rules = [rule for rule in made[sheet].data_validations.dataValidation if f"{letter}500" in rule.sqref]
    lists = [rule.formula1.removeprefix("选项!").replace("$", "") for rule in rules if rule.type == "list"]
    found = [[cell.value for (cell,) in made["选项"][area]] if ":" in area else [] for area in lists]
    assert found == ([] if words is None else [words])


def test_dates_are_asked_for(made: Workbook) -> None:
    letter = column_of(made["经过"], "日期")
    rules = [rule for rule in made["经过"].data_validations.dataValidation if f"{letter}500" in rule.sqref]
    assert [(rule.type, rule.formula1, rule.formula2) for rule in rules] == [("date", "32874", "73050")]
    epoch = date(1899, 12, 30).toordinal()
    assert [date.fromordinal(epoch + days) for days in (32874, 73050)] == [date(1990, 1, 1), date(2099, 12, 31)]


def test_headings_stay_in_sight_and_explain_themselves(made: Workbook) -> None:
    assert [made[table.name].freeze_panes for table in TABLES] == ["D2", "D2", "C2"]
    amount = made["经过"][f"{column_of(made['经过'], '金额')}1"].comment
    assert amount
    assert "【行政处罚】罚款金额\n例：20000元" in amount.text
    note = made["案件"][f"{column_of(made['案件'], '备注')}1"]
    assert note.comment
    assert note.comment.text.endswith("内部，不公开")
    assert note.fill.start_color.rgb != made["案件"]["D1"].fill.start_color.rgb


def test_cells_that_a_kind_has_no_use_for_turn_grey(made: Workbook) -> None:
    sheet = made["经过"]
    letter = column_of(sheet, "渠道")
    rules = {str(area.sqref): [rule.formula for rule in area.rules] for area in sheet.conditional_formatting}
    (formula,) = rules[f"{letter}2:{letter}{sheet.max_row + 1000}"]
    area = re.search(r"选项!([$A-Z0-9:]+)", formula[0])
    assert area
    assert [cell.value for (cell,) in made["选项"][area[1].replace("$", "")]] == ["接到投诉"]
    assert not any(key.startswith(f"{column_of(sheet, '日期')}2") for key in rules)


def test_the_moment_of_export_leaves_no_trace(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = part(data, "docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2000-01-01T00:00:00Z"] * 2


def test_a_template_shows_a_row_and_imports_as_nothing(records: Records) -> None:
    assert records.portal
    data = template(records.portal.record)
    reading = read(data, FILE)
    assert (reading.cases, reading.problems) == ((), ())
    assert [[row["编号"] for row in values(data, table.name)] for table in TABLES] == [["示例"]] * len(TABLES)
    assert values(data, "案件")[0]["单位·统一社会信用代码"] == "91000000MA00000157"
    assert values(data, "经过")[0]["事项"] == "接到投诉"


def test_what_no_cell_can_hold_is_said(casebook: Casebook) -> None:
    long = "、".join(f"{n}{'长' * 1990}" for n in range(20))
    items = ", ".join(long.split("、"))
    casebook.write(
        f"单位: {{名称: 虚构甲公司}}\n样例: true\n经过: [{{日期: 2026-03-01, 事项: 疑难会办, 部门: [{items}]}}]"
    )
    found = casebook.records()
    assert found.portal
    problems = export(found.cases, found.portal.record)
    assert isinstance(problems, list)
    assert [(Path(problem.span.file).stem, problem.code) for problem in problems] == [("yk-2026-0001", "R271")]
