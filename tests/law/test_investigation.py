"""The term of an investigation: what makes it longer, when it rests, who is told; every day is counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casebook import Casebook
from tests.law.test_deadlines import rows

INVESTIGATION = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 立案}
      - {日期: 2026-04-14, 事项: 中止调查, 理由: 某}
      - {日期: 2026-06-08, 事项: 恢复调查}
"""


def test_a_suspended_investigation_has_no_last_day_until_it_goes_on(casebook: Casebook) -> None:
    """29 working days were used up by 04-13; the other 31 run from 06-09, 06-19 being off."""
    casebook.write(INVESTIGATION)
    due = {
        str(day): rows(casebook.ledger(day).cases[0].deadlines)
        for day in (date(2026, 4, 13), date(2026, 4, 14), date(2026, 6, 7), date(2026, 6, 8))
    }
    assert due == {
        "2026-04-13": [("完成调查", "2026-03-02", "2026-05-28", None)],
        "2026-04-14": [],
        "2026-06-07": [],
        "2026-06-08": [("完成调查", "2026-03-02", "2026-07-22", None)],
    }


def test_elsewhere_nobody_told_us_that_the_term_rests(casebook: Casebook) -> None:
    casebook.portal["城市"] = "{名称: 乙市, 区划代码: '440000', 编号前缀: yk}"
    found = casebook.write(INVESTIGATION).ledger().cases[0].deadlines
    assert rows(found) == [("完成调查", "2026-03-02", "2026-05-28", None)]


@pytest.mark.parametrize(
    ("acts", "due"),
    [
        # A result ends the suspension that nobody lifted.
        (["2026-04-14, 事项: 中止调查, 理由: 某", "2026-07-01, 事项: 责令改正, 期限: 2026-07-08"], "2026-08-13"),
        # Suspended when the term had run out already.
        (["2026-05-29, 事项: 中止调查, 理由: 某", "2026-07-01, 事项: 恢复调查"], "2026-05-28"),
        # On its last day.
        (["2026-05-28, 事项: 中止调查, 理由: 某", "2026-06-01, 事项: 恢复调查"], "2026-06-02"),
        # Twice, and the second only counts because of the first.
        (
            [
                "2026-05-28, 事项: 中止调查, 理由: 某",
                "2026-06-01, 事项: 恢复调查",
                "2026-06-02, 事项: 中止调查, 理由: 某",
                "2026-06-03, 事项: 恢复调查",
            ],
            "2026-06-04",
        ),
        # What was never suspended cannot go on.
        (["2026-04-14, 事项: 恢复调查"], "2026-05-28"),
    ],
)
def test_days_of_rest_are_added(casebook: Casebook, acts: list[str], due: str) -> None:
    lines = "".join(f"\n          - {{日期: {act}}}" for act in acts)
    text = f"""
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-03-02, 事项: 立案}}{lines}
    """
    assert [row[2] for row in rows(casebook.write(text).ledger().cases[0].deadlines)] == [due]


NOTICES = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-03-02, 事项: 立案, 延期批准: 2026-05-20}
      - {日期: 2026-04-14, 事项: 中止调查, 理由: 某}
      - {日期: 2026-04-15, 事项: 告知投诉人, 针对: 中止调查}
      - {日期: 2026-04-20, 事项: 恢复调查}
      - {日期: 2026-05-22, 事项: 告知投诉人, 针对: 延长调查期限}
"""


def test_whoever_complained_is_told_of_each_delay(casebook: Casebook) -> None:
    """05-23 is a Saturday: the three days end on the Monday after (民法典 art 203)."""
    told = [row for row in rows(casebook.write(NOTICES).ledger().cases[0].deadlines) if row[0].startswith("告知")]
    assert told == [
        ("告知延长调查", "2026-05-20", "2026-05-25", "2026-05-22"),
        ("告知中止调查", "2026-04-14", "2026-04-17", "2026-04-15"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # Told of the other matter.
        ("针对: 中止调查", "针对: 延长调查期限", [("告知延长调查", "2026-05-22"), ("告知中止调查", None)]),
        # Told before it was approved.
        ("2026-05-22", "2026-05-19", [("告知延长调查", None), ("告知中止调查", "2026-04-15")]),
        # Nobody had complained.
        ("渠道: 甲热线", "渠道: 检查发现", []),
        ("2026-03-02, 事项: 接到投诉", "2026-10-02, 事项: 接到投诉", []),
    ],
)
def test_a_notice_belongs_to_its_delay_and_to_a_complaint(
    casebook: Casebook, old: str, new: str, told: list[tuple[str, str | None]]
) -> None:
    casebook.portal["投诉渠道"] = "[{名称: 甲热线, 方式: 电话, 号码: '12345'}, {名称: 检查发现, 方式: 检查}]"
    found = rows(casebook.write(NOTICES.replace(old, new)).ledger().cases[0].deadlines)
    assert [(row[0], row[3]) for row in found if row[0].startswith("告知")] == told


@pytest.mark.parametrize(("day", "told"), [(19, []), (20, ["告知延长调查"])])
def test_nobody_is_told_of_a_longer_time_before_it_is_approved(casebook: Casebook, day: int, told: list[str]) -> None:
    found = rows(casebook.write(NOTICES).ledger(date(2026, 5, day)).cases[0].deadlines)
    assert [row[0] for row in found if row[0].startswith("告知")] == [*told, "告知中止调查"]
    plain = NOTICES.replace(", 延期批准: 2026-05-20", "")
    found = rows(casebook.write(plain).ledger(date(2026, 5, day)).cases[0].deadlines)
    assert [row[0] for row in found if row[0].startswith("告知")] == ["告知中止调查"]


def test_a_rest_begins_with_the_first_suspension_however_often_it_is_written(casebook: Casebook) -> None:
    again = INVESTIGATION.replace(
        "      - {日期: 2026-06-08", "      - {日期: 2026-05-20, 事项: 中止调查, 理由: 某}\n      - {日期: 2026-06-08"
    )
    found = [casebook.write(text).ledger(date(2026, 6, 8)).cases[0].deadlines for text in (INVESTIGATION, again)]
    assert rows(found[0]) == rows(found[1]) == [("完成调查", "2026-03-02", "2026-07-22", None)]
