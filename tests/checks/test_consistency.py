"""The same unit, the same document, in several records."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.casebook import Casebook

ONE, OTHER = "91000000MA00000157", "91000000MA00000232"
WRONG = "91000000MA00000158"
Found = list[tuple[str, int, str]]


def said(casebook: Casebook, records: Sequence[str]) -> Found:
    for serial, text in enumerate(records, start=1):
        casebook.write(f"样例: true\n{text}", f"cases/2026/yk-2026-{serial:04d}.yml")
    return [(problem.span.file[-8:-4], problem.span.line, problem.code) for problem in casebook.problems()]


def unit(name: str, code: str, more: str = "") -> str:
    return f"单位: {{名称: 虚构{name}公司, 统一社会信用代码: {code}{more}}}"


CONFIRMED = ", 代码核对: 已与营业执照核对"


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([unit("甲", ONE), unit("乙", ONE)], [("0002", 2, "C110")]),
        ([unit("甲", ONE), unit("乙", ONE, CONFIRMED)], []),
        ([unit("甲", ONE, CONFIRMED), unit("乙", ONE)], []),
        ([unit("甲", ONE), unit("乙", ONE), unit("乙", ONE), unit("甲", ONE)], [("0002", 2, "C110")]),
        ([unit("甲", ONE), unit("乙", ONE), unit("丙", ONE)], [("0002", 2, "C110"), ("0003", 2, "C110")]),
        ([unit("甲", ONE), unit("甲", OTHER)], [("0002", 2, "C111")]),
        ([unit("甲", ONE), unit("甲", OTHER, CONFIRMED)], []),
        ([unit("甲", ONE), unit("甲", WRONG)], [("0002", 2, "C103")]),
        ([unit("甲", ONE), unit("甲", ONE, CONFIRMED)], [("0002", 2, "C109")]),
        ([unit("甲（某）", ONE), unit("甲(某)", ONE)], []),
        ([unit("甲Ａ", ONE), unit("甲a", OTHER)], [("0002", 2, "C111")]),
        (["单位: {名称: 虚构甲公司}", unit("甲", ONE)], []),
        (["单位: {名称: 虚构甲公司}", "单位: {名称: 虚构乙公司}"], []),
        (
            [f'单位: {{名称: 虚构{name}公司, 注册号: "330000000000001"}}' for name in "甲乙"],
            [("0002", 2, "C110")],
        ),
    ],
)
def test_units(casebook: Casebook, records: list[str], found: Found) -> None:
    assert said(casebook, records) == found


def test_the_other_record_is_named(casebook: Casebook) -> None:
    said(casebook, [unit("甲", ONE), unit("乙", ONE), unit("甲", OTHER)])
    assert [problem.message for problem in casebook.problems()] == [
        "同一个代码在 yk-2026-0001 里是另一个名称",
        "同名的单位在 yk-2026-0001 里是另一个代码",
    ]


def test_an_unsound_record_is_not_told_that_its_confirmation_is_idle(casebook: Casebook) -> None:
    assert said(casebook, ["单位: {名称: 虚构甲公司, 代码核对: 已核对, 类型: 公寺}"]) == [("0001", 2, "R205")]


def order(number: str, day: str = "2026-03-01", more: str = "") -> str:
    return f"  - {{日期: {day}, 事项: 责令改正, 文号: {number}, 期限: 2026-04-08{more}}}"


def acts(*lines: str, name: str = "甲") -> str:
    return "\n".join([f"单位: {{名称: 虚构{name}公司}}", "经过:", *lines])


NUMBER = "某监令〔2026〕1号"


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([acts(order(NUMBER), order(NUMBER, "2026-03-02"))], [("0001", 5, "C112")]),
        ([acts(order(NUMBER), order(NUMBER))], [("0001", 5, "C212")]),
        ([acts(order(NUMBER)), acts(order(NUMBER), name="乙")], []),
        ([acts(order(NUMBER)), acts(order(NUMBER, "2026-03-02"), name="乙")], [("0002", 4, "C112")]),
        ([acts(order(NUMBER)), acts(order("某监令 〔2026〕 1 号", "2026-03-02"))], [("0002", 4, "C112")]),
        ([acts(order(NUMBER)), acts(order(NUMBER, "2026-03-02", ", 作出机关: 甲镇人民政府"))], []),
        ([acts(order("某监令第1号")), acts(order("某监令第1号", "2026-03-02"))], []),
        (
            [acts(order(NUMBER)), acts(order("某监令（2026）1号", "2026-03-02"))],
            [("0002", 4, "C112"), ("0002", 4, "C114")],
        ),
    ],
)
def test_documents(casebook: Casebook, records: list[str], found: Found) -> None:
    assert said(casebook, records) == found


def test_a_judgment_has_one_date(casebook: Casebook) -> None:
    judged = "  - {{日期: {}, 事项: 法院判决, 案号: （2026）某0000刑初1号, 判决: [{{对象: 吕某某, 身份: 被告人}}]}}"
    first, later = (
        acts("  - {日期: 2026-01-10, 事项: 刑事立案}", judged.format(day)) for day in ("2026-03-01", "2026-03-02")
    )
    assert said(casebook, [first, first]) == []
    assert said(casebook, [first, later]) == [("0002", 5, "C112")]
    assert casebook.problems()[0].message == "这个案号在 yk-2026-0001 的另一件事上（2026-03-01）已经用过，日期不同"


@pytest.mark.parametrize(
    ("year", "day", "codes"),
    [
        (2026, "2026-03-01", []),
        (2025, "2026-01-31", []),
        (2025, "2026-02-01", ["C115"]),
        (2024, "2026-01-31", ["C115"]),
        (2027, "2026-12-01", []),
        (2027, "2026-11-30", ["C115"]),
        (2026, "2026-01-31", []),
        (2026, "2026-12-31", []),
    ],
)
def test_the_year_of_a_number(casebook: Casebook, year: int, day: str, codes: list[str]) -> None:
    record = "单位: {{名称: 虚构甲公司}}\n经过: [{{日期: {}, 事项: 责令改正, 文号: 某〔{}〕1号, 期限: 2026-12-31{}}}]"
    found = said(casebook, [record.format(day, year, "")])
    assert [code for *_, code in found if code not in {"C207", "C205"}] == codes
    assert "C115" not in {code for *_, code in said(casebook, [record.format(day, year, ", 说明: 文号已核对")])}
