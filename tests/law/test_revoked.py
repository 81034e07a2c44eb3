"""A document that was taken back: from its very day it has no force, and a changed one stands as changed."""

from __future__ import annotations

from datetime import date

import pytest

from generator.law.procedure import void
from tests.casebook import Casebook

REVOKED = """
单位: {名称: 虚构甲公司}
经过:
  - {日期: 2026-03-02, 事项: 责令改正, 文号: 样监令〔2026〕第1号}
  - {日期: 2026-03-20, 事项: 文书撤销, 理由: 某, 对象: {事项: 责令改正, 日期: 2026-03-02%s}%s}
"""


@pytest.mark.parametrize(
    ("target", "manner", "days"),
    [
        ("", "", {19: False, 20: True, 21: True}),
        ("", ", 方式: 确认无效", {19: False, 20: True, 21: True}),
        ("", ", 方式: 变更", {19: False, 20: False, 21: False}),
        (", 文号: 样监令〔2026〕第1号", "", {19: False, 20: True, 21: True}),
        (", 文号: 样监令〔2026〕第2号", "", {19: False, 20: False, 21: False}),
    ],
)
def test_from_its_very_day(casebook: Casebook, target: str, manner: str, days: dict[int, bool]) -> None:
    events = casebook.write(REVOKED % (target, manner)).ledger().cases[0].record.events
    assert {day: void(events[0], events, date(2026, 3, day)) for day in days} == days


def test_another_act_stands(casebook: Casebook) -> None:
    events = casebook.write(REVOKED % ("", "")).ledger().cases[0].record.events
    assert not void(events[1], events, date(2026, 3, 21))
