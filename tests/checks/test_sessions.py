"""Sessions at their edges, as records; each test asserts the whole list of what is said of the file."""

from __future__ import annotations

from typing import Final

import pytest

from generator.checks import CHECKS
from generator.checks.examples import examples
from generator.cli import ledger as cli
from generator.cli.ledger import open_ledger, problems_of
from tests.casebook import TODAY, Casebook, places

FILE: Final = "content/outreach/2026.yml"
NO_YEAR: Final = "content/outreach/readme.md"
SITE: Final = "content/worksites/A2345678.yml"
WHOLE: Final = """
场次:
  - 编号: 2026-001
    种类: 一月一村
    日期: 2026-09-02
    时间: 14:00-16:00
    镇街: 甲镇
    村或网格: 某村第一网格
    地点: 某村文化礼堂
    形式: 进村入户
    对象: [劳动者, 企业]
    内容: [劳动合同, 工资支付]
    企业: 12家
    首次: 12家
    人数: 12人
    发现:
      - 问题: 未提供工资清单
        单位: 甲公司
        期限: 2026-09-02
        跟进:
          - {日期: 2026-09-02, 结果: 正在改正}
          - {日期: 2026-11-01, 结果: 移交查处, 备注: 材料在卷}
"""
BARE: Final = "场次: [{编号: 2026-001, 种类: 开工第一课, 日期: 2026-10-02, 镇街: 甲镇, 地点: 镇礼堂}]"


def said(casebook: Casebook, text: str, file: str = FILE) -> list[tuple[int, int, str]]:
    problems = casebook.write(text, file).problems()
    assert {problem.span.file for problem in problems} <= {file}
    return places(problems)


def test_a_session_that_says_everything_has_no_problem(casebook: Casebook) -> None:
    assert said(casebook, WHOLE) == []


def test_one_of_several_units_is_one_too_many(casebook: Casebook) -> None:
    more = (
        "        跟进: [{日期: 2026-09-03, 结果: 移交查处}]\n      - {问题: 使用童工, 单位: 乙公司, 期限: 2026-11-08}\n"
    )
    text = WHOLE.replace("地点: 某村文化礼堂", "地点: 乙公司食堂").partition("        跟进:")[0]
    found = casebook.write(text + more, FILE).problems()
    assert [(one.span.line, one.span.column, one.code, one.message) for one in found] == [
        (8, 9, "C816", "公开的「地点」里写了有问题的单位")
    ]


def test_a_session_of_today_may_say_who_came(casebook: Casebook) -> None:
    assert said(casebook, BARE.replace("2026-10-02", "2026-11-01").replace("礼堂", "礼堂, 人数: 8人")) == []


@pytest.mark.parametrize(("day", "codes"), [("2026-10-02", []), ("2026-10-01", ["C811"])])
def test_numbers_are_missed_from_the_thirty_first_day_on(casebook: Casebook, day: str, codes: list[str]) -> None:
    assert [code for _, _, code in said(casebook, BARE.replace("2026-10-02", day))] == codes


def test_the_city_sets_how_long_it_waits(casebook: Casebook) -> None:
    casebook.portal["宣讲"] = "{跟进: 5天}"
    assert said(casebook, BARE) == [(1, 36, "C811")]


@pytest.mark.parametrize(("length", "codes"), [("20个工作日", []), ("5个工作日", ["C811"])])
def test_working_days_are_counted_as_such(casebook: Casebook, length: str, codes: list[str]) -> None:
    casebook.portal["宣讲"] = f"{{跟进: {length}}}"
    assert [code for _, _, code in said(casebook, BARE.replace("2026-10-02", "2026-10-16"))] == codes


def test_a_warning_is_answered_in_the_session(casebook: Casebook) -> None:
    silent = BARE.replace("2026-10-02", "2026-03-02")
    assert [code for _, _, code in said(casebook, silent)] == ["C811"]
    assert said(casebook, silent.replace("礼堂", "礼堂, 说明: 签到表遗失")) == []


def test_what_one_session_lacks_is_not_asked_where_the_file_is_unsound(casebook: Casebook) -> None:
    text = BARE.replace("2026-10-02", "2026-03-02").replace("开工第一课", "开工第一刻")
    assert [code for _, _, code in said(casebook, text)] == ["R205"]


def test_a_calling_off_is_no_second_session_of_the_day(casebook: Casebook) -> None:
    text = """
    场次:
      - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 镇礼堂, 取消: 停电}
      - {编号: 2026-002, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 镇礼堂}
    """
    assert said(casebook, text) == []


def test_private_facts_are_found_in_every_text(casebook: Casebook) -> None:
    text = """
    场次:
      - 编号: 2026-001
        种类: 开工第一课
        日期: 2026-11-20
        镇街: 甲镇
        地点: 镇礼堂，联系人电话13800138000
        备注: 身份证 11010519491231002X
        # 13800138001
    """
    assert said(casebook, text) == [(6, 9, "C401"), (7, 9, "C401"), (8, 7, "C401")]


NASTY: Final = (
    *("地点: 村民张三家院子", "地点: 张三家门口", "地点: 某村12号李大山家", "地点: 甲小区3幢2单元"),
    *("地点: 某村礼堂（联系87654321）", "地点: 某村礼堂，找王主任1 3 8 0 0 1 3 8 0 0 0", "地点: 礼堂８７６５４３２１"),
    *(
        "村或网格: 某村（网格员王小明）",
        "内容: [张三讨薪案]",
        "内容: [老板吕大山跑路案]",
        "内容: [农民工陈小花工伤九级]",
    ),
    *(
        "内容: [报名电话八八一二三四五六]",
        "取消: 讲师王小明感冒",
        "取消: 村支书张大山家中有事",
        "取消: 包工头刘小军带人来",
    ),
)
PLAIN: Final = (
    *("地点: 某村文化礼堂", "地点: 李家村文化家园", "地点: 员工宿舍楼前", "地点: 高家大院", "地点: 镇政府301室"),
    *("地点: 工人文化宫", "地点: 甲公司员工车间", "村或网格: 王家村党群服务中心", "内容: [打12345、12333], 说明: 热线"),
    *("内容: [农民工讨薪怎么做, 老师傅讲安全, 平安回家]", "内容: [全国欠薪线索平台, 单位欠薪怎么办, 典型案例]"),
    *("内容: [劳动者应得的工资, 员工花名册, 常见欠薪案]", "取消: 台风，改到九月", "取消: 并入2026-012"),
    *("地点: 高川村家宴中心", "地点: 后吴村家门口服务站", "内容: [支付工资案例, 加班费案例, 农民工工伤怎么办]"),
)


@pytest.mark.parametrize("line", NASTY)
def test_nobody_is_given_away_in_what_everybody_reads(casebook: Casebook, line: str) -> None:
    found = said(casebook, session_with(line))
    assert [code for _, _, code in found] == ["C818"]
    assert said(casebook, session_with(f"{line}\n    说明: 不是人名")) == []


@pytest.mark.parametrize("line", PLAIN)
def test_halls_and_titles_are_no_persons(casebook: Casebook, line: str) -> None:
    assert said(casebook, session_with(line.partition(", 说明")[0])) == []


def session_with(line: str) -> str:
    """A session with this line in place of its own; further lines follow at the end."""
    first, *rest = line.split("\n")
    key, _, value = first.partition(": ")
    given = {"地点": "某村文化礼堂", "村或网格": "某村"} | {key: value}
    lines = [*(f"{one}: {text}" for one, text in given.items()), *(one.strip() for one in rest)]
    head = "场次:\n  - 编号: 2026-001\n    种类: 一月一村\n    日期: 2026-11-20\n    镇街: 甲镇"
    return "\n    ".join([head, *lines])


@pytest.mark.parametrize(
    ("unit", "place", "codes"),
    [
        ("某城五金有限公司", "某城五金食堂", ["C819"]),
        ("某城五金有限公司", "某城五金有限公司食堂", ["C816"]),
        ("某城（五金）制品有限责任公司", "某城制品厂区", ["C819"]),
        ("某城五金有限公司", "某城文化礼堂", []),
        ("甲公司", "甲镇礼堂", []),
    ],
)
def test_a_short_name_gives_a_unit_away_too(casebook: Casebook, unit: str, place: str, codes: list[str]) -> None:
    finding = f"发现: [{{问题: 未提供工资清单, 单位: {unit}, 跟进: [{{日期: 2026-10-30, 结果: 已改正}}]}}]"
    text = BARE.replace("镇礼堂", f"{place}, 人数: 9人, {finding}")
    assert [code for _, _, code in said(casebook, text)] == codes


def test_a_time_is_written_in_one_way(casebook: Casebook) -> None:
    assert [code for _, _, code in said(casebook, BARE.replace("礼堂", "礼堂, 时间: 下午两点"))] == ["R206"]


def test_a_file_that_is_no_year_holds_no_session(casebook: Casebook) -> None:
    assert [code for _, _, code in said(casebook, BARE, "content/outreach/今年.yml")] == ["C801"]


def test_many_records_checked_in_halves_are_told_the_same(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}").write("样例: true\n项目: 虚构甲工程", SITE)
    casebook.write(WHOLE.replace("地点: 某村", "工地: A2345678\n    地点: 甲公司，电话13800138000，某村"), FILE)
    casebook.write(BARE.replace("2026-10-02", "2025-10-02"), "content/outreach/2025.yml").write_bytes(b"", NO_YEAR)
    whole = open_ledger(casebook.root, TODAY)[1]
    monkeypatch.setattr(cli, "WORTH_FORKING", 1)
    assert problems_of(casebook.root, TODAY) == whole
    assert {"C401", "C801", "C807", "C811", "C816", "R109", "R202"} <= {problem.code for problem in whole}


def test_every_rule_about_sessions_shows_a_session_that_is_sound() -> None:
    rules = [check for check in CHECKS if check.code.startswith("C8")]
    assert [check.code for check in rules] == [f"C{number}" for number in range(801, 820)]
    assert all(any("content/outreach" in file for file in one.files) for check in rules for one in examples(check))


def test_only_the_last_follow_up_says_how_it_stands(casebook: Casebook) -> None:
    """C814: settled once and open again is open."""
    settled = "{日期: 2026-09-02, 结果: 正在改正}\n          - {日期: 2026-11-01, 结果: 移交查处, 备注: 材料在卷}"
    assert settled in WHOLE
    turned = WHOLE.replace(
        settled, "{日期: 2026-09-02, 结果: 移交查处}\n          - {日期: 2026-09-03, 结果: 正在改正}"
    )
    assert [code for *_, code in said(casebook, turned)] == ["C814"]


def test_an_odd_number_of_people_may_be_explained(casebook: Casebook) -> None:
    odd = BARE.replace("地点: 镇礼堂", "地点: 镇礼堂, 企业: 12家, 人数: 8人")
    assert [code for *_, code in said(casebook, odd)] == ["C813"]
    assert said(casebook, odd.replace("人数: 8人", "人数: 8人, 说明: 四家各来了两名")) == []
