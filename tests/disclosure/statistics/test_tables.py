"""How many cases, of what kind, how many people and how much money: each figure by its records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.disclosure.public import PublicCount
from tests.casebook import Casebook
from tests.disclosure.statistics.conftest import Table
from tests.disclosure.test_gate import PENALTY

PUBLIC = PENALTY.replace("样例: true", "项目: 某项目").replace("轻微", "一般")
"""A penalty of 2026 that is shown for a year."""
NOVEMBER = date(2026, 11, 1)
ENDED = date(2040, 1, 1)


def record(on: str, more: str = "", head: str = "镇街: 甲镇") -> str:
    """A case that is on file and not public, with its first act on a day."""
    return f"单位: {{名称: 虚构某劳务有限公司}}\n{head}\n经过:\n  - {{日期: {on}, 事项: 接到投诉, 渠道: 热线}}\n{more}"


def write(casebook: Casebook, *records: str) -> Casebook:
    for serial, text in enumerate(records, 1):
        casebook.write(text, f"cases/2026/yk-2026-{serial:04}.yml")
    return casebook


def shown(counts: tuple[PublicCount, ...]) -> list[tuple[str, int | None]]:
    return [(one.label, one.number) for one in counts]


def test_a_case_counts_in_the_year_of_its_first_act(casebook: Casebook, table: Table) -> None:
    later = "  - {日期: 2026-02-01, 事项: 立案}\n"
    write(casebook, *[record("2025-12-31", later)] * 3, *[record("2026-01-01")] * 4)
    assert shown(table("cases-by-year", NOVEMBER).counts) == [("2025年", 3), ("2026年", 4)]


def test_the_last_day_that_counts_is_the_end_of_the_month_before(casebook: Casebook, table: Table) -> None:
    write(casebook, *[record("2026-10-31")] * 3, *[record("2026-11-01")] * 3)
    assert shown(table("cases-by-year", date(2026, 11, 30)).counts) == [("2026年", 3)]
    assert shown(table("cases-by-year", date(2026, 12, 1)).counts) == [("2026年", 6)]
    assert table("cases-by-year", date(2026, 11, 30)).on == date(2026, 10, 31)


def test_years_long_past_are_one_group(casebook: Casebook, table: Table) -> None:
    write(casebook, *[record("2016-12-31")] * 3, *[record("2017-01-01")] * 3, *[record("2026-01-01")] * 3)
    assert shown(table("cases-by-year", NOVEMBER).counts) == [("更早", 3), ("2017年", 3), ("2026年", 3)]


def test_the_largest_town_comes_first_and_what_is_not_said_last(casebook: Casebook, table: Table) -> None:
    casebook.portal["镇街"] = "[甲镇, 乙镇]"
    unsaid = record("2026-01-01", head="行业: 制造业")
    write(casebook, *[record("2026-01-01")] * 3, *[record("2026-01-01", head="镇街: 乙镇")] * 4, *[unsaid] * 5)
    assert shown(table("cases-by-town", NOVEMBER).counts) == [("乙镇", 4), ("甲镇", 3), ("没有注明", 5)]
    assert shown(table("cases-by-industry", NOVEMBER).counts) == [("制造业", 5), ("没有注明", 7)]


def test_small_towns_go_together_and_the_row_keeps_the_portals_order(casebook: Casebook, table: Table) -> None:
    casebook.portal["镇街"] = "[甲镇, 乙镇, 丙镇]"
    towns = ["甲镇"] * 9 + ["乙镇"] + ["丙镇"] * 2
    write(casebook, *(record("2026-01-01", head=f"镇街: {town}") for town in towns))
    rest = PublicCount("其余 3 个镇街合计", 3, "件", merged=("乙镇", "丙镇", "没有注明"))
    assert table("cases-by-town", NOVEMBER).counts == (PublicCount("甲镇", 9, "件"), rest)


def test_each_violation_counts_once_in_a_case(casebook: Casebook, table: Table) -> None:
    heads = ["违法行为: [拖欠工资, 使用童工]"] * 3 + ["违法行为: [拖欠工资]"] * 3
    write(casebook, *(record("2026-01-01", head=head) for head in heads))
    assert shown(table("cases-by-violation", NOVEMBER).counts) == [("拖欠工资", 6), ("使用童工", 3)]


def test_people_and_money_are_added_and_about_stays_about(casebook: Casebook, table: Table) -> None:
    heads = ["欠薪: {人数: 10名, 金额: 1万元}", "欠薪: {人数: 20余名, 金额: 2.5万元}", "欠薪: {人数: 1名, 金额: 100元}"]
    write(casebook, *(record("2026-01-01", head=head) for head in heads), record("2026-01-01"))
    assert table("people-by-year", NOVEMBER).counts == (PublicCount("2026年", 31, "人", approximate=True),)
    assert table("owed-by-year", NOVEMBER).counts == (PublicCount("2026年", 3_510_000, "元"),)
    assert table("totals", NOVEMBER).counts == (
        PublicCount("登记的案件", 4, "件"),
        PublicCount("涉及劳动者", 31, "人", approximate=True),
        PublicCount("拖欠金额", 3_510_000, "元"),
    )


def test_an_amount_that_one_or_two_cases_name_is_not_published(casebook: Casebook, table: Table) -> None:
    amount = record("2026-01-01", head="欠薪: {金额: 1万元}")
    write(casebook, amount, amount, *[record("2026-01-01")] * 3)
    owed = table("owed-by-year", NOVEMBER)
    assert (owed.counts, owed.withheld) == ((), True)
    assert table("totals", NOVEMBER).counts == (
        PublicCount("登记的案件", 5, "件"),
        PublicCount("拖欠金额", None, "元"),
    )


def test_payments_count_in_the_year_they_were_made(casebook: Casebook, table: Table) -> None:
    paid = "  - {日期: 2025-12-30, 事项: 支付, 金额: 1万元}\n  - {日期: 2026-01-02, 事项: 支付, 金额: 3万元}\n"
    write(casebook, *[record("2025-06-01", paid)] * 3)
    assert shown(table("paid-by-year", NOVEMBER).counts) == [("2025年", 3_000_000), ("2026年", 9_000_000)]


def test_samples_never_count(casebook: Casebook, table: Table) -> None:
    sample = record("2026-01-01", head="样例: true\n镇街: 甲镇")
    write(casebook, *[sample] * 5, *[record("2026-01-01")] * 3)
    statistics = casebook.disclosed(NOVEMBER).site.statistics
    assert (statistics.cases, statistics.samples) == (3, 5)
    assert shown(table("cases-by-town", NOVEMBER).counts) == [("甲镇", 3)]


def test_public_samples_never_count_either(casebook: Casebook, table: Table) -> None:
    sample = PENALTY.replace("轻微", "一般")
    assert casebook.write(sample).public(NOVEMBER).sample
    assert (table("cases-by-basis", NOVEMBER).counts, table("endings", ENDED).counts) == ((), ())


def test_the_rest_comes_last_however_large(casebook: Casebook, table: Table) -> None:
    casebook.portal["镇街"] = "[甲镇, 乙镇, 丙镇, 丁镇]"
    towns = ["甲镇"] * 3 + ["乙镇"] + ["丙镇"] * 2 + ["丁镇"] * 2
    write(casebook, *(record("2026-01-01", head=f"镇街: {town}") for town in towns))
    assert shown(table("cases-by-town", NOVEMBER).counts) == [("甲镇", 3), ("其余 4 个镇街合计", 5)]


def test_a_public_case_is_counted_and_is_no_secret(casebook: Casebook, table: Table) -> None:
    write(casebook, PUBLIC)
    statistics = casebook.disclosed(NOVEMBER).site.statistics
    assert (statistics.cases, statistics.published, statistics.narrowed) == (1, 1, False)
    assert shown(table("cases-by-year", NOVEMBER).counts) == [("2026年", 1)]
    assert shown(table("cases-by-basis", NOVEMBER).counts) == [
        *(("失信联合惩戒名单", 0), ("重大违法公布", 0), ("行政处罚", 1), ("媒体转载", 0)),
    ]


def test_with_one_or_two_secret_cases_only_public_ones_count(casebook: Casebook) -> None:
    write(casebook, PUBLIC, *[record("2026-01-01")] * 2)
    statistics = casebook.disclosed(NOVEMBER).site.statistics
    assert (statistics.cases, statistics.published, statistics.narrowed) == (1, 1, True)
    write(casebook, PUBLIC, *[record("2026-01-01")] * 3)
    statistics = casebook.disclosed(NOVEMBER).site.statistics
    assert (statistics.cases, statistics.published, statistics.narrowed) == (4, 1, False)


def test_how_disclosures_ended(casebook: Casebook, table: Table) -> None:
    write(casebook, PUBLIC)
    assert table("endings", NOVEMBER).counts == ()
    expired = PublicCount("公示期满", 1, "件", 1)
    rest = [replace(expired, label=label, number=0) for label in ("移出名单", "决定变更或者撤销，撤回公开")]
    assert table("endings", ENDED).counts == (expired, *rest)


def test_an_ended_sample_is_no_ending(casebook: Casebook, table: Table) -> None:
    write(casebook, PENALTY)
    assert [one.sample for one in casebook.disclosed(ENDED).site.ended] == [True]
    assert table("endings", ENDED).counts == ()


def test_a_case_that_names_no_violation_says_so(casebook: Casebook, table: Table) -> None:
    write(casebook, *[record("2026-01-01")] * 3, *[record("2026-01-01", head="违法行为: [拖欠工资]")] * 4)
    assert shown(table("cases-by-violation", NOVEMBER).counts) == [("拖欠工资", 4), ("没有注明", 3)]


def test_cases_are_counted_and_never_about(casebook: Casebook, table: Table) -> None:
    write(casebook, *[record("2026-01-01", head="镇街: 甲镇\n行业: 制造业\n违法行为: [拖欠工资]")] * 3)
    for slug in ("cases-by-year", "cases-by-town", "cases-by-industry", "cases-by-violation"):
        assert [(one.number, one.approximate) for one in table(slug, NOVEMBER).counts] == [(3, False)], slug


def test_a_report_without_days_counts_once_it_is_public(casebook: Casebook, table: Table) -> None:
    """
    公开:
      - 依据: 媒体转载
        来源: {名称: 某报, 日期: 2026-05-01}
        批准: {岗位: 治欠办主任, 日期: 2026-05-01}
    """
    text = (test_a_report_without_days_counts_once_it_is_public.__doc__ or "").replace("\n    ", "\n")
    casebook.write(f"单位: {{名称: 虚构某劳务有限公司}}{text}")
    assert shown(table("cases-by-year", date(2026, 4, 30)).counts) == []
    assert shown(table("cases-by-year", NOVEMBER).counts) == [("没有记日期", 1)]


def test_a_public_case_hides_nobody_among_those_still_open(casebook: Casebook, table: Table) -> None:
    """Whoever reads the public case knows that the others are two."""
    closed = record("2026-01-01", "  - {日期: 2026-01-05, 事项: 改正完毕}\n")
    write(casebook, PUBLIC, closed, *[record("2026-01-01")] * 2)
    assert shown(table("open", NOVEMBER).counts) == [("未结的案件", None)]
    write(casebook, PUBLIC, closed, *[record("2026-01-01")] * 3)
    assert shown(table("open", NOVEMBER).counts) == [("未结的案件", 4)]
