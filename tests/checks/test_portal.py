"""The settings of the portal, as far as they can be wrong."""

from __future__ import annotations

import pytest

from tests.casebook import Casebook

WAGE = "{自: 2026-01-01, 月: 1元, 小时: 1元, 文件: 某文, 核实: 已核实}"
TERMS = "{{重大违法公布: 36个月, 媒体转载: 36个月, 行政处罚: {{轻微: {}个月, 一般: {}个月, 严重: {}个月}}}}"


def said(casebook: Casebook, key: str, value: str) -> list[tuple[int, str, str]]:
    casebook.portal[key] = value
    problems = casebook.write("样例: true\n单位: {名称: 虚构甲公司}").problems()
    return [(problem.span.column, problem.code, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("key", "value", "column"),
    [
        ("镇街", "[甲镇, 乙镇, 甲镇]", 14),
        ("部门", "[甲局, 乙局, 甲局]", 14),
        ("投诉渠道", "[{名称: 甲, 方式: 内部}, {名称: 甲, 方式: 检查}]", 30),
        ("节假日", "[{日期: 2026-01-04, 安排: 班}, {日期: 2026-01-04, 安排: 班}]", 37),
        (
            "最低工资",
            f"[{WAGE}, {WAGE}]",
            61,
        ),
    ],
)
def test_what_is_written_twice(casebook: Casebook, key: str, value: str, column: int) -> None:
    assert said(casebook, key, value) == [(column, "C117", f"「{key}」里写了两次")]


WHOLE = "{日期: 2027-01-01, 安排: 休}, {日期: 2027-05-03, 安排: 休}, {日期: 2027-10-01, 安排: 休}"


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        (WHOLE, []),
        (WHOLE + ", {日期: 2027-10-09, 安排: 班}, {日期: 2027-10-02, 安排: 休}", []),
        (WHOLE + ", {日期: 2027-10-08, 安排: 班}", ["C118"]),
        (WHOLE.replace("2027-01-01", "2027-02-08"), []),
        (WHOLE.replace("2027-01-01", "2027-03-01"), ["C119"]),
        (WHOLE.replace("2027-05-03, 安排: 休", "2027-05-08, 安排: 班"), ["C119"]),
        (WHOLE.replace("2027", "2028"), ["C118"] * 3),
        ("{日期: 2026-01-01, 安排: 休}, {日期: 2026-01-04, 安排: 班}", []),
        ("{日期: 2004-01-01, 安排: 休}", []),
        ("{日期: 2026-01-04, 安排: 休}", ["C118"]),
        ("{日期: 2026-01-01, 安排: 班}", ["C118"]),
        ("{日期: 2026-01-10, 安排: 班}", ["C118"]),
    ],
)
def test_announced_days(casebook: Casebook, days: str, codes: list[str]) -> None:
    assert [code for _, code, _ in said(casebook, "节假日", f"[{days}]")] == codes


def test_what_a_year_lacks_is_named(casebook: Casebook) -> None:
    found = said(casebook, "节假日", "[{日期: 2027-04-05, 安排: 休}]")
    assert [message for *_, message in found] == ["2027 年的节假日像是没有录全：没有元旦或春节、劳动节、国庆节"]


@pytest.mark.parametrize(
    ("months", "messages"),
    [
        ((3, 12, 36), []),
        ((3, 3, 3), []),
        ((12, 3, 36), ["「一般」的公示时长短于「轻微」"]),
        ((3, 36, 12), ["「严重」的公示时长短于「一般」"]),
    ],
)
def test_graver_is_not_shown_shorter(casebook: Casebook, months: tuple[int, int, int], messages: list[str]) -> None:
    found = said(casebook, "公开政策", TERMS.format(*months))
    assert [message for _, code, message in found if code == "C120"] == messages
    assert {code for _, code, _ in found} <= {"C120"}


@pytest.mark.parametrize(
    ("until", "messages"),
    [
        ("2026-10-31", ["最后一天早于第一天"]),
        ("2026-11-01", []),
        ("2027-11-02", []),
        ("2027-11-03", ["从第一天到最后一天超过一年"]),
    ],
)
def test_a_campaign_of_a_day_up_to_a_year(casebook: Casebook, until: str, messages: list[str]) -> None:
    value = f"[{{名称: 冬季专项行动, 自: 2026-11-01, 至: {until}}}]"
    assert [message for _, _, message in said(casebook, "专项行动", value)] == messages


def test_each_year_of_holidays_is_whole_by_itself(casebook: Casebook) -> None:
    """C119: what another year has does not make up for what this one lacks; of a year far ahead nobody knows yet."""

    def said(*days: str) -> list[str]:
        casebook.portal["节假日"] = f"[{', '.join(f'{{日期: {day}, 安排: 休}}' for day in days)}]"
        casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
        return [problem.message for problem in casebook.problems() if problem.code == "C119"]

    assert len(said("2027-01-01", "2026-05-01", "2026-10-01")) == 1
    assert said("2027-01-01", "2027-05-03", "2027-10-01") == []
    assert said("2028-01-03") == []


def test_an_address_that_just_fits_its_code_is_not_doubted(casebook: Casebook) -> None:
    """C125: 288 bits are what a code of version 4 holds."""
    sites = [f"{{名称: 甲市安薪, 网址: 'https://{'a' * 14}.gov.cn/{path}'}}" for path in ("bbb", "bbbb")]
    assert [[code for _, code, _ in said(casebook, "网站", site)] for site in sites] == [[], ["C125"]]
