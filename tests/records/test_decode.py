"""Every mistake of a record in one run, each at its place; what is sound still meets the rules."""

from __future__ import annotations

from datetime import date

from generator.model.case import Case
from generator.problems import Problem
from tests.casebook import Casebook, places


def test_ten_mistakes_in_one_run(problems: list[Problem]) -> None:
    """
    单位:
      名称: 虚构甲公司
      单位名称: 甲
      统一社会信用代码: 9100000
    样例: true
    行业: 工程建筑
    镇街: 乌有镇
    欠薪: {人数: 很多, 金额: 五万}
    备注: 电话 13800138000
    经过:
      - {日期: 2026-02-30, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-01, 事项: 接诉}
      - {日期: 2026-03-05, 事项: 立案}
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-02-09}
      - {日期: 2026-03-09, 事项: 行政处罚, 金额: }
    公开:
      - 依据: 失信
    """
    assert places(problems) == [
        (3, 3, "R203"),
        (4, 13, "R206"),
        (6, 5, "R205"),
        (7, 5, "C104"),
        (8, 10, "R206"),
        (8, 18, "R206"),
        (9, 5, "C401"),
        (11, 10, "R206"),
        (12, 26, "R205"),
        (14, 10, "C201"),
        (14, 36, "C205"),
        (15, 32, "R201"),
        (17, 9, "R205"),
    ]
    assert all(problem.message and problem.hint for problem in problems)
    assert not any("13800138000" in problem.message + problem.hint for problem in problems)


def test_a_sound_record_has_nothing_said_of_it(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    欠薪: {人数: 20余名, 金额: 100余万元, 期间: 2025-11 至 2026-02}
    经过:
      - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}
    """
    assert problems == []


def test_wrong_shapes(problems: list[Problem]) -> None:
    """
    样例: true
    单位: 虚构甲公司
    欠薪: [5万元]
    经过: 没有
    """
    assert places(problems) == [(2, 5, "R204"), (3, 5, "R204"), (4, 5, "R204")]


def test_missing_and_empty(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: }
    经过:
      - {日期: 2026-03-01}
      - {事项: 接到投诉, 日期: 2026-03-01}
      - {日期: 2026-03-01, 事项: 法院判决, 判决: []}
    """
    assert places(problems) == [(2, 6, "R201"), (4, 5, "R202"), (5, 5, "R202"), (6, 36, "R207")]


def test_hints_name_the_word_that_was_meant(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 统一信用代码: 1}
    行业: 工程建筑
    经过:
      - {日期: 2026-03-01, 事项: 責令改正}
    """
    assert [problem.hint for problem in problems] == [
        "是否想写「统一社会信用代码」？",
        "是否想写「工程建设」？",
        "这是繁体写法，写成「责令改正」",
    ]


def test_a_key_grown_together_with_its_value(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项:立案}
      - {日期：2026-03-01, 事项: 立案}
    """
    assert [(*place, problem.message) for place, problem in zip(places(problems), problems, strict=True)] == [
        (4, 22, "R201", "「事项」的冒号是全角的，或后面少了空格"),
        (5, 6, "R201", "「日期」的冒号是全角的，或后面少了空格"),
    ]


def test_an_unknown_key_that_is_private_is_not_repeated(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    13800138000: 张三
    """
    assert [problem.code for problem in problems] == ["R203"]
    assert "138" not in problems[0].message


def test_unreadable_files_do_not_stop_the_others(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    (casebook.root / "cases/2026/yk-2026-0002.yml").mkdir()
    (casebook.root / "cases/2026/yk-2026-0003.yml").symlink_to("nowhere.yml")
    (casebook.root / "cases/2026/yk-2026-0004.yaml").write_text("单位: {}", encoding="utf-8")
    casebook.write_bytes(b"\xff", "cases/2026/yk-2026-0005.yml")
    problems = casebook.problems()
    assert [problem.code for problem in problems] == ["R107", "R107", "R109", "R102"]
    assert len(casebook.ledger().cases) == 1


def test_values_keep_what_was_written(casebook: Casebook) -> None:
    casebook.write(
        "样例: true\n单位: {名称: 虚构甲公司}\n欠薪: {金额: 37.15万余元, 人数: 20多名, 期间: 2025-12 至 2026-01}"
    )
    case: Case = casebook.ledger().cases[0].record
    assert case.arrears
    assert case.arrears.amount
    assert case.arrears.people
    assert case.arrears.period
    assert (case.arrears.amount.fen, case.arrears.amount.text, case.arrears.amount.approximate) == (
        37_150_000,
        "37.15万余元",
        True,
    )
    assert (case.arrears.people.number, str(case.arrears.people)) == (20, "20多名")
    assert case.arrears.period.first == date(2025, 12, 1)


def test_a_missing_portal_is_said(casebook: Casebook) -> None:
    assert [problem.code for problem in casebook.records().problems] == ["R108", "R108", "R108"]


def test_hints_name_what_is_odd_about_a_writing(problems: list[Problem]) -> None:
    """
    样例: true
    單位: {名稱: 虚构甲公司, 注册号 : 1}
    Ｘ镇街: 甲镇
    行 业: 其他
    欠薪: {人数: 23人, 人数１: 2}
    """
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("R203", "这是繁体写法，写成「单位」"),
        ("R203", "这是繁体写法，写成「名称」"),
        ("R206", "应为 15 位数字；有统一社会信用代码的，写在「统一社会信用代码」一项"),
        ("R203", "是否想写「镇街」？"),
        ("R203", "多了空格，写成「行业」"),
        ("R203", "这里可以写：人数、金额、期间"),
    ]


def test_a_key_twice_in_two_writings(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    單位: {名称: 虚构乙公司}
    """
    assert [(problem.code, problem.hint) for problem in problems] == [("R203", "第 2 行已有「单位」，保留一处")]


def test_a_wrong_kind_hides_nothing(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026.3.1, 事项: 接诉, 渠道: 甲热线}
      - {事项: 不知道}
    """
    assert [(*place, problem.hint) for place, problem in zip(places(problems), problems, strict=True)][:2] == [
        (4, 10, "R206", "写成 2026-03-01"),
        (4, 24, "R205", "是否想写「接到投诉」？"),
    ]
    assert places(problems)[2:] == [(5, 5, "R202"), (5, 10, "R205")]


def test_mistakes_without_end_are_cut_off(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n" + "".join(f"单位名{n}: 1\n" for n in range(300)))
    codes = [problem.code for problem in casebook.records().problems]
    assert codes == ["R203"] * 100 + ["R114"]


def test_a_private_value_is_never_suggested(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司, 统一社会信用代码: 11010519491231002x}")
    assert not [problem for problem in casebook.records().problems if "4912" in problem.hint + problem.message]
