"""未结的案件: how many are open at the end of a month, and never so few that one of them is somebody's."""

from __future__ import annotations

from datetime import date

from tests.casebook import Casebook
from tests.disclosure.statistics.conftest import Table
from tests.disclosure.statistics.test_campaign import record

SETTLED = "2026-05-09, 事项: 回复销号, 结果: 工资已付清"


def put(casebook: Casebook, *records: str) -> None:
    for serial, text in enumerate(records, 1):
        casebook.write(text, f"cases/2026/yk-2026-{serial:04}.yml")


def test_counts_what_is_not_settled(casebook: Casebook, table: Table) -> None:
    put(casebook, *[record("2026-05-02")] * 3, *[record("2026-05-02", SETTLED)] * 4)
    assert [(one.label, one.number) for one in table("open").counts] == [("未结的案件", 3)]


def test_two_that_are_not_public_are_not_told(casebook: Casebook, table: Table) -> None:
    put(casebook, *[record("2026-05-02")] * 2, *[record("2026-05-02", SETTLED)] * 4)
    assert [one.number for one in table("open").counts] == [None]


def test_none_is_told(casebook: Casebook, table: Table) -> None:
    put(casebook, *[record("2026-05-02", SETTLED)] * 4)
    assert [one.number for one in table("open").counts] == [0]


def test_a_month_that_is_not_over_does_not_count(casebook: Casebook, table: Table) -> None:
    put(casebook, *[record("2026-05-02")] * 3, record("2026-10-02"))
    assert [one.number for one in table("open", date(2026, 10, 31)).counts] == [3]
    assert [one.number for one in table("open", date(2026, 11, 1)).counts] == [4]
