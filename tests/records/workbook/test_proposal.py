"""What an import says it would do, before it does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from generator.records.load import Records
from generator.records.workbook.proposal import Fate, Proposal, applied, propose
from generator.records.workbook.read import read
from generator.records.workbook.write import export
from tests.casebook import Casebook
from tests.records.workbook.book import FILE, book, packed, places, unpacked

RECORD = """
    样例: true
    单位: {名称: 虚构甲公司}
    行业: 制造业
    备注: 内部的话
    经过:
      - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 立案}
      - {日期: 2026-03-05, 事项: 支付, 金额: 5万元}
"""


def exported(records: Records) -> Workbook:
    assert records.portal
    data = export(records.cases, records.portal.record)
    assert isinstance(data, bytes)
    return unpacked(data)


def proposed(records: Records, data: bytes) -> Proposal:
    return propose(read(data, FILE), records, "yk", 2026)


def put(made: Workbook, sheet: str, row: int, **values: object) -> None:
    at = {str(cell.value).replace("·", "_"): place for place, cell in enumerate(made[sheet][1], 1)}
    for heading, value in values.items():
        made[sheet].cell(row, at[heading]).value = value  # type: ignore[assignment] # any value a clerk may type


Edit = Callable[[Workbook], None]


@pytest.mark.parametrize(
    ("edit", "sentences"),
    [
        (lambda made: put(made, "案件", 2, 项目="虚构工程"), ["「项目」写入「虚构工程」"]),
        (lambda made: put(made, "案件", 2, 行业=None), ["「行业」删去，原为「制造业」"]),
        (
            lambda made: put(made, "案件", 2, 单位_名称="虚构乙公司"),
            ["「单位·名称」由「虚构甲公司」改为「虚构乙公司」"],
        ),
        (lambda made: put(made, "案件", 2, 备注="别的话"), ["「备注」有改动（内部，不显示）"]),
        (lambda made: put(made, "案件", 2, 备注=None), ["「备注」删去（内部，不显示）"]),
        (lambda made: put(made, "经过", 4, 金额="6万元"), ["「经过」2026-03-05 支付：「金额」有改动（内部，不显示）"]),
        (lambda made: made["经过"].delete_rows(3), ["「经过」删去：2026-03-02 立案"]),
        (
            lambda made: put(made, "经过", 5, 编号="yk-2026-0001", 日期="2026-03-06", 事项="改正完毕"),
            ["「经过」新增：2026-03-06 改正完毕"],
        ),
        (
            lambda made: put(made, "经过", 3, 日期="2026-03-03"),
            ["「经过」新增：2026-03-03 立案", "「经过」删去：2026-03-02 立案"],
        ),
    ],
)
def test_each_difference_is_a_sentence(casebook: Casebook, edit: Edit, sentences: list[str]) -> None:
    records = casebook.write(RECORD).records()
    made = exported(records)
    edit(made)
    proposal = proposed(records, packed(made))
    assert proposal.problems == ()
    assert [(change.fate, list(change.sentences)) for change in proposal.changes] == [(Fate.CHANGED, sentences)]


def test_what_looks_private_is_covered_even_in_a_public_column(casebook: Casebook) -> None:
    records = casebook.write(RECORD).records()
    made = exported(records)
    put(made, "案件", 2, 违法事实="电话 13800138000")
    (change,) = proposed(records, packed(made)).changes
    assert change.sentences == ("「违法事实」写入「电话 ▇▇▇▇▇▇▇▇▇▇▇」",)


def test_new_cases_get_the_next_free_number_of_their_year(casebook: Casebook) -> None:
    casebook.write(RECORD).write("单位: [", "cases/2026/yk-2026-0007.yml")
    data = book(
        案件=[
            ["编号", "样例", "单位·名称"],
            ["新1", "是", "虚构甲公司"],
            [None, "是", "虚构乙公司"],
            ["新2", "是", "虚构丙公司"],
            ["yk-2026-0010", "是", "虚构丁公司"],
        ],
        经过=[["编号", "日期", "事项"], ["新1", "2025-12-31", "立案"], ["新2", "2026-01-01", "立案"]],
    )
    proposal = proposed(casebook.records(), data)
    assert proposal.problems == ()
    assert [(change.fate, change.loaded.file) for change in proposal.changes] == [
        (Fate.NEW, "cases/2025/yk-2025-0001.yml"),
        (Fate.NEW, "cases/2026/yk-2026-0011.yml"),
        (Fate.NEW, "cases/2026/yk-2026-0012.yml"),
        (Fate.NEW, "cases/2026/yk-2026-0010.yml"),
    ]
    assert proposal.changes[0].sentences == ("「样例」写入「是」", "「单位·名称」写入「虚构甲公司」", "「经过」1 项")


def test_what_cannot_be_read_is_not_replaced(casebook: Casebook) -> None:
    casebook.write("单位: [", "cases/2026/yk-2026-0002.yml")
    casebook.write("单位: {名称: 虚构甲公司}\n样例: true\n行业: 不存在")
    rows = [["编号", "单位·名称"], ["yk-2026-0001", "虚构甲公司"], ["yk-2026-0002", "虚构乙公司"]]
    assert places(proposed(casebook.records(), book(案件=rows)).problems) == [("案件!A2", "R268"), ("案件!A3", "R268")]


def test_a_column_that_is_not_there_deletes_nothing(casebook: Casebook) -> None:
    casebook.write(RECORD)
    (problem,) = proposed(
        casebook.records(), book(案件=[["编号", "单位·名称"], ["yk-2026-0001", "虚构甲公司"]])
    ).problems
    assert places([problem]) == [("案件!A2", "R270")]
    assert problem.hint.endswith(
        "「案件」的「样例」、「案件」的「行业」、「案件」的「备注」、「经过」的「日期」、「经过」的「事项」、「经过」的「渠道」、「经过」的「金额」"
    )


def test_applied_the_rest_stays_and_new_places_are_cells(casebook: Casebook) -> None:
    casebook.write(RECORD).write(RECORD, "cases/2026/yk-2026-0002.yml")
    records = casebook.records()
    made = exported(records)
    put(made, "案件", 3, 项目="虚构工程")
    proposal = proposed(records, packed(made))
    assert [change.fate for change in proposal.changes] == [Fate.SAME, Fate.CHANGED]
    after = applied(records, proposal.changes)
    assert [case.file for case in after.cases] == ["cases/2026/yk-2026-0001.yml", "cases/2026/yk-2026-0002.yml"]
    assert [case.at("项目").file for case in after.cases] == ["cases/2026/yk-2026-0001.yml", "名单.xlsx[案件]"]
    assert sum(node.span.file == "cases/2026/yk-2026-0002.yml" for node in after.trees) == 0
