"""单位, its codes and the words that the portal must know; each test asserts the whole list."""

from __future__ import annotations

from datetime import date

import pytest

from generator.problems import Problem, Severity
from tests.casebook import Casebook, places

REGISTRATION = '注册号: "330000000000001"'
UNLICENSED = "样例: true\n单位: {{名称: 虚构甲, 类型: {subject}, {field}}}"


@pytest.mark.parametrize(
    ("subject", "field", "codes"),
    [
        ("无照单位", "统一社会信用代码: 91000000MA00000157", ["C108"]),
        ("无照单位", REGISTRATION, ["C108"]),
        ("无照单位", "法定代表人: 虚构某甲", []),
        ("无照单位", "地址: 虚构路 1 号", []),
        ("自然人", REGISTRATION, ["C108"]),
        ("自然人", "法定代表人: 虚构某甲", ["C108"]),
        ("自然人", "总公司: 虚构乙公司", ["C108"]),
        ("自然人", "地址: 虚构路 1 号", ["C403"]),
        ("个体工商户", REGISTRATION, []),
        ("公司", REGISTRATION, []),
        ("分公司", "总公司: 虚构乙公司", []),
        ("分公司", REGISTRATION, ["C108"]),
    ],
)
def test_what_a_kind_of_employer_has(casebook: Casebook, subject: str, field: str, codes: list[str]) -> None:
    casebook.write(UNLICENSED.format(subject=subject, field=field))
    assert [problem.code for problem in casebook.problems()] == codes


def test_a_kind_that_cannot_be_read_is_reported_alone(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 类型: 分公寺, 总公司: 虚构乙公司, 统一社会信用代码: 92000000MA00001385}
    """
    assert places(problems) == [(2, 21, "R205")]


def test_all_that_a_natural_person_does_not_have(problems: list[Problem]) -> None:
    """
    样例: true
    单位:
      名称: 虚构吕某某
      类型: 自然人
      总公司: 虚构乙公司
      统一社会信用代码: 91000000MA00000157
      注册号: "330000000000001"
      地址: 虚构路 1 号
      法定代表人: 虚构某甲
    """
    assert places(problems) == [(5, 8, "C108"), (6, 13, "C108"), (7, 8, "C108"), (8, 7, "C403"), (9, 10, "C108")]
    assert [problem.private for problem in problems] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("subject", "code", "codes"),
    [
        ("公司", "91000000MA00000157", []),
        ("公司", "92000000MA00001385", ["C121"]),
        ("合伙企业", "92000000MA00001385", ["C121"]),
        ("个体工商户", "91000000MA00000157", ["C121"]),
        ("其他组织", "92000000MA00001385", []),
        ("个体工商户", "91000000MA00000158", ["C103"]),
        ("无照单位", "92000000MA00001385", ["C108"]),
    ],
)
def test_the_first_two_places_of_a_code(casebook: Casebook, subject: str, code: str, codes: list[str]) -> None:
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲, 类型: {subject}, 统一社会信用代码: {code}}}")
    assert [problem.code for problem in casebook.problems()] == codes
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲, 类型: {subject}, 统一社会信用代码: {code}, 代码核对: 已核对}}")
    answered = [code for code in codes if code not in {"C103", "C121"}]
    assert [problem.code for problem in casebook.problems()] == answered + ["C109"] * (codes in ([], ["C108"]))


def test_an_office_nobody_knows(casebook: Casebook) -> None:
    casebook.portal["部门"] = "[建设局, 公安局]"
    casebook.write(
        """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 来访}
          - {日期: 2026-03-01, 事项: 分派, 承办: 公安局}
          - {日期: 2026-03-01, 事项: 分派, 承办: 甲镇}
          - {日期: 2026-03-01, 事项: 分派, 承办: 建设厅}
          - {日期: 2026-03-02, 事项: 疑难会办, 部门: [乙镇, 税务所, 公安局]}
        """
    )
    found = [problem for problem in casebook.problems() if problem.code < "C2"]
    assert places(found) == [(7, 34, "C113"), (8, 41, "C113")]
    assert [problem.hint for problem in found] == ["是否想写「建设局」？", "可写：甲镇、乙镇、建设局、公安局"]


def test_a_city_without_departments_is_not_asked_for_them(casebook: Casebook) -> None:
    casebook.write(
        "样例: true\n单位: {名称: 虚构甲公司}\n经过:\n"
        "  - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 来访}\n  - {日期: 2026-03-01, 事项: 分派, 承办: 建设局}"
    )
    assert "C113" not in {problem.code for problem in casebook.problems()}


@pytest.mark.parametrize(
    ("days", "note", "codes"),
    [
        (["2025-12-31"], "", []),
        (["2026-01-01"], "", ["C116"]),
        (["2026-01-01"], "说明: 编号早已公开", []),
        (["2026-01-01"], "备注: 已核对", ["C116"]),
        (["2026-11-02"], "", ["C207"]),
        (["2036-01-01"], "", ["C202"]),
        (["2026-02-01", "2025-02-02"], "", ["C201"]),
        (["2025-02-01", "2026-02-02"], "", []),
        (["2026-02-01", "2026-02-01"], "", ["C116", "C212"]),
    ],
)
def test_a_number_is_not_older_than_its_case(casebook: Casebook, days: list[str], note: str, codes: list[str]) -> None:
    acts = "".join(f"  - {{日期: {day}, 事项: 立案}}\n" for day in days)
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲公司}}\n{note}\n经过:\n{acts}", "cases/2025/yk-2025-0001.yml")
    assert [problem.code for problem in casebook.problems()] == codes


def test_a_file_without_a_number_has_no_year(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-01-01, 事项: 立案}]", "cases/2026/甲.yml")
    assert [problem.code for problem in casebook.problems()] == ["C101"]


def test_far_years_are_another_rule_s(casebook: Casebook) -> None:
    casebook.write(
        "样例: true\n单位: {名称: 虚构甲公司}\n经过: [{日期: 2036-01-01, 事项: 立案}]", "cases/2025/yk-2025-0001.yml"
    )
    assert [problem.code for problem in casebook.problems(date(2040, 1, 1))] == ["C202"]
    assert all(problem.severity is Severity.ERROR for problem in casebook.problems(date(2040, 1, 1)))


@pytest.mark.parametrize(
    ("channel", "hint"),
    [("甲热綫", "这是繁体写法，写成「甲热线」"), ("传说", "可写：甲热线、来访")],
    ids=["nearly", "not at all"],
)
def test_an_unknown_channel_gets_the_nearest_or_all_that_are_known(casebook: Casebook, channel: str, hint: str) -> None:
    casebook.write(
        f"样例: true\n单位: {{名称: 虚构甲公司}}\n经过: [{{日期: 2026-03-01, 事项: 接到投诉, 渠道: {channel}}}]"
    )
    assert [(problem.code, problem.hint) for problem in casebook.problems()] == [("C105", hint)]


def test_a_case_of_another_citys_number_is_out_of_place(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}", "cases/2026/xg-2026-0001.yml")
    assert [(problem.message, problem.hint) for problem in casebook.problems()] == [
        ("文件的位置或名称不是案件编号", "写成 cases/2026/yk-2026-0001.yml 这样")
    ]
