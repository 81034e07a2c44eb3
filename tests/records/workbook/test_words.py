"""Several texts in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.workbook.words import join, split

ITEMS = st.lists(st.text('甲乙、"\n,', max_size=5), max_size=4)


@pytest.mark.parametrize(
    ("items", "cell"),
    [
        (["公安局", "建设局"], "公安局、建设局"),
        (["公安局"], "公安局"),
        (["建设局、规划局", "公安局"], '"建设局、规划局"、公安局'),
        (['"甲"'], '"""甲"""'),
        (['甲"乙"'], '甲"乙"'),
        (["甲\n乙"], '"甲\n乙"'),
        ([], ""),
    ],
)
def test_are_joined_as_one_reads_them(items: list[str], cell: str) -> None:
    assert join(items) == cell
    assert split(cell) == items


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("甲\n乙", ["甲", "乙"]),
        ("甲、", ["甲"]),
        ("甲、、乙", ["甲", "乙"]),
        ('"甲', ['"甲']),
        ('"甲"乙、丙', ['"甲"乙', "丙"]),
    ],
)
def test_a_clerks_own_way_is_understood(cell: str, items: list[str]) -> None:
    assert split(cell) == items


@given(ITEMS)
def test_any_items_come_back(items: list[str]) -> None:
    assert split(join(items)) == items
