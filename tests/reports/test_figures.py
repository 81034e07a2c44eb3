"""统计: what counts towards each figure, and that nothing is 0 for want of a record."""

from __future__ import annotations

from datetime import date
from functools import reduce

import pytest

from generator.reports.count import Count, Unit
from generator.reports.figures import Report, by_industry, by_town, moved, report, told
from generator.reports.measures import MEASURES
from generator.reports.span import parse
from tests.casebook import Casebook

SECOND = "cases/2026/yk-2026-0002.yml"
CASE = """
    单位: {名称: 虚构甲公司}
    行业: 制造业
    镇街: 甲镇
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-05, 事项: 支付, 金额: 5.5万元}
      - {日期: 2026-03-06, 事项: 回复销号, 结果: 工资已付清}
"""


def counted(book: Casebook, days: str = "2026-03", on: date = date(2026, 11, 1)) -> Report:
    span = parse(days)
    assert span
    return report(book.ledger(on), span)


def now(found: Report) -> dict[str, str]:
    return {one.measure.key: told(one.now, one.measure.unit) for one in found.figures}


def test_a_complaint_that_was_settled(casebook: Casebook) -> None:
    assert now(counted(casebook.write(CASE))) == {
        "consultations": "未记录",
        "complaints": "1件",
        "settled": "1起",
        "recovered": "5.5万元",
        "mediated": "100.0%（1/1）",
        "decided": "0起",
        "listed": "0起",
        "criminal": "0起",
        "sessions": "未记录",
        "firms": "未记录",
        "sites-covered": "未记录",
        "firms-covered": "未记录",
    }


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("[{日期: 2026-03-02, 事项: 接到投诉, 渠道: 查到}]", {"complaints": "0件", "settled": "0起"}),
        (
            "[{日期: 2026-03-02, 事项: 接到投诉, 渠道: 查到}, {日期: 2026-03-09, 事项: 改正完毕}]",
            {"settled": "0起"},
        ),
        (
            (
                "[{日期: 2026-02-02, 事项: 接到投诉, 渠道: 甲热线}, {日期: 2026-03-09, 事项: 改正完毕}, "
                "{日期: 2026-03-10, 事项: 回复销号, 结果: 工资已付清}]"
            ),
            {"complaints": "0件", "settled": "1起", "mediated": "100.0%（1/1）"},
        ),
        ("[{日期: 2026-03-10, 事项: 回复销号, 结果: 转立案查处}]", {"mediated": "0.0%（0/1）"}),
        ("[{日期: 2026-03-10, 事项: 回复销号, 结果: 反映不属实}]", {"mediated": "没有可算的"}),
        (
            "[{日期: 2026-03-03, 事项: 支付, 金额: 30余万元}, {日期: 2026-03-04, 事项: 支付, 金额: 50元}]",
            {"recovered": "约30.005万元"},
        ),
        (
            (
                "[{日期: 2026-03-20, 事项: 行政处罚}, {日期: 2026-03-21, 事项: 行政处理}, "
                "{日期: 2026-05-25, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-20}, 理由: 有误}]"
            ),
            {"decided": "1起"},
        ),
        ("[{日期: 2026-03-20, 事项: 列入失信名单}]", {"listed": "1起"}),
        ("[{日期: 2026-03-20, 事项: 刑事立案}]", {"criminal": "1起"}),
        ("[{日期: 2026-03-20, 事项: 刑事立案, 罪名: 诈骗罪}]", {"criminal": "0起"}),
        ("[{日期: 2026-02-28, 事项: 列入失信名单}, {日期: 2026-04-01, 事项: 刑事立案}]", {"listed": "0起"}),
    ],
)
def test_what_counts(casebook: Casebook, acts: str, expected: dict[str, str]) -> None:
    casebook.portal["投诉渠道"] = "[{名称: 甲热线, 方式: 电话, 号码: '12345'}, {名称: 查到, 方式: 检查}]"
    casebook.write(f"单位: {{名称: 虚构甲公司}}\n经过: {acts}")
    found = now(counted(casebook))
    assert {key: found[key] for key in expected} == expected


def test_days_before_the_records_began_are_not_recorded(casebook: Casebook) -> None:
    found = counted(casebook.write(CASE))
    complaints = found.figures[1]
    assert (complaints.now, complaints.before, complaints.year_ago) == (Count(1), None, None)
    after = counted(casebook, "2026-04").figures[1]
    assert (after.now, after.before, after.year_ago) == (Count(0), Count(1), None)


def test_samples_and_reprints_are_no_records(casebook: Casebook) -> None:
    reprint = "公开:\n  - {依据: 媒体转载, 来源: {名称: 甲报, 日期: 2026-03-05}}\n"
    casebook.write("样例: true" + CASE.replace("\n    ", "\n"))
    casebook.write(CASE.replace("\n    ", "\n").strip() + "\n" + reprint, SECOND)
    found = counted(casebook)
    assert (found.cases, found.began) == (0, None)
    assert set(now(found).values()) == {"未记录"}
    span = parse("2026-03")
    assert span
    assert now(report(casebook.ledger(), span, samples=True))["complaints"] == "1件"


def test_by_town_and_industry(casebook: Casebook) -> None:
    casebook.write(CASE).write("单位: {名称: 虚构乙公司}\n经过: [{日期: 2026-03-20, 事项: 行政处罚}]", SECOND)
    found = counted(casebook)
    assert [(group.label, group.counts[0], group.counts[4]) for group in found.towns] == [
        ("甲镇", Count(1), Count(0)),
        ("没有写明", Count(0), Count(1)),
    ]
    assert [group.label for group in found.industries] == ["制造业", "没有写明"]
    whole = {one.measure: one.now for one in found.figures}
    for groups, measures in ((found.towns, by_town()), (found.industries, by_industry())):
        for at, measure in enumerate(measures):
            parts = [count for group in groups if (count := group.counts[at])]
            assert (reduce(Count.plus, parts) if parts else None) == whole[measure]


def test_what_the_city_has_published_stands_beside_it(casebook: Casebook) -> None:
    casebook.write(CASE)
    text = (
        "已公布数字:\n  - 来源: {名称: 甲报, 日期: 2026-03-20}\n"
        "    数字: [{名称: 劳资相关问题咨询, 数值: 1万多, 单位: 件, 统计期: 截至报道时}]\n"
    )
    (casebook.root / "content/figures.yml").write_text(text, "utf-8")
    assert counted(casebook).figures[0].published == "1万多件（截至报道时，甲报，2026-03-20）"
    assert counted(casebook).figures[0].now is None
    assert counted(casebook, "2026-04").figures[0].published is None


@pytest.mark.parametrize(
    ("after", "then", "unit", "said"),
    [
        (Count(5), Count(3), Unit.CASES, "+2件"),
        (Count(3), Count(5), Unit.MATTERS, "−2起"),
        (Count(3), Count(3), Unit.MATTERS, "持平"),
        (Count(150_0000), Count(100_0000), Unit.FEN, "+0.5万元"),
        (Count(10, 10), Count(9, 10), Unit.SHARE, "+10个百分点"),
        (Count(1, 1), Count(0, 0), Unit.SHARE, ""),
        (Count(1), None, Unit.CASES, ""),
        (None, Count(1), Unit.CASES, ""),
        (Count(100), Count(0), Unit.CASES, "+100件"),
    ],
)
def test_differences(after: Count | None, then: Count | None, unit: Unit, said: str) -> None:
    assert moved(after, then, unit) == said


def test_every_figure_says_how_it_is_counted() -> None:
    assert all(measure.how for measure in MEASURES)
    assert len({measure.key for measure in MEASURES}) == len({measure.title for measure in MEASURES}) == len(MEASURES)
