"""Reading a clerk's workbook: every mistake of every row in one run, each at its cell."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.problems import Severity
from generator.records import tree
from generator.records.workbook.read import letters, read
from tests.records.workbook.book import FILE, book, packed, part, parts, places, said, unpacked

HEAD = ["编号", "单位·名称", "单位·统一社会信用代码", "样例", "行业", "违法行为", "欠薪·金额", "欠薪·期间", "备注"]
ACTS = ["编号", "日期", "事项", "金额", "渠道", "期限", "部门"]
NAME = "虚构甲公司"


def cases(*rows: list[object]) -> bytes:
    return book(案件=[HEAD, *rows], 经过=[ACTS])


def acts(*rows: list[object]) -> bytes:
    return book(案件=[HEAD, ["yk-2026-0001", NAME]], 经过=[ACTS, *rows])


def test_rows_become_the_tree_of_a_file() -> None:
    data = book(
        案件=[HEAD, ["yk-2026-0001", NAME, None, "是", "工程建设", "拖欠工资、克扣工资", "41.6万元"]],
        经过=[
            ["编号", "日期", "事项", "判决1·对象", "判决1·身份", "判决3·对象", "判决3·身份"],
            ["yk-2026-0001", date(2026, 3, 1), "法院判决", "甲", "单位", "乙某某", "法定代表人"],
        ],
        公开=[["编号", "依据", "批准·岗位", "批准·日期"], ["yk-2026-0001", "媒体转载", "主任", "2026年3月2日"]],
    )
    (case,) = read(data, FILE).cases
    assert tree.plain(case.tree) == {
        "单位": {"名称": NAME},
        "样例": "true",
        "行业": "工程建设",
        "违法行为": ["拖欠工资", "克扣工资"],
        "欠薪": {"金额": "41.6万元"},
        "经过": [
            {
                "日期": "2026-03-01",
                "事项": "法院判决",
                "判决": [{"对象": "甲", "身份": "单位"}, {"对象": "乙某某", "身份": "法定代表人"}],
            }
        ],
        "公开": [{"依据": "媒体转载", "批准": {"岗位": "主任", "日期": "2026-03-02"}}],
    }
    assert str(tree.at(case.tree, "经过", 0, "判决", 1, "身份").file) == "名单.xlsx[经过]"
    assert tree.at(case.tree, "经过", 0, "判决", 1, "身份").column == 7


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (3, 910000001234567890, "R256"),
        (3, 91000000, "R256"),
        (3, "9.1E+17", "R257"),
        (3, "９1000000MA00000157", "R262"),
        (3, "91000000MA0000015", "R206"),
        (7, 50000, "R206"),
        (7, 12345678901234567, "R256"),
        (7, "五万元", "R206"),
        (8, datetime(2021, 8, 1), "R261"),  # noqa: DTZ001 - cells know no time zones
        (2, " 虚构甲公司", "R263"),
        (2, "=A1", "R254"),
        (2, True, "R267"),
        (2, "#REF!", "R255"),
        (4, False, "R267"),
        (4, "否", "R267"),
        (5, "建筑业", "R205"),
        (6, "拖欠工资，克扣工资", "R205"),
    ],
)
def test_what_excel_or_a_clerk_did_to_a_cell(column: int, value: object, code: str) -> None:
    row: list[object] = ["yk-2026-0001", NAME, *[None] * 7]
    row[column - 1] = value
    assert places(said(cases(row))) == [(f"案件!{letters(column)}2", code)]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (2, 46082, "R259"),
        (2, 12, "R259"),
        (2, datetime(2026, 3, 1, 9, 30), "R260"),  # noqa: DTZ001 - cells know no time zones
        (2, "26/3/1", "R206"),
        (2, "3月1日", "R206"),
        (2, "2026/2/30", "R206"),
        (2, "２０２６-03-01", "R262"),
    ],
)
def test_dates_that_are_none(column: int, value: object, code: str) -> None:
    row: list[object] = ["yk-2026-0001", date(2026, 3, 1), "立案"]
    row[column - 1] = value
    assert places(said(acts(row))) == [(f"经过!{letters(column)}2", code)]


@pytest.mark.parametrize("value", ["2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "2026-3-1", date(2026, 3, 1)])
def test_dates_that_read_in_one_way_only(value: object) -> None:
    (case,) = read(acts(["yk-2026-0001", value, "立案"]), FILE).cases
    assert tree.plain(case.tree) == {"单位": {"名称": NAME}, "经过": [{"日期": "2026-03-01", "事项": "立案"}]}


@pytest.mark.parametrize(("value", "written"), [(110, "110"), (110.0, "110"), (37.549999999999997, "37.55")])
def test_a_short_number_reads_as_it_looks(value: float, written: str) -> None:
    (case,) = read(acts(["yk-2026-0001", date(2026, 3, 1), "接到投诉", None, value]), FILE).cases
    node = tree.get(case.tree, ("经过", 0, "渠道"))
    assert isinstance(node, tree.Scalar)
    assert node.text == written


def test_a_serial_number_says_which_day_it_may_be() -> None:
    (problem,) = said(acts(["yk-2026-0001", 46082, "立案"]))
    assert problem.hint == "可能是 2026-03-01；核对后把这一格设为日期格式，或重新输入"


def test_a_code_that_ends_in_zeros_is_doubted_but_read() -> None:
    data = cases(["yk-2026-0001", NAME, "913300001234567000"])
    (problem,) = said(data)
    assert (problem.code, problem.severity) == ("R258", Severity.WARNING)
    (case,) = read(data, FILE).cases
    assert tree.get(case.tree, ("单位", "统一社会信用代码")) is not None


def test_every_row_in_one_run() -> None:
    data = book(
        案件=[
            HEAD,
            ["yk-2026-0001", NAME, None, None, "建筑"],
            ["yk-2026-0002", None, None, None, "工程建设"],
            ["yk-2026-3", NAME],
            ["yk-2026-0001", NAME],
            [20260001, NAME],
        ],
        经过=[
            ACTS,
            ["yk-2026-0001", "2026-03-01", "立案", "5万元"],
            ["yk-2026-0001", "2026-03-01", "立安"],
            ["yk-2026-0001", "2026-03-01", "接到投诉"],
            ["yk-2026-0009", "2026-03-01", "立案"],
            [None, "2026-03-01", "立案"],
            ["yk-2026-0001", "2026-03-01"],
        ],
    )
    assert places(said(data)) == [
        ("案件!E2", "R205"),
        ("案件!A3", "R202"),
        ("案件!A4", "R264"),
        ("案件!A5", "R266"),
        ("案件!A6", "R264"),
        ("经过!D2", "R203"),
        ("经过!C3", "R205"),
        ("经过!A4", "R202"),
        ("经过!A5", "R265"),
        ("经过!A6", "R264"),
        ("经过!A7", "R202"),
    ]


def test_headings_are_checked_before_anything_else() -> None:
    data = book(
        案件=[
            ["编号", "单位·名称", "单位·名称", "行 业", "乱写一气", None],
            ["yk-2026-0001", NAME, *[None] * 3, "多余"],
        ],
        经过=[["日期", "事项"], ["2026-03-01", "立案"]],
    )
    problems = said(data)
    assert places(problems) == [
        ("案件!C1", "R251"),
        ("案件!D1", "R250"),
        ("案件!E1", "R250"),
        ("案件!F2", "R269"),
        ("经过!A1", "R252"),
    ]
    assert problems[1].hint == "多了空格，写成「行业」"
    assert [problem.private for problem in problems[1:3]] == [False, True]


RENAMED: dict[str, tuple[dict[str, list[list[object]]], list[tuple[str, str, str]]]] = {
    "a required column under another name that is near": (
        {"案件": [["编号", "单位名称"], ["yk-2026-0001", NAME], ["yk-2026-0002", NAME]]},
        [("案件!B1", "R250", "没有这一列")],
    ),
    "a required column under quite another name": (
        {"案件": [["编号", "公司"], ["yk-2026-0001", NAME], ["yk-2026-0002", NAME]]},
        [("案件!A1", "R252", "缺少「单位·名称」一列"), ("案件!B1", "R250", "没有这一列")],
    ),
    "the day and the kind of every act": (
        {
            "案件": [["编号", "单位·名称"], ["yk-2026-0001", NAME]],
            "经过": [["编号", "渠道"], ["yk-2026-0001", "来访"], ["yk-2026-0001", "来访"]],
        },
        [("经过!A1", "R252", "缺少「事项」一列"), ("经过!A1", "R252", "缺少「日期」一列")],
    ),
    "a day": (
        {
            "案件": [["编号", "单位·名称"], ["yk-2026-0001", NAME]],
            "经过": [["编号", "事项"], ["yk-2026-0001", "立案"], ["yk-2026-0001", "受理"]],
        },
        [("经过!A1", "R252", "缺少「日期」一列")],
    ),
    "what only some kinds must say": (
        {
            "案件": [["编号", "单位·名称"], ["yk-2026-0001", NAME]],
            "经过": [
                ["编号", "日期", "事项"],
                ["yk-2026-0001", "2026-03-01", "接到投诉"],
                ["yk-2026-0001", "2026-03-02", "接到投诉"],
                ["yk-2026-0001", "2026-03-02", "立案"],
            ],
        },
        [("经过!A1", "R252", "缺少「渠道」一列")],
    ),
    "what no row needs": (
        {
            "案件": [["编号", "单位·名称"], ["yk-2026-0001", NAME]],
            "经过": [["编号", "日期", "事项"], ["yk-2026-0001", "2026-03-02", "立案"]],
        },
        [],
    ),
    "part of an approval, and of a third person": (
        {
            "案件": [["编号", "单位·名称"], ["yk-2026-0001", NAME], ["yk-2026-0002", NAME]],
            "经过": [
                ["编号", "日期", "事项", "人员3·姓名"],
                ["yk-2026-0001", "2026-03-01", "列入失信名单", "虚构某甲"],
                ["yk-2026-0002", "2026-03-01", "列入失信名单", "虚构某甲"],
            ],
            "公开": [
                ["编号", "依据", "批准·日期"],
                ["yk-2026-0001", "失信名单", "2026-03-02"],
                ["yk-2026-0002", "失信名单", "2026-03-02"],
            ],
        },
        [("公开!A1", "R252", "缺少「批准·岗位」一列"), ("经过!A1", "R252", "缺少「人员3·身份」一列")],
    ),
}


@pytest.mark.parametrize("name", RENAMED)
def test_a_missing_column_is_said_once(name: str) -> None:
    sheets, found = RENAMED[name]
    problems = said(book(**sheets))
    assert sorted((*place, problem.message) for place, problem in zip(places(problems), problems, strict=True)) == found


def test_merged_cells_are_named_one_by_one() -> None:
    made = unpacked(acts(["yk-2026-0001", "2026-03-01", "立案"], [None, "2026-03-02", "受理"]))
    made["经过"].merge_cells("A2:A3")
    assert places(said(packed(made))) == [("经过!A2", "R253"), ("经过!A3", "R264")]


def test_hidden_and_filtered_rows_are_rows() -> None:
    made = unpacked(cases(["yk-2026-0001", NAME], ["yk-2026-0002", NAME]))
    made["案件"].row_dimensions[3].hidden = True
    assert len(read(packed(made), FILE).cases) == 2


def test_the_order_of_columns_and_sheets_does_not_matter() -> None:
    data = book(
        经过=[["事项", "编号", "日期"], ["立案", "yk-2026-0001", "2026-03-01"]],
        案件=[["单位·名称", "编号"], [NAME, "yk-2026-0001"]],
    )
    (case,) = read(data, FILE).cases
    assert tree.plain(case.tree) == {"单位": {"名称": NAME}, "经过": [{"事项": "立案", "日期": "2026-03-01"}]}
    assert said(data) == []


def test_blank_rows_blanks_and_samples_are_nothing() -> None:
    data = book(案件=[HEAD, [None], ["  ", " "], ["示例", "乱写", 46082]], 经过=[ACTS, ["示例", "乱写"], [" "]])
    assert (read(data, FILE).cases, said(data)) == ((), [])


def test_new_cases_are_known_by_their_marks() -> None:
    data = book(
        案件=[HEAD, ["新1", NAME], [None, NAME], ["新二", NAME]],
        经过=[ACTS, ["新二", "2026-03-01", "立案"], ["新3", "2026-03-01", "立案"]],
    )
    assert [(case.number, len(case.tree.entries)) for case in read(data, FILE).cases] == [
        (None, 1),
        (None, 1),
        (None, 2),
    ]
    assert places(said(data)) == [("经过!A3", "R265")]


def test_other_sheets_are_pointed_out() -> None:
    data = book(案件=[HEAD, ["yk-2026-0001", NAME]], 说明=[["随便"]], 选项=[["随便"]], 汇总=[["随便"]], 空表=[])
    assert [(problem.code, problem.severity) for problem in said(data)] == [("R158", Severity.WARNING)]
    assert [problem.code for problem in said(book(经过=[ACTS]))] == ["R157"]
    alone = book(经过=[ACTS, ["yk-2026-0001", "2026-03-01", "立案"], ["yk-2026-0002", "2026-03-01", "立案"]])
    assert [problem.code for problem in said(alone)] == ["R157"]


def test_dates_of_old_macs_count_from_1904() -> None:
    data = acts(["yk-2026-0001", date(2026, 3, 1), "立案"])
    workbook = unpacked(data)
    workbook.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - the library's own constant
    workbook["经过"]["B2"].value = date(2026, 3, 1)
    (case,) = read(packed(workbook), FILE).cases
    assert str(tree.plain(case.tree)).count("2026-03-01") == 1


@pytest.mark.parametrize("number", [14, 22, 27, 31, 36, 57, 58])
def test_the_date_formats_that_a_chinese_excel_keeps_to_itself(number: int) -> None:
    data = acts(["yk-2026-0001", date(2026, 3, 1), "立案"])
    styles = part(data, "xl/styles.xml").replace(b'<xf numFmtId="164"', f'<xf numFmtId="{number}"'.encode())
    assert said(parts(data, {"xl/styles.xml": styles})) == []


@pytest.mark.parametrize(
    ("code", "problems"),
    [
        ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", []),
        ("[$-804]d/m/yy", []),
        ("0.00", [("经过!B2", "R259")]),
        ("[Red]General&quot;days&quot;\\d", [("经过!B2", "R259")]),
    ],
)
def test_formats_of_dates_and_of_other_numbers(code: str, problems: list[tuple[str, str]]) -> None:
    data = acts(["yk-2026-0001", date(2026, 3, 1), "立案"])
    styles = part(data, "xl/styles.xml").replace(b'formatCode="yyyy-mm-dd"', f'formatCode="{code}"'.encode())
    assert places(said(parts(data, {"xl/styles.xml": styles}))) == problems


def test_private_columns_are_not_shown() -> None:
    reading = read(cases(["yk-2026-0001", NAME, *[None] * 6, "别外传"]), FILE)
    places_ = [tree.at(reading.cases[0].tree, "备注"), tree.at(reading.cases[0].tree, "单位", "名称")]
    assert [reading.content(place) for place in places_] == [None, NAME]
