"""Worksites at their edges, as records; each test asserts the whole list of what is said of the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.checks import CHECKS
from generator.checks.examples import examples
from generator.checks.naming import names_a_worker
from generator.cli import ledger as cli
from generator.cli.ledger import open_ledger, problems_of
from generator.problems import Problem
from generator.records.load import load
from generator.records.tree import scalars
from tests.architecture.source import ROOT
from tests.casebook import TODAY, Casebook, places

FILE: Final = "content/worksites/A2345678.yml"
OTHER: Final = "content/worksites/AB34567L.yml"
BARE: Final = "项目: 甲工程\n施工总承包单位: {名称: 甲公司}"
WHOLE: Final = """
项目: 甲工程
镇街: 甲镇
主管部门: [{名称: 建设局, 投诉电话: 0000-12345678}]
建设单位: 甲置业公司
施工总承包单位: {名称: 甲公司, 项目部: 甲项目部}
无分包: true
劳资专管员: {姓名: 吕大山}
工资支付日: 每月28日
计划: {开工: 2026-03-01, 竣工: 2026-03-01}
六项制度: [{名称: 工资保证金, 状态: 已落实, 日期: 2026-11-01, 佐证: 保函在卷}]
海报: [{日期: 2026-03-01, 事项: 印发}, {日期: 2026-03-01, 事项: 撤销, 理由: 印错了字}]
"""
LISTED: Final = """
单位: {名称: 甲公司}
经过:
  - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
  - {日期: 2026-03-10, 事项: 列入告知}
  - {日期: 2026-03-20, 事项: 列入失信名单}
"""


def of(problems: list[Problem], file: str = FILE) -> list[tuple[int, int, str]]:
    return places([problem for problem in problems if problem.span.file == file])


def said(casebook: Casebook, text: str, file: str = FILE) -> list[tuple[int, int, str]]:
    return of(casebook.write(text, file).problems(), file)


def test_a_site_that_says_everything_has_no_problem(casebook: Casebook) -> None:
    assert said(casebook, WHOLE) == []


def test_a_city_without_worksites_is_not_asked_for_a_board(casebook: Casebook) -> None:
    assert casebook.write("样例: true\n单位: {名称: 虚构甲公司}").problems() == []


def test_a_board_is_asked_for_once_and_not_for_every_site(casebook: Casebook) -> None:
    casebook.write(BARE, FILE).write(BARE.replace("甲工程", "乙工程"), OTHER)
    found = [problem for problem in casebook.problems() if problem.code == "C608"]
    labels = ["当地最低工资标准", "劳动保障监察投诉举报电话", "劳动争议调解仲裁申请渠道"]
    labels += ["法律援助申请渠道", "公共法律服务热线"]
    assert [problem.message for problem in found] == [f"各工地的维权信息告示牌还缺 5 项：{'、'.join(labels)}"]


def test_an_officer_of_an_invented_site_is_invented_too(casebook: Casebook) -> None:
    text = "样例: true\n项目: 虚构甲工程\n施工总承包单位: {名称: 虚构甲公司}\n劳资专管员: {姓名: %s}"
    assert said(casebook, text % "吕大山") == [(2, 5, "C607"), (4, 13, "C616")]
    assert said(casebook, text % "虚构吕大山") == [(2, 5, "C607")]


def test_a_system_like_no_other_is_answered_with_all_of_them(casebook: Casebook) -> None:
    casebook.write(f"{BARE}\n六项制度: [{{名称: 某某, 状态: 未落实}}]", FILE)
    told = [problem.hint for problem in casebook.problems() if problem.code == "C610"]
    systems = "实名制管理、人工费用拨付、农民工工资专用账户、总包代发工资、工资保证金、维权信息公示"
    assert told == [f"可写：{systems}"]


def test_a_town_like_no_other_is_answered_with_all_of_them(casebook: Casebook) -> None:
    casebook.portal["镇街"] = "[甲镇, 乙街道]"
    casebook.write(f"{BARE}\n镇街: 某某", FILE)
    assert [one.hint for one in casebook.problems() if one.code == "C615"] == ["可写：甲镇、乙街道"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("备注: 电话 13800138000", [(3, 5, "C401")]),
        ("劳资专管员: {姓名: 吕大山, 电话: '13800138000'}", [(3, 22, "C604")]),
        ("劳资专管员: {姓名: 吕大山, 电话: '13800138000', 说明: 本人同意}", []),
        ("劳资专管员: {姓名: 吕大山, 说明: 电话 13800138000}", [(3, 22, "C401")]),
        ("主管部门: [{名称: 建设局, 投诉电话: '13800138000'}]", [(3, 24, "C605")]),
        ("主管部门: [{名称: 建设局, 投诉电话: 0000-12345678}]", []),
        ("主管部门: [{名称: 建设局 0000-12345678}]", [(3, 13, "C401")]),
        ("地址: 0000-12345678", [(3, 5, "C401")]),
    ],
)
def test_phones_stand_where_phones_belong(casebook: Casebook, more: str, expected: list[tuple[int, int, str]]) -> None:
    found = said(casebook, f"{BARE}\n{more}")
    assert [place for place in found if place[2] != "C607"] == expected


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("{劳动保障监察投诉电话: 0000-12345678}", True),
        ("{法律援助: {名称: 甲中心, 电话: 0000-12345678}}", True),
        ("{主管部门: [{名称: 建设局, 投诉电话: 0000-12345678}]}", True),
        ("{法律援助: {名称: 甲中心, 地址: 电话 0000-12345678}}", False),
    ],
)
def test_the_citys_board_holds_the_offices_numbers(casebook: Casebook, value: str, *, allowed: bool) -> None:
    casebook.portal["告示牌"] = value
    problems = casebook.write("样例: true\n单位: {名称: 虚构甲公司}").problems()
    assert [problem.code for problem in problems] == ([] if allowed else ["C401"])


@pytest.mark.parametrize(
    ("payday", "code"),
    [
        *((day, "") for day in ("每月1日", "次月28日", "当月15日", "每月最后一日")),
        *((day, "C606") for day in ("每月29日", "次月30日", "每月31日")),
        *((day, "R206") for day in ("每月32日", "每月0日", "25日", "每月25号", "每季末")),
    ],
)
def test_a_payday_is_a_day_of_every_month(casebook: Casebook, payday: str, code: str) -> None:
    found = said(casebook, WHOLE.replace("每月28日", payday))
    assert found == ([(8, 8, code)] if code else [])


@pytest.mark.parametrize(
    ("posters", "expected"),
    [
        ("[{日期: 2026-03-01, 事项: 撤销, 理由: 印错了字}]", []),
        ("[{日期: 2026-03-01, 事项: 印发}, {日期: 2026-02-28, 事项: 印发}]", [(3, 37, "C613")]),
        ("[{日期: 2026-03-01, 事项: 撤销, 理由: 甲}, {日期: 2026-03-02, 事项: 撤销, 理由: 甲}]", [(3, 60, "C613")]),
        ("[{日期: 2026-03-01, 事项: 撤销, 理由: 甲}, {日期: 2026-01-02, 事项: 印发}]", [(3, 60, "C613")]),
        ("[{日期: 2026-03-01, 事项: 撤销}]", [(3, 6, "R202")]),
        ("[{日期: 2026-03-01, 事项: 印发, 数量: 5}]", [(3, 35, "R206")]),
        ("[{日期: 2026-03-01, 事项: 张贴}]", [(3, 27, "R205")]),
    ],
)
def test_posters_are_issued_and_then_revoked(
    casebook: Casebook, posters: str, expected: list[tuple[int, int, str]]
) -> None:
    found = said(casebook, f"{BARE}\n海报: {posters}")
    assert [place for place in found if place[2] != "C607"] == expected


@pytest.mark.parametrize("number", ["12345", "0579-1234567", "0000-12345678-801", "400-123-4567", "13800138000"])
def test_a_number_as_it_is_dialled_is_read(casebook: Casebook, number: str) -> None:
    casebook.portal["告示牌"] = f"{{劳动保障监察投诉电话: '{number}'}}"
    assert casebook.write("样例: true\n单位: {名称: 虚构甲公司}").problems() == []


@pytest.mark.parametrize("number", ["12345、12333", "不详", "0579 1234567", "12345转1", "1"])
def test_what_nobody_can_dial_is_not(casebook: Casebook, number: str) -> None:
    casebook.portal["告示牌"] = f"{{劳动保障监察投诉电话: '{number}'}}"
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    assert "R206" in {problem.code for problem in casebook.problems()}


@pytest.mark.parametrize(
    ("site", "day", "spoken"),
    [
        (BARE, date(2026, 3, 19), False),
        (BARE, date(2026, 3, 20), True),
        (BARE, date(2029, 3, 20), True),
        (BARE, date(2029, 3, 21), False),
        (f"{BARE}\n说明: 已告知建设局", date(2026, 3, 20), False),
        (BARE.replace("甲公司", "甲公司（集团）"), date(2026, 3, 20), False),
    ],
)
def test_a_contractor_is_listed_on_the_days_of_its_listing(
    casebook: Casebook, site: str, day: date, *, spoken: bool
) -> None:
    casebook.write(LISTED).write(site, FILE)
    found = [problem for problem in casebook.problems(day) if problem.code == "C617"]
    assert bool(found) == spoken
    assert all(problem.message.endswith("（案件 yk-2026-0001）") for problem in found)


def test_one_mistake_in_a_name_is_one_problem(casebook: Casebook) -> None:
    """A file in the wrong place with a code that is used twice gets one problem: the code is used."""
    casebook.write(WHOLE, FILE)
    assert said(casebook, WHOLE, "content/worksites/二期/a2345678.yml") == [(1, 1, "C602")]
    assert of(casebook.problems()) == []


def test_the_register_and_the_files_agree(casebook: Casebook) -> None:
    casebook.write(WHOLE, FILE)
    casebook.write_bytes(b"# codes\n\nA2345678\n  AB34567L # gone\nA2345679\n", "content/worksites/issued.txt")
    found = [problem for problem in casebook.problems() if problem.span.file.endswith("issued.txt")]
    assert places(found) == [(4, 3, "C602"), (5, 1, "C602")]
    assert "AB34567L" in found[0].message


def test_many_records_checked_in_halves_are_told_the_same(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    casebook.write(LISTED).write("样例: true\n单位: {名称: 虚构乙公司}", "cases/2026/yk-2026-0002.yml")
    casebook.write(f"{BARE}\n备注: 电话 13800138000", FILE).write("项目: [", OTHER)
    casebook.write_bytes(b"A2345679\n", "content/worksites/issued.txt")
    casebook.write_bytes(b"", "content/worksites/readme.md")
    whole = open_ledger(casebook.root, TODAY)[1]
    monkeypatch.setattr(cli, "WORTH_FORKING", 1)
    assert problems_of(casebook.root, TODAY) == whole
    assert {"C401", "C602", "C607", "C608", "C617", "R103", "R109"} <= {problem.code for problem in whole}


def test_every_rule_about_worksites_shows_a_worksite_that_is_sound() -> None:
    rules = [check for check in CHECKS if check.code.startswith("C6")]
    assert [check.code for check in rules] == [f"C{number}" for number in range(601, 620)]
    assert all(any("content/worksites" in file for file in one.files) for check in rules for one in examples(check))


@pytest.mark.parametrize(
    ("file", "code"),
    [("readme.md", "R109"), ("A2345678.yaml", "R109"), ("A2345678.YML", "R109"), (".keep", ""), ("issued.txt", "")],
)
def test_what_else_lies_there_is_pointed_out(casebook: Casebook, file: str, code: str) -> None:
    casebook.write(WHOLE, OTHER).write_bytes(b"", f"content/worksites/{file}")
    found = [problem.code for problem in casebook.problems() if problem.span.file != "content/portal.yml"]
    assert found == ([code] if code else [])


def test_a_folder_that_is_a_link_is_not_followed(casebook: Casebook, tmp_path: Path) -> None:
    casebook.write(WHOLE, FILE)
    (tmp_path / "content" / "worksites" / "二期").symlink_to(tmp_path / "cases")
    found = [problem for problem in casebook.problems() if problem.code == "R110"]
    assert [problem.span.file for problem in found] == ["content/worksites/二期"]
    assert "工地" in found[0].message


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("民工张三", True),
        ("民工张三宿舍", True),
        ("由工友李大山签收", True),
        ("贴在村民王小明家对面", True),
        ("包工头赵铁柱住处", True),
        ("员工欧阳修文领走两张", True),
        ("虚构职工宿舍楼", False),
        ("农民工工资专用账户开户材料在卷", False),
        ("工人食堂和宿舍各一张", False),
        ("民工张某等21名签收", False),
        ("行业主管部门", False),
        ("业主方已签字", False),
        ("监理员李小四签字", False),
        ("分包单位欠薪", False),
        ("安全员在场，和两家分包核对", False),
        ("劳动者实名制台账", False),
        ("国家有关规定", False),
        ("村民张家村委会门口", False),
    ],
)
@pytest.mark.parametrize("key", ["地址", "备注"])
def test_a_worker_is_named_in_no_words(casebook: Casebook, text: str, named: bool, key: str) -> None:  # noqa: FBT001 - a column of the table
    """What C401 finds as well, it alone speaks of."""
    casebook.write(f"样例: true\n项目: 虚构甲工程\n施工总承包单位: {{名称: 虚构甲公司}}\n{key}: 据查，{text}", FILE)
    found = [problem for problem in casebook.problems() if problem.code in {"C401", "C619"}]
    assert bool(found) == named
    assert len(found) <= 1
    assert all(problem.private and text not in problem.message + problem.hint for problem in found)


def test_every_word_of_a_shipped_worksite_names_nobody() -> None:
    """False alarms would teach editors to answer without looking."""
    texts = [scalar.text for tree in load(ROOT).trees for _, scalar in scalars(tree)]
    assert len(texts) > 1200
    assert [text for text in texts if names_a_worker(text)] == []


def test_a_second_code_of_a_project_may_be_explained(casebook: Casebook) -> None:
    """C618: two codes in use at once; whoever has looked into it says so in the younger record."""

    def said(text: str) -> list[str]:
        found = casebook.write(BARE, FILE).write(text, OTHER).problems()
        return [problem.span.file for problem in found if problem.code == "C618"]

    assert said(BARE) == [OTHER]
    assert said(f"{BARE}\n说明: 分两个标段，各贴各的") == []
